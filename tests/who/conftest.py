"""The flagship, built once for all tests of a process that read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import pipeline

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="session")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("flagship") / "site"
    assert not pipeline.build(CONTENT, out).has_errors
    return out

"""Lighthouse's word on a page, on its mobile and its desktop profile."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.browser import ARGUMENTS

VERSION = "12.8.2"
CACHE = Path(__file__).resolve().parents[2] / ".cache" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Report(NamedTuple):
    """Scores out of 100 by category; times in milliseconds."""

    scores: dict[str, int]
    largest_paint: float
    blocking: float
    shift: float


def report(address: str, profile: str, chrome: str) -> Report:
    """Ask Lighthouse about an address; `profile` is "mobile" or "desktop".

    Raises RuntimeError with Lighthouse's own words when it cannot say.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        out = Path(folder) / "report.json"
        flags = [*ARGUMENTS, "--headless", "--no-sandbox", f"--user-data-dir={folder}/profile"]
        command = [
            _node(), str(_program()), address, "--quiet", "--output=json", f"--output-path={out}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={' '.join(map(quoted, flags))}",
            *(["--preset=desktop"] if profile == "desktop" else []),
        ]  # fmt: skip
        done = subprocess.run(
            command, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": chrome}
        )
        if not out.exists():
            raise RuntimeError(done.stderr or done.stdout)
        said = json.loads(out.read_text("utf-8"))
    audits = said["audits"]
    return Report(
        {name: round(100 * (said["categories"][name]["score"] or 0)) for name in CATEGORIES},
        audits["largest-contentful-paint"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
    )


def quoted(flag: str) -> str:
    """A flag as Lighthouse's command line takes it apart: at blanks, outside of quotes."""
    return f'"{flag}"' if " " in flag else flag


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("Lighthouse needs Node.js: install it, then try again")
    return node


def _program() -> Path:
    """Lighthouse's command, brought by npm on first use."""
    program = CACHE / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        npm = ["npm", "install", "--no-save", "--no-package-lock", "--ignore-scripts"]
        subprocess.run([*npm, f"lighthouse@{VERSION}"], cwd=CACHE, check=True, capture_output=True)
    return program

"""The test command: formatting, lint, types, then pytest; each runs, whatever the others say.

    python3 build.py test [options]       options go to pytest, as in: -k dates

`build.py` runs this as `python -m tests` in an environment that has everything. A browser and an
HTML checker are brought before pytest starts, once for all its processes.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from tests import browser, nu

CHECKS = {
    "format": ["ruff", "format", "--check"],
    "lint": ["ruff", "check", "--quiet"],
    "types": ["mypy", "--no-error-summary"],
}
"""The checks before pytest: a name, and the module to run with its options."""

MENDERS = {"format": "-m ruff format", "lint": "-m ruff check --fix"}
"""What to give to Python to mend what a check found."""


def main(options: Sequence[str]) -> int:
    """Run everything, pytest with `options`; return 0 when all of it passed, else 1."""
    failed = [name for name in CHECKS if not passes(name)]
    try:
        os.environ[browser.VARIABLE] = browser.bring()
        report("browser", "ok", os.environ[browser.VARIABLE])
    except browser.BrowserMissingError as problem:
        report("browser", "FAILED", str(problem))
        failed.append("browser")
    report("html", "ok", f"checked by {nu.checker().name}")

    # A file stays with one process, so that what its tests share is built once.
    spread = ["--numprocesses=auto", "--dist=loadfile"]
    pytest = [sys.executable, "-m", "pytest", *spread, "--quiet", *options]
    if subprocess.run(pytest, check=False).returncode:
        failed.append("pytest")
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def passes(name: str) -> bool:
    """Run the check `name` and report it in one line, followed by what it found."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", *CHECKS[name]],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode == 0:
        report(name, "ok", f"{time.monotonic() - start:.1f} s")
        return True
    mend = f"mend with: {sys.executable} {MENDERS[name]}" if name in MENDERS else ""
    report(name, "FAILED", mend)
    print(done.stdout.rstrip(), flush=True)
    return False


def report(name: str, outcome: str, detail: str) -> None:
    """Print one line about one part of the run."""
    print(f"{name:<8} {outcome:<6} {detail}".rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The test command: formatting, lint, types, then pytest; each runs, whatever the others say.

    python3 build.py test [options]       options go to pytest, as in: -k dates

`build.py` runs this as `python -m tests` in an environment that has everything. A browser and an
HTML checker are brought before pytest starts, once for all its processes, while the checks run.
"""

import os
import subprocess
import sys
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
    running = {name: start(name) for name in CHECKS}
    failed = []
    try:
        os.environ[browser.VARIABLE] = browser.bring()
        report("browser", "ok", os.environ[browser.VARIABLE])
    except browser.BrowserMissingError as problem:
        report("browser", "FAILED", str(problem))
        failed.append("browser")
    report("html", "ok", f"checked by {nu.checker().name}")
    failed += [name for name, check in running.items() if not passes(name, check)]

    # A file stays with one process, so that what its tests share is built once.
    spread = ["--numprocesses=auto", "--dist=loadfile"]
    pytest = [sys.executable, "-m", "pytest", *spread, "--quiet", *options]
    if subprocess.run(pytest, check=False).returncode:
        failed.append("pytest")
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def start(name: str) -> subprocess.Popen[str]:
    """Begin the check `name`."""
    return subprocess.Popen(
        [sys.executable, "-m", *CHECKS[name]],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def passes(name: str, check: subprocess.Popen[str]) -> bool:
    """Wait for a check and report it in one line, followed by what it found."""
    found, _ = check.communicate()
    if check.returncode == 0:
        report(name, "ok", "")
        return True
    mend = f"mend with: {sys.executable} {MENDERS[name]}" if name in MENDERS else ""
    report(name, "FAILED", mend)
    print(found.rstrip(), flush=True)
    return False


def report(name: str, outcome: str, detail: str) -> None:
    """Print one line about one part of the run."""
    print(f"{name:<8} {outcome:<6} {detail}".rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

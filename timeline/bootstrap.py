"""How a checkout gets the environment that it runs in, on first use and when a lock changes.

Standard library only, because it runs before anything is installed.

    the running Python has every locked package  ->  stay in it
    .venv is stamped with this lock and Python   ->  run in .venv
    otherwise                                    ->  make or update .venv, then run in it

Nothing but `.venv` in the checkout is ever installed into.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline.environment import (
    LOCKS,
    Python,
    has_all,
    installed_version,
    lock_path,
    pins,
    python_in,
    running_python,
    stamp_path,
    stamps,
    state,
)

Run = Callable[[Sequence[str]], subprocess.CompletedProcess[str]]
Say = Callable[[str], object]


class PreparationError(Exception):
    """The environment cannot be made. The message says why, and what to do about it."""


def run_quietly(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run `command` and keep what it prints, for whoever has to explain a failure."""
    return subprocess.run(
        command,
        check=False,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def run_instead(command: list[str]) -> int:
    """Run `command` in place of this process, and return its exit code where the system cannot."""
    # An environment's Python that obeys PYTHONHOME is not in its environment.
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(command[0], command, environ)
    return subprocess.run(command, check=False, env=environ).returncode


def python_for(
    lock: str,
    root: Path,
    *,
    python: Python | None = None,
    version_of: Callable[[str], str | None] = installed_version,
    run: Run = run_quietly,
    say: Say = lambda line: print(line, file=sys.stderr, flush=True),
) -> str | None:
    """The path of a Python that has every package of `lock`, one of `LOCKS`.

    None where `python` (the running one, unless told) is such a Python. Otherwise the path is that
    of `.venv` in the checkout `root`, which is made or brought up to date first; `say` is then
    given one line for the person who waits. Raises PreparationError.
    """
    python = python or running_python()
    venv = root / ".venv"
    try:
        texts = {name: lock_path(root, name).read_text("utf-8") for name in LOCKS}
        is_inside = Path(python.prefix).resolve() == venv.resolve()
        if not is_inside and has_all(pins(texts[lock]), version_of):
            return None
        wanted = stamps(texts, lock, python.tag)
        if state(venv, wanted, python.tag) != "current":
            _prepare(root, lock, wanted, python, run, say)
        elif is_inside:
            return None
    except OSError as error:
        raise PreparationError(
            f"the environment in {venv} cannot be made: {error}. Make sure that there is room on "
            "the disk and that you may write to that folder; then run this again."
        ) from error
    return str(python_in(venv))


def _prepare(
    root: Path,
    lock: str,
    wanted: Sequence[str],
    python: Python,
    run: Run,
    say: Say,
) -> None:
    """Make `.venv` in `root`, or bring it up to date, and stamp it with the first of `wanted`."""
    venv = root / ".venv"
    found = state(venv, wanted, python.tag)
    if found == "foreign":
        raise PreparationError(_advice_on_foreign(venv, lock_path(root, lock)))
    if found == "outdated":
        say("Bringing the environment in .venv up to date…")
    else:
        say("Preparing the environment in .venv (once, about a minute)…")
    with _alone(root / ".cache" / "environment.lock"):
        found = state(venv, wanted, python.tag)
        if found == "current":  # another run made it while this one waited
            return
        if found != "outdated":
            _make(venv, root / ".cache" / "venv-replaced", python, run)
        stamp_path(venv).write_text("", "utf-8")
        _install(lock_path(root, lock), venv, python, run)
        stamp_path(venv).write_text(wanted[0], "utf-8")


def _make(venv: Path, replaced: Path, python: Python, run: Run) -> None:
    """Make an environment without packages, after moving an earlier one away to `replaced`."""
    if not python.has_ensurepip:
        _pip_outside(python, run)
    if venv.exists():
        # Moved first, because half of a deleted environment would look like someone else's.
        shutil.rmtree(replaced, ignore_errors=True)
        venv.replace(replaced)
        shutil.rmtree(replaced, ignore_errors=True)
    venv.mkdir()
    stamp_path(venv).write_text("", "utf-8")
    without_pip = [] if python.has_ensurepip else ["--without-pip"]
    with TemporaryDirectory() as elsewhere:
        # Python makes no environment where the path has ":" in it, though one runs well there.
        is_refused = os.pathsep in str(venv)
        place = Path(elsewhere) / ".venv" if is_refused else venv
        made = run([python.base, "-m", "venv", *without_pip, str(place)])
        if made.returncode:
            raise PreparationError(
                f"{python.base} could not make an environment in {venv}. It said:\n{made.stdout}"
            )
        if is_refused:
            shutil.copytree(place, venv, symlinks=True, dirs_exist_ok=True)


def _install(lock: Path, venv: Path, python: Python, run: Run) -> None:
    """Install the packages of `lock` into `venv`, from wherever the person's pip is set to look."""
    target = str(python_in(venv))
    pip = [target, "-m", "pip"]
    if run([*pip, "--version"]).returncode:
        pip = [*_pip_outside(python, run), "--python", target]
    done = run(
        # A personal setting of pip to install into the home folder would otherwise apply here too.
        [*pip, "--disable-pip-version-check", "--no-input", "install", "--no-user"]
        + ["--require-hashes", "--requirement", str(lock)]
    )
    if done.returncode:
        raise PreparationError(
            f"the packages of {lock} could not be installed into {venv}. Make sure that the "
            f"package index can be reached; then run this again. pip said:\n{done.stdout}"
        )


def _pip_outside(python: Python, run: Run) -> list[str]:
    """A pip outside `.venv` that can install into it, as `--python` does since pip 22.3."""
    for executable in dict.fromkeys((python.executable, python.base)):
        pip = [executable, "-m", "pip"]
        answer = run([*pip, "--version"])
        version = re.match(r"pip (\d+)\.(\d+)", answer.stdout)
        if answer.returncode == 0 and version and tuple(map(int, version.groups())) >= (22, 3):
            return pip
    raise PreparationError(_advice_on_ensurepip(python))


def _advice_on_ensurepip(python: Python) -> str:
    return (
        f"Python {python.release} at {python.base} cannot make an environment: it comes without "
        "the modules venv and ensurepip, and without pip. Debian and Ubuntu keep them in a package "
        f"of their own: apt-get install python{python.release}-venv. Then run this again."
    )


def _advice_on_foreign(venv: Path, lock: Path) -> str:
    return (
        f"{venv} was not made by build.py, so it is left alone. Rename or delete it and run this "
        f"again; or keep it, install into it with {python_in(venv)} -m pip install -r {lock}, "
        "and run build.py with that Python."
    )


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Wait until no other run holds `path`, and hold it; the system lets go when a run dies."""
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                with suppress(OSError):  # raised after ten seconds of waiting
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield

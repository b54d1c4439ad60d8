"""How a checkout gets its environment, with real Pythons and pip, from an index of one package."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.environment import LOCKS, lock_path, python_in

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that locks one package, which lies beside it, and whose only command uses it."""
    root = tmp_path / "a checkout, з іменем"
    wheel = tmp_path / "packages" / "tiny-1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", "")
        for name, text in {
            "METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
            "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            "RECORD": "",
        }.items():
            archive.writestr(f"tiny-1.0.dist-info/{name}", text)
    lock = f"tiny==1.0 \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    (root / "requirements").mkdir(parents=True)
    for name in LOCKS:
        lock_path(root, name).write_text(lock)
    (root / "timeline" / "commands").mkdir(parents=True)
    (root / "timeline" / "commands" / "__init__.py").touch()
    modules = ("__init__.py", "bootstrap.py", "environment.py")
    for copied in ("build.py", *(f"timeline/{module}" for module in modules)):
        shutil.copy(ROOT / copied, root / copied)
    (root / "timeline" / "commands" / "cli.py").write_text(
        "import sys, tiny\n"
        "def main(argv):\n"
        "    print(sys.prefix, tiny.__file__, *argv, sep='\\n')\n"
        "    return 7\n",
        "utf-8",
    )
    return root


@pytest.fixture
def build(checkout: Path, tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """Start `build.py` of the checkout with some Python, from a folder that is not the checkout."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environ = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PIP_")},
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": (tmp_path / "packages").as_uri(),
        "PYTHONUTF8": "1",
    }

    def start(python: str, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [python, str(checkout / "build.py"), *arguments],
            cwd=elsewhere,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    return start


def test_first_runs_at_the_same_time_share_one_environment(
    build: Callable[..., subprocess.Popen[str]], checkout: Path, tmp_path: Path
) -> None:
    """From inside somebody's active environment, which stays as it was."""
    foreign = tmp_path / "foreign"
    venv.create(foreign, with_pip=False, symlinks=os.name != "nt")
    before = sorted(foreign.rglob("*"))

    runs = [build(str(python_in(foreign)), "check", "--strict") for _ in range(2)]
    for run in runs:
        output, errors = run.communicate(timeout=300)
        assert run.returncode == 7, errors
        prefix, package, *arguments = output.splitlines()
        assert prefix == str(checkout / ".venv")
        assert Path(package).is_relative_to(checkout / ".venv")
        assert arguments == ["check", "--strict"]
        assert errors == "Preparing the environment in .venv (once, about a minute)…\n"
    assert sorted(foreign.rglob("*")) == before


def test_failure_of_the_machine_is_one_sentence_and_exit_code_3(
    build: Callable[..., subprocess.Popen[str]], checkout: Path
) -> None:
    (checkout / ".venv").write_text("")
    run = build(sys.executable)
    output, errors = run.communicate(timeout=300)
    assert (run.returncode, output) == (3, "")
    assert errors.startswith("build.py: error: ")
    assert "Traceback" not in errors

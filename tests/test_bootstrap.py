"""How a checkout gets its environment, on a pretended machine."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

import pytest

from timeline.bootstrap import PreparationError, python_for
from timeline.environment import Python, lock_path, python_in

PYTHON = Python(
    executable="/pretended/bin/python3",
    base="/pretended/bin/python3",
    prefix="/pretended",
    release="3.11",
    tag="cpython-311 linux-x86_64",
    has_ensurepip=True,
)
BARE = PYTHON._replace(has_ensurepip=False)
PIP_22 = "pip 22.2.1 from somewhere"
PIP_23 = "pip 23.0.1 from somewhere"


class Machine:
    """A machine that only notes the commands it is given, and makes environments of one file.

    `pip` is what its Python says when asked for its pip's version. A command with the word `fails`
    in it fails. `said` keeps the lines for the person.
    """

    def __init__(self, pip: str = "", fails: str = "") -> None:
        self.pip = pip
        self.fails = fails
        self.commands: list[list[str]] = []
        self.said: list[str] = []

    def run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        self.commands.append(list(command))
        if "venv" in command:
            python = python_in(Path(command[-1]))
            python.parent.mkdir(parents=True)
            python.write_text("" if "--without-pip" in command else PIP_23)
        if "--version" in command:
            is_own = command[0] == PYTHON.executable
            answer = self.pip if is_own else Path(command[0]).read_text()
            return subprocess.CompletedProcess(command, not answer, answer)
        return subprocess.CompletedProcess(command, self.fails in command, "what it printed")

    def python_for(self, lock: str, root: Path, python: Python = PYTHON) -> str | None:
        return python_for(
            lock,
            root,
            python=python,
            version_of=lambda _: None,
            run=self.run,
            say=self.said.append,
        )

    @property
    def installs(self) -> list[list[str]]:
        return [command for command in self.commands if "install" in command]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder with an awkward name, with nothing in it but the locks."""
    root = tmp_path / "a checkout, з іменем"
    (root / "requirements").mkdir(parents=True)
    lock_path(root, "build").write_text("jinja2==3.1.6\n")
    lock_path(root, "test").write_text("jinja2==3.1.6\npytest==9.2.0\n")
    return root


def test_first_run_makes_an_environment_and_later_runs_use_it(checkout: Path) -> None:
    machine = Machine()
    made = machine.python_for("build", checkout)
    assert made == str(python_in(checkout / ".venv"))
    assert machine.said == ["Preparing the environment in .venv (once, about a minute)…"]

    later = Machine()
    assert later.python_for("build", checkout) == made
    assert (later.said, later.commands) == ([], [])


def test_packages_are_installed_into_the_environment_with_their_hashes(checkout: Path) -> None:
    machine = Machine()
    machine.python_for("build", checkout)
    (install,) = machine.installs
    assert install[0] == str(python_in(checkout / ".venv"))
    assert "--require-hashes" in install
    assert install[-1] == str(lock_path(checkout, "build"))


def test_nothing_is_made_where_the_running_python_has_every_package(checkout: Path) -> None:
    machine = Machine()
    has = {"jinja2": "3.1.6"}
    python = python_for("build", checkout, python=PYTHON, version_of=has.get, run=machine.run)
    assert python is None
    assert machine.commands == []
    assert not (checkout / ".venv").exists()


def test_python_of_the_environment_stays_there_on_the_word_of_the_stamp(checkout: Path) -> None:
    """To read what is installed would cost every run tens of milliseconds."""
    Machine().python_for("build", checkout)
    inside = PYTHON._replace(prefix=str(checkout / ".venv"))
    asked: list[str] = []
    machine = Machine()
    python = python_for("build", checkout, python=inside, version_of=asked.append, run=machine.run)
    assert (python, asked, machine.commands) == (None, [], [])


def test_changed_lock_is_installed_over_the_environment(checkout: Path) -> None:
    Machine().python_for("build", checkout)
    lock_path(checkout, "build").write_text("jinja2==3.1.7\n")

    machine = Machine()
    machine.python_for("build", checkout)
    assert machine.said == ["Bringing the environment in .venv up to date…"]
    assert len(machine.installs) == 1
    assert not any("venv" in command for command in machine.commands)


def test_python_of_an_outdated_environment_is_started_anew(checkout: Path) -> None:
    """It may have looked for packages already, and not found them."""
    Machine().python_for("build", checkout)
    lock_path(checkout, "build").write_text("jinja2==3.1.7\n")
    python = str(python_in(checkout / ".venv"))
    inside = PYTHON._replace(prefix=str(checkout / ".venv"), executable=python)
    assert Machine().python_for("build", checkout, inside) == python


def test_tests_get_what_building_did_not_need(checkout: Path) -> None:
    Machine().python_for("build", checkout)
    machine = Machine()
    machine.python_for("test", checkout)
    assert machine.installs[0][-1] == str(lock_path(checkout, "test"))

    later = Machine()
    later.python_for("build", checkout)
    later.python_for("test", checkout)
    assert later.commands == []


def test_interrupted_environment_is_made_anew(checkout: Path) -> None:
    class Interrupted(Machine):
        def run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
            if "install" in command:
                raise KeyboardInterrupt
            return super().run(command)

    with pytest.raises(KeyboardInterrupt):
        Interrupted().python_for("build", checkout)
    (checkout / ".venv" / "left-behind").write_text("")

    machine = Machine()
    machine.python_for("build", checkout)
    assert machine.said == ["Preparing the environment in .venv (once, about a minute)…"]
    assert not (checkout / ".venv" / "left-behind").exists()


def test_run_waits_for_another_that_is_preparing_the_environment(checkout: Path) -> None:
    second = Machine()
    waiting = Thread(target=second.python_for, args=("build", checkout))

    class First(Machine):
        def run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
            if "install" in command:
                waiting.start()
                waiting.join(timeout=0.3)
                assert waiting.is_alive()
            return super().run(command)

    First().python_for("build", checkout)
    waiting.join()
    assert len(second.said) == 1
    assert second.commands == []


def test_another_python_makes_the_environment_anew(checkout: Path) -> None:
    Machine().python_for("build", checkout)
    machine = Machine()
    machine.python_for("build", checkout, PYTHON._replace(tag="cpython-312 linux-x86_64"))
    assert any("venv" in command for command in machine.commands)


def test_failed_installation_shows_what_pip_said_and_is_not_taken_for_done(checkout: Path) -> None:
    with pytest.raises(PreparationError, match=r"package index(?s:.)*what it printed"):
        Machine(fails="install").python_for("build", checkout)
    machine = Machine()
    machine.python_for("build", checkout)
    assert len(machine.installs) == 1


def test_python_without_ensurepip_lets_its_own_pip_install_from_outside(checkout: Path) -> None:
    machine = Machine(PIP_23)
    machine.python_for("build", checkout, BARE)
    made = next(command for command in machine.commands if "venv" in command)
    assert "--without-pip" in made
    (install,) = machine.installs
    python = str(python_in(checkout / ".venv"))
    assert install[:5] == [BARE.executable, "-m", "pip", "--python", python]


@pytest.mark.parametrize("pip", ["", PIP_22], ids=["no pip", "an old pip"])
def test_python_that_can_install_nothing_is_told_which_package_it_lacks(
    checkout: Path, pip: str
) -> None:
    with pytest.raises(PreparationError, match=r"apt-get install python3\.11-venv"):
        Machine(pip).python_for("build", checkout, BARE)
    assert not (checkout / ".venv").exists()


def test_environment_that_someone_else_made_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "pyvenv.cfg").write_text("home = /usr/bin\n")
    machine = Machine()
    with pytest.raises(PreparationError, match="was not made by"):
        machine.python_for("build", checkout)
    assert (machine.commands, machine.said) == ([], [])
    assert [path.name for path in (checkout / ".venv").iterdir()] == ["pyvenv.cfg"]


def test_folder_that_cannot_be_written_is_named(checkout: Path) -> None:
    (checkout / ".cache").write_text("a file where a folder has to be\n")
    with pytest.raises(PreparationError, match=r"\.cache"):
        Machine().python_for("build", checkout)


def test_folder_name_that_python_refuses_gets_an_environment_too(checkout: Path) -> None:
    root = checkout.rename(checkout.with_name(f"one{os.pathsep}two"))
    machine = Machine()
    assert machine.python_for("build", root) == str(python_in(root / ".venv"))
    made = next(command for command in machine.commands if "venv" in command)
    assert os.pathsep not in made[-1]
    assert python_in(root / ".venv").is_file()

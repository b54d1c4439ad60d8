"""What an environment must have, and how the state of one is told."""

from pathlib import Path

import pytest

from timeline.environment import State, has_all, pins, python_in, stamp_path, stamps, state

LOCK = """\
# Made by a tool
jinja2==3.1.6 \\
    --hash=sha256:0137 \\
    --hash=sha256:85ec
    # via backchannel
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:0869
types-markdown==3.11.2.20261029 \\
    --hash=sha256:1111
"""
TAG = "cpython-311 linux-x86_64"
TEXTS = {"build": "jinja2==3.1.6\n", "test": "jinja2==3.1.6\npytest==9.2.0\n"}


def environment(folder: Path, stamp: str | None) -> Path:
    """A folder that looks like an environment, with or without a stamp."""
    venv = folder / ".venv"
    python_in(venv).parent.mkdir(parents=True)
    python_in(venv).write_text("")
    if stamp is not None:
        stamp_path(venv).write_text(stamp, "utf-8")
    return venv


def test_pins_are_the_packages_that_every_machine_needs() -> None:
    """Whether a conditional package is needed is for pip to work out."""
    assert pins(LOCK) == {"jinja2": "3.1.6", "types-markdown": "3.11.2.20261029"}


def test_environment_is_complete_with_exactly_the_locked_versions() -> None:
    wanted = {"jinja2": "3.1.6", "nh3": "0.3.8"}
    assert has_all(wanted, {"jinja2": "3.1.6", "nh3": "0.3.8", "more": "1"}.get)
    assert not has_all(wanted, {"jinja2": "3.1.6", "nh3": "0.3.9"}.get)
    assert not has_all(wanted, {"jinja2": "3.1.6"}.get)


def test_stamp_changes_with_the_lock_and_with_the_python() -> None:
    (stamp,) = stamps(TEXTS, "test", TAG)
    other_lock = stamps({**TEXTS, "test": "jinja2==3.1.7\n"}, "test", TAG)
    other_python = stamps(TEXTS, "test", "cpython-312 linux-x86_64")
    assert len({stamp, *other_lock, *other_python}) == 3


def test_tests_environment_will_do_for_building_but_not_the_reverse() -> None:
    (for_test,) = stamps(TEXTS, "test", TAG)
    for_build, *others = stamps(TEXTS, "build", TAG)
    assert others == [for_test]
    assert for_build != for_test


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        (stamps(TEXTS, "build", TAG)[0], "current"),
        (stamps(TEXTS, "test", TAG)[0], "current"),
        (stamps({**TEXTS, "build": "jinja2==3.1.5\n"}, "build", TAG)[0], "outdated"),
        (stamps(TEXTS, "build", "cpython-312 linux-x86_64")[0], "unfinished"),
        ("", "unfinished"),
        (None, "foreign"),
    ],
)
def test_state_of_an_environment_is_read_from_its_stamp(
    tmp_path: Path, stamp: str | None, expected: State
) -> None:
    venv = environment(tmp_path, stamp)
    assert state(venv, stamps(TEXTS, "build", TAG), TAG) == expected


def test_environment_whose_python_is_gone_is_unfinished(tmp_path: Path) -> None:
    """As after an upgrade of the Python that it was made from."""
    wanted = stamps(TEXTS, "build", TAG)
    venv = environment(tmp_path, wanted[0])
    python_in(venv).unlink()
    python_in(venv).symlink_to(tmp_path / "no-such-python")
    assert state(venv, wanted, TAG) == "unfinished"


def test_folder_without_anything_in_it_is_no_environment(tmp_path: Path) -> None:
    assert state(tmp_path / ".venv", [], TAG) == "absent"
    (tmp_path / ".venv").mkdir()
    assert state(tmp_path / ".venv", [], TAG) == "absent"


def test_file_in_the_place_of_an_environment_is_someone_elses(tmp_path: Path) -> None:
    """Some shells keep the name of an environment in a file of that name."""
    (tmp_path / ".venv").write_text("elsewhere\n")
    assert state(tmp_path / ".venv", [], TAG) == "foreign"

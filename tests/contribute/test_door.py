"""The door itself: options that make no sense, any locale, and the system's wish to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from tests.check.test_write import tree
from timeline import pipeline
from timeline.commands import cli
from timeline.commands.stopping import stoppable
from timeline.write import write

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "example.org/timeline", "https://", "https://a.example/?x",
     "https://a.example/#x"],
)  # fmt: skip
def test_public_address_is_a_whole_one(
    content: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    out = content.parent / "site"
    with pytest.raises(SystemExit, match="2"):
        cli.main(["--content", str(content), "--out", str(out), "--url", address])
    assert f'argument --url: "{address}" is not the address of a site' in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("address", ["", "https://a.example/some", "http://localhost:8000/"])
def test_public_address_can_be_any_site(address: str) -> None:
    assert cli.parser().parse_args(["--url", address]).url == address


@pytest.mark.parametrize("command", ["schema", "reference"])
def test_results_are_utf8_whatever_the_locale(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "build.py", command, "--content", "content"],
        cwd=ROOT, check=False, capture_output=True, timeout=300,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert not done.stdout.decode("utf-8").isascii()


NEEDED = [each for name in ("SIGTERM", "SIGHUP") if (each := getattr(signal, name, None))]


class TestEndedByTheSystem:
    @pytest.fixture(autouse=True)
    def _as_at_a_terminal(self) -> Iterator[None]:
        """Whatever runs the tests may ignore signals, as nohup does."""
        before = [(each, signal.signal(each, signal.SIG_DFL)) for each in NEEDED]
        yield
        for number, handler in before:
            signal.signal(number, handler)

    @pytest.mark.parametrize("number", NEEDED)
    @pytest.mark.parametrize("step", range(1, 8))
    def test_in_the_midst_of_moving_takes_every_move_back(
        self, number: int, step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A second signal, while moves are taken back, changes nothing any more."""
        out = tmp_path / "site"
        write({"index.html": b"home", "css/site.css": b"a{}", "old.html": b"old"}, out)
        before = tree(tmp_path)
        rename, left = Path.rename, [step]

        def ended(path: Path, target: Path) -> Path:
            moved = rename(path, target)
            left[0] -= 1
            if left[0] <= 0:
                os.kill(os.getpid(), number)
            return moved

        monkeypatch.setattr(Path, "rename", ended)
        with pytest.raises(SystemExit, match=str(128 + number)), stoppable():
            write({"index.html": b"new", "css/site.css": b"b{}", "when/2022.html": b"y"}, out)
        assert left[0] < 0 or step == 1
        assert tree(tmp_path) == before

    def test_handlers_stand_for_the_time_of_a_command(
        self, monkeypatch: pytest.MonkeyPatch, content: Path
    ) -> None:
        seen: list[object] = []
        before = [signal.getsignal(each) for each in NEEDED]

        def read(*_: object, **__: object) -> NoReturn:
            seen.extend(signal.getsignal(each) for each in NEEDED)
            raise OSError

        monkeypatch.setattr(pipeline, "read", read)
        assert cli.main(["check", "--content", str(content)]) == 3
        assert all(callable(each) and each not in before for each in seen)
        assert [signal.getsignal(each) for each in NEEDED] == before

    def test_what_is_ignored_stays_ignored(self) -> None:
        """As under nohup."""
        before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
        try:
            with stoppable():
                assert signal.getsignal(signal.SIGTERM) == signal.SIG_IGN
        finally:
            signal.signal(signal.SIGTERM, before)

    def test_other_threads_leave_signals_alone(self) -> None:
        failed: list[BaseException] = []

        def run() -> None:
            try:
                with stoppable():
                    pass
            except ValueError as error:
                failed.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
        assert failed == []

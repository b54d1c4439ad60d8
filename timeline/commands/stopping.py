"""Stopping: a command that the system ends takes back what it has begun, as after Ctrl-C.

SIGTERM and SIGHUP become SystemExit, so that all that tidies up after an error does so here too.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

#: Not all systems have all of them.
_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def stoppable() -> Iterator[None]:
    """End with exit code 128 + the signal's number. Only the main thread may set signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # One that is ignored stays so, as nohup wants it; another's handler is its own business.
    ours = _handled_by(signal.SIG_DFL)
    for each in ours:
        signal.signal(each, _stop)
    try:
        yield
    finally:
        for each in ours:
            signal.signal(each, signal.SIG_DFL)


async def until_stopped() -> NoReturn:
    """Wait in an event loop, within `stoppable`, for the end that the system sends.

    What is raised in the midst of a callback may be logged there and lost, as Tornado does it.
    """
    loop = asyncio.get_running_loop()
    sent: asyncio.Queue[int] = asyncio.Queue()

    def tell(number: int, _: FrameType | None) -> None:
        loop.call_soon_threadsafe(sent.put_nowait, number)

    ours = _handled_by(_stop)
    for each in ours:
        signal.signal(each, tell)
    try:
        raise SystemExit(128 + await sent.get())
    finally:
        for each in ours:
            signal.signal(each, _stop)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    for each in _handled_by(_stop):
        signal.signal(each, signal.SIG_IGN)  # a second one must not cut the tidying short
    raise SystemExit(128 + number)


def _handled_by(handler: object) -> list[signal.Signals]:
    return [each for each in _ENDINGS if signal.getsignal(each) == handler]

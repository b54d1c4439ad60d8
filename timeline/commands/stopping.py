"""Stopping: a command that the system ends takes back what it has begun, as after Ctrl-C.

SIGTERM and SIGHUP become SystemExit, so that all that tidies up after an error does so here too.
"""

from __future__ import annotations

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
    ours = [each for each in _ENDINGS if signal.getsignal(each) == signal.SIG_DFL]

    def stop(number: int, _: FrameType | None) -> NoReturn:
        for each in ours:
            signal.signal(each, signal.SIG_IGN)  # a second one must not cut the tidying short
        raise SystemExit(128 + number)

    for each in ours:
        signal.signal(each, stop)
    try:
        yield
    finally:
        for each in ours:
            signal.signal(each, signal.SIG_DFL)

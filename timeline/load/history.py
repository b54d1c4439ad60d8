"""History: when each file of a content folder last changed, as far as Git knows.

    git log ─→ {file: moment}

The last commit of a file counts, with the second at which it was committed; an edit that is not
committed yet changes nothing. A file that was only moved to another folder keeps its time.

Without Git, outside a repository, and in a clone whose history was cut off, there is none: then
front matter alone says when something changed.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from timeline import dates
from timeline.dates import Moment

_EPOCH = dates.day_number(1970, 1, 1)
_SECONDS_OF_A_DAY = 86_400

#: What Git is asked; no setting of the machine's own may give it another shape. Only files that
#: stay the same to the byte are followed: any other move is a change, and nothing older matters.
#: Merges count where they join what both sides changed.
_LOG = (
    "log", "--root", "-c", "-M100%", "--no-follow", "--no-show-signature", "--no-color",
    "--date-order", "--no-relative", "--name-status", "-z", "--format=@%ct", "--", ".",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class History:
    """File, relative to the content → when it last changed.

    `is_cut` says that there is a history, but only its end is on this machine (a shallow clone):
    nothing is taken from it.
    """

    changed: Mapping[str, Moment] = field(default_factory=dict)
    is_cut: bool = False


def read(folder: Path) -> History:
    """The history of a content folder; an empty one wherever Git knows nothing of it."""
    # Paths begin at the repository's root: Git 2.39 gives those of merges in no other way.
    is_shallow, _, prefix = _git(
        folder, "rev-parse", "--is-shallow-repository", "--show-prefix"
    ).partition(b"\n")
    log = _git(folder, *_LOG)
    if is_shallow == b"true":
        return History(is_cut=bool(log))
    return History(_last_changes(log, os.fsdecode(prefix.removesuffix(b"\n"))))


def _git(folder: Path, *arguments: str) -> bytes:
    """What Git answers, b"" where it cannot."""
    # Hooks set variables that lead to a repository of their own; what configures Git may stay.
    environ = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")
    }
    try:
        done = subprocess.run(
            ["git", *arguments],
            check=False,
            cwd=folder,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""


def _last_changes(log: bytes, prefix: str) -> dict[str, Moment]:
    """Each file below a prefix with its newest commit; `log` has children before their parents."""
    changed: dict[str, Moment] = {}
    later: dict[str, str] = {}  # a name that a file had → the one that it has now
    for moment, status, before, after in _changes(log):
        file = later.pop(after, after)
        if status == "R100" and PurePosixPath(before).name == PurePosixPath(after).name:
            later[before] = file
        else:
            changed.setdefault(file.removeprefix(prefix), moment)
    return changed


def _changes(log: bytes) -> Iterator[tuple[Moment, str, str, str]]:
    """Every change of a file in every commit: when, how, and its name before and after.

    @1700000000 ␀ ⏎M ␀ events/vote.md ␀ R100 ␀ events/a.md ␀ events/2022/a.md ␀ @1690000000 …
    """
    tokens = iter(log.split(b"\0"))
    moment = Moment(_EPOCH)
    for token in tokens:
        word = token.strip().decode("ascii", "replace")
        if word.startswith("@"):
            seconds = int(word[1:]) if word[1:].isdecimal() else 0
            moment = Moment(_EPOCH + seconds // _SECONDS_OF_A_DAY, seconds % _SECONDS_OF_A_DAY)
        elif word:
            before = after = os.fsdecode(next(tokens, b""))
            # Of a merge Git gives one letter for each side, and the name of now alone.
            if word[0] in "RC" and word[1:].isdecimal():
                after = os.fsdecode(next(tokens, b""))
            yield moment, word, before, after

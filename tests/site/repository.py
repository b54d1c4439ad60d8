"""A Git repository made by a test: every commit has the second that the test gives it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from timeline import dates
from timeline.dates import Moment


def moment(written: str) -> Moment:
    """A moment of UTC written as 2024-05-01T10:30:00."""
    then = datetime.fromisoformat(written).replace(tzinfo=UTC)
    return Moment(
        dates.day_number(then.year, then.month, then.day),
        then.hour * 3600 + then.minute * 60 + then.second,
    )


@dataclass(frozen=True)
class Repository:
    """A repository in a folder; `git` is its command line, without the machine's settings."""

    folder: Path

    def git(self, *arguments: str, at: str = "2024-01-01T00:00:00", zone: str = "+0000") -> str:
        """Run Git; raises CalledProcessError where it fails. `at` is UTC whatever the `zone`."""
        seconds = int(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp())
        own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        own |= {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "Anna",
            "GIT_AUTHOR_EMAIL": "anna@example.org",
            "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
            "GIT_COMMITTER_NAME": "Anna",
            "GIT_COMMITTER_EMAIL": "anna@example.org",
            "GIT_COMMITTER_DATE": f"{seconds} {zone}",
        }
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=own,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def write(self, name: str, text: str) -> None:
        """Write a file; folders are made."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self, at: str, *, zone: str = "+0000") -> None:
        """Commit everything that stands there."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"At {at}", at=at, zone=zone)


def repository(folder: Path) -> Repository:
    """A new, empty repository; its branch is main."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    return made

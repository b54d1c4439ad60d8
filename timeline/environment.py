"""The Python environment that builds and tests run in: what it must have, and what state it is in.

Standard library only, because it is read before anything is installed.

A lock is a file of exact versions and hashes in `requirements/`. The environment is `.venv` in the
checkout; its stamp is a line that names the Python and the lock that it was made for. The stamp is
empty while the environment is being worked on, so that an interrupted run is noticed.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

LOCKS = ("build", "test")
"""The locks in `requirements/`, each of which contains the ones before it."""

State = Literal["absent", "foreign", "unfinished", "outdated", "current"]


class Python(NamedTuple):
    """A running Python, as far as an environment depends on it."""

    executable: str
    base: str
    """The interpreter that `executable` was made from, or the same one outside an environment."""
    prefix: str
    release: str
    """Two numbers, as in `3.11`."""
    tag: str
    """What an environment must share with the Python that uses it: version and platform."""
    has_ensurepip: bool


def running_python() -> Python:
    """The Python that runs this."""
    from importlib.util import find_spec
    from sysconfig import get_platform

    return Python(
        executable=sys.executable,
        base=getattr(sys, "_base_executable", sys.executable),
        prefix=sys.prefix,
        release=f"{sys.version_info.major}.{sys.version_info.minor}",
        tag=f"{sys.implementation.cache_tag} {get_platform()}",
        has_ensurepip=bool(find_spec("venv") and find_spec("ensurepip")),
    )


def installed_version(name: str) -> str | None:
    """The version of the package `name` in the running Python, or None where it has none."""
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def pins(lock: str) -> dict[str, str]:
    """Package to version, from the text of a lock.

    A package with a condition (`; sys_platform == 'win32'`) is left out: pip decides about it.
    """
    return dict(re.findall(r"^([\w.-]+)==(\S+)(?: *\\)?$", lock, re.MULTILINE))


def has_all(wanted: Mapping[str, str], version_of: Callable[[str], str | None]) -> bool:
    """Whether every package of `wanted` is there at exactly that version."""
    return all(version_of(name) == version for name, version in wanted.items())


def stamps(texts: Mapping[str, str], lock: str, tag: str) -> list[str]:
    """The stamps that an environment good for `lock` may bear, the one for `lock` itself first.

    `texts` holds the text of every lock; `tag` is that of the Python.
    """
    from hashlib import sha256

    return [
        f"{tag} {name} {sha256(texts[name].encode()).hexdigest()}\n"
        for name in LOCKS[LOCKS.index(lock) :]
    ]


def state(venv: Path, wanted: Sequence[str], tag: str) -> State:
    """What `venv` is to a Python of this `tag` that looks for one of the `wanted` stamps.

    absent: to be made. foreign: someone else's, to be left alone. unfinished: an interrupted run's
    or another Python's, to be made anew. outdated: to have the lock installed over it.
    """
    if not venv.exists() or (venv.is_dir() and not any(venv.iterdir())):
        return "absent"
    if not stamp_path(venv).is_file():
        return "foreign"
    stamp = stamp_path(venv).read_text("utf-8", errors="replace")
    if not python_in(venv).exists() or not stamp.startswith(f"{tag} "):
        return "unfinished"
    return "current" if stamp in wanted else "outdated"


def lock_path(root: Path, lock: str) -> Path:
    """Where the checkout `root` keeps the lock of that name."""
    return root / "requirements" / f"{lock}.txt"


def stamp_path(venv: Path) -> Path:
    """Where the environment `venv` bears its stamp."""
    return venv / "backchannel.txt"


def python_in(venv: Path) -> Path:
    """Where the environment `venv` has its Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

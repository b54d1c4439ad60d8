"""The layout of a content folder: which files count, what each is, what stands in the wrong place.

    timeline.md            "timeline"
    events/**/<id>.md      "event"      folders below events/ are free
    actors/<id>.md         "actor"
    tracks/<id>.md         "track"
    sources/<id>.md        "source"
    media/**               "picture"

Hidden files and README.md are left out. Everything else that stands there is a problem: a file
in the wrong place would otherwise be lost without a word.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from timeline import ids
from timeline.problems import Place, Problem, did_you_mean, quoted, shown

FOLDERS = {"events": "event", "actors": "actor", "tracks": "track", "sources": "source"}
MEDIA = "media"
TIMELINE = "timeline.md"

#: What is published from media/. A browser runs the script in an SVG that it opens by itself.
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")

#: Names that are the same in a file system, a web address and Markdown.
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*")


def files(folder: Path) -> list[tuple[str, Path]]:
    """All files that count, by their path below the folder, in an order of no machine's own.

    Raises OSError for a folder that cannot be read.
    """
    found: list[tuple[str, Path]] = []
    for parent, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if Path(parent, name).is_symlink()]
        for name in (*names, *links):
            if not name.startswith(".") and name != "README.md":
                path = Path(parent, name)
                found.append((path.relative_to(folder).as_posix(), path))
    return sorted(found)


def kind_of(file: str) -> str | None:
    """What a file is, by its place; None in the wrong one."""
    if file == TIMELINE:
        return "timeline"
    top, _, rest = file.partition("/")
    if top == MEDIA and rest:
        return "picture" if PurePosixPath(file).suffix.lower() in PICTURES else None
    is_deep = "/" in rest
    if not file.endswith(".md") or (is_deep and top != "events"):
        return None
    return FOLDERS.get(top) if rest else None


def is_timeline(file: str) -> bool:
    """Whether this is timeline.md, or was meant to be."""
    return PurePosixPath(file).stem.casefold() == "timeline" and "/" not in file


def misplaced(file: str, path: Path) -> Problem | None:
    """What is wrong with where a file stands or what it is called, if anything is."""
    if path.is_symlink():
        message, hint = "links to other places are not followed", "Put the file itself here"
    elif not file.isprintable() or (kind_of(file) == "picture" and not _PLAIN.fullmatch(file)):
        name = PurePosixPath(file)
        better = f"{ids.slug(name.stem) or 'a-short-name'}{ids.slug(name.suffix) and name.suffix}"
        message = f"{quoted(name.name)} does not work in a web address"
        hint = f"Rename the file with a-z, 0-9 and hyphens only: {quoted(better.lower())}"
        return Problem("bad-file-name", shown(file), Place(), message, hint)
    elif kind_of(file) is None:
        message, hint = _where_it_belongs(file)
    else:
        return None
    return Problem("unexpected-file", shown(file), Place(), message, hint)


def ambiguous(named: Iterable[tuple[str, str, str]]) -> list[Problem]:
    """From (kind, id, file): names that cannot be ids, and events of one name in two folders."""
    problems: list[Problem] = []
    first: dict[tuple[str, str], str] = {}
    for kind, id, file in named:
        if not ids.is_id(id):
            better = ids.slug(id) or "a-short-name"
            message = (
                f"{quoted(id)} cannot be an id: only a-z, 0-9 and single hyphens, "
                f"at most {ids.MAX_LENGTH} characters"
            )
            problems.append(
                Problem("bad-id", file, Place(), message, f"Rename the file to {better}.md")
            )
        other = first.setdefault((kind, id), file)
        if other != file:
            message = f"{other} has the id {quoted(id)} too"
            hint = "Rename one of the two files"
            problems.append(Problem("duplicate-id", file, Place(), message, hint))
    return problems


def _where_it_belongs(file: str) -> tuple[str, str]:
    top, _, rest = file.partition("/")
    if top == MEDIA and rest:
        return "only pictures are published from media/", (
            f"Save it as a picture ({', '.join(PICTURES)}), or link to where it is published"
        )
    if top in FOLDERS and rest and not file.endswith(".md"):
        return "only Markdown files (.md) are read here", (
            "Rename it to end in .md, or move a picture to media/"
        )
    if top in FOLDERS and rest:
        return f"{top}/ has no folders below it", f"Move the file up into {top}/"
    if rest:
        known = [*FOLDERS, MEDIA]
        return f"no folder {quoted(top)} is read", did_you_mean(
            top, known, f"use one of {', '.join(known)}"
        )
    if is_timeline(file):
        return f"this file is called {TIMELINE}, exactly so", f"Rename it to {TIMELINE}"
    return "this file belongs to nothing", (
        f"Only {TIMELINE} stands here; events, actors, tracks and sources have folders of their own"
    )


def _raise(error: OSError) -> None:
    raise error

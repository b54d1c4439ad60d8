"""Write: the planned site, `{address: bytes}`, into a folder; the only code that touches it.

What is equal stays untouched, what differs is replaced, what an earlier build made and is no
longer planned is removed. Files that no build made are left alone and told. The list of what was
made stands in the folder itself, in `.backchannel`.

Everything new is first written beside the folder, and only moved in when all of it is there: a
full disk leaves the site as it was.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

MANIFEST = ".backchannel"


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did, by address; `foreign` files stand in the folder but no build made them."""

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


class ForeignFileError(Exception):
    """A file that no build made stands where a page belongs."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was not made by a build, and a page belongs there")
        self.path = path


@dataclass
class _Moves:
    """Renames and folders begun so far, so that they can be taken back."""

    begun: list[tuple[Path, Path]] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)

    def move(self, source: Path, target: Path) -> None:
        """Rename a file, into a new folder if need be."""
        parents = target.parents
        self.folders += [folder for folder in reversed(parents) if not folder.exists()]
        target.parent.mkdir(parents=True, exist_ok=True)
        # Noted first: a signal may come right after the renaming.
        self.begun.append((source, target))
        source.rename(target)

    def take_back(self) -> None:
        """Put everything back where it was."""
        for source, target in reversed(self.begun):
            with suppress(OSError):
                if not os.path.lexists(source):
                    target.rename(source)
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()


def write(site: Mapping[str, bytes], out: Path) -> Written:
    """Make the folder hold the site.

    Raises ForeignFileError when a page would replace a file that no build made, and OSError when
    the machine fails; in both cases the folder is as it was.
    """
    made = _manifest(out)
    present = _present(out)
    planned = {**site, MANIFEST: _listing(site)}
    changed = [address for address in planned if not _is_equal(out / address, planned[address])]
    removed = sorted((made & present) - set(planned))
    for address in changed:
        blocking = _blocking(out, address, made)
        if blocking:
            raise ForeignFileError(blocking)
    if changed or removed:
        place({address: planned[address] for address in changed}, out, removed)
    told = [address for address in changed if address != MANIFEST]
    return Written(tuple(told), tuple(removed), tuple(sorted(present - made - set(planned))))


def place(files: Mapping[str, bytes], out: Path, removed: Sequence[str] = ()) -> None:
    """Put files into a folder, in place of those of the same name, and remove others: all or none.

    Raises OSError when the machine fails; the folder is then as it was, and so it is when a signal
    has become an exception.
    """
    moves = _Moves()
    beside = out.resolve().parent
    beside.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=beside))
    try:
        for address, data in files.items():
            path = stage / "new" / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for address in [*removed, *(a for a in files if (out / a).exists())]:
            moves.move(out / address, stage / "old" / address)
        for address in files:
            moves.move(stage / "new" / address, out / address)
    except BaseException:
        moves.take_back()
        raise
    finally:
        _sweep(stage)
    for address in removed:
        _remove_empty(out, (out / address).parent)


def _sweep(folder: Path) -> None:
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:  # a signal, in the midst of it
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _blocking(out: Path, address: str, made: set[str]) -> Path | None:
    """A file or folder in the way of a page that no build made, or a link that leads elsewhere."""
    for part in [*list(Path(address).parents)[-2::-1], Path(address)]:
        path = out / part
        if path.is_symlink():
            return path
        is_page = part == Path(address)
        if path.is_file() and (not is_page or address not in made):
            return path if part.as_posix() not in made else None
        if is_page and path.is_dir():
            return path
    return None


def _manifest(out: Path) -> set[str]:
    try:
        listing = (out / MANIFEST).read_text("utf-8", errors="replace")
        return {*listing.splitlines(), MANIFEST}
    except (FileNotFoundError, NotADirectoryError):
        return set()


def _listing(site: Mapping[str, bytes]) -> bytes:
    return "".join(f"{address}\n" for address in sorted(site)).encode()


def _present(out: Path) -> set[str]:
    return {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file() or p.is_symlink()}


def _is_equal(path: Path, data: bytes) -> bool:
    try:
        return (
            not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
        )
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _remove_empty(out: Path, folder: Path) -> None:
    """Remove folders that removing pages has emptied, up to the site itself."""
    while folder != out:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent

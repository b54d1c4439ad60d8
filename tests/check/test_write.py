"""Writing the site: only what differs is touched, nothing foreign, and failure leaves no trace."""

import os
from pathlib import Path

import pytest

from timeline.write import MANIFEST, ForeignFileError, write

SITE = {"index.html": b"home", "events/minsk.html": b"Minsk", "css/site.css": b"a{}"}
LONG_AGO = 1_000_000_000


def tree(folder: Path) -> dict[str, bytes | None]:
    """All that stands in a folder: bytes of files, None for folders."""
    return {
        path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


def aged(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def is_untouched(path: Path) -> bool:
    return path.stat().st_mtime == LONG_AGO


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder into which SITE was written."""
    write(SITE, tmp_path / "site")
    return tmp_path / "site"


def test_first_build_makes_the_folder(tmp_path: Path) -> None:
    written = write(SITE, tmp_path / "deep/er/site")
    assert sorted(written.changed) == sorted(SITE)
    assert (written.removed, written.foreign) == ((), ())
    made = tree(tmp_path / "deep/er/site")
    assert {name: made[name] for name in SITE} == SITE
    assert set(made) == {*SITE, MANIFEST, "events", "css"}


def test_nothing_is_left_beside_the_folder(out: Path) -> None:
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_equal_files_stay_untouched(out: Path) -> None:
    """Their times tell servers and backups that nothing changed."""
    aged(out)
    written = write(SITE, out)
    assert (written.changed, written.removed, written.foreign) == ((), (), ())
    assert all(is_untouched(out / name) for name in (*SITE, MANIFEST))


def test_only_what_differs_is_replaced(out: Path) -> None:
    aged(out)
    written = write({**SITE, "index.html": b"Home", "about.html": b"about"}, out)
    assert sorted(written.changed) == ["about.html", "index.html"]
    assert (out / "index.html").read_bytes() == b"Home"
    assert is_untouched(out / "events/minsk.html")
    assert not is_untouched(out / "index.html")


def test_same_size_is_not_taken_for_equal(out: Path) -> None:
    assert write({**SITE, "index.html": b"emoh"}, out).changed == ("index.html",)


def test_what_is_no_longer_planned_is_removed_with_its_empty_folder(out: Path) -> None:
    written = write({"index.html": b"home"}, out)
    assert written.removed == ("css/site.css", "events/minsk.html")
    assert set(tree(out)) == {"index.html", MANIFEST}


def test_folder_with_anything_else_in_it_stays(out: Path) -> None:
    (out / "events/notes.txt").write_bytes(b"mine")
    write({"index.html": b"home"}, out)
    assert (out / "events/notes.txt").read_bytes() == b"mine"


def test_foreign_files_are_left_alone_and_named(out: Path) -> None:
    foreign = {"CNAME": b"example.org", "events/notes.txt": b"mine"}
    for name, data in foreign.items():
        (out / name).write_bytes(data)
    written = write({"index.html": b"new"}, out)
    assert written.foreign == tuple(sorted(foreign))
    assert {name: (out / name).read_bytes() for name in foreign} == foreign


def test_file_that_somebody_deleted_is_made_again(out: Path) -> None:
    (out / "index.html").unlink()
    assert write(SITE, out).changed == ("index.html",)


def test_page_that_somebody_edited_is_made_again(out: Path) -> None:
    """The folder holds the output and nothing else; who edits a page there edits in vain."""
    (out / "index.html").write_bytes(b"edited")
    assert write(SITE, out).changed == ("index.html",)


class TestForeignFileInTheWay:
    def refused(self, site: dict[str, bytes], out: Path) -> Path:
        before = tree(out.parent)
        with pytest.raises(ForeignFileError) as caught:
            write(site, out)
        assert tree(out.parent) == before
        assert caught.value.path.name in str(caught.value)
        return caught.value.path

    def test_file_where_a_page_belongs(self, out: Path) -> None:
        (out / "about.html").write_bytes(b"mine")
        assert self.refused({**SITE, "about.html": b"about", "index.html": b"n"}, out) == (
            out / "about.html"
        )

    def test_equal_foreign_file_is_no_obstacle(self, out: Path) -> None:
        (out / "about.html").write_bytes(b"about")
        write({**SITE, "about.html": b"about"}, out)
        assert (out / "about.html").read_bytes() == b"about"

    def test_file_where_a_folder_belongs(self, out: Path) -> None:
        (out / "when").write_bytes(b"mine")
        assert self.refused({**SITE, "when/2022.html": b"y"}, out) == out / "when"

    def test_folder_where_a_page_belongs(self, out: Path) -> None:
        (out / "about.html").mkdir()
        assert self.refused({**SITE, "about.html": b"about"}, out) == out / "about.html"

    def test_link_where_a_page_belongs(self, out: Path, tmp_path: Path) -> None:
        """Writing through it would change a file elsewhere."""
        precious = tmp_path / "precious.html"
        precious.write_bytes(b"precious")
        (out / "about.html").symlink_to(precious)
        assert self.refused({**SITE, "about.html": b"about"}, out) == out / "about.html"
        assert precious.read_bytes() == b"precious"

    def test_link_where_a_folder_belongs(self, out: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (out / "when").symlink_to(tmp_path / "elsewhere")
        assert self.refused({**SITE, "when/2022.html": b"y"}, out) == out / "when"

    def test_made_page_that_became_a_link_is_not_followed(self, out: Path, tmp_path: Path) -> None:
        precious = tmp_path / "precious.html"
        precious.write_bytes(b"home")
        (out / "index.html").unlink()
        (out / "index.html").symlink_to(precious)
        assert self.refused({**SITE, "index.html": b"new"}, out) == out / "index.html"


#: What cannot be written: a name longer than file systems allow, which is noticed in the midst.
IMPOSSIBLE = {"x" * 300: b"x"}


class TestFailure:
    @pytest.mark.parametrize("first", [True, False])
    def test_leaves_the_folder_as_it_was(self, first: bool, out: Path) -> None:
        before = tree(out.parent)
        changes = {"index.html": b"new", "when/2022.html": b"y"}
        site = {**IMPOSSIBLE, **changes} if first else {**changes, **IMPOSSIBLE}
        with pytest.raises(OSError, match="too long"):
            write(site, out)
        assert tree(out.parent) == before

    def test_leaves_no_folder_where_there_was_none(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="too long"):
            write({"index.html": b"home", **IMPOSSIBLE}, tmp_path / "site")
        assert list(tmp_path.iterdir()) == []

    def test_in_the_midst_of_moving_takes_every_move_back(
        self, out: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As when the disk is full, or another process takes a folder away."""
        before = tree(out.parent)
        rename, left = Path.rename, [4]

        def failing(path: Path, target: Path) -> Path:
            left[0] -= 1
            if left[0] == 0:
                raise OSError(28, "No space left on device", str(target))
            return rename(path, target)

        monkeypatch.setattr(Path, "rename", failing)
        with pytest.raises(OSError, match="No space"):
            write({"index.html": b"new", "css/site.css": b"b{}", "when/2022.html": b"y"}, out)
        assert left[0] < 0
        assert tree(out.parent) == before


@pytest.mark.parametrize(
    "listing", [b"../precious.html\n/etc/passwd\n", b"\xff\xfe\n", b"", b"\n\n"]
)
def test_list_of_what_was_made_can_say_anything(listing: bytes, out: Path, tmp_path: Path) -> None:
    """It stands in a folder that others may write to; it must not lead out of it."""
    (tmp_path / "precious.html").write_bytes(b"precious")
    (out / MANIFEST).write_bytes(listing)
    write(SITE, out)
    assert (tmp_path / "precious.html").read_bytes() == b"precious"
    assert (out / MANIFEST).read_text("utf-8").splitlines() == sorted(SITE)


def test_folder_behind_a_link_is_written(tmp_path: Path) -> None:
    """People link site/ to where their server looks."""
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    write(SITE, tmp_path / "site")
    assert (tmp_path / "www/index.html").read_bytes() == b"home"
    assert (tmp_path / "site").is_symlink()

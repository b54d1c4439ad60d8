"""Loading a content folder: what counts, in which order, and how bytes become lines."""

import os
import sys
from pathlib import Path

import pytest

from timeline import ids
from timeline.load import documents
from timeline.load.documents import Document, load
from timeline.problems import Problem

FILE = "---\ntitle: Minsk\n---\nDelegations meet.\n"


def lay(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(FILE, "utf-8")
    return folder


def read(data: bytes) -> tuple[Document, list[Problem]]:
    return documents.read(data, "event", "minsk", "events/minsk.md")


def test_kind_and_id_come_from_the_path(tmp_path: Path) -> None:
    names = ["timeline.md", "actors/un.md", "events/2022/talks/minsk.md", "events/riga.md",
             "sources/post.md", "tracks/peace.md"]  # fmt: skip
    content, problems = load(lay(tmp_path, *names))
    assert not problems
    assert {(d.kind, d.id, d.file) for d in content.documents} == {
        ("timeline", "timeline", "timeline.md"),
        ("actor", "un", "actors/un.md"),
        ("event", "minsk", "events/2022/talks/minsk.md"),
        ("event", "riga", "events/riga.md"),
        ("source", "post", "sources/post.md"),
        ("track", "peace", "tracks/peace.md"),
    }


def test_documents_stand_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """A folder's own order differs between machines, and would reach the pages."""
    names = [f"events/{name}.md" for name in ("zagreb", "ankara", "2022/riga", "minsk")]
    content, _ = load(lay(tmp_path, "timeline.md", *names))
    files = [document.file for document in content.documents]
    assert files == sorted(files)


def test_hidden_files_and_readmes_are_left_out(tmp_path: Path) -> None:
    lay(tmp_path, "timeline.md", "README.md", "events/README.md", "events/.minsk.md.swp",
        ".git/HEAD", "media/README.md", ".DS_Store", "events/.drafts/a.md")  # fmt: skip
    content, problems = load(tmp_path)
    assert [document.file for document in content.documents] == ["timeline.md"]
    assert not problems


def test_pictures_are_known_by_their_path_below_media(tmp_path: Path) -> None:
    names = ["media/plant.jpg", "media/2022/Plant_2.PNG"]
    content, problems = load(lay(tmp_path, "timeline.md", *names))
    assert not problems
    assert set(content.media) == {"plant.jpg", "2022/Plant_2.PNG"}
    assert content.media["plant.jpg"] == tmp_path / "media/plant.jpg"


@pytest.mark.parametrize("name", ["plant.svg", "page.html", "plant.js", "plant", "plant.jpg.exe"])
def test_nothing_but_pictures_is_published_from_media(name: str, tmp_path: Path) -> None:
    """What is opened by itself runs its script at the site's own address."""
    content, problems = load(lay(tmp_path, "timeline.md", f"media/{name}"))
    assert not content.media
    assert [problem.code for problem in problems] == ["unexpected-file"]


@pytest.mark.parametrize("target", ["/etc/passwd", "../outside.md", "a.md", "nowhere", "b.md"])
def test_links_are_not_followed(target: str, tmp_path: Path) -> None:
    """A contributor's link could publish a file of the machine that builds."""
    lay(tmp_path, "outside.md")
    folder = lay(tmp_path / "content", "timeline.md", "events/a.md")
    (folder / "events/b.md").symlink_to(target)
    content, problems = load(folder)
    assert [(problem.code, problem.file) for problem in problems] == [
        ("unexpected-file", "events/b.md")
    ]
    assert len(content.documents) == 2


def test_linked_folder_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path / "elsewhere", "secret.md")
    folder = lay(tmp_path / "content", "timeline.md", "events/a.md")
    (folder / "events/more").symlink_to(tmp_path / "elsewhere")
    (folder / "events/round").symlink_to(folder)
    content, problems = load(folder)
    assert [problem.file for problem in problems] == ["events/more", "events/round"]
    assert len(content.documents) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes for a name")
@pytest.mark.parametrize("name", [b"events/\xff.md", b"events/a\nb.md", b"media/\x1b[31m.png"])
def test_name_that_cannot_be_printed_is_a_problem(name: bytes, tmp_path: Path) -> None:
    lay(tmp_path, "timeline.md", os.fsdecode(name))
    _, problems = load(tmp_path)
    assert [problem.code for problem in problems] == ["bad-file-name"]
    assert (problems[0].file + problems[0].message + problems[0].hint).isprintable()
    assert problems[0].file.encode()


def test_folder_that_cannot_be_read_is_the_machine_s_failure(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        load(tmp_path / "nowhere")


class TestBytes:
    def test_byte_order_mark_is_no_part_of_the_text(self) -> None:
        document, problems = read(b"\xef\xbb\xbf" + FILE.encode())
        assert not problems
        assert document.line(1) == "---"

    @pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
    def test_line_endings_of_every_system_are_read(self, ending: str) -> None:
        document, problems = read(FILE.replace("\n", ending).encode())
        assert not problems
        assert document.front
        assert document.front["title"].place.line == 2
        assert document.body.text.strip() == "Delegations meet."

    @pytest.mark.parametrize(
        ("data", "place"),
        [
            (b"---\ntitle: \xe9\n", (2, 8)),
            (b"\xef\xbb\xbf---\ntitle: \xc3\xa9\xe9\n", (2, 9)),
            (b"\xff\xfe-\x00", (1, 1)),
            (b"---\r\ntitle: a\r\nplace: \xfc\r\n", (3, 8)),
        ],
    )
    def test_what_is_not_utf8_is_told_at_its_character(
        self, data: bytes, place: tuple[int, int]
    ) -> None:
        document, problems = read(data)
        assert document.front is None
        assert [(p.code, p.place.line, p.place.column) for p in problems] == [("not-utf8", *place)]

    def test_every_line_with_an_invisible_character_is_told(self) -> None:
        _, problems = read(FILE.replace("Minsk", "Mi\x00n\x00sk").encode() + b"a\xe2\x80\xa8b\n")
        assert [(p.code, p.place.line, p.place.column) for p in problems] == [
            ("control-character", 2, 10),
            ("control-character", 5, 2),
        ]

    @pytest.mark.parametrize("plain", ["\t", "\u00a0", "\u200d", "\u00ad", "\u200f", "\U0001f600"])
    def test_characters_that_people_write_are_kept(self, plain: str) -> None:
        _, problems = read(FILE.replace("meet", f"me{plain}et").encode())
        assert not problems

    def test_largest_file_is_read_and_no_larger_one(self) -> None:
        padding = b"x" * (documents.MAX_BYTES - len(FILE))
        assert read(FILE.encode() + padding)[0].front
        document, problems = read(FILE.encode() + padding + b"x")
        assert document.front is None
        assert [problem.code for problem in problems] == ["too-large"]

    def test_line_that_is_not_there_is_empty(self) -> None:
        document, _ = read(FILE.encode())
        assert (document.line(0), document.line(4), document.line(99)) == (
            "", "Delegations meet.", "",
        )  # fmt: skip


class TestIds:
    @pytest.mark.parametrize("id", ["a", "un", "g7", "7", "abu-dhabi-meeting", "x" * 80])
    def test_is_id(self, id: str) -> None:
        assert ids.is_id(id)

    @pytest.mark.parametrize(
        "text", ["", "-a", "a-", "a--b", "A", "é", "a b", "a.b", "a/b", "..", "a\n", "x" * 81, "１"]
    )
    def test_is_no_id(self, text: str) -> None:
        assert not ids.is_id(text)

    @pytest.mark.parametrize(
        ("text", "slug"),
        [
            ("Spoljarić Egger", "spoljaric-egger"),
            ("Straße & Łódź", "strasse-lodz"),
            ("  Abu   Dhabi! ", "abu-dhabi"),
            ("Þingvellir, Œuvre", "thingvellir-oeuvre"),
            ("２０２２", "2022"),
            ("北京", ""),
            ("", ""),
        ],
    )
    def test_slug_is_the_nearest_id(self, text: str, slug: str) -> None:
        assert ids.slug(text) == slug

    @pytest.mark.parametrize("text", ["x" * 79 + " y", "İstanbul", "ab" * 60, "-" * 200 + "a"])
    def test_slug_of_any_words_is_an_id(self, text: str) -> None:
        assert ids.is_id(ids.slug(text))

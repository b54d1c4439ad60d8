"""Pictures: the room that pages keep for them, and when they come."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route
from selectolax.lexbor import LexborHTMLParser

from tests.check.trees import Files, content, event
from tests.render.telling import ENGLISH
from tests.visiting import visiting
from timeline import pipeline
from timeline.commands.live_site import Bodies, LiveSite
from timeline.render import sizes
from timeline.render.prose import Prose
from timeline.render.sizes import Size

#: Three pixels wide and two high, in base 64.
PICTURES = {
    "gif": "R0lGODdhAwACAIEAAICAgAAAAAAAAAAAACwAAAAAAwACAAAIBgABCBwYEAA7",
    "webp": "UklGRh4AAABXRUJQVlA4TBEAAAAvAkAAAAdQwAIWsP+BiOh/AAA=",
    "avif": (
        "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOltZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0"
        "AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAHmlsb2MAAAAARAAAAQABAAAAAQAAAQ0AAAAZAAAA"
        "KGlpbmYAAAAAAAEAAAAaaW5mZQIAAAAAAQAAYXYwMUNvbG9yAAAAAGhpcHJwAAAASWlwY28AAAAUaXNw"
        "ZQAAAAAAAAADAAAAAgAAAA5waXhpAAAAAAEIAAAADGF2MUOBABwAAAAAE2NvbHJuY2x4AAEADQAGgAAA"
        "ABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAIW1kYXQSAAoIGAQrTAQ0GoAyCx/1Fd/+LACQNa9A"
    ),
}
#: Taken with the camera on its side: two wide and three high as it is shown.
TURNED = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAP///////////////"
    "///////////////////////////////////////////////////////////////////////wAALCAACAAMBAREA/8QAFAABAA"
    "AAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z"
)


def png(width: int, height: int) -> bytes:
    """A black picture in one bit a pixel (PNG, second edition, 5.3 and 11.2.2)."""
    rows = zlib.compress(bytes(1 + (width + 7) // 8) * height)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


SMALL, LARGE = png(3, 2), png(1600, 900)


@pytest.mark.parametrize("data", [SMALL, *map(b64decode, PICTURES.values())])
def test_every_kind_of_picture_says_its_size(data: bytes) -> None:
    assert sizes.size(data) == Size(3, 2)


def test_a_photograph_is_as_wide_as_it_is_shown() -> None:
    """Browsers turn it as the camera noted (EXIF 2.3, tag 0x0112)."""
    assert sizes.size(b64decode(TURNED)) == Size(2, 3)


@pytest.mark.parametrize("data", [b"", b"no picture", SMALL[:20], png(0, 0)])
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert sizes.of({"media/a.png": data}) == {}


def prose(text: str) -> str:
    known = {"media/a.png": Size(3, 2)}
    return Prose(lambda kind, id: None, ENGLISH, known).html(text, "a")  # noqa: ARG005


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![A bridge](media/a.png)", {"width": "3", "height": "2"}),
        ("![Two > one](media/a.png)", {"width": "3", "height": "2"}),
        ('<img src="media/a.png" alt="A bridge" width="9">', {"width": "9", "height": None}),
        ("![A bridge](media/b.png)", {"width": None, "height": None}),
    ],
)
def test_a_picture_in_a_text_has_the_size_of_its_file_or_its_authors(
    text: str, expected: dict[str, str | None]
) -> None:
    picture = LexborHTMLParser(prose(text)).css_first("img")
    assert picture is not None
    assert {name: picture.attributes.get(name) for name in expected} == expected


def site(folder: Path) -> Path:
    """A built site: an event with a picture above its text, and one within."""
    image = "{file: bridge.png, alt: A bridge}"
    body = "First.\n\n![The bridge again](media/bridge.png)\n\nLast."
    files: Files = {
        "events/work-begins.md": event(image=image, body=body),
        "media/bridge.png": LARGE,
    }
    assert not pipeline.build(content(folder / "content", files), folder / "site").has_errors
    return folder / "site"


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_when_pictures_come(tmp_path: Path, browser: Browser, width: int) -> None:
    """The room that is kept is theirs, and the words below them stand where they will stand.

    Without the page's face, which comes later, too.
    """
    page_address = (site(tmp_path) / "events" / "work-begins.html").as_uri()
    held: list[Route] = []
    with visiting(browser, viewport={"width": width, "height": 4000}) as page:
        page.route("**/media/*", lambda route: held.append(route))
        page.route("**/*.woff2", lambda route: route.abort())
        page.goto(page_address, wait_until="domcontentloaded")
        room = page.evaluate(ROOM)
        for route in held:
            route.abort()
    with visiting(browser, viewport={"width": width, "height": 4000}) as page:
        page.route("**/*.woff2", lambda route: route.abort())
        page.goto(page_address)
        page.evaluate("Promise.all([...document.images].map(one => one.decode()))")
        assert page.evaluate(ROOM) == room


ROOM = """[...document.querySelectorAll('img, .prose p')].map(one => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
})"""


def test_the_first_picture_comes_at_once_and_others_when_they_are_near(tmp_path: Path) -> None:
    html = (site(tmp_path) / "events" / "work-begins.html").read_text("utf-8")
    first, second = LexborHTMLParser(html).css("img")
    assert "loading" not in first.attributes
    assert second.attributes["loading"] == "lazy"


def test_the_preview_knows_a_picture_that_was_exchanged(tmp_path: Path) -> None:
    """It remembers bodies, which have not changed."""
    files: Files = {
        "events/work-begins.md": event(body="![A bridge](media/bridge.png)"),
        "media/bridge.png": LARGE,
    }
    folder = content(tmp_path / "content", files)
    bodies: Bodies = {}
    assert b'width="1600" height="900"' in previewed(folder, bodies)
    (folder / "media" / "bridge.png").write_bytes(SMALL)
    assert b'width="3" height="2"' in previewed(folder, bodies)


def previewed(folder: Path, bodies: Bodies) -> bytes:
    built, loaded = pipeline.read(folder)
    assert built.timeline is not None
    page = LiveSite(built.timeline, loaded, bodies).get("events/work-begins.html")
    assert page is not None
    return page

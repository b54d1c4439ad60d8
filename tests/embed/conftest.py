"""The flagship as built for a public address, and a page of somebody else's around its frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page

from tests.serving import serving
from tests.visiting import ready
from timeline import pipeline

ROOT = Path(__file__).resolve().parents[2]
URL = "https://example.org/timeline/"

#: Shows the frame of an address (of the site) on a page of another site.
Host = Callable[..., Frame]


class Undrawn:
    """A cache that has every picture already: nobody looks at them here."""

    def get(self, _: str) -> bytes | None:
        return b"a picture"

    def put(self, _: str, __: bytes) -> None:
        raise AssertionError("a picture was drawn")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship's site."""
    folder = tmp_path_factory.mktemp("flagship")
    built = pipeline.build(ROOT / "content", folder, url=URL, cache=Undrawn())
    assert not built.has_errors
    return folder


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of its root on the web."""
    with serving(built) as address:
        yield address


@pytest.fixture
def host(page: Page, site: str, tmp_path: Path) -> Iterator[Host]:
    """`host("?track=ferry", "<script>…</script>")`: the frame in a page, which listens.

    The page is on another port, and so of another origin; what it is told is in its `heard`.
    """
    with serving(tmp_path, "/") as elsewhere:

        def show(view: str, around: str = "", attributes: str = "") -> Frame:
            (tmp_path / "index.html").write_text(
                "<!doctype html><html lang=en><title>An article</title><h1>An article</h1>"
                "<script>heard = []; addEventListener('message', ({data}) => heard.push(data))"
                f"</script>{around}"
                f'<iframe src="{site}embed.html{view}" title="Events" width="600" height="300" '
                f'style="border: 0; width: 100%" {attributes}></iframe>',
                encoding="utf-8",
            )
            page.goto(elsewhere)
            page.wait_for_function("() => heard.length > 0")
            for frame in page.main_frame.child_frames:
                ready(frame)
            return page.main_frame.child_frames[-1]

        yield show

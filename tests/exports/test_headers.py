"""_headers: read as its hosts read it, and held against the pages and the docs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from tests.exports.making import DIG
from timeline import pipeline
from timeline.exports import headers

PUBLISHING = Path(__file__).resolve().parents[2] / "docs" / "publishing.md"

FRAMING = "frame-ancestors"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("headers") / "site"
    assert pipeline.build(DIG, out).written
    return out


def rules(text: str) -> list[tuple[str, dict[str, str]]]:
    """Address → headers, rule by rule: an unindented line, and the indented ones after it."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            assert name not in found[-1][1]
            found[-1][1][name] = value
        elif line:
            found.append((line, {}))
    return found


def sent(text: str, path: str) -> dict[str, str]:
    """What is sent with an address; `*` stands for anything, and all rules that fit count."""
    together: dict[str, str] = {}
    for pattern, own in rules(text):
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            assert not together.keys() & own.keys(), "hosts differ in what becomes of both"
            together |= own
    return together


def asked_by(address: str) -> set[str]:
    """The paths by which hosts give a page: whole, without its ending, a folder for its index."""
    bare = address.removesuffix(".html")
    return {f"/{address}", f"/{bare}", "/" + re.sub(r"(^|/)index$", r"\1", bare)}


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_no_page_is_framed_elsewhere_but_the_one_that_is_for_it(site: Path) -> None:
    text = (site / headers.ADDRESS).read_text("utf-8")
    for address in pages(site):
        for path in asked_by(address):
            is_open = address in headers.FRAMED
            assert (FRAMING in sent(text, path).get("Content-Security-Policy", "")) is not is_open


def test_every_file_is_sent_with_what_goes_for_all(site: Path) -> None:
    text = (site / headers.ADDRESS).read_text("utf-8")
    for path in site.rglob("*"):
        given = sent(text, f"/{path.relative_to(site).as_posix()}")
        assert headers.EVERYWHERE.items() <= given.items()


def test_what_is_framed_elsewhere_is_there(site: Path) -> None:
    assert set(pages(site)) >= headers.FRAMED


def test_headers_and_pages_do_not_contradict_each_other(site: Path) -> None:
    """Both policies hold. `frame-ancestors` in a <meta> is not read (CSP 3 §3.3)."""
    for address in pages(site):
        page = LexborHTMLParser((site / address).read_bytes())
        policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
        assert policy, address
        assert FRAMING not in (policy.attributes["content"] or "")
        referrer = page.css_first("meta[name=referrer]")
        assert referrer, address
        assert referrer.attributes["content"] == headers.EVERYWHERE["Referrer-Policy"]


def test_file_stays_within_what_the_hosts_read() -> None:
    """Cloudflare Pages reads 100 rules, and lines of 2,000 characters; events are in one folder."""
    addresses = ["index.html", *(f"events/{number}.html" for number in range(5000))]
    text = headers.render(addresses).decode()
    assert len(rules(text)) < 100
    assert max(map(len, text.splitlines())) < 2000


def shown(language: str) -> str:
    """What the docs give for a server."""
    text = PUBLISHING.read_text("utf-8")
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return str(found)


def test_settings_for_nginx_send_the_same() -> None:
    settings = shown("nginx")
    (framed,) = headers.FRAMED
    given = dict(re.findall(r'add_header (\S+) "?(.*?)"? always;', settings))
    assert given.pop("Content-Security-Policy") == "$framed_by"
    assert given == headers.EVERYWHERE
    assert f'    /timeline/{framed} "";\n' in settings
    assert f'    default "{headers.PAGES["Content-Security-Policy"]}";\n' in settings


def test_settings_for_apache_send_the_same() -> None:
    settings = shown("apache")
    (framed,) = headers.FRAMED
    given = dict(re.findall(r'^Header always set (\S+) "(.*)"$', settings, re.MULTILINE))
    assert given == headers.EVERYWHERE | headers.PAGES
    unset = f'<Files "{framed}">\n    Header always unset Content-Security-Policy\n</Files>'
    assert unset in settings


def test_docs_say_what_each_header_is_for() -> None:
    text = PUBLISHING.read_text("utf-8")
    section = text.partition("\n## Headers\n")[2]
    for name in headers.EVERYWHERE | headers.PAGES:
        assert f"| `{name}" in section


@contextmanager
def sending(folder: Path, text: str) -> Iterator[str]:
    """The folder on the web, with the headers that `text` gives each file."""

    class Pages(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments, directory=str(folder))

        def end_headers(self) -> None:
            for name, value in sent(text, urlsplit(self.path).path).items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def test_another_site_can_frame_what_is_for_it_and_nothing_else(
    site: Path, browser: Browser, served: Callable[..., str], tmp_path: Path
) -> None:
    """Another port is another site to a browser."""
    with sending(site, (site / headers.ADDRESS).read_text("utf-8")) as address:
        frames = "".join(
            f'<iframe name="{name}" src="{address}/{name}.html"></iframe>'
            for name in ("index", "embed")
        )
        (tmp_path / "index.html").write_text(f"<!doctype html><title>Host</title>{frames}")
        page = browser.new_page()
        page.goto(served(tmp_path))
        ours = "body[data-page]"
        expect(page.frame_locator("[name=embed]").locator(ours)).to_be_visible()
        expect(page.frame_locator("[name=index]").locator(ours)).to_have_count(0)
        page.goto(f"{address}/index.html")
        expect(page.locator(ours)).to_be_visible()
        page.close()

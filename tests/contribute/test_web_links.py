"""`check --links`: asked of a server on this machine, never of the web."""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.contribute.conftest import write
from timeline.commands import actions, cli, web_links
from timeline.commands.web_links import Answer
from timeline.load import documents


class Host:
    """A host of several pages. `asked` counts (method, path), `together` is the most at once."""

    def __init__(self) -> None:
        self.asked: Counter[tuple[str, str]] = Counter()
        self.together = self.now = 0
        self.address = ""

    def status(self, method: str, path: str) -> int:
        self.asked[method, path] += 1
        self.now += 1
        self.together = max(self.together, self.now)
        time.sleep(0.02)
        self.now -= 1
        if path == "/no-head" and method == "HEAD":
            return 405
        if path == "/busy-once" and self.asked[method, path] == 1:
            return 503
        known = {"/gone": 410, "/missing": 404, "/forbidden": 403, "/broken": 500}
        return known.get(path.partition("?")[0], 200)


@pytest.fixture
def host() -> Iterator[Host]:
    known = Host()

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/moved":
                self.send_response(301)
                self.send_header("Location", "/there")
            else:
                self.send_response(known.status(self.command, self.path))
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815  http.server's name

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        known.address = f"http://127.0.0.1:{server.server_port}"
        yield known
        server.shutdown()


def answer(address: str) -> Answer:
    return web_links.answer(address, timeout=5, wait=0.01)


@pytest.mark.parametrize(
    ("path", "gone", "sure"),
    [
        ("/there", "", True),
        ("/moved", "", True),
        ("/no-head", "", True),
        ("/busy-once", "", True),
        ("/а-сторінка?q=1", "", True),
        ("/missing", "is not found (404)", True),
        ("/gone", "is gone (410)", True),
        ("/forbidden", "", False),
        ("/broken", "", False),
    ],
)
def test_answer_says_whether_a_page_is_surely_gone(
    host: Host, path: str, gone: str, sure: bool
) -> None:
    assert answer(host.address + path) == Answer(gone, sure)


def test_host_that_does_not_listen_says_nothing_about_its_pages() -> None:
    assert not answer("http://127.0.0.1:9/page").sure


@pytest.mark.parametrize(
    ("said", "gone"),
    [(socket.EAI_NONAME, "has no host any more"), (socket.EAI_AGAIN, "")],
    ids=["unknown", "no network"],
)
def test_name_is_gone_when_it_is_known_nowhere_and_not_when_nobody_can_be_asked(
    monkeypatch: pytest.MonkeyPatch, said: int, gone: str
) -> None:
    """Without a network every name fails, and no page is gone for that."""

    def refuse(*_: object) -> None:
        raise socket.gaierror(said, "no such name, or nobody to ask")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert answer("http://a.example/") == Answer(gone, sure=bool(gone))


def test_host_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        started = time.monotonic()
        assert web_links.answer(address, timeout=0.1, wait=0.01) == Answer(sure=False)
        assert time.monotonic() - started < 5


def test_one_host_is_asked_one_thing_at_a_time(host: Host, tmp_path: Path) -> None:
    addresses = {f"{host.address}/{number}" for number in range(5)}
    web_links.ask(
        addresses, today="2023-01-09", cache=tmp_path / "links.json", say=print, pause=0,
        fetch=answer,
    )  # fmt: skip
    assert host.together == 1
    assert sum(host.asked.values()) == 5


def test_good_answers_are_remembered_for_a_week_and_bad_ones_are_not(tmp_path: Path) -> None:
    asked: list[str] = []

    def fetch(address: str) -> Answer:
        asked.append(address)
        return Answer("is not found (404)" if "gone" in address else "")

    for today in ("2023-01-01", "2023-01-07", "2023-01-08"):
        web_links.ask(
            {"https://a.example/", "https://a.example/gone"}, today=today,
            cache=tmp_path / "links.json", say=print, pause=0, fetch=fetch,
        )  # fmt: skip
    assert Counter(asked) == {"https://a.example/": 2, "https://a.example/gone": 3}


def test_broken_cache_is_made_anew(tmp_path: Path) -> None:
    cache = tmp_path / "links.json"
    cache.write_text("[1, 2")
    answers = web_links.ask(
        {"https://a.example/"}, today="2023-01-01", cache=cache, say=print, pause=0,
        fetch=lambda _: Answer(),
    )  # fmt: skip
    assert answers == {"https://a.example/": Answer()}
    assert "https://a.example/" in cache.read_text()


def test_addresses_are_found_in_fields_and_texts_with_their_places(content: Path) -> None:
    body = "\nSee <https://b.example/x>, and [c](https://c.example/y).\n"
    write(content / "tracks" / "fishing.md", "title: Fishing", body)
    found, _ = documents.load(content)
    links = {link.address: link for link in web_links.in_content(found)}
    assert set(links) == {
        "https://archive.example/talks", "https://b.example/x", "https://c.example/y",
    }  # fmt: skip
    for link in links.values():
        start = link.place.column - 1
        assert link.text[start : start + link.place.width] == link.address


def test_command_warns_of_dead_links_unless_there_is_a_copy(
    content: Path,
    host: Host,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    (content / "sources" / "gazette.md").write_text("---\ntitle: Gazette\n---\n")
    write(content / "sources" / "a.md", f"title: a\nurl: {host.address}/missing")
    copied = f"url: {host.address}/gone\narchive: {host.address}/there"
    write(content / "sources" / "b.md", f"title: b\n{copied}")
    assert cli.main(["check", "--links", "--content", str(content)]) == 0
    told = capsys.readouterr().err
    assert "sources/a.md:3:6: warning:" in told
    assert "[dead-link]" in told
    assert "sources/b.md" not in told
    assert (tmp_path / actions.LINKS_CACHE).is_file()

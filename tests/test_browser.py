"""The browser that the tests use: where it is found, and what its pages are not allowed."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import VARIABLE, BrowserMissingError, find, ways_to_install
from tests.visiting import is_elsewhere, visiting

Serve = Callable[..., str]


def on(*places: str) -> Callable[[str], str | None]:
    """A machine with programs at `places`."""
    return lambda name: name if name in places else None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text('<!doctype html><title>Home</title><a href="a.html">A</a>')
    (tmp_path / "a.html").write_text("<!doctype html><title>A page</title>")
    (tmp_path / "404.html").write_text("<!doctype html><title>Not here</title>")
    return tmp_path


def test_named_browser_comes_before_any_other() -> None:
    assert find({VARIABLE: "brave"}, on("brave", "google-chrome")) == "brave"


def test_named_browser_that_is_missing_is_not_replaced_by_another() -> None:
    with pytest.raises(BrowserMissingError, match="names 'brave'"):
        find({VARIABLE: "brave"}, on("google-chrome"))


@pytest.mark.parametrize(
    ("environ", "place"),
    [
        ({}, "google-chrome"),
        ({}, "chromium-browser"),
        ({}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ({"HOME": "/Users/ann"}, "/Users/ann/Applications/Chromium.app/Contents/MacOS/Chromium"),
        ({"ProgramFiles": "C:/Programs"}, "C:/Programs/Google/Chrome/Application/chrome.exe"),
    ],
)
def test_browser_is_found_where_systems_keep_it(environ: dict[str, str], place: str) -> None:
    assert find(environ, on(place)) == place
    assert find(environ, on()) is None


@pytest.mark.parametrize(
    ("distribution", "is_root", "ways"),
    [
        ({"ID": "debian"}, True, ["apt-get install chromium", "playwright install chromium"]),
        ({"ID": "debian"}, False, ["playwright install chromium"]),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, True, ["playwright install chromium"]),
        ({}, True, ["playwright install chromium"]),
    ],
)
def test_browser_is_brought_by_what_the_machine_allows(
    distribution: dict[str, str], is_root: bool, ways: list[str]
) -> None:
    assert [name for name, _ in ways_to_install(distribution, is_root)] == ways


def test_site_is_served_below_its_base_and_nowhere_else(
    served: Serve, page: Page, folder: Path
) -> None:
    address = served(folder, base="/some/repo/")
    page.goto(address)
    page.get_by_role("link", name="A").click()
    expect(page).to_have_title("A page")
    assert page.url == f"{address}a.html"

    outside = page.goto(address.replace("/some/repo/", "/a.html"))
    assert outside is not None
    assert (outside.status, page.title()) == (404, "Not here")


@pytest.mark.parametrize(
    ("asking", "event"),
    [
        ('<img src="http://example.org/a.png">', "requestfailed"),
        ('<script>fetch("https://example.org/").catch(() => {})</script>', "requestfailed"),
        ('<img src="http://192.0.2.1/a.png">', "requestfailed"),
        ('<script>new WebSocket("ws://example.org/")</script>', "websocket"),
    ],
)
def test_page_that_asks_another_host_fails_its_test(
    served: Serve, browser: Browser, folder: Path, asking: str, event: str
) -> None:
    (folder / "index.html").write_text(f"<!doctype html><title>Asks</title>{asking}")
    address = served(folder)
    with (
        pytest.raises(AssertionError, match="asked another host for"),
        visiting(browser) as page,
        page.expect_event(event),
    ):
        page.goto(address)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.2", "[::ffff:127.0.0.1]", "192.0.2.1"])
def test_nothing_leaves_the_browser_for_another_host(
    served: Serve, browser: Browser, folder: Path, host: str
) -> None:
    """Where it is given by a number, too, and where somebody would listen: on this machine."""
    asking = f"fetch('http://{host}:' + location.port, {{mode: 'no-cors'}}).catch(() => {{}})"
    (folder / "index.html").write_text(f"<!doctype html><script>{asking}</script>")
    address = served(folder)
    with (
        pytest.raises(AssertionError, match="asked another host for"),
        visiting(browser) as page,
        page.expect_event("requestfailed") as failed,
    ):
        page.goto(address)
    assert failed.value.failure == "net::ERR_NAME_NOT_RESOLVED"


def test_page_with_a_failing_script_fails_its_test(
    served: Serve, browser: Browser, folder: Path
) -> None:
    (folder / "index.html").write_text("<!doctype html><script>absent()</script>")
    address = served(folder)
    with pytest.raises(AssertionError, match="absent is not defined"), visiting(browser) as page:
        page.goto(address)


def test_page_that_breaks_its_own_policy_fails_its_test(
    served: Serve, browser: Browser, folder: Path
) -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    (folder / "index.html").write_text(f"<!doctype html>{policy}<style>p {{ color: red }}</style>")
    address = served(folder)
    with (
        pytest.raises(AssertionError, match="Content Security Policy"),
        visiting(browser) as page,
        page.expect_console_message(),
    ):
        page.goto(address)


@pytest.mark.parametrize("address", ["file:///home/ann/site/index.html", "data:,x", "blob:x"])
def test_addresses_without_a_host_are_not_elsewhere(address: str) -> None:
    assert not is_elsewhere(address)


def test_what_is_waited_for_is_a_function() -> None:
    """As an expression it would be looked at once, and then the page's policy would forbid it."""
    calls = [
        f"{file.name}: {ast.unparse(call)}"
        for file in Path(__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("wait_for_function")
    ]
    assert calls
    constants = ("(READY", "(SHOWN", "(IS_")
    assert [c for c in calls if "=>" not in c and not any(name in c for name in constants)] == []

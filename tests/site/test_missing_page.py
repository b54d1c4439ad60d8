"""404.html, served for any address that is not there: it leads on, and can search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe.rules import violations
from tests.nu import nu_messages
from tests.serving import serving
from tests.visiting import visiting
from timeline import pipeline
from timeline.render.pages.standalone import origin

ROOT = Path(__file__).resolve().parents[2]
DEEP = "events/2022/11/no-such-event/"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The public address of a site that knows it."""
    folder = tmp_path_factory.mktemp("public")
    with serving(folder) as address:
        pipeline.build(ROOT / "tests" / "sites" / "comet", folder, url=address)
        yield address


def search(page: Page, words: str) -> None:
    box = page.get_by_role("search").get_by_role("searchbox")
    box.fill(words)
    box.press("Enter")


def test_search_leads_to_the_events_that_match(page: Page, home: str) -> None:
    page.goto(home + DEEP)
    search(page, "seen in China")
    expect(page).to_have_url(f"{home}?q=seen+in+China")
    expect(page.get_by_role("searchbox")).to_have_value("seen in China")
    expect(page.locator("timeline-filters [role=status]").first).to_have_text(
        "1 of 11 events shown"
    )
    expect(page.locator(".entry:visible")).to_have_count(1)
    expect(page.locator(".entry:visible")).to_contain_text("A broom star is seen in China")


def test_without_script_it_says_where_the_whole_list_is(browser: Browser, home: str) -> None:
    with visiting(browser, java_script_enabled=False) as page:
        page.goto(home + DEEP)
        page.locator("noscript a").click()
        expect(page).to_have_url(home)
        page.goto(home + DEEP)
        search(page, "China")
        expect(page.locator(".entry:visible").first).to_be_visible()


def test_every_link_leads_to_a_page(page: Page, home: str) -> None:
    page.goto(home + DEEP)
    links = page.get_by_role("link").evaluate_all("all => all.map(link => link.href)")
    assert links[0] == home
    for link in links:
        answer = page.request.get(link)
        assert answer.ok, link


def test_copy_of_the_site_elsewhere_searches_the_public_one(browser: Browser, home: str) -> None:
    """A preview has another origin than the site it is a preview of."""
    with visiting(browser) as page:
        missing = page.request.get(home + DEEP).body()
        page.route("**/preview/*", lambda route: route.fulfill(body=missing, status=404))
        page.goto("http://127.0.0.1:9/preview/nothing.html")
        search(page, "China")
        expect(page).to_have_url(f"{home}?q=China")


def test_form_can_send_nothing_anywhere_else(browser: Browser, home: str) -> None:
    def send() -> None:
        with visiting(browser) as page:
            page.goto(home + DEEP)
            with page.expect_console_message():
                page.evaluate(
                    "() => { const [form] = document.forms; form.action = 'http://127.0.0.1:9/';"
                    " form.requestSubmit(); }"
                )

    with pytest.raises(AssertionError, match="form-action"):
        send()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_and_used_by_everyone(browser: Browser, home: str, scheme: str) -> None:
    with visiting(browser, color_scheme=scheme, viewport={"width": 320, "height": 640}) as page:
        page.goto(home + DEEP)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        targets = page.locator("input, button").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect().height)"
        )
        assert min(targets) >= 44


def test_html_is_valid(home: str, page: Page, tmp_path: Path) -> None:
    (tmp_path / "404.html").write_bytes(page.request.get(home + DEEP).body())
    assert nu_messages(tmp_path) == []


def test_its_colours_are_those_of_the_other_pages() -> None:
    """It carries its style, so that they stand in two files."""

    def colours(text: str, name: str) -> list[str]:
        return re.findall(rf"--{name}: (#[0-9a-f]+)", text)

    own = (ROOT / "templates" / "_404.css").read_text("utf-8")
    tokens = (ROOT / "assets" / "css" / "tokens.css").read_text("utf-8")
    for name in ("paper", "ink", "soft", "edge", "focus"):
        assert len(colours(own, name)) == 2
        assert colours(own, name) == colours(tokens, name), name


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://example.org/some/repo/", "https://example.org"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("https://Bücher.example/a;b/", "https://xn--bcher-kva.example"),
        ("https://anna@example.org/", "https://example.org"),
    ],
)
def test_policy_names_an_address_by_its_origin(address: str, named: str) -> None:
    assert origin(address) == named


@pytest.mark.parametrize(
    "address",
    ["", "example.org", "https://[::1]/", "https://a;script-src/", "https://[", "https://a..b/"],
)
def test_policy_has_no_words_for_what_is_no_name_of_a_host(address: str) -> None:
    """The page has no form then; a semicolon would begin another rule."""
    assert origin(address) == ""

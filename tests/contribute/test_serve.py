"""The preview, driven in a real browser: edit, break, mend, rename, delete."""

from __future__ import annotations

import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, Route, expect

from tests.contribute.previewing import ROOT, Preview, checkout, previewing
from tests.visiting import PATIENCE

FIRST = "events/first-talks.md"


@pytest.fixture
def preview(content: Path) -> Iterator[Preview]:
    """A preview of the small timeline, in a checkout of its own."""
    with previewing(checkout(content.parent)) as running:
        yield running


def change(content: Path, old: str, new: str, file: str = FIRST) -> None:
    path = content / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_saved_change_shows_without_a_reload_by_hand(
    preview: Preview, content: Path, page: Page
) -> None:
    page.goto(preview.address + "events/first-talks.html")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("The first talks")
    for title in ("The very first talks", "The opening", "The first talks again"):
        change(content, page.get_by_role("heading", level=1).inner_text(), title)
        expect(heading).to_have_text(title)


def test_mistake_stands_over_the_last_good_page_until_it_is_mended(
    preview: Preview, content: Path, page: Page
) -> None:
    page.goto(preview.address)
    problems = page.get_by_role("alert")
    change(content, "2022-11-17", "2022-13-17")
    expect(problems).to_contain_text("1 problem")
    expect(problems).to_contain_text(f"{FIRST}:3:12: error: no month is 13")
    expect(problems).to_contain_text("^^")
    expect(page.get_by_role("link", name="The first talks").first).to_be_attached()
    # The browser may forget it is hidden below: styles have to be allowed, too.
    assert problems.evaluate("element => getComputedStyle(element).position") == "fixed"

    change(content, "2022-13-17", "2022-12-17")
    expect(problems).to_have_count(0)
    expect(page.locator("body")).to_contain_text("17 December 2022")
    assert preview.is_alive


def test_broken_template_is_told_with_its_line_until_it_is_mended(
    preview: Preview, page: Page
) -> None:
    page.goto(preview.address)
    problems = page.get_by_role("alert")
    template = preview.checkout / "templates" / "home.html"
    whole, block = template.read_text("utf-8"), "{% block main %}"
    assert block in whole
    for broken, said in (("{% if %}", "Expected an expression"), ("{{ nothing }}", "undefined")):
        template.write_text(whole.replace(block, f"{block}\n{broken}"), "utf-8")
        expect(problems).to_contain_text("templates/home.html:")
        expect(problems).to_contain_text(said)
        template.write_text(whole, "utf-8")
        expect(problems).to_have_count(0)


def test_new_renamed_and_deleted_files_are_noticed(
    preview: Preview, content: Path, page: Page
) -> None:
    page.goto(preview.address)
    events = content / "events"
    text = (events / "first-talks.md").read_text("utf-8")
    second = events / "second-talks.md"
    second.write_text(text.replace("first", "second"), "utf-8")
    found = page.get_by_role("heading").get_by_role("link", name="The second talks")
    expect(found).to_have_attribute("href", "events/second-talks.html")

    second.rename(events / "later-talks.md")
    expect(found).to_have_attribute("href", "events/later-talks.html")

    (events / "later-talks.md").unlink()
    expect(found).to_have_count(0)


def test_folder_may_go_and_come_back(preview: Preview, content: Path, page: Page) -> None:
    page.goto(preview.address)
    away = content.with_name("away")
    content.rename(away)
    expect(page.get_by_role("alert")).to_be_attached()
    away.rename(content)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert preview.is_alive


def test_changed_style_sheet_is_noticed(preview: Preview, page: Page) -> None:
    page.goto(preview.address)
    sheet = next((preview.checkout / "assets" / "css").glob("*.css"))
    sheet.write_text(sheet.read_text("utf-8") + "\nbody { outline: 3px solid red }\n", "utf-8")
    expect(page.locator("body")).to_have_css("outline-width", "3px")


def test_drafts_are_shown_and_nothing_is_written(
    preview: Preview, content: Path, page: Page
) -> None:
    """What the preview shows must never lie in a folder that somebody publishes."""
    change(content, "track:", "draft: true\ntrack:")
    page.goto(preview.address + "events/first-talks.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("The first talks")
    assert not (preview.checkout / "site").exists()


def test_page_that_is_not_there_is_answered_with_the_sites_own(
    preview: Preview, page: Page
) -> None:
    answer = page.goto(preview.address + "no/such/page")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_other_names_of_the_machine_are_not_answered(preview: Preview) -> None:
    """A page on the web must not read drafts by a name that leads to this machine."""
    request = Request(preview.address, headers={"Host": "evil.example"})
    with pytest.raises(HTTPError) as refused:
        urlopen(request)
    refused.value.close()
    assert refused.value.code == 404


def test_preview_starts_with_broken_content(content: Path, page: Page) -> None:
    change(content, "2022-11-17", "soon")
    with previewing(checkout(content.parent)) as preview:
        page.goto(preview.address)
        expect(page.get_by_role("alert")).to_contain_text(f"{FIRST}:3:7: error:")
        change(content, "soon", "2022-11-17")
        expect(page.get_by_role("alert")).to_have_count(0)
        expect(page.get_by_role("heading", level=1)).to_have_text("Harbour talks")


def test_taken_port_gives_way_to_a_free_one(content: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with previewing(
            checkout(content.parent), "build.py", "serve", "--port", str(port)
        ) as preview:
            assert not preview.address.endswith(f":{port}/")
            with urlopen(preview.address) as answer:
                assert answer.status == 200


def test_browser_that_heard_nothing_of_a_change_is_brought_up_to_date(
    preview: Preview, content: Path, page: Page
) -> None:
    """Between the loading of a page and its connection, a build may be over."""

    def hold(route: Route) -> None:
        said = len(preview.said)
        change(content, "The first talks", "The opening")
        while len(preview.said) == said:
            time.sleep(0.01)
        route.continue_()

    page.route("**/livereload.js*", hold, times=1)
    page.goto(preview.address + "events/first-talks.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("The opening")


ENDED_IN_A_REQUEST = """
import os, signal, sys
from timeline.commands import cli, serve

def ended(handler, preview):
    handler.preview = preview
    os.kill(os.getpid(), signal.SIGTERM)

serve._Pages.initialize = ended
sys.exit(cli.main(["serve", "--content", sys.argv[1], "--port", "0"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there, SIGTERM ends a process at once")
def test_end_sent_in_the_midst_of_a_request_is_not_lost(content: Path) -> None:
    with previewing(ROOT, "-c", ENDED_IN_A_REQUEST, str(content)) as preview:
        with urlopen(preview.address) as answer:
            assert answer.status == 200
        assert preview.process.wait(PATIENCE / 1000) == 128 + signal.SIGTERM
    assert "Traceback" not in "".join(preview.said)

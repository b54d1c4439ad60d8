"""Names and sentences of either direction, as they are seen side by side on one page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.broken import BASE
from tests.serving import serving
from tests.visiting import visiting
from timeline import pipeline
from timeline.render.directions import any_from_right, of_language

#: The words of an element as the eye meets them, from the left of the first line,
#: without the blanks between them.
SEEN = r"""(element) => {
  const words = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());) {
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const { top, left } = range.getBoundingClientRect();
      words.push({ word, line: Math.round(top / 10), left });
    }
  }
  return words.sort((a, b) => a.line - b.line || a.left - b.left).map(({ word }) => word).join("");
}"""
PUBLISHER = "النشر"


def read(element: Locator) -> str:
    """The words of an element in the order in which they are written."""
    return "".join(element.inner_text().split())


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small timeline in English; one of its publishers has an Arabic name."""
    folder = tmp_path / "content"
    shutil.copytree(BASE, folder)
    source = folder / "sources" / "gazette.md"
    source.write_text(source.read_text("utf-8").replace("Ostby Gazette", PUBLISHER), "utf-8")
    return folder


def open_page(content: Path, page: Page, address: str) -> None:
    site = content.parent / "site"
    assert not pipeline.build(content, site).has_errors
    with serving(site) as root:
        page.goto(root + address)


#: Names with numbers after them, in the words of the interface.
SENTENCE = "#the_backing ~ p"


def test_numbers_after_a_name_from_the_right_stay_after_it(content: Path, browser: Browser) -> None:
    with visiting(browser, viewport={"width": 1440, "height": 900}) as page:
        open_page(content, page, "tracks/bridge.html")
        sentence = page.locator(SENTENCE)
        assert PUBLISHER in sentence.inner_text()
        assert sentence.evaluate(SEEN) == read(sentence)
        page.evaluate("document.documentElement.removeAttribute('data-both-ways')")
        assert sentence.evaluate(SEEN) != read(sentence)


def test_sentences_from_the_left_stay_whole_on_a_page_from_the_right(
    content: Path, browser: Browser
) -> None:
    about = content / "timeline.md"
    about.write_text(about.read_text("utf-8").replace("title:", "language: ar\ntitle:", 1), "utf-8")
    with visiting(browser, viewport={"width": 1440, "height": 900}) as page:
        open_page(content, page, "tracks/bridge.html")
        sentence = page.locator(SENTENCE)
        assert sentence.evaluate(SEEN) == read(sentence)
        assert sentence.evaluate("at => getComputedStyle(at).textAlign") == "right"


def test_pages_whose_text_runs_one_way_are_not_asked(tmp_path: Path) -> None:
    assert not pipeline.build(BASE, tmp_path).has_errors
    assert "data-both-ways" not in (tmp_path / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("tag", "direction"), [("ar", "rtl"), ("he-IL", "rtl"), ("en", "ltr"), ("az", "ltr")]
)
def test_languages_have_a_direction(tag: str, direction: str) -> None:
    assert of_language(tag) == direction


@pytest.mark.parametrize("text", ["Ministry of וועד", "البلدية", "ތާނަ", "𐤀", "ﷺ"])
def test_letters_from_the_right_are_found(text: str) -> None:
    assert any_from_right(["Ostby", text])


@pytest.mark.parametrize("text", ["Ostby", "Київ", "Αθήνα", "北京", "ไทย", "”—€"])
def test_letters_from_the_left_are_not(text: str) -> None:
    assert not any_from_right([text])

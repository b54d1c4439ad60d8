"""The text's own face: not waited for, put in without a word in another face changing its own."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.serving import serving
from tests.visiting import PATIENCE, near, ready, visiting

#: How far things moved by themselves, as browsers count it.
WATCH = """window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { moved += value; }))
  .observe({type: 'layout-shift', buffered: true})"""
FACES = """() => [...document.querySelectorAll('body *')].filter((each) => each.checkVisibility())
  .map((each) => [`${each.localName}.${each.className}`, getComputedStyle(each).fontFamily])"""
IS_LITERATA = """(place) =>
  getComputedStyle(document.querySelector(place)).fontFamily.startsWith('Literata')"""
HAS_COME = """() => [...document.fonts].some(
  ({ family, status }) => family === 'Literata' && status === 'loaded')"""
#: All is laid out when the face is there, or is not to come.
IS_PAST_FACES = "() => document.querySelector('.entry').hasAttribute('data-laid')"
KINDS = ["index.html", "actors/ukraine.html", "events/medvedchuk-exchange.html", "about.html"]


def faces(page: Page) -> dict[str, set[str]]:
    """The first face asked for by the elements of each name and class."""
    found: dict[str, set[str]] = {}
    for name, family in page.evaluate(FACES):
        found.setdefault(name, set()).add(family.split(",")[0])
    return found


@pytest.mark.parametrize("address", KINDS)
def test_every_word_is_set_as_it_is_without_script(
    flagship: Path, browser: Browser, address: str
) -> None:
    """Part by part is no other way than all at once."""
    with serving(flagship) as root:
        with visiting(browser, java_script_enabled=False) as page:
            page.goto(root + address)
            plain = faces(page)
        with visiting(browser) as page:
            page.goto(root + address)
            near(page)
            ready(page)
            scripted = faces(page)
    both = plain.keys() & scripted.keys()
    assert {name: scripted[name] for name in both} == {name: plain[name] for name in both}
    assert scripted["h1."] == {"Literata"}


def test_the_first_words_wait_for_no_face(page: Page, site: str) -> None:
    page.add_init_script("""addEventListener('DOMContentLoaded', () => {
      window.first = getComputedStyle(document.body).fontFamily; })""")
    page.goto(site)
    near(page)
    ready(page)
    assert "Literata" not in page.evaluate("first")
    assert page.evaluate(IS_LITERATA, "h1")
    assert page.locator("[data-faced]").count() > 10, "it came in one go"


def test_a_page_whose_face_does_not_come_works_without(page: Page, site: str) -> None:
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(site)
    near(page)
    page.wait_for_function(IS_PAST_FACES, timeout=PATIENCE)
    assert not page.evaluate(IS_LITERATA, "h1")
    assert not page.evaluate("document.body.hasAttribute('data-faced')")


@pytest.mark.parametrize("address", KINDS)
def test_hardly_a_line_moves_when_the_face_comes(
    flagship: Path, browser: Browser, address: str
) -> None:
    """A paragraph may be a line longer, which moves what is below by 0.01."""
    screen = {"width": 412, "height": 823}
    with serving(flagship) as root, visiting(browser, viewport=screen) as page:
        page.add_init_script(WATCH)
        page.goto(root + address)
        page.wait_for_function(IS_LITERATA, arg="h1", timeout=PATIENCE)
        page.wait_for_function("() => document.body.hasAttribute('data-faced')", timeout=PATIENCE)
        assert page.evaluate("moved") < 0.02


def test_in_a_face_of_another_width_words_stay(page: Page, site: str) -> None:
    page.route("**/site.css", stripped_of_local_faces)
    page.goto(site)
    near(page)
    ready(page)
    page.wait_for_function(IS_PAST_FACES, timeout=PATIENCE)
    assert page.evaluate(HAS_COME)
    assert not page.evaluate(IS_LITERATA, "h1")


def stripped_of_local_faces(route: Route) -> None:
    """The style sheet as on a machine that has none of the faces that it names."""
    sent = route.fetch()
    route.fulfill(response=sent, body=sent.text().replace('local("', 'local("No '))

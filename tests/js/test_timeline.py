"""The timeline as a reader uses it, and its pure parts, in a real browser."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.visiting import drawn, near, ready, visiting
from timeline import dates

FIRST = '.chart-window ol [tabindex="0"]'


@pytest.fixture
def home(page: Page, site: str) -> Page:
    page.goto(site)
    near(page)
    ready(page)
    page.locator(FIRST).wait_for(state="attached")
    return page


def module(page: Page, name: str, script: str, argument: object = None) -> object:
    """What a script gives that is handed one of the modules, `m`."""
    body = f"async (x) => {{ const m = await import('./assets/js/{name}.js'); return {script}; }}"
    return page.evaluate(body, argument)


def test_days_are_numbered_as_the_build_numbers_them(home: Page) -> None:
    numbers = [1, 0, -365, 738_476, date.max.toordinal(), -16_070, -5_040_346_500_365, 4_000_000]
    assert module(home, "days", "x.map(m.iso)", numbers) == [dates.iso(day) for day in numbers]
    written = [dates.iso(day) for day in numbers]
    assert module(home, "days", "x.map(m.fromIso)", written) == numbers


def test_what_is_no_day_is_none(home: Page) -> None:
    written = ["2022-02-30", "", "2022", "x", "2022-02-03T24:00"]
    assert module(home, "days", "x.map(m.fromIso)", written) == [None] * 5


def test_a_part_of_a_day_is_written_to_the_minute(home: Page) -> None:
    moments = ["2023-06-24T00:01", "2023-06-24T10:30", "-0043-03-15T23:59", "2023-06-24"]
    assert module(home, "days", "x.map((moment) => m.iso(m.fromIso(moment)))", moments) == moments


def test_years_have_their_digits_in_groups_where_they_are_round_figures(home: Page) -> None:
    phrases = {"months": [], "day": "", "bce": "{year} BCE", "ce": "{year} CE", "locale": "en"}
    script = "x.days.map((day) => m.words(m.fromIso(day), x.phrases))"
    days = ["-1176-01-01", "-12999-01-01"]
    found = module(home, "days", script, {"days": days, "phrases": phrases})
    assert found == ["1177 BCE", "12,999 BCE"]


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Émissaire  ORBÁN", "emissaire orban"),
        ("Łódź, Øresund, Đorđević, Þórr", "lodz, oresund, dordevic, thorr"),
        ("Maß, Æther, Œuvre", "mass, aether, oeuvre"),
        ("İstanbul, ışık", "istanbul, isik"),
        ("Κώστας", "κωστασ"),
        ("the council’s “ship\u00adyard”", 'the council\'s "shipyard"'),
        ("ﬁsh Ⅳ", "fish iv"),
        ("נת״ע, ʿAmmurāpi", "נת\"ע, 'ammurapi"),
    ],
)
def test_what_no_keyboard_has_does_not_matter(home: Page, written: str, compared: str) -> None:
    assert module(home, "matching", "m.folded(x)", written) == compared


def test_paper_says_how_many_of_the_events_it_holds(home: Page) -> None:
    home.emulate_media(media="print")
    expect(home.locator(".filters p[role=status]").first).to_be_visible()
    expect(home.get_by_role("search")).to_be_hidden()


def test_events_are_in_the_order_of_the_page(home: Page) -> None:
    """Also where they begin on one day, in different lanes."""
    script = (
        "[m.entries.map(({id}) => id), [...document.querySelectorAll('article')].map(({id}) => id)]"
    )
    found = module(home, "page", script)
    assert isinstance(found, list)
    assert found[0] == found[1]


def test_an_address_zooms_as_far_as_the_chart_was(home: Page) -> None:
    """Also at the end of the time, behind which there is a margin without a day."""
    for _ in range(6):
        home.locator("[data-zoom=in]").click()
    home.wait_for_url("**from=**")
    sheet = home.locator(".sheet")
    before = sheet.evaluate("sheet => sheet.scrollWidth")
    home.wait_for_timeout(600)
    home.goto("about:blank")
    home.go_back()
    near(home)
    ready(home)
    assert sheet.evaluate("sheet => sheet.scrollWidth") == pytest.approx(before, rel=0.05)


def test_counts_tell_what_another_choice_would_give(home: Page) -> None:
    events = [
        {"tracks": ["a"], "parts": [["x", "party"]], "sources": [], "certainty": "c", "text": ""},
        {"tracks": ["b"], "parts": [["x", "host"]], "sources": [], "certainty": "c", "text": ""},
    ]
    filters = {"q": "", "track": "a", "actor": "", "role": "", "source": "", "certainty": ""}
    script = """(() => {
      const survey = new m.Survey(x.filters);
      for (const event of x.events) survey.see(event);
      const {matching, counts} = survey;
      return [matching.size, [...counts.track], [...counts.role]]; })()"""
    found = module(home, "matching", script, {"events": events, "filters": filters})
    assert found == [1, [["a", 1], ["b", 1]], [["party", 1]]]


def test_an_address_holds_the_whole_view(home: Page) -> None:
    address = "?q=map&track=t&by=known&day=2022-11-17&from=2022-01-01&to=2022-03-01&axis=plain#e"
    script = "m.write(m.read(x.slice(0, x.indexOf('#')), '#e'))"
    written = str(module(home, "view", script, address))
    assert sorted(written[1:-2].split("&")) == sorted(address[1:-2].split("&"))


def test_a_filter_is_told_written_down_and_undone_by_back(home: Page) -> None:
    status = home.locator("timeline-filters [role=status]").first
    home.locator("[name=track]").select_option("track-1")
    expect(status).not_to_have_text("40 of 40 events shown")
    expect(home).to_have_url(re.compile("track=track-1"))
    expect(home.locator("article:not([data-tracks~=track-1]):visible")).to_have_count(0)
    home.go_back()
    expect(status).to_have_text("40 of 40 events shown")
    expect(home.locator("article:visible")).to_have_count(40)


def test_without_a_match_the_page_says_what_to_loosen(home: Page) -> None:
    home.locator("[name=q]").fill("no such word")
    expect(home.locator("timeline-filters [role=status]").first).to_contain_text("No event matches")
    home.get_by_role("button", name="Remove the search words?").click()
    expect(home.locator("timeline-filters [role=status]").first).to_contain_text("40 of 40")


def test_aliases_and_accents_are_found(home: Page) -> None:
    home.locator("[name=q]").fill("envoy 3")
    status = home.locator("timeline-filters [role=status]").first
    expect(status).not_to_contain_text("40 of 40")
    expect(status).not_to_contain_text("No event")


def test_a_chosen_event_is_shown_whatever_the_filters(page: Page, site: str) -> None:
    page.goto(f"{site}?track=track-1#event-0")
    expect(page.locator("timeline-filters [role=status]").first).to_contain_text(
        "shown all the same"
    )
    expect(page.locator("#event-0")).to_be_visible()


def test_a_whole_visit_by_keyboard(home: Page) -> None:
    home.locator("[name=q]").focus()
    home.keyboard.type("round")
    home.wait_for_url("**?q=round*")
    home.locator(FIRST).focus()
    for key in ("ArrowLeft", "ArrowLeft", "ArrowRight", "+"):
        home.keyboard.press(key)
    home.wait_for_url("**from=*")
    expect(home.locator("#the_card")).to_be_visible()
    home.keyboard.press("Escape")
    expect(home.locator("#the_card")).to_be_hidden()
    chosen = home.evaluate("document.activeElement.hash")
    home.keyboard.press("Enter")
    home.wait_for_url(f"**{chosen}")
    home.go_back()
    home.go_back()
    home.wait_for_url("**?q=round")


def test_a_day_shows_the_state_of_play_then(home: Page) -> None:
    home.locator("[name=day]").fill("2021-01-02")
    home.wait_for_url("**day=2021-01-02")
    expect(home.locator("[data-tellings]").first).to_contain_text("No state recorded by then")
    home.locator("[data-day=none]").click()
    expect(home.locator("[data-tellings]").first).not_to_contain_text("No state recorded")


def test_marks_can_be_reached_one_by_one(home: Page) -> None:
    home.locator(FIRST).focus()
    home.keyboard.press("Home")
    seen = {home.evaluate("document.activeElement.hash")}
    for _ in range(39):
        home.keyboard.press("ArrowRight")
        seen.add(home.evaluate("document.activeElement.hash"))
    assert len(seen) == 40


def test_nothing_moves_when_the_script_arrives(page: Page, site: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((l) => l.getEntries().forEach((e) =>"
        " window.shift += e.value)).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(site)
    ready(page)
    page.locator(FIRST).wait_for(state="attached")
    drawn(page)
    assert page.evaluate("shift") < 0.01


FIELDS = """() => [...document.querySelectorAll("timeline-day input, timeline-filters input")]
  .map((field) => [
    getComputedStyle(field).contentVisibility, field.offsetWidth, field.offsetHeight,
  ])
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_fields_are_filled_when_they_can_be_used_and_do_not_grow(
    browser: Browser, site: str, width: int
) -> None:
    with visiting(browser, viewport={"width": width, "height": 800}) as page:
        page.route("**/*.js", lambda route: route.abort())
        page.goto(site)
        waiting = page.evaluate(FIELDS)
        page.unroute("**/*.js")
        page.reload()
        near(page)
        ready(page)
        assert page.evaluate(FIELDS) == [["visible", *size] for _, *size in waiting]
        assert {seen for seen, *_ in waiting} == {"hidden"}


def test_without_script_no_control_is_offered(browser: Browser, site: str) -> None:
    with visiting(browser, java_script_enabled=False) as page:
        page.goto(site)
        assert page.locator("timeline-chart .mark").count() == 40
        assert page.locator(":is(button, input, select):enabled").count() == 0


def test_the_page_never_scrolls_sideways(browser: Browser, site: str) -> None:
    with visiting(browser, viewport={"width": 320, "height": 640}) as page:
        page.goto(site)
        near(page)
        ready(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_pages_and_scripts_know_the_widths_of_the_build() -> None:
    """The styles show what has room at the second; the script zooms as far as the last."""
    from timeline.render.chart.lanes import STEPS

    assets = Path(__file__).parents[2] / "assets"
    assert f'[data-step="{STEPS[1]}"]' in (assets / "css/chart.css").read_text("utf-8")
    assert f"WIDEST = {STEPS[-1]};" in (assets / "js/sheet.js").read_text("utf-8")

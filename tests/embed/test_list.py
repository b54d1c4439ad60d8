"""embed.html as it is built, which is all that readers without script have of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.embed.conftest import ROOT
from tests.quality.weights import compressed
from tests.render.telling import TEMPLATES, event, parsed, rendered, text, texts, timeline
from timeline.dates import Day, day_number, iso, parse
from timeline.model.overview import LIMIT
from timeline.records import About
from timeline.render.pages import embed, surroundings, typeset
from timeline.render.pages.embed import MODULES, Reach, reach


@pytest.fixture(scope="module")
def page(built: Path) -> LexborHTMLParser:
    return parsed((built / "embed.html").read_text("utf-8"))


def test_every_event_is_listed_in_its_month(page: LexborHTMLParser, built: Path) -> None:
    """Compared with the home page, whose register is made from the same groups."""
    home = parsed((built / "index.html").read_text("utf-8"))
    expected = [
        (text(period.html or "", "h3"), [each.attributes["id"] for each in period.css("article")])
        for period in home.css(".period")
    ]
    assert len(expected) > 5
    assert [
        (text(period.html or "", "h2"), [each.attributes["id"] for each in period.css(".told")])
        for period in page.css(".period")
    ] == expected


def test_an_event_tells_date_title_certainty_and_who_says_so() -> None:
    told = event("vote", date="2022-11", title="The council votes", certainty="claimed")
    html = rendered(timeline(told))["embed.html"]
    assert text(html, ".told") == (
        "November 2022 The council votes Claimed · Ammonia pipeline · The Conversation"
    )
    link = parsed(html).css_first(".told a")
    assert link
    assert link.attributes["href"] == "events/vote.html"


def test_the_heading_counts_what_is_listed(page: LexborHTMLParser) -> None:
    assert text(page.html or "", "h1") == f"Back channels: {len(page.css('.told'))} events"


def test_search_engines_leave_it_alone(page: LexborHTMLParser, built: Path) -> None:
    robots = page.css_first("meta[name=robots]")
    assert robots
    assert robots.attributes["content"] == "noindex"
    assert "embed.html" not in (built / "sitemap.xml").read_text("utf-8")


def test_a_frame_offers_no_frame(page: LexborHTMLParser) -> None:
    assert page.css(".embedding") == []


def test_links_lead_out_of_the_frame(page: LexborHTMLParser) -> None:
    base = page.css_first("base")
    assert base
    assert dict(base.attributes) == {"target": "_blank"}


def test_it_has_the_policy_of_every_page(page: LexborHTMLParser, built: Path) -> None:
    policy = 'meta[http-equiv="Content-Security-Policy"]'
    home = parsed((built / "index.html").read_text("utf-8")).css_first(policy)
    own = page.css_first(policy)
    assert own
    assert home
    assert own.attributes == home.attributes


def test_it_is_light(built: Path, page: LexborHTMLParser) -> None:
    """What it weighs is paid by readers of a page that is not ours."""
    resources = [
        node.attributes.get("href") or node.attributes.get("src") or ""
        for node in page.css("link[rel=stylesheet], link[rel=modulepreload], script[src]")
    ]
    page_alone = compressed(built / "embed.html")
    assert page_alone <= 15 * 1024
    assert page_alone + sum(compressed(built / each) for each in resources) <= 28 * 1024
    style = (built / "assets/css/frame.css").read_text("utf-8")
    assert ".woff2" not in style


def test_every_script_is_fetched_without_waiting_for_another() -> None:
    found, waiting = set(), ["assets/js/embed.js"]
    while waiting:
        module = waiting.pop()
        found.add(module)
        code = (ROOT / module).read_text("utf-8")
        for name in re.findall(r'^import .* from "([^"]+)";', code, re.MULTILINE):
            path = (ROOT / module).parent / name
            imported = path.resolve().relative_to(ROOT).as_posix()
            if imported not in found:
                waiting.append(imported)
    assert sorted(MODULES) == sorted(found)


def test_of_too_many_events_it_says_how_many_are_left_out() -> None:
    """Which ones: those that the home page holds."""
    first = day_number(2000, 1, 1)
    many = [event(f"e{n}", date=iso(first + n), key=n == 3) for n in range(LIMIT + 5)]
    site = surroundings(timeline(*many), TEMPLATES)
    (page,) = embed.pages(site)
    html = typeset(page, site, TEMPLATES).decode()
    listed = [node.attributes["id"] for node in parsed(html).css(".told")]
    assert len(listed) == LIMIT
    assert listed[:2] == ["e3", "e6"]
    assert "500 of 505 events" in text(html, ".cut")


def test_a_timeline_without_events_says_so() -> None:
    html = rendered(timeline(about=About(title="Nothing yet"), actors=(), tracks=()))["embed.html"]
    assert "No event has been written down yet." in texts(html, "main p")


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2022-11-17", "2022-11-17", "2022-11-17"),
        ("2022-11", "2022-11-01", "2022-11-30"),
        ("2022-11-03/2022-12", "2022-11-03", "2022-12-31"),
        ("2022-11-03/..", "2022-11-03", None),
        ("../2022-11", None, "2022-11-30"),
        ("[2022-12-01..2022-12-10]", "2022-12-01", "2022-12-10"),
    ],
)
def test_a_date_reaches_over_every_day_that_it_allows(
    date: str, first: str | None, last: str | None
) -> None:
    assert reach(parse(date)) == Reach(_day(first), _day(last))


@pytest.mark.parametrize("date", ["[..2022-11-30]", "/2022-11-30", "2022-11-30/", "[2022-11-30..]"])
def test_an_end_that_nobody_wrote_down_does_not_reach_to_all_days(date: str) -> None:
    """Otherwise it would be listed for days centuries away."""
    day = _day("2022-11-30")
    assert reach(parse(date)) == Reach(day, day)


def _day(iso: str | None) -> Day | None:
    return None if iso is None else parse(iso).anchor

"""Every kind of page: where it stands, what it holds, what it leaves out when there is nothing."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from posixpath import normpath

import pytest

from tests.render.everything import LONG, everything
from tests.render.telling import (
    RUSSIA,
    STATES,
    TRACK,
    UKRAINE,
    event,
    parsed,
    rendered,
    text,
    texts,
    timeline,
)
from timeline.dates import parse
from timeline.model.overview import overview
from timeline.records import (
    About,
    Actor,
    Body,
    Citation,
    Claim,
    Office,
    Relation,
    Source,
    Withdrawal,
)
from timeline.render.pages.page import Page, summary


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return rendered(everything())


@pytest.fixture(scope="module")
def smallest() -> dict[str, str]:
    return rendered(timeline(event(), about=About(title="One event")))


def test_every_address_has_a_page(site: dict[str, str]) -> None:
    assert set(site) == {
        "index.html", "corrections.html", "about.html", "404.html", "embed.html",
        "events/old.html", "events/year.html", "events/meeting.html", "events/refusal.html",
        "events/gone.html", "events/open.html", "events/abu-dhabi-talks.html",
        "actors/index.html", "actors/russia.html", "actors/ukraine.html", "actors/zelensky.html",
        "actors/silent.html", "tracks/ammonia.html", "tracks/peace.html", "tracks/empty.html",
        "sources/index.html", "sources/lewis.html", "sources/copy.html",
        "when/-0043.html", "when/-0043-03.html", "when/2021.html", "when/2022.html",
        "when/2022-11.html", "when/2022-12.html",
    }  # fmt: skip


def test_a_timeline_without_events_still_has_its_pages() -> None:
    empty = rendered(timeline(about=About(title="Nothing yet"), actors=(), sources=(), tracks=()))
    assert set(empty) == {"index.html", "about.html", "404.html", "embed.html"}
    assert text(empty["index.html"], "main").startswith("Nothing yet")
    assert texts(empty["index.html"], ".top nav a") == ["Timeline", "About"]


def test_links_inside_are_relative_and_lead_to_pages(site: dict[str, str]) -> None:
    known = set(site) | {"assets/icons/favicon.svg", "events.json", "media/a%20b.png"}
    files = (".xml", ".json", ".ics", ".csv")
    for address, html in site.items():
        for node in parsed(html).css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            path = link.partition("#")[0]
            if "://" in path or not path or path.endswith(files):
                continue
            assert not path.startswith("/"), f"{address}: {link}"
            assert normpath(f"{address}/../{path}") in known, f"{address}: {link}"


def test_no_id_stands_twice_on_a_page(site: dict[str, str]) -> None:
    for address, html in site.items():
        ids = [node.attributes["id"] for node in parsed(html).css("[id]")]
        assert len(ids) == len(set(ids)), address


def test_ids_of_ours_cannot_be_ids_of_events(site: dict[str, str]) -> None:
    for html in site.values():
        for node in parsed(html).css("[id]:not(article, .told, [id^=fn])"):
            assert "_" in (node.attributes["id"] or "")


def test_headings_go_down_one_step_at_a_time(site: dict[str, str]) -> None:
    for address, html in site.items():
        levels = [int(tag) for tag in re.findall(r"<h([1-6])", html)]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_every_page_names_itself(site: dict[str, str]) -> None:
    titles = [text(html, "title") for html in site.values()]
    assert len(set(titles)) == len(titles)
    for address, html in site.items():
        assert address == "404.html" or parsed(html).css_first("meta[name=description]"), address


def test_the_policy_stands_before_anything_that_loads(site: dict[str, str]) -> None:
    for address, html in site.items():
        head = html[html.index('<meta charset="utf-8">') :]
        assert head.split("\n")[1].startswith('<meta http-equiv="Content-Security-Policy"'), address
        assert "script-src 'unsafe-inline'" not in head


def test_pages_know_their_public_address_only_when_told() -> None:
    told, untold = rendered(everything()), rendered(everything(url=""))
    canonical = 'rel="canonical"'
    assert '<link rel="canonical" href="https://example.org/timeline/">' in told["index.html"]
    assert "https://example.org/timeline/events/meeting.html" in told["events/meeting.html"]
    assert not any(canonical in html for a, html in untold.items() if "abu-dhabi-talks" not in a)


def test_the_page_for_missing_addresses_holds_no_relative_link() -> None:
    """It is served at any depth, below any folder."""
    told, untold = (rendered(everything(url))["404.html"] for url in ("https://example.org/a", ""))
    links = [node.attributes["href"] or "" for node in parsed(told).css("[href]")]
    assert links[0] == "https://example.org/a/"
    assert all(link.startswith("https://example.org/a/") for link in links)
    assert parsed(untold).css("[href], [src]") == []


def test_a_former_id_leads_to_the_event(site: dict[str, str]) -> None:
    html = site["events/abu-dhabi-talks.html"]
    refresh = parsed(html).css_first('meta[http-equiv="refresh"]')
    assert refresh is not None
    assert refresh.attributes["content"] == "0; url=../events/meeting.html"
    assert text(html, "main a") == "Delegations meet"
    assert "https://example.org/timeline/events/meeting.html" in html


def test_navigation_leads_only_where_there_is_something(smallest: dict[str, str]) -> None:
    names = texts(smallest["index.html"], ".top nav a")
    assert names == ["Timeline", "Actors", "Sources", "About"]


def test_no_heading_stands_over_nothing(site: dict[str, str], smallest: dict[str, str]) -> None:
    for html in (*site.values(), *smallest.values()):
        for section in parsed(html).css("section"):
            heading = section.css_first("h1, h2, h3, h4")
            said, title = section.text(strip=True), heading.text(strip=True) if heading else ""
            assert len(said) > len(title), html[:200]


class TestHome:
    def test_the_state_of_play_reads_as_a_sentence(self, site: dict[str, str]) -> None:
        line = text(site["index.html"], '.standing[data-track="ammonia"]')
        assert line == (
            "Ammonia pipeline Blocked colder than before disputed, early December 2022 "
            + _title(site)
        )

    def test_a_state_is_since_the_beginning_of_what_brought_it(self) -> None:
        lasting = event(date="2022-07/2022-08", states=(("ammonia", "cold"),))
        assert (
            text(rendered(timeline(lasting))["index.html"], ".standing-since") == "since July 2022"
        )

    def test_the_first_state_is_neither_warmer_nor_colder(self) -> None:
        pages = rendered(timeline(event(states=(("ammonia", "cold"),))))
        for address in ("index.html", "tracks/ammonia.html"):
            shown = parsed(pages[address]).css_first(".state")
            assert shown is not None
            assert shown.text() == "Blocked"
            assert parsed(pages[address]).css("main .step") == [], address

    def test_without_states_the_tracks_are_listed(self, smallest: dict[str, str]) -> None:
        assert text(smallest["index.html"], ".states") == "Ammonia pipeline 1 event"

    def test_what_is_only_planned_moves_no_track(self) -> None:
        met = event("met", states=(("ammonia", "cold"),))
        for certainty, expected in (("reported", "Talking"), ("planned", "Blocked")):
            states = (("ammonia", "warm"),)
            hoped = event("hoped", "2023-01-05", certainty=certainty, states=states)
            pages = rendered(timeline(met, hoped))
            assert text(pages["index.html"], ".standing-state") == expected
            assert ("Leaves it" in text(pages["events/hoped.html"], "main")) == (
                expected == "Talking"
            )

    def test_a_state_is_as_sure_as_what_brought_it(self) -> None:
        states = (("ammonia", "cold"),)
        told = event(date="2022-07-05", certainty="rumoured", states=states)
        assert (
            text(rendered(timeline(told))["index.html"], ".standing-since")
            == "rumoured, since 5 July 2022"
        )

    def test_scripts_are_told_every_move(self, site: dict[str, str]) -> None:
        node = parsed(site["index.html"]).css_first('.standing[data-track="ammonia"]')
        moves = json.loads((node and node.attributes["data-tellings"]) or "")
        assert [(m["event"], m["label"], m["rung"], m["since"]) for m in moves] == [
            ("meeting", "Talking", 1, "since 17 November 2022"),
            ("refusal", "Blocked", 0, "disputed, early December 2022"),
        ]
        assert moves[0]["known"] == parse("2022-12-07").latest
        assert moves[0]["day"] == parse("2022-11-17").latest

    def test_events_stand_in_the_month_they_are_told_in(self, site: dict[str, str]) -> None:
        found = {
            section.attributes["data-period"]: [a.attributes["id"] for a in section.css("article")]
            for section in parsed(site["index.html"]).css(".period")
        }
        assert found == {
            "-0043-03": ["old"], "2021": ["year"], "2022-11": ["meeting"],
            "2022-12": ["open", "refusal"],
        }  # fmt: skip

    def test_an_entry_tells_scripts_what_it_tells_readers(self, site: dict[str, str]) -> None:
        article = parsed(site["index.html"]).css_first("#refusal")
        told = dict(article.attributes) if article else {}
        first, last = parse("2022-12-01").earliest, parse("2022-12-10").latest
        assert told["data-tracks"] == "peace ammonia"
        assert told["data-actors"] == "ukraine:main_speaker russia:target"
        assert told["data-sources"] == "lewis copy example.net"
        assert told["data-certainty"] == "disputed"
        assert (told["data-from"], told["data-to"]) == (str(first), str(last))
        assert told["data-day"] == str(last)
        assert "data-known" not in told

    def test_open_ends_have_no_day(self, site: dict[str, str]) -> None:
        article = parsed(site["index.html"]).css_first("#open")
        assert article
        assert "data-to" not in article.attributes

    def test_a_quoted_date_is_followed_by_how_it_was_read(self, site: dict[str, str]) -> None:
        said = text(site["index.html"], "#refusal .entry-when")
        assert said == "early December 2022 worked out as some day from 1 to 10 December 2022"

    def test_republications_are_told_apart_from_witnesses(self, site: dict[str, str]) -> None:
        assert text(site["index.html"], "#refusal .source-count") == "3 sources, 2 independent:"
        assert text(site["index.html"], "#meeting .source-count") == "1 source:"

    def test_only_the_first_paragraph_introduces(self, site: dict[str, str]) -> None:
        assert text(site["index.html"], ".opening .prose") == "The first."
        assert "The second." in text(site["about.html"], ".prose")

    def test_notes_keep_an_introduction_whole(self) -> None:
        body = Body("One[^1].\n\nTwo.\n\n[^1]: A note.")
        html = rendered(timeline(about=About(title="T", body=body)))["index.html"]
        assert "A note." in text(html, ".opening .prose")

    def test_withdrawn_events_are_not_listed(self, site: dict[str, str]) -> None:
        assert parsed(site["index.html"]).css("#gone") == []

    def test_too_many_events_leave_the_key_ones_and_the_newest(self) -> None:
        events = tuple(event(f"e{day}", f"2022-11-{day:02d}", key=day == 2) for day in range(1, 10))
        chosen = [one.id for one in overview(events, limit=4)]
        assert chosen == ["e2", "e7", "e8", "e9"]

    def test_more_key_events_than_fit_leave_the_newest_of_them(self) -> None:
        events = tuple(event(f"e{day}", f"2022-11-{day:02d}", key=True) for day in range(1, 10))
        assert [one.id for one in overview(events, limit=2)] == ["e8", "e9"]


class TestEvent:
    def test_the_speaker_comes_before_the_claim(self, site: dict[str, str]) -> None:
        said = texts(site["events/refusal.html"], ".claim")
        assert said[0].startswith("Ukraine, Volodymyr Zelensky denies It was not so")
        assert said[1].startswith("Russia asserts, 11 December 2022 It was")

    def test_relations_are_told_on_both_sides(self, site: dict[str, str]) -> None:
        section = '[aria-labelledby="the_relations"]'
        here = text(site["events/meeting.html"], section)
        there = text(site["events/refusal.html"], section)
        assert LONG in here
        assert "Told in error (withdrawn)" in here
        assert "Responds to: Delegations meet" in there

    def test_numbers_that_disagree_both_stand(self, site: dict[str, str]) -> None:
        rows = texts(site["events/meeting.html"], '[aria-labelledby="the_figures"] tbody tr')
        assert [row.split(" The Conversation")[0] for row in rows] == [
            "Prisoners freed about 300 people As one side counts",
            "Prisoners freed more than 800 people",
        ]

    def test_a_withdrawn_event_says_so(self, site: dict[str, str]) -> None:
        said = text(site["events/gone.html"], ".notice")
        assert said == "Withdrawn on 1 February 2023: The source retracted its report"

    def test_a_withdrawn_event_has_no_neighbours(self, site: dict[str, str]) -> None:
        assert parsed(site["events/gone.html"]).css(".neighbours") == []

    def test_what_became_public_later_says_when(self, site: dict[str, str]) -> None:
        assert "Became public 7 December 2022" in text(site["events/meeting.html"], ".facts")

    def test_before_and_after_lead_on(self, site: dict[str, str]) -> None:
        near = texts(site["events/meeting.html"], ".neighbours li")
        assert near[0] == "Before In some month of 2021"
        assert near[1] == "After Still going on"

    def test_a_lane_with_the_same_neighbours_is_not_repeated(self) -> None:
        html = rendered(timeline(event("one"), event("two")))["events/one.html"]
        assert texts(html, ".neighbours-of") == ["In time"]

    def test_mistakes_can_be_mended_where_there_is_a_repository(
        self, site: dict[str, str], smallest: dict[str, str]
    ) -> None:
        links = [n.attributes["href"] for n in parsed(site["events/meeting.html"]).css(".tools a")]
        repository = "https://github.com/someone/timeline"
        assert links == [
            f"{repository}/edit/main/content/events/meeting.md",
            f"{repository}/issues/new?title=Delegations%20meet",
        ]
        assert parsed(smallest["events/meeting.html"]).css(".tools") == []

    def test_markup_in_content_is_text(self) -> None:
        hostile = event(
            title="<script>alert(1)</script>", place="<b>", date_text='"><i>',
            claims=(Claim(("russia",), "asserts", "<img src=x onerror=alert(1)>"),),
        )  # fmt: skip
        for html in rendered(timeline(hostile)).values():
            assert parsed(html).css("script:not([type*=json]), main b, main i, main img") == []

    def test_a_relation_to_a_hidden_draft_is_left_out(self) -> None:
        related = event(relations=(Relation("continues", "draft"),))
        told = rendered(timeline(related, event("draft", draft=True)))
        assert parsed(told["events/meeting.html"]).css(".relations") == []


class TestActor:
    def test_an_actor_says_what_it_is_called_and_part_of(self, site: dict[str, str]) -> None:
        facts = text(site["actors/zelensky.html"], ".facts")
        assert "Offices President, Ukraine, from 2019" in facts
        assert "Part of Ukraine" in facts
        assert "Also written Moscow, Kremlin" in text(site["actors/russia.html"], ".facts")
        assert "Volodymyr Zelensky" in text(site["actors/ukraine.html"], ".facts")

    def test_positions_stand_by_track_with_their_sources(self, site: dict[str, str]) -> None:
        held = text(site["actors/russia.html"], '[aria-labelledby="the_positions"] .on-track')
        assert held.startswith("Ammonia pipeline")
        for part in ("Red line", "No pipeline", "about November 2022", "The Conversation"):
            assert part in held

    def test_events_tell_the_roles_of_the_actor(self, site: dict[str, str]) -> None:
        assert text(site["actors/ukraine.html"], "#refusal .own-roles") == "· main speaker"

    def test_actors_are_listed_by_kind_with_their_events(self, site: dict[str, str]) -> None:
        html = site["actors/index.html"]
        assert texts(html, '[id^="kind_"]') == ["States", "People", "trade union"]
        assert texts(html, '[aria-labelledby="kind_1"] li') == [
            "Russia 5 events",
            "Ukraine 5 events",
        ]

    def test_who_held_an_office_once_belongs_to_it_no_more(self) -> None:
        offices = (Office("russia", "Governor", until=parse("2019")),)
        actors = (RUSSIA, UKRAINE, Actor("held", "actors/held.md", "Held", offices=offices))
        html = rendered(timeline(event(), actors=actors))["actors/russia.html"]
        assert "Who belongs to it Held, until 2019" in text(html, ".facts")


class TestWithdrawn:
    def test_what_is_withdrawn_is_vouched_for_by_nobody(self) -> None:
        gone = Withdrawal(parse("2023-01-05"), "The paper took it back.")
        html = rendered(timeline(event(withdrawn=gone, states=(("ammonia", "cold"),))))
        page = text(html["events/meeting.html"], "main")
        assert "The paper took it back." in page
        assert "Reported" not in page
        assert "Leaves it" not in page

    def test_the_latest_withdrawal_comes_first(self) -> None:
        days = {"first": "2023-02-01", "second": "2023-10-01", "third": "2023-05-01"}
        events = [
            event(id, title=id, withdrawn=Withdrawal(parse(day), "No.")) for id, day in days.items()
        ]
        page = rendered(timeline(*events))["corrections.html"]
        assert texts(page, ".corrections a") == ["second", "third", "first"]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2022-11-20", "State of play on 20 November 2022"),
     ("2022-12", "State of play at the end of November 2022"),
     ("2022-10", "State of play at the end of November 2022")],
)  # fmt: skip
def test_a_month_that_is_not_over_is_told_up_to_its_day(as_of: str, expected: str) -> None:
    about = About(title="Back channels", states=STATES, as_of=parse(as_of))
    pages = rendered(timeline(event(states=(("ammonia", "cold"),)), about=about))
    assert text(pages["when/2022-11.html"], "#state_of_play") == expected


def test_a_month_of_which_only_plans_are_told_has_not_ended() -> None:
    plan = event("plan", "2023-05", certainty="planned")
    about = About(title="Back channels", states=STATES, as_of=parse("2022-12-15"))
    pages = rendered(timeline(event(states=(("ammonia", "cold"),)), plan, about=about))
    said = text(pages["when/2023-05.html"], "#state_of_play")
    assert said == "State of play on 15 December 2022"


class TestTrack:
    def test_a_track_tells_the_history_of_its_states(self, site: dict[str, str]) -> None:
        first, second = texts(site["tracks/ammonia.html"], ".history li")
        assert "Talking since 17 November 2022 Delegations meet" in first
        assert "Blocked colder than before disputed, early December 2022" in second

    def test_positions_on_a_track_stand_actor_by_actor(self, site: dict[str, str]) -> None:
        said = text(site["tracks/ammonia.html"], ".side-by-side section")
        assert said.startswith("Russia Red line")

    def test_a_track_without_events_says_so(self, site: dict[str, str]) -> None:
        assert "No event stands on this track yet." in text(site["tracks/empty.html"], "main")


class TestSource:
    def test_a_source_tells_what_is_known_of_it(self, site: dict[str, str]) -> None:
        facts = text(site["sources/lewis.html"], ".facts")
        for known in ("The Conversation", "David Lewis", "Analysis", "9 January 2023", "archived"):
            assert known in facts
        assert "Republished as The same again" in facts
        assert "Republishes Moscow and Kyiv" in text(site["sources/copy.html"], ".facts")

    def test_what_rests_on_one_story_alone_says_so(self, site: dict[str, str]) -> None:
        html = site["sources/lewis.html"]
        assert "rests on this story alone" in text(html, "#meeting")
        assert "rests on this story alone" not in text(html, "#refusal")

    def test_web_addresses_are_listed_by_host(self) -> None:
        direct = event(sources=(Citation("https://www.example.net/b"), Citation("https://a.org/x")))
        html = rendered(timeline(direct))["sources/index.html"]
        assert texts(html, "h3") == ["a.org", "example.net"]

    def test_a_source_in_another_language_says_so_to_screen_readers(self) -> None:
        foreign = Source("lewis", "sources/lewis.md", "Розмова", language="uk")
        html = rendered(timeline(event(), sources=(foreign,)))["sources/lewis.html"]
        assert 'lang="uk"' in html[html.index("<h1") : html.index("</h1>")]


class TestWhen:
    def test_a_month_tells_where_each_track_stood_at_its_end(self, site: dict[str, str]) -> None:
        november, december = (
            text(site[f"when/2022-{month}.html"], '.standing[data-track="ammonia"]')
            for month in ("11", "12")
        )
        assert november.startswith("Ammonia pipeline Talking since 17 November 2022")
        assert december.startswith("Ammonia pipeline Blocked")

    def test_a_month_leads_to_the_next_month_with_events(self, site: dict[str, str]) -> None:
        assert texts(site["when/-0043-03.html"], ".around a")[0] == "Later November 2022"

    def test_a_year_lists_its_months_and_what_has_none(self, site: dict[str, str]) -> None:
        assert texts(site["when/2022.html"], ".period h2") == [
            "November 2022 1 event", "December 2022 2 events",
        ]  # fmt: skip
        assert parsed(site["when/2021.html"]).css_first("#year")


def test_corrections_are_listed_with_their_events(site: dict[str, str]) -> None:
    said = text(site["corrections.html"], ".corrections")
    assert said == "9 January 2023 Delegations meet The meeting was on the 17th"


def test_a_withdrawn_event_can_be_reached(site: dict[str, str]) -> None:
    """It stands in no list of events, but nothing that was published may vanish."""
    assert "../events/gone.html" not in site["index.html"]
    assert 'href="events/gone.html"' in site["corrections.html"]


def test_a_withdrawal_alone_makes_a_page_of_corrections() -> None:
    gone = event(withdrawn=Withdrawal(parse("2023"), "An error"))
    assert "corrections.html" in rendered(timeline(event("other"), gone))


def test_about_explains_only_what_occurs(smallest: dict[str, str], site: dict[str, str]) -> None:
    assert texts(smallest["about.html"], ".meanings dt") == ["Reported"]
    assert len(texts(site["about.html"], ".meanings dt")) == 4


def test_a_chart_is_drawn_only_of_enough_events() -> None:
    """Fewer than three on a page other than the home page say more in words."""
    drawn: list[int] = []

    def draw(_: object, events: object, _late: object) -> None:
        drawn.append(len(events))  # type: ignore[arg-type]

    rendered(timeline(event("one"), event("two")), draw=draw)
    assert drawn == [2]


def test_the_same_timeline_gives_the_same_pages(site: dict[str, str]) -> None:
    assert rendered(everything()) == site


def test_a_language_from_right_to_left_says_so() -> None:
    told = {
        language: rendered(timeline(event(), about=About(title="T", language=language)))
        for language in ("fa-AF", "en")
    }
    assert '<html lang="fa-AF" dir="rtl" data-both-ways>' in told["fa-AF"]["index.html"]
    assert '<html lang="en" dir="ltr">' in told["en"]["index.html"]


def test_style_sheets_and_scripts_are_linked_in_order() -> None:
    html = rendered(
        timeline(event()), stylesheets=("assets/a.css",),
        modules=("assets/js/main.js", "assets/js/zoom.js"),
    )["events/meeting.html"]  # fmt: skip
    assert '<link rel="stylesheet" href="../assets/a.css">' in html
    assert '<script type="module" src="../assets/js/main.js"></script>' in html
    assert "zoom.js" not in html


def test_addresses_with_blanks_are_quoted() -> None:
    assert Page("events/a.html", "event.html").href("media/a b.png") == "../media/a%20b.png"


def test_a_summary_ends_between_words() -> None:
    assert summary("<p>One <b>two</b>, three.</p>") == "One two, three."
    assert summary("<p>" + "word " * 50 + "</p>", 20) == "word word word word…"


def _title(site: dict[str, str]) -> str:
    return text(site["events/refusal.html"], "h1")


def test_tracks_and_actors_that_nothing_names_have_pages() -> None:
    told = rendered(timeline(actors=(RUSSIA,), tracks=(TRACK,)))
    assert "No event names this actor." in text(told["actors/russia.html"], "main")


def test_who_only_speaks_is_found_by_other_names() -> None:
    """The search reads the text of an entry."""
    speaker = Actor("envoy", "actors/envoy.md", "The envoy", aliases=("Quietus",))
    said = event(claims=(Claim(("envoy",), "asserts", "It was so"),), certainty="claimed")
    home = rendered(timeline(said, actors=(RUSSIA, UKRAINE, speaker)))["index.html"]
    hidden = parsed(home).css_first("article [hidden]")
    assert hidden is not None
    assert hidden.text() == "Quietus"

"""What both feed formats have in common: which there are, and what stands in them."""

from dataclasses import replace

from tests.exports.making import body, corrected, event, many, timeline, withdrawn
from timeline import dates
from timeline.dates import Moment
from timeline.exports.feeds import LIMIT, Feed, feeds
from timeline.model.model import Timeline
from timeline.records import Citation, Claim


def made(timeline: Timeline) -> dict[str, Feed]:
    return {feed.stem: feed for feed in feeds(timeline, body)}


def test_there_are_feeds_for_the_whole_and_for_each_track_actor_and_source() -> None:
    found = made(timeline(event("a")))
    assert list(found) == [
        "feed", "tracks/ammonia", "actors/russia", "actors/ukraine", "sources/paper",
    ]  # fmt: skip


def test_timeline_without_events_has_a_feed_without_entries() -> None:
    """Its address is printed before the first event is written."""
    found = made(timeline())
    assert list(found) == ["feed"]
    assert found["feed"].entries == ()


def test_last_updated_entry_comes_first() -> None:
    found = made(
        timeline(
            event("early", "2022-03-01", corrections=corrected("2023-01-09")),
            event("late", "2022-12-01"),
            event("middle", "2022-06-01"),
        )
    )["feed"]
    assert [entry.title for entry in found.entries] == ["Early", "Late", "Middle"]
    assert found.updated == found.entries[0].updated


def test_events_of_one_commit_stand_in_the_order_in_which_they_happened() -> None:
    told = timeline(event("a", "2022-03-01"), event("c", "2022-06-01"), event("b", "2022-06-01"))
    commit = Moment(dates.day_number(2023, 1, 9), 3600)
    found = made(replace(told, changed={each.file: commit for each in told.events}))["feed"]
    assert [entry.title for entry in found.entries] == ["C", "B", "A"]
    assert {entry.updated for entry in found.entries} == {found.updated} == {commit}


def test_event_changed_later_in_the_day_comes_first() -> None:
    told = timeline(event("a", "2022-03-01"), event("b", "2022-06-01"))
    day = dates.day_number(2023, 1, 9)
    changed = {"events/a.md": Moment(day, 7200), "events/b.md": Moment(day, 3600)}
    found = made(replace(told, changed=changed))["feed"]
    assert [entry.title for entry in found.entries] == ["A", "B"]


def test_feed_holds_the_newest_entries_of_a_long_timeline() -> None:
    told = many(300)
    found = made(told)["feed"]
    assert len(found.entries) == LIMIT
    oldest = min(entry.published for entry in found.entries)
    assert oldest > max(event.date.anchor for event in told.events) - LIMIT


def test_withdrawn_event_is_told_as_withdrawn_and_no_longer_told() -> None:
    """A reader who has it in a feed reader must not go on believing it."""
    gone = event("gone", withdrawn=withdrawn("2023-01-09"))
    found = made(timeline(gone, event("kept", "2022-12-01")))
    for stem in ("feed", "tracks/ammonia", "actors/russia", "sources/paper"):
        first = found[stem].entries[0]
        assert first.title == "Withdrawn: Gone"
        assert "The paper took it back" in first.html
        assert "What is told of gone" not in first.html


def test_corrections_have_a_feed_with_an_entry_for_each() -> None:
    found = made(
        timeline(
            event("a", corrections=corrected("2023-01-09", "2023-01-09", "2023-01-20")),
            event("b", withdrawn=withdrawn("2023-01-12")),
        )
    )["corrections"]
    titles = [entry.title for entry in found.entries]
    assert titles == ["Corrected: A", "Withdrawn: B", "Corrected: A", "Corrected: A"]
    assert len({entry.id for entry in found.entries}) == 4


def test_feed_of_withdrawals_alone_belongs_to_the_page_of_corrections() -> None:
    gone = event("gone", withdrawn=withdrawn("2023-01-09"))
    assert made(timeline(gone))["corrections"].page == "corrections.html"


def test_mended_words_of_a_correction_leave_its_id() -> None:
    told = event("a", corrections=corrected("2023-01-09"))
    mended = replace(told.corrections[0], text="Put right, and better said")
    ids = [
        made(timeline(it))["corrections"].entries[0].id
        for it in (told, replace(told, corrections=(mended,)))
    ]
    assert ids[0] == ids[1]


def test_entry_says_who_says_what_and_what_it_rests_on() -> None:
    claims = (Claim(("russia", "ukraine"), "denies", "No <talks> took place"),)
    sources = (Citation("paper", "page 2"), Citation("https://www.example.org/a?b=1&c=2"))
    told = event("a", certainty="disputed", place="Ankara", claims=claims, sources=sources)
    html = made(timeline(told))["feed"].entries[0].html
    assert html == (
        "<p>17 November 2022 · Ankara · disputed</p>\n"
        "<p>What is told of a.</p>\n"
        "<blockquote><p><strong>Russia, Ukraine</strong> (denies): "
        "No &lt;talks&gt; took place</p></blockquote>\n"
        "<p>Party: Russia, Ukraine</p>\n"
        '<p>Sources: <a href="sources/paper.html">They are talking (The Paper)</a>, page 2; '
        '<a href="https://www.example.org/a?b=1&amp;c=2">example.org</a></p>\n'
    )

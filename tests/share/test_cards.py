"""What is on the pictures, and that it stays on them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.render.everything import everything
from tests.render.telling import RUSSIA, STATES, TRACK, UKRAINE, event
from tests.share.making import CSS, gallery, part, picture, shared, texts, without_text
from timeline.dates import parse
from timeline.records import About, Claim, Office, Participation
from timeline.render.share import palette
from timeline.render.share.gallery import Picture
from timeline.render.share.sheet import CAPITALS, LEFT, RIGHT

EVENT, TRACK_PAGE, ACTOR = "events/meeting.html", "tracks/ammonia.html", "actors/russia.html"
AS_OF = parse("2022-12-15")
NAMES = [
    "港の橋は冬の前に建設される",
    "الجسر في الميناء",
    "x" * 200,
    "It says so, and " * 12,
    "Посол " * 33,
]
#: What is around all that is written.
MARGINS = ((28, 0, LEFT - 32, 630), (RIGHT + 4, 0, 60, 630), (0, 0, 1200, 40), (0, 606, 1200, 24))


def called(name: str) -> list[Picture]:
    """All pictures of a timeline in which everything is called the same."""
    claims = (Claim(("russia",), "asserts", name), Claim(("russia",), "denies", name))
    dates = ("2022-11", "2022-02-24/..", "[..2022-12-07]", "-0043")
    told = [
        event(
            f"e{n}", date, title=name, date_text=name, certainty="disputed", claims=claims,
            actors=(Participation("russia", name),), states=(("ammonia", STATES[n % 2].id),),
        )
        for n, date in enumerate(dates)
    ]  # fmt: skip
    return list(
        gallery(
            shared(
                *told,
                about=About(title=name, tagline=name, as_of=AS_OF, states=STATES),
                tracks=(replace(TRACK, title=name, question=name),),
                actors=(replace(RUSSIA, name=name, offices=(Office("russia", name),)),),
            )
        ).every()
    )


def lines(svg: str) -> list[tuple[float, int]]:
    """Height and size of every line, in their order."""
    return [
        (float(y), int(size))
        for size, group in re.findall(r'font-size="(\d+)"(.*?)</g>', svg, re.DOTALL)
        for y in re.findall(r' y="([\d.]+)"', group)
    ]


@pytest.fixture(scope="module")
def pictures() -> list[Picture]:
    """Those of long names, of letters that the fonts lack, and of everything that may be told."""
    return [*gallery(everything()).every(), *(each for name in NAMES for each in called(name))]


def test_nothing_is_written_beyond_the_margins(pictures: list[Picture]) -> None:
    assert len(pictures) >= 7 * len(NAMES)
    for each in pictures:
        for box in MARGINS:
            assert part(each.svg, *box) == part(without_text(each.svg), *box), each.address


def test_lines_do_not_run_into_one_another(pictures: list[Picture]) -> None:
    """Capitals begin below what the longest letters of the line above reach, about 0.2 em."""
    for each in pictures:
        for (above, its_size), (y, size) in pairwise(lines(each.svg)):
            assert y == above or y - CAPITALS * size >= above + 0.2 * its_size, each.address


def test_long_title_keeps_a_distance_between_date_and_backing() -> None:
    """Else the two read as one."""
    claims = (Claim(("russia",), "asserts", "So"), Claim(("ukraine",), "denies", "Not so"))
    actors = (replace(RUSSIA, name="The ministry " * 3), replace(UKRAINE, name="The council " * 3))
    told = event(title="It says so, and " * 12, certainty="disputed", claims=claims)
    found = gallery(shared(told, actors=actors)).of_page(EVENT)
    assert found
    *_, (date, _), (backing, size), _, _ = lines(found.svg)
    assert backing - CAPITALS * size - date > 30


def test_event_is_told_with_track_title_date_backing_and_site() -> None:
    told = event(certainty="claimed", claims=(Claim(("russia",), "asserts", "So"),))
    found = picture(EVENT, told, about={"as_of": AS_OF})
    assert texts(found.svg) == [
        "Ammonia pipeline", "Delegations meet", "17 November 2022",
        "Claimed by Russia · 1 source", "Back channels", "As of 15 December 2022",
    ]  # fmt: skip


def test_track_is_told_with_question_and_state() -> None:
    told = event(states=(("ammonia", "warm"),))
    found = picture(TRACK_PAGE, told, about={"states": STATES})
    assert texts(found.svg) == [
        "Ammonia pipeline", "Will it reopen?", "Talking, since 17 November 2022", "Back channels",
    ]  # fmt: skip


def test_actor_is_told_with_kind_and_roles() -> None:
    told = [event(f"e{n}", f"2022-11-{n:02}") for n in range(1, 4)]
    assert texts(picture(ACTOR, *told).svg) == [
        "Russia", "State", "3 events: party 3", "Back channels",
    ]  # fmt: skip


def test_whole_is_told_with_tagline_and_extent() -> None:
    found = picture("index.html", event(), about={"tagline": "What was talked about"})
    assert texts(found.svg) == ["Back channels", "What was talked about", "1 event on 1 track"]


def test_words_for_the_picture_are_those_on_it_in_full() -> None:
    title = "The committee says so, and says it again. " * 6
    found = picture(EVENT, event(title=title.strip()))
    assert found.alt == (
        f"Ammonia pipeline. {title}17 November 2022. Reported · 1 source. Back channels."
    )


def test_title_in_letters_that_the_fonts_lack_gives_way_to_that_of_the_whole() -> None:
    found = picture(EVENT, event(title="港の橋"))
    assert texts(found.svg) == [
        "Ammonia pipeline", "Back channels", "17 November 2022", "Reported · 1 source",
    ]  # fmt: skip
    assert "港" not in found.alt


def test_where_no_name_can_be_set_date_certainty_and_marks_are_left() -> None:
    found = {each.address: each for each in called("港の橋")}["share/events/e0.png"]
    assert texts(found.svg) == [
        "November 2022", "Disputed · 1 source", "As of 15 December 2022",
    ]  # fmt: skip


def test_words_for_a_date_that_have_no_room_give_way_to_the_date() -> None:
    told = event(date_text="on some day between this speech and that other one, as was said later")
    assert "17 November 2022" in texts(picture(EVENT, told).svg)


@pytest.mark.parametrize("certainty", ["reported", "claimed", "rumoured", "disputed", "planned"])
def test_every_certainty_has_its_own_shape(certainty: str) -> None:
    shapes = {
        each: part(picture(EVENT, event(certainty=each)).svg, LEFT, 440, 40, 60)
        for each in ("reported", "claimed", "rumoured", "disputed", "planned")
    }
    assert [each for each, shape in shapes.items() if shape == shapes[certainty]] == [certainty]


def test_picture_has_the_colour_of_its_track() -> None:
    hue = palette.read(CSS)["track-1"]
    assert hue in picture(EVENT, event()).svg
    assert hue in picture(TRACK_PAGE, event()).svg


def test_markup_in_a_title_is_text() -> None:
    assert "&lt;b&gt;bold&lt;/b&gt;" in picture(EVENT, event(title="<b>bold</b>")).svg


def test_timeline_without_events_has_a_picture() -> None:
    assert texts(picture("index.html").svg) == ["Back channels", "0 events on 1 track"]

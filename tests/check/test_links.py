"""Bodies: links that lead nowhere, pictures that are not there, HTML that would be lost."""

import pytest

from tests.check.samples import WORDS
from tests.render.telling import ENGLISH
from timeline.check import bodies, links
from timeline.check.reading import Reading
from timeline.load.documents import Document
from timeline.problems import Problem
from timeline.records import Body
from timeline.render.prose import Prose

#: Bodies begin on this line of their file.
LINE = 9


def told(text: str) -> list[Problem]:
    lines = ("",) * (LINE - 1) + tuple(text.split("\n"))
    reading = Reading(Document("event", "it", "events/it.md", lines), WORDS)
    bodies.check(Body(text, LINE), reading)
    return reading.problems


@pytest.mark.parametrize(
    "text",
    [
        "[[event:vote]], [[actor:council|the council]], [[track:bridge]], [[source:gazette]]",
        "[[ event : vote | the\nvote ]]",
        "[a](https://a.example/b_(c)) [b](<https://a.example>) [c](mailto:a@a.example)",
        "[a]: https://a.example 'A'\n\n[a]",
        "![A bridge](media/bridge.png) [large](media/bridge.png)",
        '<a href="https://a.example">a</a> <img src="media/bridge.png" alt="A bridge">',
        "`[[nothing]]` and ``[a](b) ` <blink>``",
        "a < b, b > c, <https://a.example>, <a@a.example>, 3 <4 <!-- a note -->",
        "[^1] and [x] and [[\n\n[^1]: A note.",
        "<!-- [note] to ourselves -->",
        "\\`[a](https://a.example)\\`",
    ],
)
def test_sound_body_is_told_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "width"),
    [
        ("[[event:votes]]", "unknown-event", 9, 9, 5),
        ("é 😀 [[actor:counsil|x]]", "unknown-actor", 9, 13, 7),
        ("One\n\ntwo [[ track : fery ]]", "unknown-track", 11, 16, 4),
        ("[[source:Town council]]", "unknown-source", 9, 10, 12),
        ("[[actor:Town council]]", "alias-as-id", 9, 9, 12),
        ("[[vote]]", "bad-link", 9, 1, 8),
        ("[[event:]]", "bad-link", 9, 1, 10),
        ("[[event:vote|]]x [[person:vote]]", "bad-link", 9, 18, 15),
        ("See [[event:vote].", "bad-link", 9, 5, 12),
        ("See [[event:vote", "bad-link", 9, 5, 12),
        ("See [[event:vote|a\n\nb]]", "bad-link", 9, 5, 14),
        ("[a](vote.html)", "bad-link", 9, 5, 9),
        ("[a](../events/vote.html)", "bad-link", 9, 5, 19),
        ("[a](/vote)", "bad-link", 9, 5, 5),
        ("[a](#top)", "bad-link", 9, 5, 4),
        ("[a]()", "bad-link", 9, 5, 1),
        ("[a](javascript:alert(1))", "bad-link", 9, 5, 18),
        ("[a](ftp://a.example)", "bad-link", 9, 5, 15),
        ("[a]: vote.html", "bad-link", 9, 6, 9),
        ("[a [b] c](vote.html)", "bad-link", 9, 11, 9),
        ("<a class=x href='vote.html'>a</a>", "bad-link", 9, 1, 28),
        ("[large](media/brigde.png)", "missing-picture", 9, 9, 16),
        ("![A bridge](media/brigde.png)", "missing-picture", 9, 13, 16),
        ("![ ](media/bridge.png)", "missing-alt", 9, 1, 22),
        ("<IMG SRC=media/bridge.png>", "missing-alt", 9, 1, 26),
        ("![A bridge](https://a.example/b.png)", "foreign-picture", 9, 13, 23),
        ("![A bridge](bridge.png)", "foreign-picture", 9, 13, 10),
        ("One\n<video controls src=x></video>", "lost-html", 10, 1, 22),
        ("<Abu Dhabi>", "lost-html", 9, 1, 11),
        ("See <Smith: 2020>", "lost-html", 9, 5, 13),
        ("See <?Smith?>", "lost-html", 9, 5, 9),
        ("See <![CDATA[Smith 2020]]>", "lost-html", 9, 5, 22),
        ("See <doi:10.1/2>", "lost-html", 9, 5, 12),
        ("<ftp://a.example>", "lost-html", 9, 1, 17),
        ("x\n" * 10_000 + "y" * 20_000, "too-long", 9, 1, 1),
        ("One\n\nTwo " + "[" * 2000, "tangled-text", 11, 5, 1),
        ("One\n\n" + "> " * 20 + "two", "tangled-text", 11, 1, 39),
    ],
)
def test_mistake_in_a_body_is_told_where_it_stands(
    text: str, code: str, line: int, column: int, width: int
) -> None:
    places = [(p.code, p.place.line, p.place.column, p.place.width) for p in told(text)]
    assert places == [(code, line, column, width)]


def test_every_mistake_of_a_body_is_told() -> None:
    codes = [p.code for p in told("[[a]] [[event:b]] [c](d) ![](e) <f>")]
    assert sorted(codes) == [
        "bad-link", "bad-link", "foreign-picture", "lost-html", "missing-alt", "unknown-event",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["[[event:vote]]", "[[event:vote|a b]]", "[[ event : vote ]]", "[[event:vote|a\nb]]",
     "[[event:vote|a|b]]", "[[Event:vote]]", "[[event]]", "[[event:a b]]", "[[event:vote|]]",
     "[[event :vote|[a]]]", "[[event:\nvote]]", "[[event:vote|a\n\nb]]"],
)  # fmt: skip
def test_what_is_checked_is_what_becomes_a_link(text: str) -> None:
    """Else a link could be published that nobody looked up, or one be refused that works."""
    looked_up: list[tuple[str, str]] = []

    def lookup(kind: str, id: str) -> tuple[str, str]:
        looked_up.append((kind, id))
        return "events/vote.html", "The vote"

    Prose(lookup, ENGLISH).html(text, "it")
    assert looked_up == [pair for pair in links.named(text) if pair[0]]
    assert bool(looked_up) == ("bad-link" not in [p.code for p in told(text)])


def test_ordinary_text_is_far_from_tangled() -> None:
    """The limits are for hostile files: a page full of links and tables is nowhere near them."""
    paragraph = "On [[event:vote]] see [the minutes](https://a.example) (page 3) and a < b.[^1]\n"
    table = "| a | b |\n| --- | --- |\n" + "| [a](https://a.example) | (b) |\n" * 60
    text = (paragraph * 6 + "\n## Then\n\n") * 20 + table + "\n[^1]: A note.\n"
    assert len(text) > bodies.MOST_CHARACTERS / 2
    assert told(text) == []

"""The list of addresses that are gone, as an issue shows it."""

from __future__ import annotations

from timeline.commands.link_report import report
from timeline.commands.web_links import Answer, Link
from timeline.problems import Place

GONE = Answer("is gone (410)")


def link(address: str, file: str = "events/vote.md", line: int = 5) -> Link:
    return Link(address, file, Place(line, 1))


def test_nothing_gone_is_nothing_to_tell() -> None:
    links = [link("https://a.example/"), link("https://b.example/")]
    answers = {"https://a.example/": Answer(), "https://b.example/": Answer(sure=False)}
    assert report(links, answers, "content") == ""
    assert report([], {}, "content") == ""


def test_address_stands_once_with_every_place_that_names_it() -> None:
    links = [link("https://a.example/"), link("https://a.example/", "sources/a.md", 3)]
    lines = report(links, {"https://a.example/": GONE}, "content").splitlines()
    assert lines[0] == "1 address does not answer any more."
    assert lines[2] == (
        "- <https://a.example/> is gone (410): `content/events/vote.md:5`, `content/sources/a.md:3`"
    )


def test_address_cannot_end_its_brackets() -> None:
    """It is somebody's text, and GitHub notifies whom an issue mentions."""
    address = "https://a.example/?q=> @somebody `<b>"
    (line,) = [
        each for each in report([link(address)], {address: GONE}, "content").splitlines()
        if each.startswith("- ")
    ]  # fmt: skip
    assert line.startswith("- <https://a.example/?q=%3E%20@somebody%20%60%3Cb%3E> is gone")


def test_list_stays_within_what_an_issue_holds() -> None:
    addresses = [f"https://a.example/{'x' * 200}/{number}" for number in range(2000)]
    links = [link(address, line=line) for address in addresses for line in range(1, 30)]
    text = report(links, dict.fromkeys(addresses, GONE), "content")
    assert "2,000 addresses do not answer any more." in text
    assert "and 19 more" in text
    assert "And 1,900 more." in text
    assert len(text) < 65_536

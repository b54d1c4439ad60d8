"""All exports of a timeline together."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.exports.making import URL, body, dig, event, many, pages, timeline, whole_body
from timeline import exports
from timeline.exports import headers, oembed
from timeline.model.model import Timeline

TIMELINES = [timeline(), timeline(event("a")), timeline(event("a"), url=URL), many(300, url=URL)]


@pytest.mark.parametrize("told", TIMELINES, ids=["empty", "one", "public", "long"])
def test_two_renders_are_the_same_bytes(told: Timeline) -> None:
    copy = replace(told)
    assert exports.render(told, body, pages(told)) == exports.render(copy, body, pages(copy))


@pytest.mark.parametrize("told", TIMELINES, ids=["empty", "one", "public", "long"])
def test_every_file_can_be_read(told: Timeline) -> None:
    for address, written in exports.render(told, body, pages(told)).items():
        if address.endswith(".json"):
            json.loads(written)
        elif address.endswith(".xml"):
            ElementTree.fromstring(written)
        else:
            written.decode()


def test_whole_timeline_has_its_fixed_addresses() -> None:
    told = timeline(event("a"), url=URL)
    assert {
        "feed.xml", "feed.json", "events.ics", "events.json", "events.csv", "timelinejs.json",
        "sitemap.xml", "robots.txt", "tracks/ammonia.xml", "tracks/ammonia.ics",
        "actors/russia.xml", "actors/russia.ics", "sources/paper.xml",
    } <= set(exports.render(told, body, pages(told)))  # fmt: skip


def test_public_address_changes_links_and_no_file_but_those_that_others_ask_for() -> None:
    told = dig()
    public = replace(told, about=replace(told.about, url=URL))
    local_files, public_files = (
        exports.render(it, whole_body(it), pages(it)) for it in (told, public)
    )
    told_elsewhere = {"sitemap.xml", "robots.txt", *oembed.render(public)}
    assert set(public_files) - set(local_files) == told_elsewhere
    told_nowhere = {headers.ADDRESS}
    assert {a for a in public_files if URL.encode() not in public_files[a]} == told_nowhere
    assert not any(URL.encode() in written for written in local_files.values())


def test_one_changed_event_changes_only_files_that_show_it() -> None:
    before = timeline(event("a"), event("b", tracks=("swaps",), actors=()))
    after = timeline(event("a"), event("b", tracks=("swaps",), actors=(), place="Minsk"))
    old, new = (exports.render(it, body, pages(it)) for it in (before, after))
    assert {address for address in new if old[address] != new[address]} == {
        "feed.xml", "feed.json", "events.ics", "events.json", "events.csv", "timelinejs.json",
        "tracks/swaps.xml", "tracks/swaps.json", "tracks/swaps.ics",
        "sources/paper.xml", "sources/paper.json",
    }  # fmt: skip

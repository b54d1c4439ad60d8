"""JSON-LD, expanded by a library that never asks the network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pyld import jsonld as library

from tests.exports import schema_org
from tests.exports.making import (
    PAPER,
    RUSSIA,
    URL,
    corrected,
    dig,
    event,
    timeline,
    withdrawn,
)
from timeline import dates
from timeline.exports import jsonld
from timeline.exports.iso8601 import iso_date
from timeline.model.model import Timeline
from timeline.records import Citation, Claim, Event, Image, Relation

#: ISO 8601, as search engines read it.
ISO = re.compile(r"-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")

CLAIM = Claim(("russia",), "denies", "No talks", (Citation("paper"),), dates.parse("2022-11-18"))


def offline(address: str, _: object) -> dict[str, Any]:
    assert address == jsonld.CONTEXT
    return {
        "contextUrl": None,
        "documentUrl": address,
        "contentType": "application/ld+json",
        "document": schema_org.context(),
    }


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a document."""
    if isinstance(value, list):
        for item in value:
            yield from parts(item)
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from parts(item)


def words(value: Any) -> list[str]:
    """The names of all properties in a document, expanded or not."""
    names = [name for part in parts(value) for name in part if not name.startswith("@")]
    return sorted(name.removeprefix(schema_org.BASE) for name in names)


def expanded(document: dict[str, Any], page: str = "index.html") -> list[dict[str, Any]]:
    """The document as a program understands it; fails where it understands less than is there."""
    options = {"documentLoader": offline, "base": URL + page}
    found: list[dict[str, Any]] = library.expand(document, options)
    assert words(found) == words(document)
    return found


def documents(timeline: Timeline) -> list[dict[str, Any]]:
    """All documents of a timeline's pages."""
    return [
        jsonld.home(timeline),
        *(jsonld.event(told, timeline, "What it is") for told in timeline.by_id.values()),
        *(jsonld.actor(actor, timeline, "Who it is") for actor in timeline.actors.values()),
        *(jsonld.source(source, timeline) for source in timeline.sources.values()),
        jsonld.graph(
            jsonld.trail([("Timeline", "index.html"), ("Russia", "actors/russia.html")], timeline)
        ),
    ]


FULL = timeline(
    event("whole", "2022-11/2022-12-04"),
    event(
        "a",
        place="Ankara",
        image=Image("a.jpg", "A hall"),
        relations=(Relation("part-of", "whole"),),
        claims=(CLAIM,),
        sources=(Citation("paper"), Citation("https://example.net/x")),
    ),
    event("b", "2022-12~", corrections=corrected("2023-01-09")),
    event("c", certainty="disputed", claims=(CLAIM,)),
    event("d", withdrawn=withdrawn("2023-01-09")),
    url=URL,
    licence="CC BY 4.0",
)


@pytest.mark.parametrize("told", [FULL, dig(), timeline()], ids=["full", "dig", "empty"])
def test_every_document_is_understood_without_loss(told: Timeline) -> None:
    for document in documents(told):
        expanded(document)


@pytest.mark.parametrize("told", [FULL, dig(), timeline()], ids=["full", "dig", "empty"])
def test_every_type_has_only_properties_of_its_own(told: Timeline) -> None:
    for document in documents(told):
        for part in parts(document["@graph"]):
            if "@type" in part:
                own = schema_org.TYPES[part["@type"]]
                assert set(part) - {"@type", "@id"} <= own, part["@type"]


@pytest.mark.parametrize("told", [FULL, dig()], ids=["full", "dig"])
def test_every_event_has_a_start_in_iso_8601(told: Timeline) -> None:
    """Search engines refuse an Event without one."""
    for document in documents(told):
        for part in parts(document["@graph"]):
            assert part.get("@type") != "Event" or ISO.fullmatch(part["startDate"])
            for name in ("endDate", "datePublished", "dateModified"):
                assert name not in part or ISO.fullmatch(part[name])


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2022-11-17", ("2022-11-17", "")),
        ("2022-11-17T10:00Z", ("2022-11-17T10:00Z", "")),
        ("2022-11", ("2022-11", "")),
        ("-0043", ("-0043", "")),
        ("2022-11-01/2022-12", ("2022-11-01", "2022-12")),
        ("2022-11-01/..", ("2022-11-01", "")),
        ("[2022-12-01..2022-12-10]", ("2022-12", "")),
        ("[2022-11-28..2022-12-03]", ("2022", "")),
        ("2022-22", ("2022", "")),
        ("2022-12~", ("", "")),
        ("2022-12?/2023", ("", "")),
        ("[..2022-12-07]", ("", "")),
        ("../2022-12-07", ("", "")),
        ("201X", ("", "")),
        ("Y-11500", ("", "")),
    ],
)
def test_date_is_said_as_exactly_as_iso_8601_can_and_no_more(
    written: str, said: tuple[str, str]
) -> None:
    assert iso_date(dates.parse(written)) == said


def kinds(told: Event) -> list[str]:
    document = jsonld.event(told, timeline(told))
    return [part["@type"] for part in document["@graph"]]


def test_what_a_source_reports_is_an_event_and_what_somebody_says_is_a_claim() -> None:
    assert kinds(event("a")) == ["Event"]
    assert kinds(event("a", certainty="claimed", claims=(CLAIM,))) == ["Claim", "Claim"]
    assert kinds(event("a", certainty="rumoured")) == ["Claim"]


def test_event_without_a_date_in_iso_8601_is_a_work() -> None:
    (work,) = jsonld.event(event("a", "2022-12~"), FULL)["@graph"]
    assert work["@type"] == "CreativeWork"
    assert work["temporalCoverage"] == "about December 2022"


def test_withdrawn_event_is_not_told_as_an_event_and_nobodys_claims_stand() -> None:
    told = event("a", claims=(CLAIM,), withdrawn=withdrawn("2023-01-09"))
    (work,) = jsonld.event(told, FULL)["@graph"]
    assert work["@type"] == "CreativeWork"
    assert work["creativeWorkStatus"] == "Withdrawn"


def test_claim_names_who_says_it_about_what() -> None:
    _, claim = jsonld.event(FULL.by_id["a"], FULL)["@graph"]
    assert claim["author"] == [
        {"@type": "Country", "@id": f"{URL}actors/russia.html#actor", "name": "Russia"}
    ]
    assert claim["about"] == {"@id": f"{URL}events/a.html#event"}
    assert claim["datePublished"] == "2022-11-18"


def test_ids_agree_between_pages_with_and_without_public_address() -> None:
    """Relative ids are those of the page they stand on (JSON-LD 1.1, 9.1)."""
    local = timeline(event("a"))
    on_event = expanded(jsonld.event(local.by_id["a"], local), "events/a.html")[0]
    on_actor = expanded(jsonld.actor(RUSSIA, local), "actors/russia.html")[0]
    named = on_event[f"{schema_org.BASE}about"][0]["@id"]
    assert named == on_actor["@id"] == f"{URL}actors/russia.html#actor"


def test_whole_addresses_are_left_out_where_there_are_none() -> None:
    local = timeline(event("a", image=Image("a.jpg", "A hall")))
    for document in documents(local):
        for part in parts(document["@graph"]):
            assert not {"contentUrl", "image"} & set(part)


def test_home_is_a_set_of_data_with_its_files_and_its_extent() -> None:
    data, site = jsonld.home(FULL)["@graph"]
    assert data["temporalCoverage"] == "2022-11-01/2022-12-31"
    assert [file["contentUrl"] for file in data["distribution"]] == [
        f"{URL}events.json", f"{URL}events.csv",
    ]  # fmt: skip
    assert data["dateModified"] == "2023-01-09"
    assert site["url"] == URL


@pytest.mark.parametrize(
    ("days", "extent"),
    [
        (["2022-02-24/..", "2022-01-01"], "2022-01-01/.."),
        (["../2022-02-24"], "../2022-02-24"),
        (["Y-11500", "2022"], None),
    ],
)
def test_extent_is_open_where_an_event_is(days: list[str], extent: str | None) -> None:
    told = timeline(*(event(f"e{at}", day) for at, day in enumerate(days)))
    assert jsonld.home(told)["@graph"][0].get("temporalCoverage") == extent


def test_source_is_the_work_that_it_describes() -> None:
    (work,) = jsonld.source(PAPER, FULL)["@graph"]
    assert work["name"] == "They are talking"
    assert work["publisher"] == {"@type": "Organization", "name": "The Paper"}


def test_trail_leads_from_the_top_to_the_page() -> None:
    steps = [("Timeline", "index.html"), ("Ammonia", "tracks/ammonia.html"), ("A", "events/a.html")]
    items = jsonld.trail(steps, FULL)["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert items[0]["item"] == URL


def test_no_text_can_end_the_data_block() -> None:
    told = timeline(event("a", title="</script><script>alert(1)</script> & <!--\u2028"))
    text = jsonld.script(jsonld.event(told.by_id["a"], told))
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["@graph"][0]["name"] == told.by_id["a"].title

"""docs/data.md: every field of events.json is on the page, and is what the page says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.check import hostile
from timeline import pipeline
from timeline.exports import events_json

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/data.md").read_text("utf-8")
FIELDS = dict(re.findall(r"^\| `([^`]+)` \| ([a-z ]+) \|", PAGE, re.MULTILINE))

#: Objects whose keys are ids.
BY_ID = ("events[].state", "events[].figures", "events[].relates", "tracks[].figures")

DATE = {"edtf", "text", "earliest", "latest"}
CITATION = {"source", "at"}
ISO_DAY = re.compile(r"(\d{4}|[+-]\d{4,})-\d\d-\d\d")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """events.json of the flagship and of a small content that uses every field."""
    small = tmp_path_factory.mktemp("content")
    for name, text in hostile.FILES.items():
        (small / name).parent.mkdir(exist_ok=True)
        (small / name).write_text(text, "utf-8")
    found = []
    for folder in (ROOT / "content", small):
        timeline = pipeline.read(folder)[0].timeline
        assert timeline
        found.append(json.loads(events_json.render(timeline, lambda event: event.body.text)))
    return found


def fields(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every field below a value with its path; dates and citations are taken whole."""
    if isinstance(value, list):
        for item in value:
            yield from fields(item, f"{path}[]")
    elif isinstance(value, dict) and set(value) not in (DATE, CITATION):
        for name, inner in value.items():
            inside = "*" if path in BY_ID else name
            inner_path = f"{path}.{inside}" if path else inside
            yield inner_path, inner
            yield from fields(inner, inner_path)


def is_(value: Any, holds: str) -> bool:
    """Whether a value is what the page says that the field holds."""
    if holds.endswith(" or null"):
        return value is None or is_(value, holds.removesuffix(" or null"))
    if holds.startswith("list of "):
        one = holds.removeprefix("list of ").removesuffix("s")
        return isinstance(value, list) and all(is_(item, one) for item in value)
    if holds == "date":
        days = (value["earliest"], value["latest"]) if isinstance(value, dict) else ("",)
        return set(value) == DATE and all(d is None or ISO_DAY.fullmatch(d) for d in days)
    if holds == "citation":
        return isinstance(value, dict) and set(value) == CITATION
    if holds == "address":
        return bool(re.fullmatch(r"(events|actors|tracks|sources)/[a-z0-9-]+\.html", value))
    if holds == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, {"text": str, "object": dict, "true or false": bool}[holds])


def test_page_and_output_have_the_same_fields(outputs: list[dict[str, Any]]) -> None:
    """Every field of the page occurs, so that none is documented that is no more."""
    found = {path for output in outputs for path, _ in fields(output)}
    assert found == set(FIELDS)


def test_every_field_holds_what_the_page_says(outputs: list[dict[str, Any]]) -> None:
    wrong = [
        (path, value)
        for output in outputs
        for path, value in fields(output)
        if not is_(value, FIELDS[path])
    ]
    assert wrong == []


def test_contract_of_events_is_kept(outputs: list[dict[str, Any]]) -> None:
    """The fields that programs were promised first, in this order; others may stand between."""
    promised = [
        "id", "url", "title", "date", "known", "tracks", "actors", "sources", "place", "certainty",
        "claims", "state", "figures", "relates", "html",
    ]  # fmt: skip
    for output in outputs:
        assert list(output)[:2] == ["timeline", "events"]
        for event in output["events"]:
            assert [name for name in event if name in promised] == promised


def test_ids_lead_to_what_they_name(outputs: list[dict[str, Any]]) -> None:
    for output in outputs:
        ids = {
            kind: {thing["id"] for thing in output[kind]}
            for kind in ("actors", "tracks", "sources")
        }
        states = {state["id"] for state in output["timeline"]["states"]}
        for event in output["events"]:
            assert {actor["id"] for actor in event["actors"]} <= ids["actors"]
            assert set(event["tracks"]) <= ids["tracks"]
            assert set(event["state"]) <= ids["tracks"]
            assert set(event["state"].values()) <= states
            assert {s for s in event["sources"] if "://" not in s} <= ids["sources"]

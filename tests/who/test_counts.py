"""Numbers on the flagship's pages, counted a second way: from events.json and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from tests.who.reading import Opened


class Data:
    """events.json, asked in a few words."""

    def __init__(self, site: Path) -> None:
        whole = json.loads((site / "events.json").read_text("utf-8"))
        self.events: list[dict[str, Any]] = whole["events"]
        self.actors = {actor["id"]: actor for actor in whole["actors"]}
        self.tracks = {track["id"]: track for track in whole["tracks"]}
        self.sources = {source["id"]: source for source in whole["sources"]}

    @cached_property
    def for_whom(self) -> dict[str, set[str]]:
        """Actor → itself and everybody it acts for; offices on the flagship have no dates."""
        above = {
            id: set(actor["part_of"]) | {office["of"] for office in actor["office"]}
            for id, actor in self.actors.items()
        }
        found = {}
        for id in self.actors:
            reached, edge = {id}, {id}
            while edge:
                edge = {
                    up
                    for each in edge
                    if self.actors[each]["kind"] not in ("state", "place")
                    for up in above[each]
                    if self.actors[up]["kind"] not in ("group", "place")
                } - reached
                reached |= edge
            found[id] = reached
        return found

    def parts(self, event: dict[str, Any]) -> set[tuple[str, str]]:
        """(actor, role) of an event, those for whom others acted included."""
        return {(up, p["role"]) for p in event["actors"] for up in self.for_whom[p["id"]]}

    def cited(self, event: dict[str, Any]) -> set[str]:
        """The stories an event rests on: original sources, or addresses."""
        inside = [event, *event["claims"], *(n for told in event["figures"].values() for n in told)]
        ids = {c["source"] for part in inside for c in part.get("citations", ())}
        return {(self.sources.get(id) or {}).get("same_as") or id for id in ids}

    def publisher(self, story: str) -> str:
        source: dict[str, str] = self.sources[story]
        return source["publisher"] or source["title"]


@pytest.fixture(scope="module")
def data(flagship: Path) -> Data:
    return Data(flagship)


def test_matrix_counts_every_actor_on_every_track(flagship: Path, data: Data) -> None:
    shown = Opened(flagship, "actors/index.html").rows(".matrix")
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for event in data.events:
        for actor in {actor for actor, _ in data.parts(event)}:
            totals[actor] += 1
            counts.update((actor, track) for track in event["tracks"])
    names = {actor["name"]: id for id, actor in data.actors.items()}
    expected = {
        name: [totals[id], *(counts[id, track] for track in data.tracks)]
        for name, id in names.items()
        if totals[id]
    }
    read = {name: [int(cell.split()[0]) if cell else 0 for cell in row]
            for name, row in shown.items()}  # fmt: skip
    assert read == expected


def test_roles_on_an_actors_page_are_those_of_its_events(flagship: Path, data: Data) -> None:
    for id, actor in data.actors.items():
        shown = Opened(flagship, f"actors/{id}.html").rows(".shares")
        roles: dict[str, Counter[str]] = {}
        for event in data.events:
            for role in {role for who, role in data.parts(event) if who == id}:
                for track in event["tracks"]:
                    roles.setdefault(data.tracks[track]["title"], Counter())[role] += 1
        read = {track: _roles(row[0]) for track, row in shown.items()}
        assert read == {track: dict(counter) for track, counter in roles.items()}, actor["name"]


def test_an_actors_page_lists_every_event_once(flagship: Path, data: Data) -> None:
    for id in data.actors:
        own = [e["id"] for e in data.events if id in {who for who, _ in data.parts(e)}]
        page = (flagship / f"actors/{id}.html").read_text("utf-8")
        listed = [e["id"] for e in data.events for _ in range(page.count(f'id="{e["id"]}"'))]
        assert listed == own


def test_what_rests_on_a_source_counts_its_republications_once(flagship: Path, data: Data) -> None:
    for id, source in data.sources.items():
        story = source["same_as"] or id
        resting = [data.cited(event) for event in data.events if story in data.cited(event)]
        alone = sum(len(stories) == 1 for stories in resting)
        words = Opened(flagship, f"sources/{id}.html").read(".explains")
        assert words.startswith(f"{len(resting)} events rest on it, {alone} of them on it alone.")


def test_publishers_behind_each_track(flagship: Path, data: Data) -> None:
    shown = Opened(flagship, "sources/index.html").rows(".backing")
    for id, track in data.tracks.items():
        behind = [
            {data.publisher(story) for story in data.cited(event)}
            for event in data.events
            if id in event["tracks"]
        ]
        expected = [len(set().union(*behind)), len(behind), sum(len(each) == 1 for each in behind)]
        assert [int(cell) for cell in shown[track["title"]][:3]] == expected


def test_company_counts_shared_events(flagship: Path, data: Data) -> None:
    shown = Opened(flagship, "actors/turkey.html").rows(".company")
    mine = [e for e in data.events if "turkey" in {p["id"] for p in e["actors"]}]
    others = Counter(p for e in mine for p in {p["id"] for p in e["actors"]} - {"turkey"})
    expected = {data.actors[id]["name"]: n for id, n in others.items() if n > 1}
    assert {name: int(row[0]) for name, row in shown.items()} == expected


def test_meetings_through_each_go_between(flagship: Path, data: Data) -> None:
    shown = Opened(flagship, "actors/index.html").rows("[aria-labelledby=the_meetings]")
    for id, name in (("turkey", "Turkey"), ("united-nations", "United Nations")):
        met = [
            event
            for event in data.events
            if {"russia", "ukraine"} <= {who for who, role in data.parts(event) if role == "party"}
            and {(id, role) for role in ("mediator", "intermediary", "convenor", "host")}
            & data.parts(event)
        ]
        assert shown[name][1] == f"Russia {len(met)} , Ukraine {len(met)}"
        assert [title.strip() for title in shown[name][2].split(";")] == [e["title"] for e in met]


def _roles(text: str) -> dict[str, int]:
    """Roles as they are set: `party 7, critic` are party seven times and critic once."""
    found = {}
    for each in text.split(","):
        name, _, count = each.strip().rpartition(" ")
        found.update({name: int(count)} if count.isdigit() else {each.strip(): 1})
    return found

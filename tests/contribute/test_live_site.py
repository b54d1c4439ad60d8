"""What the preview shows equals what a whole build writes, byte for byte, edit after edit."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contribute.conftest import write
from timeline import pipeline
from timeline.commands.live_site import Bodies, LiveSite
from timeline.memory import Memory

ROOT = Path(__file__).resolve().parents[2]


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(content: Path) -> None:
        path = content / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return change


def second(content: Path) -> None:
    front = "title: Second\ndate: 2022-12\ntrack: harbour\nactors: norland\nsource: ledger"
    write(
        content / "events" / "second.md",
        front,
        "\nSee [[event:first-talks]].[^1]\n\n[^1]: A note.\n",
    )


def rename(content: Path) -> None:
    (content / "events" / "second.md").rename(content / "events" / "third.md")


def delete(content: Path) -> None:
    (content / "events" / "third.md").unlink()


EDITS = [
    edit("events/first-talks.md", "---\n", "---\n"),
    second,
    edit("events/first-talks.md", "The first talks", "The opening"),  # a link elsewhere shows it
    edit("actors/norland.md", "name: Norland", "name: The Kingdom"),
    edit("tracks/harbour.md", "The harbour", "Harbour & pier"),
    edit("events/first-talks.md", "2022-11-17", "2021-11-17"),  # another year, another page
    edit("timeline.md", "as_of: 2022-12-31", "as_of: 2023-02"),
    rename,
    delete,
]


def everything(site: LiveSite) -> dict[str, bytes]:
    return {address: site.get(address) or b"" for address in site.addresses()}


def whole(content: Path) -> dict[str, bytes]:
    built, loaded = pipeline.read(content, drafts=True)
    assert built.timeline
    return pipeline.render(built.timeline, loaded)


def live(content: Path, memory: Memory, bodies: Bodies) -> LiveSite:
    built, loaded = pipeline.read(content, drafts=True, memory=memory)
    assert built.timeline
    return LiveSite(built.timeline, loaded, bodies)


def test_every_edit_shows_what_a_whole_build_would(content: Path) -> None:
    memory, bodies = Memory(), Bodies()
    for change in EDITS:
        change(content)
        assert everything(live(content, memory, bodies)) == whole(content)


def test_problems_are_those_of_a_first_reading_edit_after_edit(content: Path) -> None:
    memory = Memory()
    for change in (
        edit("events/first-talks.md", "sutland", "sutlnd"),
        edit("events/first-talks.md", "2022-11-17", "2022-13"),
        edit("events/first-talks.md", "sutlnd", "sutland"),
        lambda folder: (folder / "actors" / "norland.md").unlink(),
        edit("events/first-talks.md", "2022-13", "2022-11"),
    ):
        change(content)
        told, _ = pipeline.read(content, drafts=True, memory=memory)
        assert told.problems == pipeline.read(content, drafts=True)[0].problems
        assert told.has_errors


@pytest.mark.parametrize("order", [sorted, lambda found: sorted(found, reverse=True)])
def test_pages_are_the_same_in_whatever_order_they_are_asked_for(
    tmp_path: Path, order: Callable[[set[str]], list[str]]
) -> None:
    content = Path(shutil.copytree(ROOT / "tests" / "sites" / "dig", tmp_path / "content"))
    site, expected = live(content, Memory(), {}), whole(content)
    assert {address: site.get(address) for address in order(set(expected))} == expected


def test_address_of_nothing_is_none(content: Path) -> None:
    site = live(content, Memory(), {})
    assert site.get("events/nothing.html") is None
    assert site.get("nothing.json") is None

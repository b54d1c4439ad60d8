"""One mistake is one problem: no other line is blamed for it."""

from pathlib import Path

import pytest

from tests.check.trees import event, problems_of

TIMELINE = """---
title: A bridge for Ostby
states: [{id: blocked, label: Blocked}, {id: agreed, label: Agreed}]
roles: [speaker, builder]
---
"""
USES_ALL_WORDS = event("state: agreed", "figures: {cost: 12}", actors="{builder: council}")


def timeline(**changed: str) -> str:
    lines = [
        f"{name}: {changed[name]}" if (name := line.partition(":")[0]) in changed else line
        for line in TIMELINE.splitlines()
    ]
    return "\n".join([*lines, ""])


CASES: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "a timeline.md with bad YAML declares nothing": (
        {"timeline.md": timeline(title="The bridge: a history")},
        ["timeline.md yaml-syntax"],
    ),
    "a timeline.md that is not UTF-8 declares nothing": (
        {"timeline.md": timeline(title="Die Brücke").encode("latin-1")},
        ["timeline.md not-utf8"],
    ),
    "a missing timeline.md is missed once": ({"timeline.md": None}, ["timeline.md no-timeline"]),
    "a timeline.md of another name is not missing": (
        {"timeline.md": None, "Timeline.MD": TIMELINE},
        ["Timeline.MD unexpected-file"],
    ),
    "a slip in the field of roles": (
        {"timeline.md": TIMELINE.replace("roles:", "role:")},
        ["timeline.md unknown-field"],
    ),
    "a slip in the field of states": (
        {"timeline.md": TIMELINE.replace("states:", "state:")},
        ["timeline.md unknown-field"],
    ),
    "roles written as a mapping": (
        {"timeline.md": timeline(roles="{speaker: who speaks, builder: who builds}")},
        ["timeline.md wrong-shape"],
    ),
    "roles given twice": (
        {"timeline.md": TIMELINE.replace("roles:", "roles: [speaker]\nroles:")},
        ["timeline.md duplicate-key"],
    ),
    "a state without its id": (
        {"timeline.md": timeline(states="[{id: blocked, label: Blocked}, {label: Agreed}]")},
        ["timeline.md missing-field"],
    ),
    "a track with bad YAML is still a track": (
        {"tracks/bridge.md": "---\ntitle: The bridge: a track\n---\n"},
        ["tracks/bridge.md yaml-syntax"],
    ),
    "series written as a list": (
        {"tracks/bridge.md": "---\ntitle: The bridge\nfigures: [cost]\n---\n"},
        ["tracks/bridge.md wrong-shape"],
    ),
    "a slip in the field of series": (
        {"tracks/bridge.md": "---\ntitle: The bridge\nfigure: {cost: {label: Cost}}\n---\n"},
        ["tracks/bridge.md unknown-field"],
    ),
    "a series with a mistake is still a series": (
        {"tracks/bridge.md": "---\ntitle: The bridge\nfigures: {cost: {label: ''}}\n---\n"},
        ["tracks/bridge.md empty-value"],
    ),
    "an actor that cannot be read is still an actor": (
        {"actors/council.md": "name: The council\n"},
        ["actors/council.md no-front-matter"],
    ),
    "an actor in the wrong folder": (
        {"actors/council.md": None, "actor/council.md": "---\nname: The council\n---\n"},
        ["actor/council.md unexpected-file"],
    ),
    "an actor of a name that is no id": (
        {"actors/council.md": None, "actors/Council.md": "---\nname: The council\n---\n"},
        ["actors/Council.md bad-id"],
    ),
    "a source of another type of file": (
        {"sources/gazette.md": None, "sources/gazette.txt": "title: Gazette\n"},
        ["sources/gazette.txt unexpected-file"],
    ),
    "a picture of a name that does not work": (
        {
            "media/old bridge.png": b"",
            "events/a.md": event(image='{file: "old bridge.png", alt: The old bridge}'),
        },
        ["media/old bridge.png bad-file-name"],
    ),
    "an event without its track": (
        {"events/a.md": event("state: {ferry: blocked}", "figures: {length: 3}", track="")},
        ["events/a.md missing-field"],
    ),
    "an event on an unknown track": (
        {"events/a.md": event("state: {ferry: blocked}", "figures: {fare: 3}", track="fery")},
        ["events/a.md unknown-track"],
    ),
    "an event of which one track is unknown": (
        {
            "events/a.md": event(
                "state: {ferry: blocked}", "figures: {fare: 3}", track="[bridge, fery]"
            )
        },
        ["events/a.md unknown-track"],
    ),
    "a required field of a name that is nearly right": (
        {"events/a.md": event("actor: [council]", "sources: gazette", actors="", source="")},
        ["events/a.md unknown-field", "events/a.md unknown-field"],
    ),
    "a date that cannot be read": (
        {"events/a.md": event("known: 2000", date="9 May 2022")},
        ["events/a.md bad-date"],
    ),
    "a certainty that is unknown": (
        {"events/a.md": event("certainty: claim")},
        ["events/a.md unknown-certainty"],
    ),
    "claims that are empty": (
        {"events/a.md": event("certainty: claimed", "claims: []")},
        ["events/a.md empty-value"],
    ),
    "claims under a name that is nearly right": (
        {
            "events/a.md": event(
                "certainty: claimed", "claim: {by: council, stance: asserts, text: It did}"
            )
        },
        ["events/a.md unknown-field"],
    ),
    "a picture without its words": (
        {"events/a.md": event("image: {file: bridge.png}")},
        ["events/a.md missing-field"],
    ),
    "two events of one name": (
        {"events/2022/vote.md": event()},
        ["events/vote.md duplicate-id"],
    ),
    "a link to a file that cannot be read": (
        {"events/a.md": "", "events/b.md": event("relates: {continues: a}", body="[[event:a]]")},
        ["events/a.md no-front-matter"],
    ),
    "a circle that a broken file interrupts": (
        {
            "events/a.md": event("relates: {part-of: b}"),
            "events/b.md": event("relates: {part-of: a}", title="Bridge: b"),
        },
        ["events/b.md yaml-syntax"],
    ),
    "a file that cannot be decoded": (
        {"events/a.md": event(body="\0 [[event:nothing]] ")},
        ["events/a.md control-character"],
    ),
    "a text that is too tangled to be looked at": (
        {"events/a.md": event(body="[[event:nothing]] " + "[" * 4000)},
        ["events/a.md tangled-text"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_mistake_is_told_alone(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]
    files = {"events/uses-all-words.md": USES_ALL_WORDS, **files}
    told = problems_of(tmp_path / "content", files)
    assert [f"{problem.file} {problem.code}" for problem in told] == expected


def test_sound_content_of_these_cases_has_no_error(tmp_path: Path) -> None:
    """Else a case could pass although its own mistake was not what was told."""
    files = {"timeline.md": TIMELINE, "events/uses-all-words.md": USES_ALL_WORDS}
    assert not any(problem.is_error for problem in problems_of(tmp_path / "content", files))


def test_other_mistakes_of_a_file_are_told_beside_the_first(tmp_path: Path) -> None:
    """What is missing hides nothing that is wrong on its own."""
    wrong = event("known: 2000", "colour: red", "key: no", track="", body="[[event:nothing]]")
    told = problems_of(tmp_path / "content", {"events/a.md": wrong})
    assert [problem.code for problem in told] == [
        "missing-field", "known-too-early", "unknown-field", "bad-flag", "unknown-event",
    ]  # fmt: skip

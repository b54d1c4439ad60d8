"""What hypothesis makes of sound files: mutations by line, by value and by character."""

from hypothesis import strategies as st

FILES = {
    "timeline.md": """---
title: A bridge for Ostby
tagline: Forty years of waiting
url: https://bridge.example/
language: en
as_of: 2023-01
states:
  - {id: blocked, label: Blocked, tone: cold}
  - {id: agreed, label: Agreed, tone: warm}
roles: [speaker, builder]
allow:
  single-source: A small town has one newspaper
---
Forty years, told from the [[source:gazette|Gazette]].
""",
    "events/vote.md": """---
title: "The council votes: a bridge it is"
date: [2021-03-01..2021-03-04]
date_text: early March 2021
known: 2021-03-05
track: [bridge, ferry]
actors:
  speaker: [council]
  builder: ferry-company
source:
  - {id: gazette, at: "page 3"}
  - https://council.example/minutes
place: Ostby
certainty: disputed
claims:
  - by: council
    stance: asserts
    text: >
      All voted
      for it.
    source: gazette
  - {by: ferry-company, stance: denies, text: Two did not, date: 2021-03-05}
state: {bridge: agreed}
figures:
  cost: >800
  votes: [~7, {low: 6, high: 8, note: a show of hands}]
relates:
  responds-to: ferry-stops
key: true
corrections:
  - {date: 2021-04, text: It was the fourth}
aliases: [bridge-vote]
---
A show of hands.[^1] See [the minutes](https://council.example/minutes), [[actor:council]] and
`[[nothing]]`.

| for | against |
| --- | ---: |
| 7 | 0 |

> Quoted *words*.

[^1]: It was late.
""",
    "events/ferry-stops.md": """---
title: The ferry stops
date: 1980~/..
track: ferry
actors: [ferry-company]
source: gazette
withdrawn: {date: 2022, reason: It never stopped}
---
""",
    "actors/council.md": """---
name: The council
kind: organisation
aliases: [Town council]
positions:
  - track: bridge
    kind: wants
    text: A bridge
    source: {id: gazette, at: page 1}
---
Seven people.
""",
    "actors/ferry-company.md": """---
name: The ferry company
part_of: council
office: {of: council, as: Carrier, from: 1950, until: "[..1979]"}
---
""",
    "tracks/bridge.md": """---
title: The bridge
order: 1
question: Will it ever be built?
colour: "#0f766e"
figures:
  cost: {label: Cost, unit: crowns, kind: count}
  votes: {label: Votes}
---
""",
    "tracks/ferry.md": "---\ntitle: The ferry\n---\n",
    "sources/gazette.md": """---
title: Council votes
publisher: Ostby Gazette
author: [A. Berg, B. Dahl]
date: 2021-03-05
url: https://gazette.example/bridge
accessed: 2022-01-01
language: nb
kind: article
---
""",
}

#: Values that a YAML or date reader, or a sentence about them, could stumble over.
VALUES = (
    "", "[]", "{}", "[[[[[[[[[[[[[[[[", "{a: {b: {c: d}}}", "[a, [b]]", "|", ">", "|-\n  x", "&a x",
    "*a", "!!python/object:os.system x", "~", "null", "yes", "1e999", "-0", "9" * 400, "0x1F",
    "2022-13", "Y-99999999999", "Y1E9999999", "[..]", "[2022..", "../..", "2022-02-30/..", '"', "'",
    "''", "%", "@x", "`x`", "- x", "? x", ": x", "# x", "---", "...", "\t", "\t- x", "\u202ex",
    "\U0001f600" * 70, "e\u0301" * 300, "x" * 5000, "\ufeff", "\x85", "\u2028", "\ufffe",
    "\x1b[31m", '"\\x00"', '"\\n"', '"\\ud800"', "https://[", "http://a b", "javascript:alert(1)", "http://[::1",
    "[[event:vote]]", "[[event:vote|", "<script>", "../../etc/passwd", "con", "vote", "council",
    "[council, council]", "{council: council}", "{vote: vote}", "<50", "> 5", ">5", "1_000", "١٢",
)  # fmt: skip

UNITS = (
    "[", "![", "[a](", "[[", "[[event:vote]] ", "*", "_", "`", "<", "<a href='", "<b>", "<!--",
    "> ", "- ", "1. ", "    ", "\t", "[^1]", "[^1]: a\n", "# a\n", "a\n=\n", "a|b\n", "---\n", "\\",
    "&", "\n\n", "<script>", "![a](media/x.png)", "<img src=x onerror=y>", "[a]: b\n", "\u202e",
    "\u3042",
)  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> dict[str, bytes]:
    """The sound files, one to four of them or the same one with something done to it."""
    made = {name: text.encode() for name, text in FILES.items()}
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(FILES)))
        made[name] = draw(_mutated(made[name]))
    return made


def _mutated(data: bytes) -> st.SearchStrategy[bytes]:
    text = data.decode("utf-8", "replace")
    return st.one_of(_lines(text), _value(text), _characters(text), _body(text), _bytes(data))


@st.composite
def _lines(draw: st.DrawFn, text: str) -> bytes:
    """A line deleted, doubled, moved, indented or joined to the next."""
    lines = text.split("\n")
    index = draw(st.integers(0, len(lines) - 1))
    line = lines[index]
    action = draw(st.integers(0, 5))
    if action == 0:
        del lines[index]
    elif action == 1:
        lines.insert(index, line)
    elif action == 2:
        lines.insert(draw(st.integers(0, len(lines))), lines.pop(index))
    elif action == 3:
        lines[index] = " " * draw(st.integers(1, 9)) + line
    elif action == 4:
        lines[index] = line[draw(st.integers(1, 5)) :]
    else:
        lines[index : index + 2] = ["".join(lines[index : index + 2])]
    return "\n".join(lines).encode()


@st.composite
def _value(draw: st.DrawFn, text: str) -> bytes:
    """What stands after a line's colon or hyphen, replaced."""
    lines = text.split("\n")
    index = draw(st.integers(0, len(lines) - 1))
    head, mark, _ = lines[index].partition(draw(st.sampled_from([": ", "- ", ", ", "{", "["])))
    lines[index] = head + mark + draw(st.sampled_from(VALUES))
    return "\n".join(lines).encode("utf-8", "replace")


@st.composite
def _characters(draw: st.DrawFn, text: str) -> bytes:
    """Some characters put in, or taken out."""
    start = draw(st.integers(0, len(text)))
    end = start + draw(st.integers(0, 6))
    new = draw(st.one_of(st.text(max_size=8), st.sampled_from(list("[]{}:,-?|>&*!%@`'\"#\n\t "))))
    return (text[:start] + new + text[end:]).encode("utf-8", "replace")


@st.composite
def _body(draw: st.DrawFn, text: str) -> bytes:
    """A body with something repeated many times."""
    unit = "".join(draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=4)))
    return (text + unit * draw(st.sampled_from([1, 7, 300, 4000]))).encode()


@st.composite
def _bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes that need not be UTF-8."""
    start = draw(st.integers(0, len(data)))
    return data[:start] + draw(st.binary(max_size=6)) + data[start + draw(st.integers(0, 3)) :]

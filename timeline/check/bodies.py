"""Bodies: what may stand in the Markdown below the front matter.

Markdown that Python-Markdown would read for minutes is refused by what makes it slow, not by the
clock: the same text is refused on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.check import links
from timeline.check.reading import Reading
from timeline.problems import quoted
from timeline.records import Body

#: Five or six printed pages; the time that a page takes grows with it.
MOST_CHARACTERS = 20_000

#: How many characters Python-Markdown may look through again and again: it looks for the end of
#: every bracket and tag, and reads on from every heading and link definition, to the end of the
#: block. This many take it under a second; ordinary text has some thousands.
MOST_SEARCHED = 400_000

#: Lists in lists, quotes in quotes; Python-Markdown calls itself for each.
DEEPEST = 12

#: Tags that are published, of those that authors may write as HTML.
TAGS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dfn", "dl", "dt", "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd",
    "li", "mark", "ol", "p", "pre", "q", "s", "small", "strong", "sub", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
})  # fmt: skip

#: `<https://…>` and `<me@there.example>` are links; comments are not meant to be read.
_TAG = re.compile(r"<(?!(?i:https?)://|!--)([a-zA-Z?!][^\s<>/@]*)(?:[\s/][^<>]*)?>")
_BLOCK = re.compile(r"(?m)(?:^[^\S\n]*\S[^\n]*(?:\n|\Z))+")
_HEADING = re.compile(r"(?m)^[ >]*(?:#|[=-]+[ ]*$|\[[^\[\]\n]*\]:)")
_NESTING = re.compile(r"(?m)^(?:[ \t]*(?:>|[-*+][ \t]|[0-9]+\.[ \t]))+")
_SQUARE, _ROUND = re.compile(r"[][]"), re.compile(r"[()]")
_POINTED = re.compile(r"<(?=[A-Za-z/!?])|>")
_INDENT = re.compile(r"(?m)^[ \t]+(?=\S)")


def check(body: Body, reading: Reading) -> None:
    """Tell what cannot be published of a body, or would be lost; then look up its links."""
    if len(body.text) > MOST_CHARACTERS:
        reading.tell(
            "too-long",
            body.place(0, 1),
            f"the text has {len(body.text):,} characters; at most {MOST_CHARACTERS:,} fit",
            "Split it: what has a date is an event of its own",
        )
    elif nested := too_deep(body.text):
        reading.tell(
            "tangled-text",
            body.place(nested.start(), nested.end() - nested.start()),
            f"lists or quotes stand more than {DEEPEST} deep in each other",
            "Move this line to the left",
        )
    elif (start := tangled(body.text)) is not None:
        reading.tell(
            "tangled-text",
            body.place(start, 1),
            "too many brackets, tags, headings or footnotes are open here",
            "Close every bracket and tag, and put blank lines between paragraphs",
        )
    else:
        _check_tags(body, reading)
        links.check(body, reading)


def too_deep(text: str) -> re.Match[str] | None:
    """The beginning of the first line that is nested too deeply."""
    for nested in _NESTING.finditer(text):
        if len(re.findall(r"[^\s>]+|>", nested[0])) > DEEPEST:
            return nested
    indents = _INDENT.finditer(text)
    return next((i for i in indents if len(i[0].expandtabs(4)) > 4 * DEEPEST), None)


def tangled(text: str) -> int | None:
    """Where the longest search for an end begins in a text that would take too long to read."""
    searches = list(_searches(text))
    is_tangled = sum(count for count, _ in searches) > MOST_SEARCHED
    return max(searches)[1] if is_tangled else None


def _searches(text: str) -> Iterator[tuple[int, int]]:
    """How many characters Python-Markdown looks through for an end, and from where."""
    for block in _BLOCK.finditer(text):
        for heading in _HEADING.finditer(block[0]):
            yield len(block[0]) - heading.start(), block.start() + heading.start()
        for brackets in (_SQUARE, _ROUND):
            for start, end in _pairs(block[0], brackets):
                yield end - start, block.start() + start
    # Tags may hold blank lines, and each mention of a footnote is counted up from the first.
    for start, end in _pairs(text, _POINTED):
        yield end - start, start
    for earlier, mention in enumerate(re.finditer(r"\[\^", text)):
        yield 10 * earlier, mention.start()


def _pairs(text: str, brackets: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where brackets open and where they close: at the end of the text if nowhere."""
    opened: list[int] = []
    for bracket in brackets.finditer(text):
        if bracket[0] in "[(<":
            opened.append(bracket.start())
        elif opened:
            yield opened.pop(), bracket.start()
    yield from ((start, len(text)) for start in opened)


def _check_tags(body: Body, reading: Reading) -> None:
    for tag in _TAG.finditer(links.without_code(body.text)):
        if tag[1].lower() not in TAGS:
            reading.tell(
                "lost-html",
                body.place(tag.start(), tag.end() - tag.start()),
                f"the HTML tag {quoted(tag[0])} is not published",
                "Write it in Markdown, or remove it; a < that is meant as such is written &lt;",
            )

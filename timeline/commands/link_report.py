"""Addresses that no longer answer, in Markdown: the text of the issue that a workflow keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.commands.web_links import Answer, Link

#: GitHub takes 65,536 characters; who mends the first of so many sees the rest next time.
_MOST = 100
_MOST_PLACES = 10

#: What would end `<…>`, or begin markup; percent-encoded they are the same address (RFC 3986 §2.1).
_ENCODED = str.maketrans({"<": "%3C", ">": "%3E", " ": "%20", "`": "%60", "\\": "%5C"})


def report(links: Sequence[Link], answers: Mapping[str, Answer], content: str) -> str:
    """The whole text, or "" when nothing is gone. `content` is the path of the content folder."""
    gone = {link.address: answers[link.address].gone for link in links}
    gone = {address: how for address, how in gone.items() if how}
    if not gone:
        return ""
    return "\n".join(_lines(gone, links, content)) + "\n"


def _lines(gone: Mapping[str, str], links: Sequence[Link], content: str) -> Iterator[str]:
    are = "address does" if len(gone) == 1 else "addresses do"
    yield f"{len(gone):,} {are} not answer any more.\n"
    for address, how in list(gone.items())[:_MOST]:
        places = [f"`{content}/{each.file}:{each.place.line}`" for each in links
                  if each.address == address]  # fmt: skip
        more = len(places) - _MOST_PLACES
        named = ", ".join(places[:_MOST_PLACES]) + (f" and {more} more" if more > 0 else "")
        yield f"- <{address.translate(_ENCODED)}> {how}: {named}"
    if len(gone) > _MOST:
        yield f"\nAnd {len(gone) - _MOST:,} more."
    yield (
        "\nGive the new address, or for a source an archived copy (`archive`). This list is made "
        "anew every week; the issue closes by itself when all of them answer."
    )

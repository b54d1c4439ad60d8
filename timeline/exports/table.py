"""events.csv: a row for each event, for spreadsheets and statistics; columns in docs/feeds.md.

RFC 4180, every cell in quotes, UTF-8 with a byte order mark, without which Excel takes the file
for another encoding. Several values in a cell are separated by "; ".

No cell is a formula. Spreadsheets run what begins with = + - or @, and some cut a line at ";" or a
tab before they look: there an apostrophe is put before, and one more where an apostrophe stands
already. So `-0043` becomes `'-0043`, and `original` gives back what was.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from timeline import dates
from timeline.dates import Day
from timeline.exports import account
from timeline.exports.addresses import plain, public
from timeline.exports.events_json import Html
from timeline.model.model import Timeline
from timeline.records import Citation, Event, Figure

#: Where a spreadsheet may begin to read a cell, if it would run what it finds there or swallow it;
#: full-width forms included (OWASP, "CSV Injection").
_BEGINNING = r"(?:^|(?<=[;\t\r\n]))"
_RUN = re.compile(_BEGINNING + r"(?=\s*['=+\-@＝＋－＠]|[\t\r\n])")
_GUARD = re.compile(_BEGINNING + "'")

#: Column → what stands in it.
COLUMNS: dict[str, Callable[[Event, Timeline], str]] = {
    "id": lambda event, _: event.id,
    "title": lambda event, _: event.title,
    "date": lambda event, _: event.date.edtf,
    "when": lambda event, _: event.when,
    "earliest": lambda event, _: _iso(event.date.earliest),
    "latest": lambda event, _: _iso(event.date.latest),
    "known": lambda event, _: event.known.edtf if event.known else "",
    "tracks": lambda event, _: "; ".join(event.tracks),
    "actors": lambda event, _: "; ".join(f"{part.role}: {part.actor}" for part in event.actors),
    "place": lambda event, _: event.place,
    "certainty": lambda event, _: event.certainty,
    "claims": lambda event, timeline: "; ".join(account.said(c, timeline) for c in event.claims),
    "states": lambda event, _: "; ".join(f"{track}: {state}" for track, state in event.states),
    "figures": lambda event, _: "; ".join(map(_figure, event.figures)),
    "sources": lambda event, _: "; ".join(map(_citation, event.sources)),
    "key": lambda event, _: "yes" if event.key else "",
    "url": lambda event, timeline: public(timeline.about, event.address) or event.address,
}


def render(timeline: Timeline, html: Html) -> bytes:
    """The file's bytes; `text`, the body without its markup, is the last column."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*COLUMNS, "text"])
    for event in timeline.events:
        row = [cell(event, timeline) for cell in COLUMNS.values()]
        writer.writerow(map(guarded, [*row, " ".join(plain(html(event)).split())]))
    return file.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return _RUN.sub("'", text)


def original(cell: str) -> str:
    """What `guarded` was given."""
    return _GUARD.sub("", cell)


def _figure(figure: Figure) -> str:
    """A number as an event file writes it, "passengers: ~300"; a range as "200..300"."""
    bounds = f"{figure.low}..{figure.high}" if figure.low and figure.high else ""
    one_bound = f">{figure.low}" if figure.low else f"<{figure.high}"
    number = figure.value or bounds or one_bound
    return f"{figure.series}: {'~' if figure.approximate else ''}{number}"


def _citation(citation: Citation) -> str:
    return f"{citation.source} ({citation.at})" if citation.at else citation.source


def _iso(day: Day | None) -> str:
    return "" if day is None else dates.iso(day)

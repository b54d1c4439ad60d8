"""What the content says, one frozen record per file, other things named by their ids.

    timeline.md   About    (State, role words)
    tracks/       Track    (Series)
    actors/       Actor    (Office, Position)
    sources/      Source
    events/       Event    (Participation, Claim, Figure, Relation, Image, Correction, Withdrawal)

`fields` says how each is written, `check` reads it, `model` follows the ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from timeline.dates import Date
from timeline.problems import Place


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown below the front matter: its text and the line of the file on which it starts."""

    text: str = ""
    line: int = 1

    def place(self, offset: int, width: int) -> Place:
        """The place in the file of so many characters of a line of the text, from an offset on."""
        line = self.line + self.text.count("\n", 0, offset)
        shown, _, _ = self.text[offset : offset + width].partition("\n")
        return Place(line, offset - self.text.rfind("\n", 0, offset), max(1, len(shown)))


NO_BODY = Body()


@dataclass(frozen=True, slots=True)
class Citation:
    """What a statement rests on: the id of a source or a web address, and the place in it."""

    source: str
    at: str = ""

    @property
    def is_address(self) -> bool:
        """Whether the source is a bare web address."""
        return "://" in self.source

    @property
    def host(self) -> str:
        """The publisher as far as a bare web address tells: its host without `www.`."""
        return (urlsplit(self.source).hostname or "").removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor taking part in an event, in a role."""

    actor: str
    role: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what about an event: actor ids, a stance from `fields.STANCES`, own words."""

    by: tuple[str, ...]
    stance: str
    text: str
    sources: tuple[Citation, ...] = ()
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number an event gives for a series of its track.

    `low` and `high` bound what is meant: `~300` has a value and is approximate, `>800` has
    only a `low`, `<50` only a `high`. Numbers stay text, as written: "215", "3.5".
    """

    series: str
    value: str = ""
    low: str = ""
    high: str = ""
    approximate: bool = False
    note: str = ""
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one event to another; `kind` is one of `fields.RELATIONS`."""

    kind: str
    event: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture from `media/`, with the words that stand for it (`alt`)."""

    file: str
    alt: str
    credit: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was changed after publication, and when."""

    date: Date
    text: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why, and since when, an event is no longer told."""

    date: Date
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. `tracks[0]` is the lane it stands in; `states` maps track id → state id."""

    id: str
    file: str
    title: str
    date: Date
    tracks: tuple[str, ...]
    actors: tuple[Participation, ...]
    sources: tuple[Citation, ...]
    date_text: str = ""
    known: Date | None = None
    place: str = ""
    certainty: str = "reported"
    claims: tuple[Claim, ...] = ()
    states: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()
    relations: tuple[Relation, ...] = ()
    image: Image | None = None
    key: bool = False
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    allow: tuple[tuple[str, str], ...] = ()
    body: Body = NO_BODY

    @property
    def address(self) -> str:
        """Where its page stands in the site."""
        return f"events/{self.id}.html"

    @property
    def when(self) -> str:
        """The date in words: the source's own where `date_text` quotes them."""
        return self.date_text or self.date.words


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: `title` of the body or state `of`, from and until when, if known."""

    of: str
    title: str
    since: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor wants, requires, refuses or weighs on a track, and who says so."""

    track: str
    kind: str
    text: str
    sources: tuple[Citation, ...]
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, body or person. `aliases` are other spellings of the name."""

    id: str
    file: str
    name: str
    kind: str = "other"
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    part_of: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    allow: tuple[tuple[str, str], ...] = ()
    body: Body = NO_BODY

    @property
    def address(self) -> str:
        """Where its page stands in the site."""
        return f"actors/{self.id}.html"

    @property
    def title(self) -> str:
        """The name, for places that show any kind of thing."""
        return self.name


@dataclass(frozen=True, slots=True)
class Series:
    """A number followed over time on a track; `kind` is `count` or `cumulative`."""

    id: str
    label: str
    kind: str = "count"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """A thread of events with a question at stake; the order of tracks is `order`, then title."""

    id: str
    file: str
    title: str
    order: int = 0
    question: str = ""
    colour: str = ""
    series: tuple[Series, ...] = ()
    allow: tuple[tuple[str, str], ...] = ()
    body: Body = NO_BODY

    @property
    def address(self) -> str:
        """Where its page stands in the site."""
        return f"tracks/{self.id}.html"


@dataclass(frozen=True, slots=True)
class Source:
    """Where statements come from. `same_as` names the source whose story this one republishes."""

    id: str
    file: str
    title: str
    publisher: str = ""
    author: tuple[str, ...] = ()
    date: Date | None = None
    url: str = ""
    archive: str = ""
    accessed: Date | None = None
    language: str = ""
    kind: str = ""
    same_as: str = ""
    allow: tuple[tuple[str, str], ...] = ()
    body: Body = NO_BODY

    @property
    def address(self) -> str:
        """Where its page stands in the site."""
        return f"sources/{self.id}.html"


@dataclass(frozen=True, slots=True)
class State:
    """A rung of the ladder on which every track stands; `tone` runs from cold to hot."""

    id: str
    label: str
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class About:
    """timeline.md: what the whole is called, how far it reaches, and the words it declares."""

    title: str
    file: str = "timeline.md"
    tagline: str = ""
    url: str = ""
    language: str = "en"
    repository: str = ""
    branch: str = "main"
    licence: str = ""
    as_of: Date | None = None
    states: tuple[State, ...] = ()
    roles: tuple[str, ...] = ()
    allow: tuple[tuple[str, str], ...] = ()
    body: Body = NO_BODY

"""The table of fields: every field of every kind of file, once.

Checking, the JSON Schema, docs/front-matter.md and scaffolds are all made from this table, so that
they cannot drift apart. A row says: name, shape, meaning, example, whether it must be there.
"""

from __future__ import annotations

from timeline import records
from timeline.check.shapes.compound import Field, Many, Record
from timeline.check.shapes.events import SOURCES, Figures, Participants, States
from timeline.check.shapes.tables import Reasons, Relations, SeriesTable
from timeline.check.shapes.values import (
    Address,
    Edtf,
    Flag,
    Integer,
    NewId,
    Pattern,
    SiteAddress,
    Text,
    UpTo,
)
from timeline.check.shapes.words import Choice, Kind, Ref
from timeline.records import About, Actor, Event, Source, Track

# The rows of a table; one argument a line would hide them.
# fmt: off

CERTAINTIES = ("reported", "claimed", "rumoured", "disputed", "planned")
STANCES = ("asserts", "denies", "confirms", "demands", "offers", "declines")
RELATIONS = ("responds-to", "part-of", "led-to", "contradicts", "continues")
POSITIONS = ("wants", "precondition", "red-line", "consideration")
TONES = ("cold", "cool", "neutral", "warm", "hot")
SERIES = ("count", "cumulative")
ACTORS = ("state", "organisation", "person", "group", "place", "company")
SOURCE_KINDS = ("article", "report", "statement", "interview", "dataset", "book", "document")

_PROSE = Text(most=1000)
_LANGUAGE = Pattern(
    r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", "bad-language", "a language tag (BCP 47)", "en or uk"
)
_COLOUR = Pattern(r"#[0-9a-fA-F]{6}", "bad-colour", "a colour", 'six digits: "#0f766e"')
_ALLOW = Field(
    "allow", Reasons(), "Warnings that do not apply here: the warning's code → the reason.",
    "{single-source: only one reporter was there}",
)

_CLAIM = Record(
    records.Claim,
    "a claim",
    (
        Field("by", Many(Ref("actor")), "Who says it.", "mayor", True),
        Field("stance", Choice(STANCES, "stance"), "How they stand to it.", "denies", True),
        Field("text", _PROSE, "What is said, in your own words.",
              "The ferry was not sold", True),
        Field("source", SOURCES, "Where they say it.", "gazette", attribute="sources"),
        Field("date", Edtf(), "When they said it.", "2022-11-21"),
    ),
)
_CORRECTION = Record(
    records.Correction,
    "a correction",
    (
        Field("date", Edtf(), "When it was corrected.", "2023-01-09", True),
        Field("text", _PROSE, "What was wrong, and what it says now.",
              "The meeting was on 17 November, not 16", True),
    ),
)
_WITHDRAWAL = Record(
    records.Withdrawal,
    "a withdrawal",
    (
        Field("date", Edtf(), "When it was withdrawn.", "2023-01-09", True),
        Field("reason", _PROSE, "Why.", "The source retracted its report", True),
    ),
)
_IMAGE = Record(
    records.Image,
    "a picture",
    (
        Field("file", Text(), "The file below media/.", "ferry.jpg", True),
        Field("alt", _PROSE, "What the picture shows, for those who cannot see it.",
              "A white ferry at a wooden pier", True),
        Field("credit", Text(), "Whose picture it is.", "The Gazette"),
        Field("caption", _PROSE, "A line below the picture.", "The ferry in September"),
    ),
)

EVENT = Record(
    Event,
    "an event",
    (
        Field("title", Text(), "What happened, in one plain line.",
              "The council votes to keep the ferry", True),
        Field("date", Edtf(), "When it happened, as exactly as the sources say and no more: EDTF.",
              "2022-11-17", True),
        Field("track", Many(Ref("track")),
              "The track it belongs to. Of several, the first is the lane it stands in.",
              "ferry", True, "tracks"),
        Field("actors", Participants(), "Who took part: a list, or role → actors.",
              "{party: [council, ferry-company], mediator: mayor}", True),
        Field("source", SOURCES,
              "What it rests on: ids, web addresses, or `{id: …, at: \"paragraph 9\"}`.",
              "gazette", True, "sources"),
        Field("date_text", Text(), "The source's own words for a vague date, printed instead.",
              "early December 2022"),
        Field("known", Edtf(), "When it became public, if later than it happened: EDTF.",
              "2022-12-07"),
        Field("place", Text(), "Where.", "Town hall"),
        Field("certainty", Choice(CERTAINTIES, "certainty"),
              "How firmly it stands. `claimed` and `disputed` need `claims`.", "rumoured"),
        Field("claims", Many(_CLAIM), "Who says what about it, side by side.",
              "[{by: mayor, stance: denies, text: No vote took place}]"),
        Field("state", States(),
              "The state in which this leaves the first track, or track → state.", "stalled",
              attribute="states"),
        Field("figures", Figures(),
              "Numbers it gives, by series of its track: `215`, `~300`, `>800`, `{value, low, high,"
              " note, source}`, or a list where sources disagree.", "{passengers: 215}"),
        Field("relates", Relations(RELATIONS),
              "How it relates to other events; the link back is made for you.",
              "{responds-to: ferry-breaks-down}", attribute="relations"),
        Field("image", _IMAGE, "A picture from media/.",
              "{file: ferry.jpg, alt: A white ferry at a wooden pier}"),
        Field("key", Flag(), "Whether it stays in the overview when the timeline is large.",
              "true"),
        Field("corrections", Many(_CORRECTION), "What was put right after publication.",
              "[{date: 2023-01-09, text: The meeting was on 17 November}]"),
        Field("withdrawn", _WITHDRAWAL, "Why it is no longer told; its page stays and says so.",
              "{date: 2023-01-09, reason: The source retracted its report}"),
        Field("aliases", Many(NewId()), "Former ids; each leaves a page that leads here.",
              "[council-vote]"),
        Field("draft", Flag(), "Whether it is kept back until --drafts is given.", "true"),
        _ALLOW,
    ),
)

_OFFICE = Record(
    records.Office,
    "an office",
    (
        Field("of", Ref("actor"), "The state or body it is an office of.", "council", True),
        Field("as", Text(), "The office.", "Chair", True, "title"),
        Field("from", Edtf(), "Since when, if the sources say.", "2019", attribute="since"),
        Field("until", Edtf(), "Until when.", "2024"),
    ),
)
_POSITION = Record(
    records.Position,
    "a position",
    (
        Field("track", Ref("track"), "The track it is about.", "ferry", True),
        Field("kind", Choice(POSITIONS, "position"), "What kind of position.", "red-line", True),
        Field("text", _PROSE, "The position, in your own words.",
              "No sale before a vote", True),
        Field("source", SOURCES, "Who reports it.", "gazette", True, "sources"),
        Field("date", Edtf(), "When it was held.", "2022-11"),
    ),
)

ACTOR = Record(
    Actor,
    "an actor",
    (
        Field("name", Text(), "The name, spelled as this timeline spells it.",
              "Jane Miller", True),
        Field("kind", Kind(ACTORS), "What it is.", "person"),
        Field("aliases", Many(Text()), "Other spellings; readers find the actor under them.",
              "[J. Miller, Mayor Miller]"),
        Field("office", Many(_OFFICE), "Offices held.", "[{of: council, as: Chair}]",
              attribute="offices"),
        Field("part_of", Many(Ref("actor")), "What it belongs to.", "council"),
        Field("positions", Many(_POSITION), "What it wants, requires, refuses or weighs, by track.",
              "[{track: ferry, kind: wants, text: A new ferry, source: gazette}]"),
        _ALLOW,
    ),
)

_SERIES = Record(
    records.Series,
    "a series of figures",
    (
        Field("label", Text(), "What is counted.", "Passengers carried", True),
        Field("unit", Text(most=40), "The unit.", "people"),
        Field("kind", Choice(SERIES, "kind"),
              "`count`: each number for itself; `cumulative`: a running total.", "cumulative"),
    ),
)

TRACK = Record(
    Track,
    "a track",
    (
        Field("title", Text(), "The track's name.", "The ferry", True),
        Field("order", Integer(), "Its place among the tracks, from the smallest.", "2"),
        Field("question", _PROSE, "What is at stake, as a question.", "Will the ferry go on?"),
        Field("colour", _COLOUR, "Its colour; one that is safe for colour-blind eyes is the "
              "default.", '"#0f766e"'),
        Field("figures", SeriesTable(_SERIES),
              "Series of numbers that its events may give: id → label, unit, kind.",
              "{passengers: {label: Passengers carried, kind: count}}", attribute="series"),
        _ALLOW,
    ),
)

SOURCE = Record(
    Source,
    "a source",
    (
        Field("title", Text(), "Its title.", "Council saves the ferry", True),
        Field("publisher", Text(), "Who published it.", "The Gazette"),
        Field("author", Many(Text()), "Who wrote it.", "Jane Miller"),
        Field("date", Edtf(), "When it was published.", "2022-12"),
        Field("url", Address(), "Where it stands.", "https://example.org/article"),
        Field("archive", Address(), "An archived copy.", "https://web.archive.org/web/2022/…"),
        Field("accessed", Edtf(), "When it was read.", "2023-01-09"),
        Field("language", _LANGUAGE, "Its language.", "en"),
        Field("kind", Kind(SOURCE_KINDS), "What it is.", "article"),
        Field("same_as", Ref("source"), "The source it republishes: two copies count once.",
              "gazette"),
        _ALLOW,
    ),
)

_STATE = Record(
    records.State,
    "a state",
    (
        Field("id", NewId(), "The word that events use.", "stalled", True),
        Field("label", Text(most=60), "The word that readers see.", "Stalled", True),
        Field("tone", Choice(TONES, "tone"), "From cold to hot.", "cold"),
    ),
)

TIMELINE = Record(
    About,
    "the timeline",
    (
        Field("title", Text(), "What the timeline is called.", "Harbour town", True),
        Field("tagline", Text(), "What it is, in a sentence.", "What becomes of the harbour"),
        Field("url", SiteAddress(), "Its public address; feeds, sitemap and share tags need it.",
              "https://example.org/timeline/"),
        Field("language", _LANGUAGE, "The language it is written in.", "en"),
        Field("repository", Address(), "The repository, for \"edit\" links.",
              "https://github.com/someone/timeline"),
        Field("branch", Text(), "The repository's branch.", "main"),
        Field("licence", Text(), "The licence of the texts.", "CC BY 4.0"),
        Field("as_of", UpTo(), "The day, month or year up to which it tells.", "2022-12-15"),
        Field("states", Many(_STATE, key="id"), "The ladder of states, coldest first.",
              "[{id: stalled, label: Stalled, tone: cold}]"),
        Field("roles", Many(Text(most=60)), "The words for roles that events may use. `party`, and "
              "between parties `mediator`, `intermediary`, `convenor` and `host`, are drawn as who "
              "met whom.",
              "[party, mediator]"),
        _ALLOW,
    ),
)

#: kind of document → its fields
KINDS = {
    "timeline": TIMELINE, "event": EVENT, "actor": ACTOR, "track": TRACK, "source": SOURCE,
}

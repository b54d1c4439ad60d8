"""The whole build on one screen: load → check → model → render → write.

    content/  ─ documents ─→ Content ─ check ─→ Records ─ model ─→ Timeline
       │                         └──────┴─→ problems                  ↑
       └────── history ─→ when each file last changed ────────────────┘
    Timeline, templates/, assets/ ─ pages, pictures, exports ─→ {address: bytes} ─ write ─→ site/

Nothing here reads the clock or the environment: the same commit gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from timeline import advice, exports, problems, write
from timeline.cache import Cache, InMemory
from timeline.check import check, schema, vocabulary
from timeline.load import documents, history
from timeline.memory import Memory
from timeline.model import model
from timeline.problems import Problem
from timeline.render import assets, chart, directions, pages, sizes, stylesheets
from timeline.render.pages.site import Site
from timeline.render.prose import Lookup, Prose
from timeline.render.share import drawn, palette
from timeline.render.sizes import Size
from timeline.render.words import Words
from timeline.write import Written

#: Where templates/ and assets/ stand: beside the package.
HOME = Path(__file__).resolve().parent.parent
TEMPLATES = HOME / "templates"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to. `written` is None when there were errors: nothing was written.

    `has_cut_history` says that only the end of the content's history is on this machine, so that
    nothing was taken from it.
    """

    problems: list[Problem]
    timeline: model.Timeline | None = None
    pages: int = 0
    written: Written | None = None
    has_cut_history: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether anything must be mended first."""
        return any(problem.is_error for problem in self.problems)


def read(
    content: Path, *, drafts: bool = False, advised: bool = True, memory: Memory | None = None
) -> tuple[Built, documents.Content]:
    """Load, check and model a content folder; nothing is rendered.

    Not `advised`, only errors are looked for. With a `memory` of the last time, only what has
    changed since is worked out anew.
    """
    known = memory or Memory()
    loaded, found = documents.load(content, reader=known.document)
    words = vocabulary.gather(loaded)
    records, wrong = check.check(loaded, words, judge=known.judged)
    told = [*found, *wrong]
    if any(problem.is_error for problem in told):
        return Built(problems.in_order(told)), loaded
    timeline = model.build(records, drafts=drafts)
    if advised:
        told += advice.advise(timeline, loaded)
    return Built(problems.in_order(told), timeline), loaded


def surroundings(
    timeline: model.Timeline,
    content: documents.Content,
    *,
    prose: Callable[[Lookup, Words, Mapping[str, Size]], Prose] = Prose,
) -> tuple[Site, dict[str, bytes]]:
    """What all pages share, and the files of the site that are served as they are."""
    fixed = assets.served(HOME / "assets")
    pictures = assets.media(content.media)
    site = pages.surroundings(
        timeline,
        TEMPLATES,
        stylesheets=(stylesheets.JOINED, stylesheets.UNSCRIPTED),
        modules=tuple(address for address in fixed if address.endswith(assets.MODULES)),
        draw=chart.draw,
        prose=prose,
        sizes=sizes.of(pictures),
        palette=palette.read(HOME / "assets" / "css" / "tokens.css"),
        has_letters_from_right=directions.any_from_right(
            line for document in content.documents for line in document.lines
        ),
    )
    made = {
        "schema.json": schema.as_json(vocabulary.gather(content)).encode(),
        ".nojekyll": b"",
    }
    return site, {**fixed, **pictures, **made}


def render(
    timeline: model.Timeline, content: documents.Content, *, cache: Cache | None = None
) -> dict[str, bytes]:
    """The whole site as one value: `{address: bytes}`; see `build`."""
    shared, fixed = surroundings(timeline, content)
    site = dict(pages.every(shared, TEMPLATES))
    if shared.gallery:
        site |= drawn.press(TEMPLATES, cache or InMemory()).every(shared.gallery.every())
    site |= exports.render(timeline, pages.html_of(shared), [a for a in site if _is_page(a)])
    return site | fixed


def build(
    content: Path,
    out: Path,
    *,
    url: str = "",
    drafts: bool = False,
    strict: bool = False,
    cache: Cache | None = None,
) -> Built:
    """Build `content` into `out`; on errors (`strict`: or warnings) nothing is written.

    `url` is the public address, where it is another than timeline.md's. What the `cache` has of
    the pictures is not drawn again.

    Raises OSError when the machine fails, and write.ForeignFileError when a page would replace a
    file that no build made; `out` is then as it was.
    """
    built, loaded = read(content, drafts=drafts)
    timeline = built.timeline
    if timeline is None or (strict and built.problems):
        return built
    if url:
        timeline = replace(timeline, about=replace(timeline.about, url=url))
    past = history.read(content)
    timeline = replace(timeline, changed=past.changed)
    site = render(timeline, loaded, cache=cache)
    return replace(
        built,
        timeline=timeline,
        pages=sum(map(_is_page, site)),
        written=write.write(site, out),
        has_cut_history=past.is_cut,
    )


def _is_page(address: str) -> bool:
    return address.endswith(".html")

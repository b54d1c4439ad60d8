"""Pages: the timeline as HTML, one address after the other.

    page         Page: an address, a title, a template and its values
    head         what its head says to machines
    site         Site: what all pages share
    home         index.html
    events       events/<id>.html, and what leads there from former ids
    actors       actors/index.html, actors/<id>.html
    tracks       tracks/<id>.html
    sources      sources/index.html, sources/<id>.html
    when         when/<year>.html, when/<year-month>.html
    standalone   corrections.html, about.html, 404.html
    embed        embed.html, for frames on other sites

    register     events as entries, month after month
    missing      what the home page does not hold of a month
    states       the state of play
    matrix, past, pictures, positions, told   parts of the pages of actors, tracks and sources

Each module's `pages` takes the site and gives its pages; `render` sets them. Nothing here knows
the clock, the environment or the disk, templates apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from timeline.model.model import Timeline
from timeline.records import Event
from timeline.render import words
from timeline.render.entries import Entries, lookup
from timeline.render.pages import actors, embed, events, home, sources, standalone, tracks, when
from timeline.render.pages.head import head
from timeline.render.pages.page import Page
from timeline.render.pages.site import Draw, Site
from timeline.render.prose import Lookup, Prose, placed
from timeline.render.share.gallery import Gallery
from timeline.render.share.palette import Palette
from timeline.render.sizes import Size
from timeline.render.templating import environment
from timeline.render.words import Words

KINDS = (home, events, actors, tracks, sources, when, standalone, embed)


def render(
    timeline: Timeline,
    templates: Path,
    *,
    stylesheets: tuple[str, ...] = (),
    modules: tuple[str, ...] = (),
    draw: Draw | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Every page as (address, bytes); see `surroundings`."""
    site = surroundings(timeline, templates, stylesheets=stylesheets, modules=modules, draw=draw)
    return every(site, templates)


def every(site: Site, templates: Path) -> Iterator[tuple[str, bytes]]:
    """Every page as (address, bytes)."""
    for kind in KINDS:
        for page in kind.pages(site):
            yield page.address, typeset(page, site, templates)


def surroundings(
    timeline: Timeline,
    templates: Path,
    *,
    stylesheets: tuple[str, ...] = (),
    modules: tuple[str, ...] = (),
    draw: Draw | None = None,
    prose: Callable[[Lookup, Words, Mapping[str, Size]], Prose] = Prose,
    sizes: Mapping[str, Size] = MappingProxyType({}),
    palette: Palette | None = None,
    has_letters_from_right: bool = False,
) -> Site:
    """What the pages of a timeline share.

    Stylesheets and modules are addresses inside the site that every page links to, in their order;
    bodies are rendered by what `prose` makes. `sizes` are those of the content's pictures, by
    address. With a `palette` there are pictures to share. `has_letters_from_right` says that there
    is text which is written from right to left.
    """
    catalogue = words.read(templates / "words", timeline.about.language)
    bodies = prose(lookup(timeline), catalogue, sizes)
    entries = Entries(timeline, bodies, catalogue)
    gallery = Gallery(timeline, catalogue, entries, templates, palette) if palette else None
    return Site(
        timeline, catalogue, bodies, entries, stylesheets, modules, draw, gallery, sizes,
        has_letters_from_right,
    )  # fmt: skip


def typeset(page: Page, site: Site, templates: Path) -> bytes:
    """A page as bytes. Raises what a broken template raises."""
    template = environment(templates).get_template(page.template)
    values = {"head": head(page, site), "embed": site.embeds.get(page.address), **page.values}
    html: str = template.render(site=site, page=page, words=site.words, **values)
    return html.encode()


def html_of(site: Site) -> Callable[[Event], str]:
    """Gives an event's body as HTML whose addresses begin at the site's root."""
    return lambda event: str(placed(site.prose.html(event.body.text, event.id), "", 2))

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

    register     events as entries, month after month
    states       the state of play
    matrix, past, pictures, positions, told   parts of the pages of actors, tracks and sources

Each module's `pages` takes the site and gives its pages; `render` sets them. Nothing here knows
the clock, the environment or the disk, templates apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from timeline import words
from timeline.entries import Entries, lookup
from timeline.model import Timeline
from timeline.pages import actors, events, home, sources, standalone, tracks, when
from timeline.pages.head import head
from timeline.pages.site import Draw, Site
from timeline.prose import Prose, placed
from timeline.records import Event
from timeline.templating import environment

KINDS = (home, events, actors, tracks, sources, when, standalone)


def render(
    timeline: Timeline,
    templates: Path,
    *,
    stylesheets: tuple[str, ...] = (),
    modules: tuple[str, ...] = (),
    draw: Draw | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Every page as (address, bytes).

    Stylesheets and modules are addresses inside the site that every page links to, in their order.
    """
    catalogue = words.read(templates / "words", timeline.about.language)
    prose = Prose(lookup(timeline))
    site = Site(
        timeline, catalogue, prose, Entries(timeline, prose, catalogue), stylesheets, modules, draw
    )
    engine = environment(templates)
    for kind in KINDS:
        for page in kind.pages(site):
            template = engine.get_template(page.template)
            values = {"head": head(page, site), **page.values}
            html = template.render(site=site, page=page, words=catalogue, **values)
            yield page.address, html.encode()


def html_of(timeline: Timeline) -> Callable[[Event], str]:
    """Gives an event's body as HTML whose addresses begin at the site's root."""
    prose = Prose(lookup(timeline))
    return lambda event: str(placed(prose.html(event.body.text, event.id), "", 2))

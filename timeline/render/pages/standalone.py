"""Pages of which there is one: corrections, about, and the one for addresses that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from timeline.check.fields import CERTAINTIES
from timeline.render.pages.page import Page
from timeline.render.pages.site import ABOUT, CORRECTIONS, HOME, NOT_FOUND, Site

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*")


def pages(site: Site) -> Iterator[Page]:
    """Corrections only where there are some, or something was withdrawn; the others always."""
    title, words = site.about.title, site.words
    if site.timeline.corrections or site.timeline.withdrawn:
        yield Page(
            CORRECTIONS,
            "corrections.html",
            title=words.nav.corrections,
            description=words.say("corrections.description", title=title).unescape(),
            section=CORRECTIONS,
        )
    yield Page(
        ABOUT,
        "about.html",
        title=words.nav.about,
        description=words.say("about.description", title=title).unescape(),
        section=ABOUT,
        values={
            "introduction": site.prose.html(site.about.body.text, "introduction"),
            "citation": citation(site),
            "certainties": [
                certainty
                for certainty in CERTAINTIES
                if any(event.certainty == certainty for event in site.timeline.events)
            ],
        },
    )
    # Its form leads to the home page: `asked` is the only place to which it may.
    asked = origin(site.url(HOME))
    yield Page(NOT_FOUND, "404.html", title=words.missing.title, values={"asked": asked})


def origin(address: str) -> str:
    """Where a web address leads, as a Content-Security-Policy names it (CSP 3, 2.3.1).

    "" where a policy has no words for it: it knows no IPv6, and ASCII only.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    return f"{parts.scheme}://{host}{port}" if _HOST.fullmatch(host) else ""


def citation(site: Site) -> str:
    """How the whole is named where somebody cites it: title, extent, address as far as known."""
    about, words = site.about, site.words
    parts = [about.title]
    if about.as_of:
        parts.append(words.say("page.as_of", day=about.as_of.words).unescape())
    said = ". ".join(parts) + "."
    return f"{said} {about.url}" if about.url else said

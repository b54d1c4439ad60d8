"""The part of schema.org's vocabulary (release 30.0) that pages use: type → its own properties.

The context made of it knows nothing else: a misspelt word is lost when a document is expanded.
"""

from __future__ import annotations

from typing import Any

THING = {"name", "description", "url", "image", "alternateName", "subjectOf"}
WORK = THING | {
    "about", "author", "correction", "dateModified", "datePublished", "inLanguage", "isBasedOn",
    "keywords", "license", "publisher", "temporalCoverage", "text", "archivedAt", "headline",
    "isAccessibleForFree", "creativeWorkStatus",
}  # fmt: skip

TYPES: dict[str, set[str]] = {
    "Thing": THING,
    "Event": THING | {"about", "startDate", "endDate", "keywords", "location", "superEvent"},
    "Claim": WORK | {"appearance"},
    "CreativeWork": WORK,
    "Article": WORK,
    "Report": WORK,
    "Book": WORK,
    "Dataset": WORK | {"distribution"},
    "DataDownload": WORK | {"contentUrl", "encodingFormat"},
    "WebSite": WORK,
    "Person": THING | {"memberOf", "jobTitle"},
    "Organization": THING | {"parentOrganization"},
    "Country": THING,
    "Place": THING,
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
}

_ADDRESSES = {"url", "image", "contentUrl", "archivedAt", "item"}

BASE = "https://schema.org/"


def context() -> dict[str, Any]:
    """What https://schema.org answers with when it is asked for JSON-LD, as far as we use it."""
    properties = {name: {"@id": BASE + name} for own in TYPES.values() for name in own}
    addresses = {name: {"@id": BASE + name, "@type": "@id"} for name in _ADDRESSES}
    types = {name: BASE + name for name in TYPES}
    return {"@context": {**types, **properties, **addresses}}

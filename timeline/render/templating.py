"""The template engine, set so that mistakes show: what is unknown is refused, all is escaped.

Macros get what they use as arguments; nothing is global but what Jinja itself brings.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


@cache
def environment(templates: Path) -> Environment:
    """The engine for the templates in a folder; one serves all builds of a process.

    It notices by itself when a template has changed.
    """
    engine = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # `range`, `dict`, `lipsum` and their like have no place in a page.
    engine.globals.clear()
    engine.filters["source_hash"] = source_hash
    return engine


def source_hash(text: str) -> str:
    """How a Content-Security-Policy names an inline style that it allows (CSP 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

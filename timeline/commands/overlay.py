"""What the preview adds to pages on their way out: the reload script, and problems on top.

The pages on disk forbid every script and connection but their own; the preview's address is the
page's own too, yet browsers disagree whether that covers a WebSocket, so it is named.
"""

from __future__ import annotations

import re
from html import escape, unescape

from markupsafe import Markup

#: Where the preview's own files stand; no page's address begins like this.
SCRIPT = "/livereload.js"
STYLES = "/_preview.css"

CSS = """\
#preview_problems {
  position: fixed; inset: auto 0 0; z-index: 2147483647; max-block-size: 75vh; overflow: auto;
  margin: 0; padding: 1rem 1.5rem; border-block-start: 0.4rem solid #b3261e;
  background: #fffdf8; color: #1c1b18; box-shadow: 0 -0.5rem 2rem rgb(0 0 0 / 35%);
  font: 1rem/1.5 system-ui, sans-serif;
}
#preview_problems summary { font-weight: 700; cursor: pointer; }
#preview_problems p { margin: 0.5rem 0; max-inline-size: 45rem; }
#preview_problems pre {
  margin: 0.75rem 0 0; padding: 0.75rem 1rem; overflow-x: auto;
  background: #f3eee2; color: inherit; font: 0.9rem/1.45 ui-monospace, monospace;
}
#preview_problems pre::first-line { font-weight: 700; }
"""

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')

_BARE_PAGE = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Not built yet</title>'
    "</head><body></body></html>\n"
)


def page(html: bytes | None, told: str, *, version: int, host: str) -> bytes:
    """A page as the preview sends it; `html` None stands for a page that was never built.

    `told` is the problems as text, parted by empty lines, or "". `version` lets the server know
    which build a browser shows, `host` is where it connects to, as `127.0.0.1:5500`.
    """
    text = html.decode() if html is not None else _BARE_PAGE
    text = _POLICY.sub(lambda found: found[1] + _opened(found[2], host) + found[3], text, count=1)
    head = f'<script src="{SCRIPT}?snipver={version}"></script>'
    if told:
        head += f'<link rel="stylesheet" href="{STYLES}">'
        text = text.replace("</body>", f"{_panel(told, html is not None)}</body>", 1)
    return text.replace("</head>", f"{head}</head>", 1).encode()


def _opened(policy: str, host: str) -> str:
    """The policy with the preview's own script, connection and style sheet allowed."""
    directives = unescape(policy).split(";")
    given = dict(_parted(directive) for directive in directives if directive.strip())
    wanted = {
        "script-src": ["'self'"],
        "connect-src": ["'self'", f"ws://{host}"],
        "style-src-elem" if "style-src-elem" in given else "style-src": ["'self'"],
    }
    for name, sources in wanted.items():
        own = [source for source in given.get(name, []) if source != "'none'"]
        given[name] = [*own, *(source for source in sources if source not in own)]
    opened = "; ".join(" ".join([name, *sources]) for name, sources in given.items())
    return escape(opened, quote=True).replace("&#x27;", "'")


def _parted(directive: str) -> tuple[str, list[str]]:
    name, *sources = directive.split()
    return name, sources


def _panel(told: str, has_page: bool) -> Markup:
    problems = told.split("\n\n")
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    shown = (
        "Below is the site as it was before. It is built again as soon as you save."
        if has_page
        else "There is no page to show yet. It is built as soon as you save."
    )
    blocks = Markup("").join(Markup("<pre>{}</pre>").format(problem) for problem in problems)
    return Markup(
        '<details id="preview_problems" role="alert" open><summary>{}</summary><p>{}</p>{}'
        "</details>"
    ).format(count, shown, blocks)

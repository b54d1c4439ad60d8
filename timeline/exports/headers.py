"""_headers: what a page's own <meta> cannot say, for the hosts that read such a file.

Netlify and Cloudflare Pages do; others take it for one more file. A rule is an address, perhaps
with `*` at its end, and what is sent with all that it fits; no header stands in two rules that fit
the same page, because hosts differ in what becomes of it then.

    https://docs.netlify.com/manage/routing/headers/
    https://developers.cloudflare.com/pages/configuration/headers/
"""

from __future__ import annotations

from collections.abc import Iterable

ADDRESS = "_headers"

#: Pages that are meant to stand in pages of others.
FRAMED = frozenset({"embed.html"})

#: Sent with everything. Strict-Transport-Security is missing on purpose: it is a promise for a
#: whole domain, and for a year, so that it is for the owner of the domain to make.
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Access-Control-Allow-Origin": "*",
}

#: Sent with every page but those that are framed. The rest of a page's policy is its own: it stands
#: in a <meta>, and holds on hosts that send no headers, too.
PAGES = {"Content-Security-Policy": "frame-ancestors 'self'"}


def render(addresses: Iterable[str]) -> bytes:
    """The file; `addresses` are those of the pages."""
    rules = [_rule("/*", EVERYWHERE), *(_rule(place, PAGES) for place in places(addresses))]
    return "\n".join(rules).encode()


def places(addresses: Iterable[str]) -> list[str]:
    """What the pages that nobody else frames are asked for by.

    A folder is one place. A page at the top is asked for with its ending, without (both hosts
    leave it out), and index.html by the bare `/`.
    """
    found = {"/"}
    for address in set(addresses) - FRAMED:
        folder, is_inside, _ = address.partition("/")
        bare = address.removesuffix(".html")
        found |= {f"/{folder}/*"} if is_inside else {f"/{address}", f"/{bare}"}
    return sorted(found)


def _rule(place: str, headers: dict[str, str]) -> str:
    return "".join([f"{place}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])

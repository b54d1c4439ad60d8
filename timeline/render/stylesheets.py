"""Stylesheets: many files to write, one to load.

A page waits for all its style sheets before it shows anything, and on a slow line every request
costs a round trip. Cascade layers make the order of the parts a matter of one line, so that the
files can simply stand one after the other.
"""

from __future__ import annotations

from collections.abc import Mapping

#: In the folder of their parts, so that those' relative addresses still hold.
JOINED = "assets/css/site.css"
#: The one of embed.html, which stands on other people's pages and should cost them little: it has
#: no faces.
FRAMED = "assets/css/frame.css"

#: Only for readers without script, who cannot be helped by it.
UNSCRIPTED = "assets/css/unscripted.css"

_OWN = "assets/css/embed.css"
_SHARED = ("assets/css/tokens.css", "assets/css/base.css", "assets/css/certainty.css")


def joined(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with their style sheets as one, in the order of their names; the frame's apart.

    What only some load stays as it is.
    """
    sheets = [address for address in sorted(files) if address.endswith(".css")]
    if not sheets:
        return dict(files)
    apart = {UNSCRIPTED, _OWN}
    made = {JOINED: [address for address in sheets if address not in apart]}
    others = {a: data for a, data in files.items() if a not in sheets or a == UNSCRIPTED}
    if _OWN in files:
        made[FRAMED] = [*_SHARED, _OWN]
    return {**others, **{name: b"\n".join(files[a] for a in parts) for name, parts in made.items()}}

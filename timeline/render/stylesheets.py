"""Stylesheets: many files to write, one to load.

A page waits for all its style sheets before it shows anything, and on a slow line every request
costs a round trip. Cascade layers make the order of the parts a matter of one line, so that the
files can simply stand one after the other.
"""

from __future__ import annotations

from collections.abc import Mapping

#: In the folder of its parts, so that their relative addresses still hold.
JOINED = "assets/css/site.css"


def joined(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with their style sheets as one, in the order of their names."""
    sheets = [address for address in sorted(files) if address.endswith(".css")]
    if not sheets:
        return dict(files)
    others = {address: data for address, data in files.items() if address not in sheets}
    return {**others, JOINED: b"\n".join(files[address] for address in sheets)}

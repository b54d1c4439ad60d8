"""Backchannel: a folder of Markdown event files becomes a static timeline that shows who says so.

One way through it, a room a stage:

    load/       content/ → documents, each value with its line and column
    check/      documents → records and problems
    model/      records → Timeline: one value, in which every id can be followed
    advice/     Timeline → warnings
    render/     Timeline → pages, and pictures of them to share
    exports/    Timeline → feeds, calendars, data
    write       {address: bytes} → site/

    pipeline    names these steps on one screen; memory keeps what has not changed for the next
                of a process, cache for the next build
    commands/   what build.py is asked for

What all of them speak of: `records` (what content says), `problems` (what is wrong with it),
`dates` (EDTF), `ids`. Before any of it, `bootstrap` and `environment` bring the .venv that it runs
in: importing this package imports nothing.
"""

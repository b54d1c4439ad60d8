"""Backchannel: a folder of Markdown event files becomes a static timeline that shows who says so.

Importing this package imports nothing, so that `bootstrap` can run before anything is installed.

    bootstrap     makes and updates the .venv that builds and tests run in, and runs them there
    environment   what that .venv must have, and what state it is in
"""

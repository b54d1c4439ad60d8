"""Render: the timeline → pages, as `{address: bytes}`.

pages/        what stands on each kind of page
entries       an event with everything it names, ready for a template
chart/        the lanes: time → place, rows that never overlap
drawings/     the geometry of all other pictures on pages
share/        pictures of pages, for those who share them
prose         Markdown → safe HTML
words         every word of the interface; amounts: numbers in words
colours       a hue for each track
directions    which way text runs
templating    the Jinja environment
assets        files that pages load; stylesheets: many of them as one
"""

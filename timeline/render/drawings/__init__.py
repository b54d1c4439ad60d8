"""Drawings: where everything stands in the pictures that the build draws, before it is SVG.

    steps      the states of a track over time, as a line of steps
    bars       the numbers of a series, as bars and ranges
    running    a running total, as steps
    network    who met whom, and through whom
    ordering   on which side and in which row its names stand
    rails      the chain of events around one event, as rails beside a list

Widths are percentages of the drawing and heights are in em, the size of its text: a drawing fits a
phone and a wide page alike, and grows with the reader's letters. `templates/_drawings.html` writes
them. The same findings give the same numbers, so that nothing moves from build to build.
"""

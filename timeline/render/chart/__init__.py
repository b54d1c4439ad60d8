"""The timeline as a chart, in numbers: where everything stands on the axis and in its lane.

    hours       times of day, in one zone
    scale       day → fraction of the width, long empty stretches folded
    rows        what has room in a row, and from which width on
    lanes       rows, so that nothing overlaps, and heaps for what has no room
    marks       what a date looks like: a mark, and bands for what is vague or lasts
    levels      which words an axis may have, from years to hours
    ticks       the words of the axis that have room
    cells       how many events there are in months or years, where a page cannot hold all
    durations   how long a fold is
    choices     what the events can be filtered by
    drawing     `draw`: all of it, for the template

Nothing here knows of HTML; imports go from the bottom of this list upwards.
"""

from timeline.render.chart.drawing import Drawing, draw

__all__ = ["Drawing", "draw"]

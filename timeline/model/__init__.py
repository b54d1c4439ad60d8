"""Model: the timeline as one value, in which every id can be followed.

model         Timeline: events, actors, tracks and sources, in their orders
periods       the years and months that have a page
overview      which events of too many stand on one
findings/     what can be found out from it: who met whom, how states went, what rests on what
"""

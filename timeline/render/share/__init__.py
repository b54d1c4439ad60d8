"""Pictures to share: what people see of a page where somebody has posted its address.

    timeline ─ cards ─→ texts and marks at their places ─ gallery ─→ SVG ─ drawn ─→ PNG

telling      the sentences
lettering    text in lines that keep inside their room
sheet        texts below one another
palette      the colours of the pages
strip        events on a small axis
cards        what stands where, for each kind of page
gallery      page → its picture, as SVG (templates/share/*.svg)
drawn        SVG → PNG, and what need not be drawn again

`timeline.exports.pictures` says which pages have a picture of their own.
"""

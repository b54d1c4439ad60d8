"""Shapes: how a value is written in front matter; read into Python, described as JSON Schema.

A shape reads a node into a value, or tells what is wrong and returns None; it never raises. The
same object says in words what to write (`words`, for messages and docs) and describes itself to
editors (`schema`). `fields` combines shapes into the table of all fields.

    values     Text Pattern Flag Integer Edtf Address NewId     one value
    words      Choice Kind Word Ref                             one word out of a known list
    compound   Many Field Record                                lists and mappings of shapes
    events     Cited Participants States Figures                what only events write
"""

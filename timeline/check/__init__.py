"""Check: documents → records, and everything that is wrong with them.

fields        the table of all fields: the one truth of what may be written
shapes/       how a value is written: read, and described as JSON Schema
vocabulary    the ids and words that content may use
reading       one document being read, and the problems found in it
rules         what must agree between the fields of one event
schema        the table of fields, as JSON Schema
crossings     what must agree between files
links         links in bodies; bodies: what their Markdown may hold
check         all of it, for a whole content folder
"""

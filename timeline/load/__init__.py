"""Load: a content folder → documents, each value with its line and column.

layout        which folder holds what, and what a file there is
walk          the files of a content folder, in a fixed order
documents     bytes → Document: kind, id, fields, body
history       when each file last changed, as far as Git knows
front_matter  a file's text → its fields and its body
yaml_reader   YAML → nodes; yaml_advice says what to do about bad YAML
nodes         values as they were written, with their places
"""

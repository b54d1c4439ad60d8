"""JSON Schema of the front matter, made from the table of fields, for editors and programs.

Ids and words that a content folder knows are listed, so that an editor can complete them.
"""

from __future__ import annotations

import json
from typing import Any

from timeline.check.fields import KINDS
from timeline.check.vocabulary import Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(words: Vocabulary) -> dict[str, Any]:
    """One schema; `$defs` holds one for each kind of file, under its name."""
    return {
        "$schema": DIALECT,
        "title": "Backchannel front matter",
        "$defs": {kind: shape.schema(words) for kind, shape in KINDS.items()},
        "anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in KINDS],
    }


def as_json(words: Vocabulary) -> str:
    """The schema as text, with the vocabulary of a content folder as far as there is one."""
    return json.dumps(schema(words), ensure_ascii=False, indent=2)

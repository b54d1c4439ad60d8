"""JSON Schema of the front matter, made from the table of fields, for editors and programs.

With a content folder the ids that exist are listed, so that an editor can complete them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from timeline.check import vocabulary
from timeline.check.fields import KINDS
from timeline.check.vocabulary import Vocabulary
from timeline.load import documents

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(words: Vocabulary) -> dict[str, Any]:
    """One schema; `$defs` holds one for each kind of file, under its name."""
    return {
        "$schema": DIALECT,
        "title": "Backchannel front matter",
        "$defs": {kind: shape.schema(words) for kind, shape in KINDS.items()},
        "anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in KINDS],
    }


def as_json(content: Path | None) -> str:
    """The schema as text; with the vocabulary of a content folder when there is one."""
    words = vocabulary.gather(documents.load(content)[0]) if content else Vocabulary()
    return json.dumps(schema(words), ensure_ascii=False, indent=2)

"""The JSON Schema says what the table of fields says, as far as a schema can."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.check import samples
from tests.check.samples import MISTAKES, SOUND, WORDS, Mistake
from timeline.check import schema, vocabulary
from timeline.check.fields import KINDS
from timeline.load import documents
from timeline.load.nodes import Node, Scalar, Sequence

ROOT = Path(__file__).parents[2]
TREES = (ROOT / "content", ROOT / "tests/sites/dig")

#: Scalars that YAML 1.2's core schema, which editors use, takes for numbers.
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def as_json(node: Node) -> Any:
    """A node as an editor's YAML reader gives it to the schema."""
    if isinstance(node, Sequence):
        return [as_json(item) for item in node.items]
    if not isinstance(node, Scalar):
        return {name: as_json(value) for name, (_, value) in node.entries.items()}
    if not node.plain:
        return node.text
    if node.text in ("true", "false"):
        return node.text == "true"
    if node.text in ("", "~", "null"):
        return None
    if _INTEGER.fullmatch(node.text):
        return int(node.text)
    return float(node.text) if _FLOAT.fullmatch(node.text) else node.text


def validator(kind: str, words: vocabulary.Vocabulary) -> Draft202012Validator:
    return Draft202012Validator({**schema.schema(words), "anyOf": [{"$ref": f"#/$defs/{kind}"}]})


def real_files() -> Iterator[Any]:
    for tree in TREES:
        content, _ = documents.load(tree)
        words = vocabulary.gather(content)
        for document in content.documents:
            yield pytest.param(document, words, id=f"{tree.name}/{document.file}")


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema.schema(WORDS))


def test_schema_has_a_part_for_each_kind_of_file() -> None:
    assert set(schema.schema(WORDS)["$defs"]) == set(KINDS)


def test_schema_describes_every_field() -> None:
    for kind, part in schema.schema(WORDS)["$defs"].items():
        described = {name: field["description"] for name, field in part["properties"].items()}
        assert described == {row.name: row.says for row in KINDS[kind].fields}
        assert part["required"] == [row.name for row in KINDS[kind].fields if row.required]


def test_schema_without_content_takes_any_id() -> None:
    free = validator("event", vocabulary.Vocabulary())
    assert free.is_valid(as_json(samples.fields("event", actors="anybody", track="anywhere")))
    assert not free.is_valid(as_json(samples.fields("event", track="No Id")))


def test_schema_of_a_folder_lists_its_ids() -> None:
    """An editor completes them."""
    content, _ = documents.load(ROOT / "tests/broken/base")
    made = json.loads(schema.as_json(vocabulary.gather(content)))
    track = made["$defs"]["event"]["properties"]["track"]["anyOf"][0]
    assert track == {"enum": ["bridge", "ferry"]}
    assert json.loads(schema.as_json(vocabulary.Vocabulary()))["$schema"] == schema.DIALECT


@pytest.mark.parametrize(("document", "words"), list(real_files()))
def test_real_front_matter_is_valid(
    document: documents.Document, words: vocabulary.Vocabulary
) -> None:
    assert document.front
    errors = list(validator(document.kind, words).iter_errors(as_json(document.front)))
    assert errors == []


@pytest.mark.parametrize("kind", SOUND)
def test_sound_sample_is_valid(kind: str) -> None:
    assert validator(kind, WORDS).is_valid(as_json(samples.fields(kind)))


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_schema_refuses_a_mistake_that_it_can_see(mistake: Mistake) -> None:
    wrong = as_json(samples.fields(mistake.kind, **{mistake.field: mistake.written}))
    assert validator(mistake.kind, WORDS).is_valid(wrong) == (not mistake.schema)

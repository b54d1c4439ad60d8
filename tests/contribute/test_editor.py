"""Editors complete fields and ids: the setting, and the schemas that it names."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import jsonschema
import pytest

from timeline.check.fields import KINDS
from timeline.commands import cli

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))


@pytest.fixture
def schemas(content: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "schema"
    assert cli.main(["schema", "--into", str(folder), "--content", str(content)]) == 0
    return folder


def test_setting_names_every_schema_that_is_written(schemas: Path) -> None:
    named = {PurePosixPath(path).name for path in SETTINGS["yaml.schemas"]}
    assert named == {path.name for path in schemas.iterdir()} == {f"{kind}.json" for kind in KINDS}


def test_setting_gives_each_folder_its_own_kind() -> None:
    for schema, files in SETTINGS["yaml.schemas"].items():
        kind = PurePosixPath(schema).stem
        assert files.startswith(
            f"content/{kind}s/" if kind != "timeline" else "content/timeline.md"
        )


def test_schemas_know_the_ids_that_exist(schemas: Path) -> None:
    schema = json.loads((schemas / "event.json").read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    event = {"title": "T", "date": "2022", "track": "harbour", "source": "gazette"}
    judge = jsonschema.Draft7Validator(schema)
    assert judge.is_valid({**event, "actors": ["norland"]})
    assert not judge.is_valid({**event, "actors": ["norlnd"]})
    assert not judge.is_valid({**event, "actors": ["norland"], "plase": "Doha"})

from __future__ import annotations

import re

from tests.render.telling import TEMPLATES
from timeline.render import assets, stylesheets

FILES = assets.load(TEMPLATES.parent / "assets")


def test_style_sheets_become_one_file() -> None:
    files = {"assets/css/_layers.css": b"@layer a;", "assets/css/b.css": b"b {}", "c.js": b"1"}
    assert stylesheets.joined(files) == {
        "c.js": b"1",
        "assets/css/site.css": b"@layer a;\nb {}",
    }


def test_a_sheet_for_some_readers_stays_as_it_is() -> None:
    files = {"assets/css/a.css": b"a {}", stylesheets.UNSCRIPTED: b"b {}"}
    assert stylesheets.joined(files) == {
        "assets/css/site.css": b"a {}",
        stylesheets.UNSCRIPTED: b"b {}",
    }


def test_a_frame_has_no_faces() -> None:
    assert b"Literata" in FILES["assets/css/faces.css"]
    assert b"url(" not in stylesheets.joined(FILES)[stylesheets.FRAMED]


def test_without_style_sheets_there_is_nothing_to_join() -> None:
    assert stylesheets.joined({"c.js": b"1"}) == {"c.js": b"1"}


def test_the_order_of_layers_is_declared_before_any_rule() -> None:
    whole = re.sub(r"/\*.*?\*/", "", _joined(), flags=re.DOTALL).strip()
    assert whole.startswith("@layer ")
    declared = whole[len("@layer ") : whole.index(";")].split(", ")
    used = set(re.findall(r"@layer ([a-z]+) \{", whole))
    assert used == set(declared)


def test_files_that_style_sheets_name_are_there() -> None:
    names = re.findall(r'url\("\.\./([^"]+)"\)', _joined())
    assert names
    assert [name for name in names if f"assets/{name}" not in FILES] == []


def test_every_font_file_is_named_and_has_its_licence() -> None:
    fonts = {a.removeprefix("assets/") for a in FILES if a.endswith(".woff2")}
    assert fonts == set(re.findall(r'url\("\.\./([^"]+\.woff2)"\)', _joined()))
    assert b"SIL Open Font License" in FILES["assets/fonts/OFL.txt"]


def _joined() -> str:
    return stylesheets.joined(FILES)[stylesheets.JOINED].decode()

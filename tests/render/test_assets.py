from __future__ import annotations

import re

from tests.render.telling import TEMPLATES
from timeline.render import assets, stylesheets


def bare(script: str) -> str:
    return assets.bare({"assets/js/a.js": script.encode()})["assets/js/a.js"].decode()


def test_comments_on_lines_of_their_own_are_not_sent() -> None:
    script = "// For what.\n\n/**\n * @param {string} a\n */\nf(a);\n  // Why.\n  /** One. */\ng();"
    assert bare(script) == "f(a);\ng();"


def test_a_comment_beside_code_stays_with_it() -> None:
    """Only whole lines go: then nothing need be known of strings and expressions."""
    for line in ('d("/* e */"); // f', "g(/h/*2);", '"*/";', "/* i */ j();"):
        assert bare(line) == line


def test_types_of_expressions_are_not_sent() -> None:
    assert bare("const a = /** @type {A} */ (b.c), d = [.../** @type {E[]} */ (f)];") == (
        "const a = (b.c), d = [...(f)];"
    )


def test_no_script_has_text_that_looks_like_a_type() -> None:
    for address, data in assets.load(TEMPLATES.parent / "assets").items():
        if address.endswith(assets.MODULES):
            for line in data.decode().splitlines():
                before, *_ = line.split("/** @type")
                assert before.count('"') % 2 == before.count("`") % 2 == 0, (address, line)


def test_style_sheets_are_sent_without_comments() -> None:
    sheet = b"/* Why,\n   and why. */\n  @layer a {\n  /* b */\n  c { d: e; } /* f */\n}"
    bared = b"@layer a {\nc { d: e; } /* f */\n}"
    assert assets.bare({"a.css": sheet}) == {"a.css": bared}


def test_no_style_goes_with_the_comments() -> None:
    folder = TEMPLATES.parent / "assets"
    whole = stylesheets.joined(assets.load(folder))
    for address, data in assets.served(folder).items():
        if address.endswith(assets.STYLES):
            own = re.sub(rb"/\*.*?\*/", b"", whole[address], flags=re.DOTALL)
            assert data.split() == own.split(), address


def test_everything_else_stays_as_it_is() -> None:
    files = {"assets/favicon.svg": b"<!-- a -->\n/* b */", "assets/c.woff2": b"\xff//\n"}
    assert assets.bare(files) == files


def test_indentation_is_not_sent() -> None:
    assert bare("if (a) {\n  b();\n}") == "if (a) {\nb();\n}"


def test_no_script_has_text_over_several_lines() -> None:
    """A template could hold blanks that are meant, or what looks like a comment; none does."""
    for address, data in assets.load(TEMPLATES.parent / "assets").items():
        if address.endswith(assets.MODULES):
            assert all(line.count("`") % 2 == 0 for line in data.decode().splitlines()), address

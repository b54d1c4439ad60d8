"""Text keeps inside its room, whatever it is, and is set whole or not at all."""

from __future__ import annotations

import json

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tests.render.telling import TEMPLATES
from tests.share.__main__ import PAGES, PARTS, widths
from tests.share.making import LETTERS, part
from timeline.render.share import lettering
from timeline.render.share.gallery import FONTS
from timeline.render.share.lettering import BOLD, PLAIN

LETTERING = lettering.read(TEMPLATES / FONTS)
SIZES = {88: 1, 60: 2, 40: 3}
GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsvorlage"

known = st.sampled_from([chr(code) for code in TTFont(LETTERS[0]).getBestCmap()])


@given(st.text(known | st.just(" "), max_size=200), st.sampled_from([PLAIN, BOLD]))
def test_no_line_is_wider_than_its_room(text: str, weight: int) -> None:
    setting = LETTERING.fit(text, 500, SIZES, weight)
    if setting:
        assert len(setting.lines) <= SIZES[setting.size]
        for line in setting.lines:
            assert LETTERING.width(line, setting.size, weight) <= 500


@given(st.text(known | st.just(" "), max_size=30))
def test_text_with_room_is_told_whole(text: str) -> None:
    setting = LETTERING.fit(text, 5000, SIZES)
    assert " ".join(setting.lines if setting else ()) == LETTERING.settable(text)


@pytest.mark.parametrize("weight", [PLAIN, BOLD])
@pytest.mark.parametrize(
    "line",
    ["Russian and Ukrainian delegations", "AVAVAVAVAVAV To We Ty", "Посол Росії", "ffi fi fl ti",
     "Łódź, Şırnak, Dvořák", "»Qj–„“…’ 1,234", "LTLTLTLT pqpqpq"],
)  # fmt: skip
def test_letters_are_no_wider_than_measured(line: str, weight: int) -> None:
    """Nothing is drawn to the right of where the measure says that the line ends."""
    end = 20 + LETTERING.width(line, 60, weight)
    svg = (
        '<svg width="1200" height="100" font-family="Literata" xmlns="http://www.w3.org/2000/svg">'
        f'<text x="20" y="70" font-size="60" font-weight="{weight}">{line}</text></svg>'
    )
    blank = part(svg.replace(line, ""), end, 0, 100, 100)
    assert part(svg, end, 0, 100, 100) == blank
    assert part(svg, end - 100, 0, 100, 100) != blank


def test_short_text_is_set_large_and_a_longer_one_smaller() -> None:
    sizes = [LETTERING.fit("word " * n, 500, SIZES) for n in (1, 4, 12)]
    assert [setting and setting.size for setting in sizes] == [88, 60, 40]


def test_lines_are_about_equally_long() -> None:
    setting = LETTERING.fit("Delegations meet in a town", 700, {60: 2})
    assert setting
    assert setting.lines == ("Delegations", "meet in a town")


def test_text_that_is_too_long_ends_in_an_ellipsis_after_a_whole_word() -> None:
    setting = LETTERING.fit("The committee denies it, and says so. " * 9, 500, SIZES)
    assert setting
    assert len(setting.lines) == 3
    assert setting.lines[-1].removesuffix("…").split()[-1] in "The committee denies it and says so"
    assert setting.lines[-1].endswith("…")


def test_word_that_is_wider_than_a_line_is_broken_with_hyphens() -> None:
    setting = LETTERING.fit(GERMAN, 600, {40: 5})
    assert setting
    assert all(line.endswith("-") for line in setting.lines[:-1])
    assert "".join(line.removesuffix("-") for line in setting.lines) == GERMAN


def test_line_may_break_after_a_hyphen_in_a_word() -> None:
    setting = LETTERING.fit("back-channel", 200, {40: 2})
    assert setting
    assert setting.lines == ("back-", "channel")


@pytest.mark.parametrize(
    "text", ["港の橋", "الجسر", "Talks in 東京", "q\u0303", "", "🎉", "\u200f", "a\x08b"]
)
def test_text_with_a_letter_that_the_fonts_lack_is_not_set(text: str) -> None:
    """Boxes in place of letters say nothing, and a title with holes says something else."""
    assert LETTERING.settable(text) == ""
    assert LETTERING.fit(text, 500, SIZES) is None


@pytest.mark.parametrize(
    ("text", "settable"),
    [
        ("Talks 🎉 resume", "Talks resume"),
        ("Crew 👩‍🚀 ☎️ lands", "Crew lands"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u200fb\u2066c", "abc"),
        ("one\u00a0two\n three", "one two three"),
        ("Zu\u0308rich", "Zürich"),
    ],
)
def test_emoji_and_invisible_signs_are_left_out(text: str, settable: str) -> None:
    assert LETTERING.settable(text) == settable


def test_widths_are_those_of_the_fonts() -> None:
    """Else run: python -m tests.share"""
    fonts = {str(font["OS/2"].usWeightClass): widths(font) for font in map(TTFont, LETTERS)}
    assert json.loads((TEMPLATES / FONTS / "widths.json").read_text("utf-8")) == fonts


def test_pictures_can_set_every_letter_that_the_pages_can() -> None:
    pages = {
        chr(code)
        for subset in PARTS
        for code in TTFont(PAGES / f"literata-{subset}.woff2").getBestCmap()
    }
    for path in LETTERS:
        assert pages <= set(widths(TTFont(path)))

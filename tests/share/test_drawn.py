"""Pictures as PNG: the same each time, drawn once, and no font of the machine in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.render.telling import event
from tests.share.making import LETTERS, Counting, picture, size
from timeline.render.share.drawn import Press, draw

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9v9z"/></svg>'
TEXT = SVG.replace("<path", '<text y="18" font-family="Literata">Ab</text><path')


@pytest.fixture(scope="module")
def svg() -> str:
    return picture("events/meeting.html", event()).svg


def test_picture_is_as_large_as_its_tags_say_and_light(svg: str) -> None:
    png = draw(svg, LETTERS)
    assert size(png) == (1200, 630)
    assert len(png) < 100_000


def test_picture_is_the_same_each_time(svg: str) -> None:
    assert draw(svg, LETTERS) == draw(svg, LETTERS)


def test_text_is_set_in_the_given_fonts_and_no_others() -> None:
    """Without them there are no letters at all, whatever fonts the machine has."""
    assert draw(TEXT, ()) == draw(SVG, ())
    assert draw(TEXT.replace("Literata", "serif"), LETTERS) != draw(TEXT, LETTERS)
    assert draw(TEXT, LETTERS) != draw(SVG, LETTERS)


def test_what_the_cache_has_is_not_drawn_again() -> None:
    cache = Counting()
    first = Press(LETTERS, cache).png(SVG)
    assert Press(LETTERS, cache).png(SVG) == first
    assert list(cache.drawn.values()) == [first]


def test_other_drawing_is_drawn() -> None:
    cache = Counting()
    press = Press(LETTERS, cache)
    press.png(SVG)
    press.png(TEXT)
    assert len(cache.drawn) == 2


def test_other_fonts_make_another_picture(tmp_path: Path) -> None:
    """A font may change under the same name."""
    cache, font = Counting(), tmp_path / "font.ttf"
    for each in LETTERS:
        shutil.copyfile(each, font)
        Press([font], cache).png(TEXT)
    assert len(cache.drawn) == len(LETTERS)

"""tests/thirty: thirty different mistakes in twelve files, as a tired contributor makes them."""

from pathlib import Path

from timeline import pipeline

CONTENT = Path(__file__).parent.parent / "thirty"

#: Written by hand while reading the files: file, line, column, code.
MISTAKES = [
    ("actors/Old_Anna.md", 1, 1, "bad-id"),
    ("actors/dockers-union.md", 7, 11, "unknown-position"),
    ("actors/dockers-union.md", 10, 5, "missing-field"),
    ("actors/harbour-board.md", 3, 1, "duplicate-key"),
    ("events/harbour/agreement.md", 4, 8, "known-too-early"),
    ("events/harbour/agreement.md", 10, 6, "bad-flag"),
    ("events/harbour/agreement.md", 12, 16, "related-to-itself"),
    ("events/harbour/agreement.md", 13, 11, "empty-value"),
    ("events/harbour/agreement.md", 15, 18, "lost-html"),
    ("events/harbour/helmet-falls.md", 3, 15, "bad-date"),
    ("events/harbour/helmet-falls.md", 4, 17, "unknown-track"),
    ("events/harbour/helmet-falls.md", 5, 25, "repeated-value"),
    ("events/harbour/helmet-falls.md", 6, 28, "unknown-field"),
    ("events/harbour/helmet-falls.md", 7, 12, "missing-claims"),
    ("events/harbour/helmet-falls.md", 8, 16, "unknown-state"),
    ("events/harbour/helmet-falls.md", 10, 34, "bad-link"),
    ("events/harbour/helmet-falls.md", 12, 1, "missing-alt"),
    ("events/harbour/helmet-falls.md", 12, 5, "missing-picture"),
    ("events/harbour/talks-fail.md", 2, 18, "yaml-syntax"),
    ("events/walkout.md", 6, 10, "alias-as-id"),
    ("events/walkout.md", 7, 3, "unknown-role"),
    ("events/walkout.md", 10, 13, "bad-number"),
    ("events/walkout.md", 11, 3, "unknown-series"),
    ("sources/diary.md", 1, 1, "unclosed-front-matter"),
    ("sources/harbour-post.md", 3, 6, "bad-address"),
    ("timeline.md", 4, 11, "bad-language"),
    ("timeline.md", 7, 42, "unknown-tone"),
    ("tracks/safety.md", 2, 1, "missing-field"),
    ("tracks/safety.md", 3, 9, "bad-colour"),
    ("tracks/wages.md", 3, 8, "bad-number"),
]


def test_each_mistake_is_told_once_at_its_place() -> None:
    """Neither more nor less: a follow-on problem would send the contributor to a sound line."""
    built, _ = pipeline.read(CONTENT)
    told = [(p.file, p.place.line, p.place.column, p.code) for p in built.problems]
    assert told == MISTAKES


def test_every_place_is_where_the_mistake_stands() -> None:
    """The line that a problem carries is the line of the file."""
    built, _ = pipeline.read(CONTENT)
    for problem in built.problems:
        lines = (CONTENT / problem.file).read_text("utf-8").split("\n")
        assert problem.text in ("", lines[problem.place.line - 1]), problem
        assert problem.place.column + problem.place.width - 1 <= max(1, len(problem.text))


def test_there_are_thirty_in_twelve_files() -> None:
    assert len(MISTAKES) == 30
    assert len({file for file, *_ in MISTAKES}) == 12
    assert len(list(CONTENT.rglob("*.md"))) == 12


def test_nothing_is_built_from_it(tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert pipeline.build(CONTENT, out).written is None
    assert not out.exists()

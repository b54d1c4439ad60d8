"""One problem, three ways to print it: for people, for editors, for GitHub."""

import json
import unicodedata

import pytest

from timeline import problems
from timeline.problems import Place, Problem, did_you_mean, in_order, nearest, quoted


def problem(text: str = "", column: int = 1, width: int = 1, **changed: str) -> Problem:
    facts = {"code": "bad-date", "file": "events/minsk.md", "message": "no month is 13"}
    hint = "Months go from 01 to 12"
    return Problem(place=Place(3, column, width), text=text, **{**facts, "hint": hint, **changed})


def marked(text: str, column: int, width: int) -> tuple[str, str]:
    """The line and the caret below it, as printed, without the gutter."""
    said = problems.as_text([problem(text, column, width)], "content").split("\n")
    assert len(said) == 4
    line, caret = said[1:3]
    assert line.startswith("  3 | ")
    assert caret.startswith("    | ")
    return line[6:], caret[6:]


def columns(text: str) -> int:
    """How wide a terminal shows a text."""
    marks = ("Mn", "Me", "Cf")
    wide = [c for c in text if unicodedata.east_asian_width(c) in "WF"]
    return len([c for c in text if unicodedata.category(c) not in marks]) + len(wide)


class TestText:
    def test_shows_place_message_line_caret_and_hint(self) -> None:
        assert problems.as_text([problem("date: 2022-13", 12, 2)], "content") == (
            "content/events/minsk.md:3:12: error: no month is 13  [bad-date]\n"
            "  3 | date: 2022-13\n"
            "    |            ^^\n"
            "Months go from 01 to 12"
        )

    def test_problem_of_a_whole_file_shows_no_line(self) -> None:
        assert problems.as_text([problem()], "content").count("\n") == 1

    def test_blank_line_parts_two_problems(self) -> None:
        assert problems.as_text([problem(), problem()], "content").count("\n\n") == 1

    @pytest.mark.parametrize(("folder", "path"), [("a/b/", "a/b/e"), ("", "e"), ("/c", "/c/e")])
    def test_path_begins_with_the_folder_as_given(self, folder: str, path: str) -> None:
        """So that a terminal or editor can open it."""
        assert problems.as_text([problem(file="e")], folder).startswith(f"{path}:3:1: ")

    def test_warning_says_so(self) -> None:
        assert ":1: warning: " in problems.as_text([problem(severity="warning")], "")

    @pytest.mark.parametrize(
        ("before", "wrong"),
        [
            ("date: ", "2022-13"),
            ("\tdate:\t", "2022-13"),
            ("会谈: ", "二〇二二"),
            ("e\u0301te\u0301: ", "2022"),
            ("👨\u200d👩\u200d👧: ", "x"),
            ("ﾃｽﾄ Ａ: ", "Ｂ２"),
            ("שלום: ", "מינסק"),
            ("\u0e01\u0e33\u0e48: ", "x"),
        ],
    )
    def test_caret_stands_below_what_it_marks(self, before: str, wrong: str) -> None:
        """In columns of a terminal: wide characters take two, marks and joiners none."""
        text = before + wrong + " # and more"
        line, caret = marked(text, len(before) + 1, len(wrong))
        assert line == text.replace("\t", " ")
        assert len(caret) - len(caret.lstrip()) == columns(before.replace("\t", " "))
        assert caret.strip() == "^" * columns(wrong)

    @pytest.mark.parametrize("column", [1, 40, 99, 100, 101, 2500, 4990, 5000, 5001])
    @pytest.mark.parametrize("width", [1, 7, 6000])
    def test_long_line_is_cut_around_the_caret(self, column: int, width: int) -> None:
        text = "".join(chr(0x4E00 + n) if n % 7 == 0 else "abcdefghij"[n % 10] for n in range(5000))
        line, caret = marked(text, column, width)
        assert len(line) <= problems.SHOWN_WIDTH + 2
        assert columns(caret) <= columns(line) + 1
        shown = text[column - 1 : column - 1 + width]
        start = len(caret) - len(caret.lstrip())
        below = _from_column(line, start)
        assert below.startswith(shown[:20])
        assert line.startswith("…") == (not text.startswith(line[:5]))
        assert line.endswith("…") == (not text.endswith(line[-5:]))

    @pytest.mark.parametrize(
        "control",
        ["\x1b[31m", "\x00", "\x9b31m", "\u202e", "\u2066", "\x07", "\x7f", "\r", "\u2028"],
    )
    def test_nothing_reaches_the_terminal_that_it_would_act_on(self, control: str) -> None:
        """Content is other people's: it must not move the cursor or turn the text around."""
        said = problems.as_text([problem(f"a{control}b", 2, 1, file=f"a{control}b")], "content")
        assert control[0] not in said
        assert len(said.split("\n")) == 4


class TestJson:
    def test_shape_is_the_contract(self) -> None:
        found = [problem("date: 2022-13", 12, 2), problem(severity="warning", file="tracks/å.md")]
        assert json.loads(problems.as_json(found)) == [
            {
                "code": "bad-date",
                "severity": "error",
                "file": "events/minsk.md",
                "line": 3,
                "column": 12,
                "message": "no month is 13",
                "hint": "Months go from 01 to 12",
            },
            {
                "code": "bad-date",
                "severity": "warning",
                "file": "tracks/å.md",
                "line": 3,
                "column": 1,
                "message": "no month is 13",
                "hint": "Months go from 01 to 12",
            },
        ]

    def test_no_problem_is_an_empty_array(self) -> None:
        assert json.loads(problems.as_json([])) == []


class TestGithub:
    def test_annotation_stands_beside_the_line(self) -> None:
        assert problems.as_github([problem("date: 2022-13", 12, 2)], "content") == (
            "::error file=content/events/minsk.md,line=3,col=12,title=bad-date"
            "::no month is 13. Months go from 01 to 12"
        )

    def test_characters_of_the_command_are_escaped(self) -> None:
        """As the toolkit's issueCommand does; else a title could begin a command of its own."""
        odd = problem(file="a,b:c%.md", message="50%\r\n::error::owned")
        assert problems.as_github([odd], "") == (
            "::error file=a%2Cb%3Ac%25.md,line=3,col=1,title=bad-date"
            "::50%25%0D%0A::error::owned. Months go from 01 to 12"
        )

    def test_one_line_for_each(self) -> None:
        found = [problem(), problem(severity="warning")]
        assert [line.split()[0] for line in problems.as_github(found, "").split("\n")] == [
            "::error",
            "::warning",
        ]


class TestOrder:
    def test_problems_go_file_by_file_from_the_top(self) -> None:
        places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 10), ("a", 2, 9)]
        found = [Problem("c", file, Place(*place), "m", "h") for file, *place in places]
        assert [(p.file, p.place.line, p.place.column) for p in in_order(found)] == [
            ("a", 2, 9), ("a", 2, 10), ("a", 10, 1), ("b", 1, 1),
        ]  # fmt: skip

    def test_problems_at_one_place_have_an_order_of_their_own(self) -> None:
        found = [Problem(code, "a", Place(), message, "h") for code in "yx" for message in "ba"]
        assert in_order(found) == in_order(reversed(found))


class TestSuggestions:
    @pytest.mark.parametrize(
        ("word", "expected"),
        [("russa", "russia"), ("RUSSIA", "russia"), ("ukrane", "ukraine"), ("china", ""), ("", "")],
    )
    def test_nearest_is_what_was_probably_meant(self, word: str, expected: str) -> None:
        assert nearest(word, ["ukraine", "russia"]) == expected

    def test_nearest_does_not_depend_on_the_order_of_the_known(self) -> None:
        known = ["talk-a", "talk-b", "talk-c"]
        assert (
            nearest("talk-x", known)
            == nearest("talk-x", set(known))
            == nearest("talk-x", known[::-1])
        )

    def test_hint_asks_first_and_then_says_what_else(self) -> None:
        hint = did_you_mean("russa", ["russia"], "create the file actors/russa.md")
        assert hint == 'Did you mean "russia"? Otherwise: create the file actors/russa.md'
        assert did_you_mean("x", ["russia"], "create it") == "Create it"

    @pytest.mark.parametrize(
        ("written", "shown"),
        [("Minsk", '"Minsk"'), (" a\n b ", '"a b"'), ("x" * 61, f'"{"x" * 61}"'),
         ("x" * 62, f'"{"x" * 60}…"'), ("\x1b[31m", '"\N{REPLACEMENT CHARACTER}[31m"'), ("", '""')],
    )  # fmt: skip
    def test_quotation_is_one_short_line(self, written: str, shown: str) -> None:
        assert quoted(written) == shown


def _from_column(line: str, column: int) -> str:
    """What a terminal shows from a column on."""
    return next(line[n:] for n in range(len(line) + 1) if columns(line[:n]) >= column)

"""Front matter: what is read, where it stands, and what is said of bad YAML."""

import pytest

from timeline.load import front_matter, yaml_reader
from timeline.load.nodes import FrontMatterError, Mapping, Scalar, Sequence


def parse(front: str) -> Mapping:
    root, repeated = front_matter.parse(front, 2)
    assert not repeated
    return root


def refused(front: str) -> FrontMatterError:
    """The error for front matter that begins on line 2, as below a first `---`."""
    with pytest.raises(FrontMatterError) as caught:
        front_matter.parse(front, 2)
    return caught.value


class TestSplit:
    def test_gives_both_parts_with_their_lines(self) -> None:
        text = "---\ntitle: Minsk\n---\n\nDelegations meet.\n"
        front, front_line, body, body_line = front_matter.split(text)
        lines = text.split("\n")
        assert front.split("\n") == ["", "title: Minsk", ""]
        assert lines[front_line - 1 :][1] == "title: Minsk"
        offset = body.split("\n").index("Delegations meet.")
        assert lines[body_line - 1 + offset] == "Delegations meet."

    def test_lines_are_right_below_blank_lines(self) -> None:
        text = "---\n\n\ntitle: Minsk\n\n---\n\n\nDelegations meet.\n"
        front, line, _, _ = front_matter.split(text)
        root = front_matter.parse(front, line)[0]
        assert root["title"].place.line == 4

    def test_rule_in_the_body_belongs_to_the_body(self) -> None:
        _, _, body, _ = front_matter.split("---\ntitle: Minsk\n---\nOne\n\n---\n\nTwo\n")
        assert body.split() == ["One", "---", "Two"]

    def test_body_may_be_missing(self) -> None:
        assert front_matter.split("---\ntitle: Minsk\n---")[2] == ""

    @pytest.mark.parametrize(
        "text", ["", "title: Minsk\n", " ---\ntitle: Minsk\n---\n", "--\n--\n"]
    )
    def test_file_without_front_matter_is_refused(self, text: str) -> None:
        with pytest.raises(FrontMatterError) as caught:
            front_matter.split(text)
        assert caught.value.code == "no-front-matter"

    def test_front_matter_that_is_not_closed_is_refused(self) -> None:
        with pytest.raises(FrontMatterError) as caught:
            front_matter.split("---\ntitle: Minsk\n\nDelegations meet.\n")
        assert caught.value.code == "unclosed-front-matter"


class TestValues:
    @pytest.mark.parametrize(
        "written",
        ["2022", "2022-11", "2022-11-17", "no", "yes", "null", "~", "1_000", "0o17", "0x1F", "1e3",
         "1984-12~", "-0043", "Y-13800000000", "10:30", "=", "<<", "1:20:30", "12.50", "+7"],
    )  # fmt: skip
    def test_value_is_read_as_it_is_written(self, written: str) -> None:
        """YAML 1.1 would make dates, booleans and numbers in base 60 of these."""
        node = parse(f"title: {written}")["title"]
        assert isinstance(node, Scalar)
        assert node.text == written

    @pytest.mark.parametrize("written", [">800", "> 800", ">3.5"])
    @pytest.mark.parametrize(
        "form", ["f: {}", "- {}", "f: [{}, {}]", "f: {{a: {}, b: {}}}", "f: {} # x"]
    )
    def test_lower_bound_needs_no_quotes(self, written: str, form: str) -> None:
        """For YAML a `>` opens a folded text."""
        front = form.format(written, written)
        node = yaml_reader.read(front, 1)[0]
        assert [scalar.text for scalar in _scalars(node) if ">" in scalar.text] == [
            written for _ in range(form.count("{}"))
        ]

    def test_lower_bound_moves_nothing_on_its_line(self) -> None:
        node = parse("figures: {cost: >800, wrong: 3}")["figures"]
        assert isinstance(node, Mapping)
        assert node.entries["wrong"][0].place.column == 23
        assert node.raw == "{cost: >800, wrong: 3}"

    def test_folded_text_is_still_folded(self) -> None:
        node = parse("text: >\n  One\n  two\n")["text"]
        assert isinstance(node, Scalar)
        assert node.text == "One two\n"

    def test_one_of_set_keeps_its_brackets(self) -> None:
        node = parse("date: [2022-12-01..2022-12-10]")["date"]
        assert isinstance(node, Sequence)
        assert node.raw == "[2022-12-01..2022-12-10]"

    def test_empty_front_matter_has_no_fields(self) -> None:
        assert parse("\n# nothing yet\n").entries == {}

    def test_first_of_two_equal_fields_counts(self) -> None:
        root, repeated = front_matter.parse("title: A\ntitle: B\ntitle: C\n", 2)
        assert root["title"] == root.entries["title"][1]
        assert [error.place.line for error in repeated] == [3, 4]
        assert root.repeated == {"title"}


class TestPlaces:
    def test_places_count_from_the_first_line_of_the_file(self) -> None:
        root = parse('title: "Minsk"\nactors:\n  party: [russia, ukraine]\n')
        party = root["actors"]
        assert isinstance(party, Mapping)
        actors = party["party"]
        assert isinstance(actors, Sequence)
        places = [root["title"].place, party.entries["party"][0].place, actors.items[1].place]
        assert [(p.line, p.column, p.width) for p in places] == [(2, 8, 7), (4, 3, 5), (4, 19, 7)]

    def test_columns_count_characters(self) -> None:
        """Neither bytes nor UTF-16 units: as people and editors count."""
        root = parse("{Ω𝔘: é, b: ü}")
        assert root.entries["b"][0].place.column == 9

    def test_long_text_is_marked_to_the_end_of_its_line(self) -> None:
        place = parse("text: |\n  One\n  two\n")["text"].place
        assert (place.line, place.column, place.width) == (2, 7, 1)


#: Front matter → line and column of the mistake (the first line is 2), and what is said of it.
_INNER = "this field stands further in than the one above, which has a value already"
_OPEN = "a list or mapping in brackets is not closed"
_UNCLOSED = "a quote or bracket is opened and never closed"
_ALONE = "a line without a colon stands between the fields"
MISTAKES = [
    ("title: Talks: a beginning", (2, 13), "a colon stands where YAML expects none"),
    ("claims:\n  - by: x\n    text: a: b", (4, 12), "a colon stands where YAML expects none"),
    ("title: x\n  date: 2022", (3, 3), _INNER),
    ("- by: x\n    text: y", (3, 5), _INNER),
    ("title:Minsk\ndate: 2022", (2, 6), "no blank follows this colon"),
    ("\n\ntitle:Minsk\n", (4, 6), "no blank follows this colon"),
    ("claims:\n  - by:x\n    text: y", (3, 7), "no blank follows this colon"),
    ("title: x\ndate 2022", (3, 1), _ALONE),
    ("title: x\njust words\ndate: 2022", (3, 1), _ALONE),
    ('title: "Talks" begin', (2, 16), "text follows after the closing quote or bracket"),
    ("title: 'It's here'", (2, 12), "text follows after the closing quote or bracket"),
    ("title: [draft] x", (2, 16), "text follows after the closing quote or bracket"),
    ("actors:\n  - russia\n - ukraine", (4, 2), "this line lines up with no field above"),
    ("claims:\n  - by: x\n   text: y", (4, 4), "this line belongs to no item of the list above"),
    ("actors: [russia, ukraine\na: 2022", (2, 9), _OPEN),
    ('title: "Talks\ndate: 2022\ntrack: x', (2, 8), _UNCLOSED),
    ("title: 'Talks\ndate: 2022", (2, 8), _UNCLOSED),
    ("actors:\n\t- a", (3, 1), "a tab stands where YAML expects spaces"),
    ("title: @home", (2, 8), "this character cannot begin a value"),
    ("title: `x`", (2, 8), "this character cannot begin a value"),
    ("title: % x", (2, 8), "this character cannot begin a value"),
    ("title: *bold*", (2, 8), "a value cannot begin with * or &"),
    ("title: ? x", (2, 8), "a value cannot begin with a question mark"),
    ("title: - x", (2, 8), "a list begins on the line of its field"),
    ("title: ]", (2, 8), "a value is expected here"),
    ("title: | x", (2, 10), "text follows after | or >"),
    ('title: "a \\q"', (2, 11), "a backslash in double quotes begins a special character"),
    ('title: "a \\ud800"', (2, 13), "this is not the code of a character"),
    ("title: x\n...\ndate: 2022", (4, 1), "the fields end above this line"),
    ("%YAML 1.1\ntitle: x", (3, 1), "the fields end above this line"),
    ("? [a]\n: b", (2, 3), "a list stands where a field's name is expected"),
    ("a: " + "[" * 20 + "]" * 20, (2, 16), "the lists are nested too deep"),
]  # fmt: skip


@pytest.mark.parametrize(("front", "place", "message"), MISTAKES, ids=[m[0] for m in MISTAKES])
def test_mistake_in_yaml_is_explained_where_it_was_made(
    front: str, place: tuple[int, int], message: str
) -> None:
    error = refused(front)
    assert (error.code, error.message) == ("yaml-syntax", message)
    assert (error.place.line, error.place.column) == place
    assert error.hint


@pytest.mark.parametrize(
    "front", ["title: &x y", "title: !x y", "title: !!str y", "a: &x y\nb: *x"]
)
def test_anchors_aliases_and_tags_are_refused(front: str) -> None:
    """They hide what a file says, and a few lines of them fill a machine's memory."""
    assert refused(front).code == "yaml-feature"


@pytest.mark.parametrize(("front", "place"), [("- a\n- b", (2, 1)), ("\n just words", (3, 2))])
def test_front_matter_without_fields_is_refused(front: str, place: tuple[int, int]) -> None:
    error = refused(front)
    assert error.code == "not-fields"
    assert (error.place.line, error.place.column) == place


def test_escape_cannot_bring_in_what_nobody_sees() -> None:
    """A terminal would act on it, and XML cannot hold it."""
    assert refused('title: "\\x1b[31m"').code == "control-character"


def test_too_many_values_are_refused() -> None:
    assert refused("a: [" + "x, " * 5000 + "]").code == "too-large"


@pytest.mark.parametrize("unreadable", ["a: \ufffe", "a: \x00"])
def test_characters_that_yaml_forbids_end_in_a_sentence(unreadable: str) -> None:
    """Files with these are stopped earlier; other callers are not."""
    assert refused(unreadable).message.startswith("the front matter cannot be read")


def _scalars(node: object) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in _scalars(item)]
    assert isinstance(node, Mapping)
    return [scalar for _, value in node.entries.values() for scalar in _scalars(value)]

"""New: what a person answers → files that pass the checks. Asks for what is missing, if it may.

    given, content ─ plan ─→ [New event, New source …] or AnswerError with everything that is wrong

A name is as good as an id: "Jane Miller", or any other spelling of an actor, finds the
actor; a web address finds its source, or becomes one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from timeline.check.fields import KINDS
from timeline.check.shapes.base import Shape
from timeline.check.shapes.compound import Field, Many
from timeline.check.shapes.events import Cited, Participants
from timeline.check.shapes.values import Address, Edtf, Integer, Pattern, Text, is_web_address
from timeline.check.shapes.words import Choice, Kind, Ref
from timeline.check.vocabulary import DEFAULT_ROLE, Vocabulary, gather, spelled
from timeline.commands import scaffold, web_source
from timeline.commands.scaffold import New
from timeline.commands.yaml_writer import Value
from timeline.load.documents import Content
from timeline.load.nodes import Scalar

#: The kinds of thing that can be made, in the order in which they are offered.
KINDS_OF_FILE = ("event", "actor", "track", "source")

#: What a thing is called: the one answer that needs no option.
TITLES = ("title", "name")

#: A question → the answer. Raises EOFError when nobody answers any more.
Ask = Callable[[str], str]

_SEVERAL = "; with commas between several"

#: Lists of ids up to this long are shown with the question.
_SHOWN_IDS = 20


@dataclass(frozen=True, slots=True)
class Wrong:
    """An answer that is missing or wrong: which field's, and what to do."""

    row: Field
    message: str
    hint: str
    is_missing: bool = False


class AnswerError(Exception):
    """Answers that make no file yet."""

    def __init__(self, wrong: Iterable[Wrong]) -> None:
        self.wrong = tuple(wrong)
        super().__init__("; ".join(f"{each.row.name}: {each.message}" for each in self.wrong))


@dataclass
class _Desk:
    """The content that answers are held against, and the source files they lead to."""

    content: Content
    today: str
    sources: dict[str, New] = field(default_factory=dict)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return gather(self.content)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that may be used, once the new sources are there."""
        return scaffold.with_ids(self._vocabulary, self.sources.values())


def fields(kind: str) -> list[Field]:
    """The fields that are answered in a few words: text, dates, words, ids, and lists of these."""
    return [row for row in KINDS[kind].fields if _is_simple(row.shape)]


def is_list(row: Field) -> bool:
    """Whether a field may be answered several times."""
    return isinstance(row.shape, Many | Participants)


def option(row: Field) -> str:
    """The command's option for a field: one of several values, so in the singular."""
    if row.name in TITLES:
        return f"the {row.name}"
    return "--" + {"actors": "actor", "aliases": "alias"}.get(row.name, row.name).replace("_", "-")


def plan(
    kind: str,
    given: Mapping[str, list[str]],
    content: Content,
    *,
    today: str,
    id: str = "",
    body: str = "",
    ask: Ask | None = None,
) -> list[New]:
    """The files to write, the one that was asked for first. Answers come by field, as typed.

    `today` (YYYY-MM-DD) is when a web address was read. Without `ask`, raises AnswerError for
    all that is missing or wrong; with it, asks until it is right.
    """
    desk = _Desk(content, today)
    answers: dict[str, Value] = {}
    wrong: list[Wrong] = []
    if kind == "source" and is_web_address(address := "".join(given.get("title", ()))):
        told = {name: typed for name, typed in given.items() if typed and name != "title"}
        given = {**_of_address(address, today), **told}
    for row in fields(kind):
        typed = [text for text in map(_clean, given.get(row.name, ())) if text]
        value, faults = _answer(kind, row, typed, desk)
        if ask and (faults or (row.required and value is None)):
            value = _asked(kind, row, faults, desk, ask)
        wrong += [] if ask else faults
        if value is not None:
            answers[row.name] = value
        elif row.required and not faults:
            wrong.append(_missing(row, desk.vocabulary))
    if wrong:
        raise AnswerError(wrong)
    new = scaffold.scaffold(kind, answers, content, desk.vocabulary, id=id, body=body)
    return [new, *desk.sources.values()]


def _of_address(address: str, today: str) -> dict[str, list[str]]:
    return {name: [text] for name, text in web_source.answers(address, today).items()}


def _answer(
    kind: str, row: Field, typed: list[str], desk: _Desk
) -> tuple[Value | None, list[Wrong]]:
    """What was typed as the field's value, and what is wrong with it."""
    if not typed:
        return None, []
    if problems := scaffold.undecoded("".join(typed)):
        return None, [Wrong(row, problem.message, problem.hint) for problem in problems]
    value = _value(row, typed, desk)
    problems = scaffold.problems_of(kind, row.name, value, desk.vocabulary)
    return value, [Wrong(row, problem.message, problem.hint) for problem in problems]


def _asked(kind: str, row: Field, faults: list[Wrong], desk: _Desk, ask: Ask) -> Value:
    question = f"{row.says} ({_example(row, desk.vocabulary)}{_SEVERAL if is_list(row) else ''})"
    value: Value | None = None
    while value is None or faults:
        said = "\n".join(_sentence(fault) for fault in faults) or question
        typed = _split(row, _clean(ask(f"{said}\n{row.name}: ")))
        value, faults = _answer(kind, row, typed, desk)
    return value


def _value(row: Field, typed: list[str], desk: _Desk) -> Value:
    if isinstance(row.shape, Participants):
        return _by_role(typed, desk)
    found = [_resolved(row.shape, text, desk) for text in typed]
    return list(dict.fromkeys(found)) if is_list(row) else found[-1]


def _by_role(typed: list[str], desk: _Desk) -> Value:
    """`council`, `mediator=mayor` → a list, or role → actors where a role is named."""
    found: dict[str, list[str]] = {}
    for text in typed:
        role, equals, name = text.partition("=")
        actor = _resolved(Ref("actor"), (name if equals else role).strip(), desk)
        actors = found.setdefault(role.strip() if equals else DEFAULT_ROLE, [])
        if actor not in actors:
            actors.append(actor)
    return found[DEFAULT_ROLE] if found.keys() == {DEFAULT_ROLE} else found


def _resolved(shape: Shape, text: str, desk: _Desk) -> str:
    """The id that a name or a web address stands for; other text as it is."""
    inner = shape.of if isinstance(shape, Many) else shape
    if isinstance(inner, Ref) and text not in desk.vocabulary.of(inner.kind):
        return _named(inner.kind, text, desk) or text
    if isinstance(inner, Cited) and is_web_address(text):
        return web_source.known(text, desk.content) or _new_source(text, desk)
    return text


def _named(kind: str, name: str, desk: _Desk) -> str:
    if kind == "actor" and (id := spelled(name, desk.vocabulary)):
        return id
    for document in desk.content.documents:
        if document.kind == kind and document.front:
            node = document.front.get("name") or document.front.get("title")
            if isinstance(node, Scalar) and node.text.casefold() == name.casefold():
                return document.id
    return ""


def _new_source(address: str, desk: _Desk) -> str:
    if address not in desk.sources:
        answers = web_source.answers(address, desk.today)
        desk.sources[address] = scaffold.scaffold(
            "source", answers, desk.content, desk.vocabulary, notes=[web_source.NOTE]
        )
    return desk.sources[address].id


def _is_simple(shape: Shape) -> bool:
    inner = shape.of if isinstance(shape, Many) else shape
    return isinstance(
        inner,
        Text | Edtf | Choice | Kind | Ref | Address | Pattern | Integer | Cited | Participants,
    )


def _missing(row: Field, vocabulary: Vocabulary) -> Wrong:
    return Wrong(row, row.says, _example(row, vocabulary), is_missing=True)


def _example(row: Field, vocabulary: Vocabulary) -> str:
    """What may be answered: the ids that there are, or something like it."""
    inner = row.shape.of if isinstance(row.shape, Many) else row.shape
    if isinstance(inner, Participants):
        return "as in council, or with a role: mediator=mayor"
    if isinstance(inner, Cited):
        return "as in https://example.org/article, or the id of a source"
    known = sorted(vocabulary.of(inner.kind)) if isinstance(inner, Ref) else []
    return f"one of {', '.join(known)}" if 0 < len(known) <= _SHOWN_IDS else f"as in {row.example}"


def _split(row: Field, text: str) -> list[str]:
    """An answer as several; a web address may hold commas, but no blanks."""
    if not is_list(row):
        return [text] if text else []
    between = r",\s+|\s+(?=https?://)" if row.name == "source" else r"\s*,\s*"
    return [part for part in re.split(between, text.strip(" ,")) if part]


def _clean(text: str) -> str:
    """Text on one line, without the control characters that come along from a PDF.

    What could not be decoded stays, so that it is told.
    """
    return "".join(c for c in " ".join(text.split()) if c.isprintable() or scaffold.undecoded(c))


def advice(error: AnswerError, kind: str, name: Callable[[Field], str]) -> str:
    """What is wrong and what is missing, each field called by its `name`: an option, a label."""
    wrong = [each for each in error.wrong if not each.is_missing]
    missing = [each for each in error.wrong if each.is_missing]
    lines = [f"{name(each.row)}: {_sentence(each)}" for each in wrong]
    if missing:
        lines.append(f"The {kind} still needs:")
        lines += [f"  {name(each.row)}: {each.message} ({each.hint})" for each in missing]
    return "\n".join(lines)


def _sentence(wrong: Wrong) -> str:
    return f"{wrong.message[:1].upper()}{wrong.message[1:]}. {wrong.hint}"

"""The issue form "Suggest an event": the text GitHub makes of it → answers and a body.

GitHub writes each question as a heading and the answer below it:

    ### When did it happen?

    2022-11-17

    ### Where?

    _No response_
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from timeline.check.shapes.compound import Field

#: The questions of .github/ISSUE_TEMPLATE/suggest-an-event.yml, and the fields they fill.
QUESTIONS = {
    "What happened, in one plain line?": "title",
    "When did it happen?": "date",
    "Which track does it belong to?": "track",
    "Who took part?": "actors",
    "Where can this be read?": "source",
    "Where did it happen?": "place",
}
BODY = "What does the source say, in your own words?"

#: What GitHub writes below a question that was left empty.
_EMPTY = "_No response_"

_BETWEEN = {"actors": r"[\n,]", "track": r"[\n,]", "source": r"\s+"}


class UnreadableError(Exception):
    """A file that holds no issue. The message says what to do."""


def text_of(file: Path) -> str:
    """The text of an issue: the file's, or in GitHub's event (.json) that of its issue.

    Raises UnreadableError, and OSError when the machine fails.
    """
    try:
        text = file.read_text("utf-8-sig")
        if file.suffix == ".json":
            text = json.loads(text)["issue"]["body"] or ""
        text.encode()  # JSON can spell half of a character, which no file can hold
    except UnicodeError as error:
        raise UnreadableError("this is not UTF-8. Save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"this is not JSON ({error}). Give the event as GitHub wrote it, "
            "or the issue's text in a file that does not end in .json."
        ) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableError(
            "no issue is in this. Give an event with the issue's text in issue.body, "
            "as GitHub writes it, or that text in a file that does not end in .json."
        ) from error
    return text


def read(text: str) -> tuple[dict[str, list[str]], str]:
    """The answers by field, as typed, and the body. What belongs to no question is left out."""
    asked = "|".join(re.escape(question) for question in (*QUESTIONS, BODY))
    parts = re.split(rf"(?m)^### ({asked})[ \t]*$", text.replace("\r\n", "\n"))
    answers: dict[str, str] = {}
    for question, answer in zip(parts[1::2], parts[2::2], strict=True):
        # The first counts: a question may be quoted in a later answer.
        answers.setdefault(question, "" if answer.strip() == _EMPTY else answer.strip())
    given = {
        name: _several(name, answers[question])
        for question, name in QUESTIONS.items()
        if answers.get(question)
    }
    return given, answers.get(BODY, "")


def label(row: Field) -> str:
    """The question that asks for a field, for messages to the person who filled in the form."""
    return next((question for question, name in QUESTIONS.items() if name == row.name), row.name)


def _several(name: str, answer: str) -> list[str]:
    if name not in _BETWEEN:
        return [answer]
    return [part.strip("-* \t") for part in re.split(_BETWEEN[name], answer) if part.strip("-* \t")]

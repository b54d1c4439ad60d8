"""Reading one document: which words it may use, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.check.vocabulary import Vocabulary
from timeline.load.documents import Document
from timeline.load.nodes import Node
from timeline.problems import Place, Problem


@dataclass
class Reading:
    """The document being read, the words it may use, and the problems found so far."""

    document: Document
    vocabulary: Vocabulary
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, at: Node | Place, message: str, hint: str) -> None:
        """Note an error at a node (or place) of the document."""
        place = at if isinstance(at, Place) else at.place
        self.problems.append(
            Problem(code, self.document.file, place, message, hint, self.document.line(place.line))
        )

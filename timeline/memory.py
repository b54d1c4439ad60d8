"""Memory: what was worked out from a file stays right for as long as the file stays the same.

    bytes ─ document ─→ Document ─ judged, with the words that may be used ─→ record, problems

One memory lasts as long as a preview; a build has one of its own.
"""

from __future__ import annotations

from typing import Any

from timeline.check import check
from timeline.check.vocabulary import Vocabulary
from timeline.load import documents
from timeline.load.documents import Document
from timeline.problems import Problem


class Memory:
    """What every file of a content folder was the last time."""

    def __init__(self) -> None:
        self._documents: dict[str, tuple[bytes, tuple[Document, list[Problem]]]] = {}
        self._judged: dict[str, tuple[Document, tuple[Any, list[Problem]]]] = {}
        self._vocabulary = Vocabulary()

    def document(
        self, data: bytes, kind: str, id: str, file: str
    ) -> tuple[Document, list[Problem]]:
        """See documents.read. Kind and id follow from the file's path."""
        before, known = self._documents.get(file, (b"", None))
        if known is None or before != data:
            known = documents.read(data, kind, id, file)
            self._documents[file] = (data, known)
        return known

    def judged(self, document: Document, vocabulary: Vocabulary) -> tuple[Any, list[Problem]]:
        """See check.judged. Another vocabulary may make anything right or wrong."""
        if vocabulary is not self._vocabulary:
            if vocabulary != self._vocabulary:
                self._judged.clear()
            self._vocabulary = vocabulary
        before, known = self._judged.get(document.file, (None, None))
        if known is None or before is not document:
            known = check.judged(document, vocabulary)
            self._judged[document.file] = (document, known)
        return known

"""Whether papers are still the ones that somebody decided upon.

Two windows, two officers or two runs may want to issue for one operator: the second one decided
before the first had finished, and would only use up numbers.
"""

import hashlib
from collections.abc import Iterable

from hr_docs.documents.errors import OvertakenError
from hr_docs.documents.models import Document


def mark_of(documents: Iterable[Document]) -> str:
    """A short name of a set of documents in force; another set has another name."""
    ids = sorted(document.pk.hex for document in documents)
    return hashlib.sha256(" ".join(ids).encode()).hexdigest()[:16]


def refuse_overtaken(current: Iterable[Document], seen: str) -> None:
    """Raise OvertakenError unless the documents in force are those that `seen` names.

    They must have been read while their employment is locked.
    """
    if mark_of(current) != seen:
        raise OvertakenError

"""Records → facts: everything that the Word masters see, by one vocabulary.

A placeholder is declared once, with its example, its meaning and how it is read; the facts of a
pack, the list in `templates/word/PLACEHOLDERS.md`, the check of uploaded masters and the preview
without records all come from the same declarations.
"""

from typing import Any

from hr_docs.documents.context.document import DOCUMENT
from hr_docs.documents.context.examples import example_facts, example_people
from hr_docs.documents.context.placeholder import Kind, Placeholder, read_facts
from hr_docs.documents.context.source import DocumentMark, PackSource
from hr_docs.documents.context.vocabulary import GROUPS, PACK, choices, vocabulary

__all__ = [
    "GROUPS",
    "Kind",
    "Placeholder",
    "choices",
    "example_facts",
    "example_people",
    "facts_for",
    "mark_facts",
    "vocabulary",
]


def facts_for(source: PackSource) -> dict[str, Any]:
    """The facts that all papers of a pack share; JSON, every placeholder present.

    Runs no query when the employment comes from `Employment.objects.with_records()`.
    """
    return read_facts(PACK, source)


def mark_facts(mark: DocumentMark) -> dict[str, Any]:
    """The facts of one document of the pack, under «документ»."""
    return read_facts(DOCUMENT, mark)

"""A Word file as it comes out for an invented person."""

from functools import lru_cache

from hr_docs.documents.context import example_people
from hr_docs.engine import WordTemplate, docx_to_pdf


@lru_cache(maxsize=16)
def preview_pages(content: bytes, person: int) -> bytes:
    """The PDF of the built-in person with this number; raises the engine's errors."""
    people = list(example_people().values())
    return docx_to_pdf(WordTemplate(content).render(people[person]))

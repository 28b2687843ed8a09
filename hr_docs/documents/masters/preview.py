"""A Word file as it comes out for an invented person."""

from functools import lru_cache

from hr_docs.documents.context import example_people
from hr_docs.engine import DataError, WordTemplate, docx_to_pdf


@lru_cache(maxsize=16)
def preview_pages(content: bytes, person: int) -> bytes:
    """The PDF of the built-in person with this number; raises the engine's errors."""
    people = list(example_people().values())
    return docx_to_pdf(WordTemplate(content).render(people[person]))


@lru_cache(maxsize=16)
def first_to_fill(content: bytes) -> int:
    """The number of the first built-in person for whom the file has no gap; 0 for nobody."""
    template = WordTemplate(content)
    for number, facts in enumerate(example_people().values()):
        try:
            template.render(facts)
        except DataError:
            continue
        return number
    return 0

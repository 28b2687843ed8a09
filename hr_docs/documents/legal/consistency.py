"""Whether the papers of a pack say the same: as each other, as their facts, digits as words.

All papers of a pack are filled from one set of facts, so only the words of a master can go astray:
a sum left over from another contract, a clause that moved. What is checked is the finished text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from hr_docs.documents.legal.numerals import Mismatch, mismatches
from hr_docs.documents.legal.references import dangling_references
from hr_docs.documents.legal.statements import STATEMENTS, Statement
from hr_docs.documents.legal.word_text import Line, WordText
from hr_docs.law.text import plain


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a paper says that cannot be right: where it stands, and what is wrong with it.

    `clause` is the number it stands under, empty at the head of a paper; `line` its paragraph.
    `typed`: what the template says in words of its own where the data say something else, such as
    «ставка (250,00)».
    """

    paper: str
    clause: str
    problem: str
    line: str = field(default="", compare=False)
    typed: str = ""

    def __str__(self) -> str:
        place = f"{self.paper}, пункт {self.clause}" if self.clause else self.paper
        return f"{place}: {self.problem}"


@dataclass(frozen=True, slots=True)
class FilledPaper:
    """A finished document: its title, the facts it was filled with, its text."""

    title: str
    facts: Mapping[str, Any]
    text: WordText


def contradictions(papers: Sequence[FilledPaper]) -> list[Contradiction]:
    """Everything in a pack that contradicts its facts or itself, in the order of the papers."""
    clauses = {paper.title: paper.text.clauses for paper in papers}
    found = [
        Contradiction(paper.title, line.clause, problem, line.text, typed)
        for paper in papers
        for line in paper.text.lines
        if (said := _said(line.text)) is not None
        for problem, typed in _problems(said, line, paper, clauses)
    ]
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Said:
    """What in a line can be wrong at all. `words` is the line in plain letters."""

    words: str
    statements: tuple[Statement, ...]
    mismatches: tuple[Mismatch, ...]
    refers: bool


@lru_cache(maxsize=8192)
def _said(text: str) -> _Said | None:
    """None for the most lines, which say nothing that could be wrong.

    Remembered, for the papers of a run have most of their lines in common.
    """
    words = plain(text)
    statements = tuple(one for one in STATEMENTS if one.may_stand_in(words))
    mismatched = tuple(mismatches(text)) if "(" in words else ()
    refers = "пункт" in words or "раздел" in words or "п." in words
    known = statements or mismatched or refers
    return _Said(words, statements, mismatched, refers) if known else None


def _problems(
    said: _Said, line: Line, paper: FilledPaper, clauses: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Each problem, with what is typed for it in the template."""
    for statement in said.statements:
        for value in statement.contradictions(said.words, paper.facts):
            known = statement.known(paper.facts) or "не указано"
            problem = (
                f"{statement.what} — «{value}», а в данных — «{known}». "
                "Исправьте шаблон: вместо слов поставьте метку."
            )
            yield problem, f"{statement.what} ({value})"
    for mismatch in said.mismatches:
        problem = f"«{mismatch.quote}» — цифрами {mismatch.digits}, а словами {mismatch.named}. "
        yield f"{problem}Исправьте шаблон.", ""
    if said.refers:
        for reference in dangling_references(line.text, paper.title, clauses):
            problem = (
                f"ссылка «{reference.quote}» ведёт в никуда: пункта {reference.number} нет "
                f"в документе «{reference.paper}». Исправьте ссылку в шаблоне."
            )
            yield problem, ""

"""Whether the papers of a pack say the same: as each other, as their facts, digits as words.

All papers of a pack are filled from one set of facts, so only the words of a master can go astray:
a sum left over from another contract, a clause that moved. What is checked is the finished text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hr_docs.documents.legal.numerals import mismatches
from hr_docs.documents.legal.references import dangling_references
from hr_docs.documents.legal.statements import STATEMENTS, Statement
from hr_docs.documents.legal.word_text import Line, WordText
from hr_docs.law.text import plain


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a paper says that cannot be right: where it stands, and what is wrong with it.

    `clause` is the number it stands under, empty at the head of a paper.
    """

    paper: str
    clause: str
    problem: str

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
        Contradiction(paper.title, line.clause, problem)
        for paper in papers
        for line in paper.text.lines
        for problem in _problems(line, paper, clauses)
    ]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _said(text: str) -> tuple[str, tuple[Statement, ...]]:
    """A line in plain letters, and which statements it may make; most lines make none.

    Remembered, for the papers of a run have most of their lines in common.
    """
    words = plain(text)
    return words, tuple(one for one in STATEMENTS if one.may_stand_in(words))


def _problems(
    line: Line, paper: FilledPaper, clauses: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    words, statements = _said(line.text)
    for statement in statements:
        for value in statement.contradictions(words, paper.facts):
            known = statement.known(paper.facts) or "не указано"
            yield (
                f"{statement.what} — «{value}», а в данных — «{known}». "
                "Исправьте шаблон: вместо слов поставьте метку."
            )
    if "(" in words:
        for mismatch in mismatches(line.text):
            yield (
                f"«{mismatch.quote}» — цифрами {mismatch.digits}, а словами {mismatch.named}. "
                "Исправьте шаблон."
            )
    if "пункт" in words or "раздел" in words or "п." in words:
        for reference in dangling_references(line.text, paper.title, clauses):
            yield (
                f"ссылка «{reference.quote}» ведёт в никуда: пункта {reference.number} нет "
                f"в документе «{reference.paper}». Исправьте ссылку в шаблоне."
            )

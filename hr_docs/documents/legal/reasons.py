"""«Почему этот пункт здесь?»: the facts and the law that put a clause into a document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateError as JinjaError

from hr_docs.documents.context import GROUPS
from hr_docs.documents.issuing.packs import ensure_file
from hr_docs.documents.legal.clauses import (
    clauses_of_version,
    facts_named,
    holds,
    is_loop,
    printed,
    tidy,
)
from hr_docs.documents.legal.word_text import Line, WordText
from hr_docs.documents.models import Document
from hr_docs.engine.authoring import Clause, Condition

_MEANINGS = {each.name: each.meaning for group in GROUPS for each in group.placeholders}
# What an expression of a template may raise when a fact has another form than it expects.
_UNREADABLE = (JinjaError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class FactReason:
    """A fact that decided: its placeholder, what it means, its value, the reason in words.

    `words` are the master's own annotation; where there is none, what the placeholder means.
    """

    fact: str
    meaning: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class ClauseReason:
    """A conditional clause of a document and what put it there.

    `clause` is its printed number («5.3», «5.3 а)»), empty for a paragraph without one; `basis` are
    the articles, empty where the template does not tell.
    """

    clause: str
    text: str
    basis: tuple[str, ...]
    facts: tuple[FactReason, ...]


def reasons_for(document: Document) -> list[ClauseReason]:
    """The conditional clauses that the document prints, in order, each with its facts and law.

    Read from the annotations of the template version and evaluated on the frozen facts. For a
    template that HR changed, only what can be read from the file itself.
    """
    lines = {tidy(line.text): line for line in WordText.read(ensure_file(document, "docx")).lines}
    reasons = (
        _reason(clause, document.snapshot, lines)
        for clause in clauses_of_version(document.master_version)
        if clause.conditions and not any(map(is_loop, clause.conditions))
    )
    return [reason for reason in reasons if reason]


def _reason(
    clause: Clause, facts: Mapping[str, Any], lines: Mapping[str, Line]
) -> ClauseReason | None:
    """None for a clause that the document does not print."""
    try:
        if not all(holds(condition, facts) for condition in clause.conditions):
            return None
        text = printed(clause, facts)
    except _UNREADABLE:
        return None
    line = lines.get(text)
    if line is None:
        return None
    decided = [one for condition in clause.conditions for one in _facts_of(condition, facts)]
    return ClauseReason(_number(line), text, clause.basis, tuple(dict.fromkeys(decided)))


def _number(line: Line) -> str:
    """«5.3», «5.3 а)»; empty for a paragraph without a number of its own."""
    is_item = line.label.rstrip(".") != line.clause
    return (
        f"{line.clause} {line.label}" if line.label and is_item else line.clause * bool(line.label)
    )


def _facts_of(condition: Condition, facts: Mapping[str, Any]) -> Iterator[FactReason]:
    annotated = {reason.fact: reason.words for reason in condition.reasons}
    for name in annotated or dict.fromkeys(facts_named(condition.expression)):
        meaning = _MEANINGS.get(name, name)
        words = annotated.get(name, meaning)
        if condition.expression.startswith("not ("):
            words = f"условие не выполнено: {words}"
        yield FactReason(name, meaning, _value(facts, name), words)


def _value(facts: Mapping[str, Any], name: str) -> str:
    """«да», «нет», or the text of a fact; empty for one that says nothing."""
    found: Any = facts
    for step in name.split("."):
        found = found.get(step, "") if isinstance(found, Mapping) else ""
    if isinstance(found, bool):
        return "да" if found else "нет"
    return "" if isinstance(found, list | Mapping) else str(found)

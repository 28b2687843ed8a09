"""Why a clause stands in a document: the law behind it and the facts that let it in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hr_docs.engine.authoring.source import Block, MasterSource, Paragraph, Reason, Row, Table, Tag

_OPENING = re.compile(r"\{%(?:p|tr) *(if|for) +(.+?) *%\}")
_BRANCH = re.compile(r"\{%(?:p|tr) *(elif|else) *(.*?) *%\}")
_CLOSING = re.compile(r"\{%(?:p|tr) *(endif|endfor) *%\}")


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold for a clause to be printed.

    `expression` is Jinja over placeholders («договор.срочный», «not (…)» for an else branch).
    """

    expression: str
    basis: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A paragraph of a master with its style, its law and the conditions around it, outer first."""

    style: str
    text: str
    basis: tuple[str, ...]
    conditions: tuple[Condition, ...]


def clauses_of(source: MasterSource) -> tuple[Clause, ...]:
    """Every paragraph of the master in order, with the law and the conditions it stands under.

    A clause without a basis of its own has that of the nearest condition around it.
    """
    around: list[Condition] = []
    found = []
    for block in _flat(source.blocks):
        if isinstance(block, Tag):
            _enter(block, around)
            continue
        inherited = around[-1].basis if around else ()
        found.append(Clause(block.style, block.text, block.notes.basis or inherited, tuple(around)))
    return tuple(found)


def _enter(tag: Tag, around: list[Condition]) -> None:
    """Follow a tag: push, replace or pop the condition it opens, changes or closes."""
    if match := _OPENING.fullmatch(tag.text):
        around.append(Condition(match[2], tag.notes.basis, tag.notes.reasons))
    elif match := _BRANCH.fullmatch(tag.text):
        before = around.pop()
        expression = match[2] or f"not ({before.expression})"
        around.append(
            Condition(
                expression, tag.notes.basis or before.basis, tag.notes.reasons or before.reasons
            )
        )
    elif _CLOSING.fullmatch(tag.text):
        around.pop()


def _flat(blocks: tuple[Block, ...]) -> Iterator[Paragraph | Tag]:
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        for row in block.rows:
            if isinstance(row, Row):
                for cell in row.cells:
                    yield from cell
            else:
                yield row

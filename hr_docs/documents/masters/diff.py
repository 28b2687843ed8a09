"""What changed between two Word files, paragraph by paragraph, for a lawyer to read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from hr_docs.documents.legal.word_text import Line, WordText

_CONTEXT = 2
_ALIKE = 0.5  # from here on two paragraphs are one that was changed
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")

Change = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph that stayed, came or went."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of the comparison. `label` is its number, as counted in the Word file.

    `change` is "changed" for a paragraph with some pieces added or removed; "skipped" stands for
    `count` paragraphs that are the same in both files.
    """

    change: Literal["same", "added", "removed", "changed", "skipped"]
    label: str = ""
    pieces: tuple[Piece, ...] = ()
    count: int = 0


def compare_texts(old: bytes, new: bytes) -> list[Row]:
    """Rows in reading order, with little of what is the same; none for equal texts.

    Numbers alone make no difference: one new clause renumbers all that follow. Raises the engine's
    `ConversionError` for a file that is no Word file.
    """
    before, after = WordText.read(old).lines, WordText.read(new).lines
    matcher = SequenceMatcher(
        None, [line.text for line in before], [line.text for line in after], autojunk=False
    )
    rows: list[Row] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            rows += (_whole("same", line) for line in after[new_start:new_end])
        else:
            rows += _replaced(before[start:end], after[new_start:new_end])
    return list(_with_little_context(rows)) if any(row.change != "same" for row in rows) else []


def _whole(change: Change, line: Line) -> Row:
    return Row(change, line.label, (Piece(change, line.text),))


def _replaced(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Row]:
    """Old paragraphs beside the new ones that resemble them, in the order of both."""
    position = 0
    for line in new:
        twin = _twin(old[position:], line)
        if twin is None:
            yield _whole("added", line)
            continue
        yield from (_whole("removed", one) for one in old[position : position + twin])
        yield Row("changed", line.label, tuple(_pieces(old[position + twin].text, line.text)))
        position += twin + 1
    yield from (_whole("removed", one) for one in old[position:])


def _twin(candidates: Sequence[Line], line: Line) -> int | None:
    """Which paragraph this one was made from; None for one that is new."""
    likeness = [_likeness(one.text, line.text) for one in candidates]
    best = max(likeness, default=0.0)
    return likeness.index(best) if best >= _ALIKE else None


def _likeness(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, _WORDS.findall(old), _WORDS.findall(new), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    for tag, start, end, new_start, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(after[new_start:new_end]))
            continue
        if start < end:
            yield Piece("removed", "".join(before[start:end]))
        if new_start < new_end:
            yield Piece("added", "".join(after[new_start:new_end]))


def _with_little_context(rows: Sequence[Row]) -> Iterator[Row]:
    near = {
        place
        for position, row in enumerate(rows)
        if row.change != "same"
        for place in range(position - _CONTEXT, position + _CONTEXT + 1)
    }
    skipped = 0
    for position, row in enumerate(rows):
        if position not in near:
            skipped += 1
            continue
        if skipped:
            yield Row("skipped", count=skipped)
            skipped = 0
        yield row
    if skipped:
        yield Row("skipped", count=skipped)

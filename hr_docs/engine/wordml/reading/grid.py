"""Rows and cells on the grid of a table (ECMA-376 §17.4.48), and the widths of its columns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from hr_docs.engine.wordml.ooxml import (
    Element,
    attribute,
    child,
    elements,
    integer,
    on_off,
    points,
    value,
    w,
)

_WIDEST_SPAN = 100
_NARROWEST = 1.0
_NEARLY = 1.0  # points between edges that are the same
_TRANSPARENT = frozenset({w("sdtContent"), w("customXml"), w("ins"), w("moveTo")})


@dataclass(frozen=True, slots=True)
class Slot:
    """A w:tc on the grid; `merge` is restart, continue or None (w:vMerge, §17.4.84)."""

    element: Element
    column: int
    span: int
    merge: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A w:tr with its cells on the grid."""

    element: Element
    properties: Element | None
    slots: tuple[Slot, ...]
    before: int
    after: int


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, also those wrapped in content controls and insertions."""
    for element in elements(parent):
        if element.tag == w(tag):
            yield element
        elif element.tag == w("sdt"):
            content = child(element, "sdtContent")
            if content is not None:
                yield from _inside(content, tag)
        elif element.tag in _TRANSPARENT:
            yield from _inside(element, tag)


def rows_of(element: Element) -> Iterator[Element]:
    return _inside(element, "tr")


def is_gone(row: Element) -> bool:
    properties = child(row, "trPr")
    if properties is None:
        return False
    return child(properties, "del") is not None or bool(on_off(properties, "hidden"))


def line_of(row: Element) -> Line:
    properties = child(row, "trPr")
    before, after = _count(properties, "gridBefore"), _count(properties, "gridAfter")
    slots: list[Slot] = []
    column = before
    for cell in _inside(row, "tc"):
        own = child(cell, "tcPr")
        span = max(1, _count(own, "gridSpan"))
        if slots and _merge(own, "hMerge") == "continue":
            slots[-1] = replace(slots[-1], span=slots[-1].span + span)
        else:
            slots.append(Slot(cell, column, span, _merge(own, "vMerge")))
        column += span
    return Line(row, properties, tuple(slots), before, after)


def _merge(properties: Element | None, tag: str) -> str | None:
    """w:vMerge (§17.4.84), or w:hMerge of older Words (part 4, §14.5.4)."""
    found = child(properties, tag)
    return None if found is None else attribute(found, "val") or "continue"


def spread(line: Line, grid: list[float]) -> Line:
    """The line with the spans that its cells' widths tell where it says none and falls short."""
    count = line.before + sum(slot.span for slot in line.slots) + line.after
    if count >= len(grid) or not all(grid):
        return line
    widths = [_cell_width(slot.element) for slot in line.slots]
    if not all(widths):
        return line
    edges = [0.0, *accumulate(grid)]
    slots, column = [], line.before
    for slot, width in zip(line.slots, widths, strict=True):
        end = edges[column] + (width or 0.0)
        reached = [n for n in range(column + 1, len(edges)) if abs(edges[n] - end) <= _NEARLY]
        if not reached:
            return line
        slots.append(replace(slot, column=column, span=reached[0] - column))
        column = reached[0]
    return replace(line, slots=tuple(slots))


def settle_merges(lines: list[Line]) -> list[Line]:
    """Cells that go on from none above them become cells of their own, lest their words vanish."""
    if all(slot.merge != "continue" for line in lines for slot in line.slots):
        return lines
    settled: list[Line] = []
    above: dict[int, int] = {}  # spans of the merged cells of the line before, by their columns
    for line in lines:
        slots = tuple(
            replace(slot, merge=None) if _stands_alone(slot, above) else slot for slot in line.slots
        )
        above = {slot.column: slot.span for slot in slots if slot.merge is not None}
        settled.append(replace(line, slots=slots))
    return settled


def _stands_alone(slot: Slot, above: dict[int, int]) -> bool:
    if slot.merge != "continue" or above.get(slot.column) == slot.span:
        return False
    return slot.column not in above or next(slot.element.iter(w("t")), None) is not None


def _count(properties: Element | None, tag: str) -> int:
    found = integer(value(properties, tag)) if properties is not None else None
    return min(max(found or 0, 0), _WIDEST_SPAN)


def column_widths(grid: list[float], lines: list[Line]) -> tuple[float, ...]:
    """Widths of the grid columns: w:tblGrid, corrected by cell widths that disagree (§17.4.48).

    Cells' own widths win where a whole row of single columns states them, as Word does when a
    program wrote the file without laying it out.
    """
    count = max(line.before + sum(s.span for s in line.slots) + line.after for line in lines)
    widths = (grid + [0.0] * count)[:count]
    preferred = [0.0] * count
    for line in lines:
        for slot in line.slots:
            own = _cell_width(slot.element)
            if slot.span == 1 and own and not preferred[slot.column]:
                preferred[slot.column] = own
    if all(preferred):
        widths = preferred
    known = [width for width in widths if width > _NARROWEST]
    filler = sum(known) / len(known) if known else 72.0
    return tuple(
        width if width > _NARROWEST else wanted or (filler if not any(grid) else _NARROWEST)
        for width, wanted in zip(widths, preferred, strict=True)
    )


def states_widths(grid: list[float], lines: list[Line]) -> bool:
    """Whether anything says how wide a column is to be; if not, its text does."""
    return any(grid) or any(_cell_width(slot.element) for line in lines for slot in line.slots)


def _cell_width(cell: Element) -> float | None:
    width = child(child(cell, "tcPr"), "tcW")
    return points(width, "w") if attribute(width, "type") in {"dxa", None} else None

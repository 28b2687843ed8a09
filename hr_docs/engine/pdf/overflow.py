"""Text that does not fit where its author put it, found in a finished layout.

Word cuts what does not fit into a box or a row of fixed height, and what leaves the paper is not
printed. The layout shows such text in full, so that only its measures tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from weasyprint.formatting_structure import boxes

FIXED = "data-fixed"  # attribute of elements whose height Word does not let grow
_SLACK = 1.5  # pixels: rounding, and the side bearings of letters
_LONGEST = 60

Limit = Literal["page", "cell", "frame"]


@dataclass(frozen=True, slots=True)
class Overflow:
    """`text` (its beginning) on a `page`, counted from 1, leaves its page, cell or frame."""

    page: int
    text: str
    limit: Limit


@dataclass(frozen=True, slots=True)
class _Room:
    """What stands around a box: the paper, and the cell it is in."""

    paper: Any
    cell: Any = None

    def inside(self, box: Any) -> "_Room":
        return _Room(self.paper, box) if isinstance(box, boxes.TableCellBox) else self


def overflows(document: Any) -> tuple[Overflow, ...]:
    """Everything in WeasyPrint's layout that leaves its place, in order, each text once."""
    found = (
        Overflow(number, _beginning(box), limit)
        for number, page in enumerate(document.pages, 1)
        for box, limit in _misplaced(page._page_box, _Room(page._page_box))
    )
    return tuple(dict.fromkeys(one for one in found if one.text))


def _misplaced(box: Any, room: _Room) -> Iterator[tuple[Any, Limit]]:
    if isinstance(box, boxes.TextBox):
        limit = _limit_left(box, room)
        if limit:
            yield box, limit
        return
    if _is_overfull(box):
        yield box, "frame"
        return
    if _is_turned(box):
        return  # where it stands says nothing of where it is drawn
    for child in getattr(box, "children", ()):
        yield from _misplaced(child, room.inside(box))


def _limit_left(box: Any, room: _Room) -> Limit | None:
    left, right = box.position_x, box.position_x + box.width
    top, bottom = box.position_y, box.position_y + box.height
    paper = room.paper
    if left < -_SLACK or right > paper.margin_width() + _SLACK:
        return "page"
    if top < -_SLACK or bottom > paper.margin_height() + _SLACK:
        return "page"
    if room.cell is not None:
        start = room.cell.border_box_x()
        if left < start - _SLACK or right > start + room.cell.border_width() + _SLACK:
            return "cell"
    return None


def _is_overfull(box: Any) -> bool:
    """Whether a box of fixed height is higher than its author made it."""
    element = getattr(box, "element", None)
    fixed = element.get(FIXED) if element is not None else None
    return fixed is not None and box.height > float(fixed) / 0.75 + _SLACK


def _is_turned(box: Any) -> bool:
    return bool(box.style["transform"])


def _beginning(box: Any) -> str:
    words = " ".join(" ".join(_texts(box)).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"


def _texts(box: Any) -> Iterator[str]:
    if isinstance(box, boxes.TextBox):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from _texts(child)

"""Lines of text kept from one document to the next.

Most paragraphs of a contract are the same for everybody. A paragraph of nothing but text, broken
into lines of one width at one place across the page, always breaks the same way; what differs is
how far down the page it stands. So each line is kept as it is before it is moved to its place, and
made again from the boxes of the document at hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages

_SIDES = ("top", "right", "bottom", "left")
# What layout works out for a box of text; all else that a box has is the document's.
_LAID_OUT = frozenset({
    "text", "pango_layout", "justification_spacing", "baseline", "text_indent", "position_x",
    "width", "height", "min_width", "max_width", "min_height", "max_height",
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"border_{side}_width" for side in _SIDES),
})  # fmt: skip

_break_into_lines = inline.iter_line_boxes
_place_line = inline.line_box_verticality


@dataclass(slots=True)
class _Piece:
    """A box of a line: the child of its source it is made from, and what was worked out for it."""

    place: int
    laid_out: dict[str, Any]
    y: float  # from the baseline, before the line is moved to its place
    undecorated: frozenset[str]
    children: "tuple[_Piece, ...] | None"


@dataclass(slots=True)
class _Line:
    piece: _Piece
    top: float
    resume_at: Any


class LineMemory:
    """Lines of paragraphs; the paragraph not met for longest is forgotten first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        # Styles stand in the keys by their ids, so they must live as long as the keys.
        self._kept: dict[object, tuple[list[Any], dict[str, _Line]]] = {}
        self._heights: dict[int, float] | None = None

    def iter_line_boxes(
        self, context: Any, box: Any, position_y: float, bottom_space: float, skip_stack: Any,
        containing_block: Any, absolute_boxes: Any, fixed_boxes: Any,
        first_letter_style: Any, first_line_style: Any,
    ) -> Iterator[tuple[Any, Any]]:  # fmt: skip
        """Yield the lines of a line box with the places to resume at, as WeasyPrint does."""
        is_special = first_letter_style or first_line_style or context.excluded_shapes
        lines = None if is_special else self._lines_of(box, containing_block)
        if lines is None:
            yield from _break_into_lines(
                context, box, position_y, bottom_space, skip_stack, containing_block,
                absolute_boxes, fixed_boxes, first_letter_style, first_line_style,
            )  # fmt: skip
            return
        while True:
            start = str(skip_stack)
            kept = lines.get(start)
            if kept is None:
                line, skip_stack = self._laid_out(
                    context, box, position_y, bottom_space, skip_stack, containing_block
                )
                if line is None:
                    return
                if self._heights is not None:
                    lines[start] = _Line(self._piece(line, 0), -line.baseline, skip_stack)
            else:
                line, skip_stack = _line(box, kept, position_y), kept.resume_at
            position_y = line.position_y + line.height
            yield line, skip_stack
            if skip_stack is None:
                return

    def place_line(self, line: Any) -> Any:
        """Set the heights of a line's boxes from its baseline, and remember them."""
        found = _place_line(line)
        self._heights = {id(box): box.position_y for box in line.descendants()}
        return found

    def _lines_of(self, box: Any, containing_block: Any) -> dict[str, _Line] | None:
        styles: list[Any] = [box.style]
        content = _content(box, styles)
        if content is None:
            return None
        block = containing_block
        across = (block.content_box_x(), block.width, block.height, block.style["direction"])
        key = (content, across, box.position_x, id(box.style))
        found = self._kept.pop(key, None) or (styles, {})
        self._kept[key] = found
        if len(self._kept) > self._limit:
            del self._kept[next(iter(self._kept))]
        return found[1]

    def _laid_out(
        self, context: Any, box: Any, position_y: float, bottom_space: float, skip_stack: Any,
        containing_block: Any,
    ) -> tuple[Any, Any]:  # fmt: skip
        """The next line from WeasyPrint itself."""
        resolve_percentages(box, containing_block)
        if skip_stack is None:
            resolve_one_percentage(box, "text_indent", containing_block.width)
        else:
            box.text_indent = 0
        _number(box)
        self._heights = None
        found: tuple[Any, Any] = inline.get_next_linebox(
            context, box, position_y, bottom_space, skip_stack, containing_block, [], [], None, None
        )
        return found

    def _piece(self, box: Any, place: int) -> _Piece:
        assert self._heights is not None
        own = box.__dict__
        children = None
        if isinstance(box, boxes.ParentBox):
            children = tuple(self._piece(child, child.place) for child in box.children)
        return _Piece(
            place,
            {name: own[name] for name in _LAID_OUT & own.keys()},
            self._heights[id(box)],
            frozenset(box.remove_decoration_sides),
            children,
        )


def _content(box: Any, styles: list[Any]) -> tuple[object, ...] | None:
    """Text and styles of the boxes in a box; None when it holds anything but text in the flow."""
    found: list[object] = []
    for child in box.children:
        style = child.style
        styles.append(style)
        if type(child) is boxes.TextBox:
            spaces = (child.leading_collapsible_space, child.trailing_collapsible_space)
            found.append((id(style), child.text, spaces))
        elif type(child) is boxes.InlineBox and _is_plain(child):
            inner = _content(child, styles)
            if inner is None:
                return None
            found.append((id(style), inner))
        else:
            return None
    return tuple(found)


def _is_plain(box: Any) -> bool:
    return bool(
        box.style["position"] == "static"
        and box.is_in_normal_flow()
        and not (box.footnote or box.note or box.is_leader)
    )


def _number(box: Any) -> None:
    """Let copies of the children know which child they are copies of."""
    for place, child in enumerate(box.children):
        child.place = place
        if isinstance(child, boxes.ParentBox):
            _number(child)


def _line(box: Any, line: _Line, position_y: float) -> Any:
    made = _made(box, line.piece, position_y - line.top)
    made.position_y = position_y
    return made


def _made(source: Any, piece: _Piece, dy: float) -> Any:
    kind = type(source)
    box = kind.__new__(kind)
    own = box.__dict__
    own.update(source.__dict__)
    own.update(piece.laid_out)
    own["position_y"] = piece.y + dy
    if piece.children is not None:
        children = source.children
        own["children"] = [_made(children[one.place], one, dy) for one in piece.children]
        own["remove_decoration_sides"] = set(piece.undecorated)
    return box

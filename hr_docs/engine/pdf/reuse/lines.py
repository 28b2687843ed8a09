"""Lines of text kept from one document to the next.

Most paragraphs of a contract are the same for everybody. A paragraph of nothing but text, broken
into lines of one width at one place across the page, always breaks the same way; what differs is
how far down the page it stands. So each line is kept as it is before it is moved to its place, and
made again from the boxes of the document at hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.layout.percent import resolve_one_percentage

from hr_docs.engine.pdf.reuse.boxes import BARE, QuietLine, is_quiet, resolve_percentages

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


@dataclass(slots=True)
class _Paragraph:
    """Lines by where they start in the text.

    Styles stand in its key by their ids, so they must live as long as it does.
    """

    styles: list[Any]
    lines: dict[str, _Line] = field(default_factory=dict)


class _Content:
    """What is in a line box: texts and styles, and whether nothing else shows or is pointed to."""

    def __init__(self, box: Any) -> None:
        self.styles = [box.style]
        self.is_plain = True
        self.is_quiet = True
        self.key = (id(box.style), self._of(box))

    def _of(self, box: Any) -> tuple[object, ...]:
        found: list[object] = []
        for child in box.children:
            self.styles.append(child.style)
            self.is_quiet = self.is_quiet and is_quiet(child)
            if type(child) is boxes.TextBox:
                spaces = (child.leading_collapsible_space, child.trailing_collapsible_space)
                found.append((id(child.style), child.text, spaces))
            elif type(child) is boxes.InlineBox and _is_plain(child):
                found.append((id(child.style), self._of(child)))
            else:
                self.is_plain = False
                break
        return tuple(found)


class LineMemory:
    """Lines of paragraphs; the paragraph not met for longest is forgotten first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: dict[object, _Paragraph] = {}
        self._heights: dict[int, float] | None = None

    def iter_line_boxes(
        self, context: Any, box: Any, position_y: float, bottom_space: float, skip_stack: Any,
        containing_block: Any, absolute_boxes: Any, fixed_boxes: Any,
        first_letter_style: Any, first_line_style: Any,
    ) -> Iterator[tuple[Any, Any]]:  # fmt: skip
        """Yield the lines of a line box with the places to resume at, as WeasyPrint does."""
        is_special = first_letter_style or first_line_style or context.excluded_shapes
        content = None if is_special else _Content(box)
        if content is None or not content.is_plain:
            yield from _break_into_lines(
                context, box, position_y, bottom_space, skip_stack, containing_block,
                absolute_boxes, fixed_boxes, first_letter_style, first_line_style,
            )  # fmt: skip
            return
        lines = self._paragraph(box, content, containing_block).lines
        kind = QuietLine if content.is_quiet else boxes.LineBox
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
                line = _made(kind, box, kept.piece, position_y - kept.top)
                line.position_y, skip_stack = position_y, kept.resume_at
            position_y = line.position_y + line.height
            yield line, skip_stack
            if skip_stack is None:
                return

    def place_line(self, line: Any) -> Any:
        """Set the heights of a line's boxes from its baseline, and remember them."""
        found = _place_line(line)
        self._heights = {id(box): box.position_y for box in line.descendants()}
        return found

    def _paragraph(self, box: Any, content: _Content, block: Any) -> _Paragraph:
        across = (block.content_box_x(), block.width, block.height, block.style["direction"])
        key = (content.key, across, box.position_x)
        found = self._kept.pop(key, None) or _Paragraph(content.styles)
        self._kept[key] = found
        if len(self._kept) > self._limit:
            del self._kept[next(iter(self._kept))]
        return found

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
        own = box.__dict__
        children = None
        if isinstance(box, boxes.ParentBox):
            children = tuple(self._piece(child, child.place) for child in box.children)
        return _Piece(
            place,
            {name: own[name] for name in _LAID_OUT & own.keys()} | BARE,
            self._heights[id(box)],
            frozenset(box.remove_decoration_sides),
            children,
        )


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


def _made(kind: Any, source: Any, piece: _Piece, dy: float) -> Any:
    box = kind.__new__(kind)
    own = box.__dict__
    own.update(source.__dict__)
    own.update(piece.laid_out)
    own["position_y"] = piece.y + dy
    if piece.children is not None:
        places = source.children
        own["children"] = [
            _made(type(places[one.place]), places[one.place], one, dy) for one in piece.children
        ]
        own["remove_decoration_sides"] = set(piece.undecorated)
    return box

"""Walks through a finished page that need not look into lines of nothing but letters."""

from typing import Any

from weasyprint import anchors, draw, stacking
from weasyprint.formatting_structure import boxes

from hr_docs.engine.pdf.reuse.boxes import QuietLine

_dispatch = stacking._dispatch
_gather_anchors = anchors.gather_anchors
_draw_inline_level = draw.draw_inline_level


def dispatch(box: Any, *rest: Any) -> Any:
    """Sort a box into the stacking contexts of a page; a quiet line opens none."""
    return box if isinstance(box, QuietLine) else _dispatch(box, *rest)


def gather_anchors(
    box: Any, anchors: Any, links: Any, bookmarks: Any, forms: Any, parent_matrix: Any = None,
    parent_form: Any = None, parent_link: Any = None,
) -> None:  # fmt: skip
    """Collect what the page is pointed to by; nothing points to a quiet line outside a link."""
    if parent_link or not isinstance(box, QuietLine):
        _gather_anchors(
            box, anchors, links, bookmarks, forms, parent_matrix, parent_form, parent_link
        )


def draw_inline_level(
    stream: Any, page: Any, box: Any, offset_x: float = 0, text_overflow: str = "clip",
    block_ellipsis: str = "none",
) -> None:  # fmt: skip
    """Draw a line and what is in it; a quiet line has but its texts."""
    if not isinstance(box, QuietLine) or box.block_ellipsis != "none":
        _draw_inline_level(stream, page, box, offset_x, text_overflow, block_ellipsis)
        return
    for child in box.children:
        x = offset_x + child.position_x - box.position_x
        if isinstance(child, boxes.TextBox):
            with stream.marked(child, "Span"):
                draw.draw_text(stream, child, x, box.text_overflow, "none")
        else:
            _draw_inline_level(stream, page, child, x, box.text_overflow, "none")

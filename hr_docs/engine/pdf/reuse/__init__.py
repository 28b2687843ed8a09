"""What WeasyPrint 70 works out again for every document, kept from one to the next.

The only place that reaches into WeasyPrint. It replaces some of its functions while a document is
laid out and drawn; they write the same bytes, which a test compares with the replacements off.
Another version of WeasyPrint is left alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint
from weasyprint import anchors, css, document, draw, stacking
from weasyprint.draw import text as drawing
from weasyprint.formatting_structure import build
from weasyprint.layout import background, block, inline, page, table
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import Layout

from hr_docs.engine.pdf.reuse import pages
from hr_docs.engine.pdf.reuse.boxes import layout_box_backgrounds, resolve_percentages
from hr_docs.engine.pdf.reuse.lines import LineMemory
from hr_docs.engine.pdf.reuse.runs import RunMemory, deactivate, reactivate
from hr_docs.engine.pdf.reuse.styles import (
    ReusedStyles,
    StyleMemory,
    set_page_type_computed_styles,
)

IS_POSSIBLE = weasyprint.VERSION == "70.0"
_RESOLVING = (block, inline, page, table)
_STYLES, _PARAGRAPHS = 2000, 1500


class Memory:
    """What one process remembers of the documents it laid out."""

    def __init__(self) -> None:
        styles, lines, runs = StyleMemory(_STYLES), LineMemory(_PARAGRAPHS), RunMemory()

        class Styles(ReusedStyles):
            memory = styles

        self._replacements: tuple[tuple[Any, str, Any], ...] = (
            (css, "StyleFor", Styles),
            (page, "set_page_type_computed_styles", set_page_type_computed_styles),
            (build, "flex_boxes", _unchanged),
            (build, "grid_boxes", _unchanged),
            *((module, "resolve_percentages", resolve_percentages) for module in _RESOLVING),
            (background, "layout_box_backgrounds", layout_box_backgrounds),
            (block, "iter_line_boxes", lines.iter_line_boxes),
            (inline, "line_box_verticality", lines.place_line),
            (stacking, "_dispatch", pages.dispatch),
            (anchors, "gather_anchors", pages.gather_anchors),
            (document, "gather_anchors", pages.gather_anchors),
            (draw, "draw_inline_level", pages.draw_inline_level),
            (draw, "draw_text", runs.draw_text),
            (drawing, "draw_first_line", runs.draw_first_line),
            (Stream, "add_font", lambda stream, font: runs.add_font(stream, font)),
            (Layout, "reactivate", reactivate),
            (Layout, "deactivate", deactivate),
        )

    @contextmanager
    def used(self) -> Iterator[None]:
        """Let WeasyPrint use what is remembered, and remember more."""
        kept = [(owner, name, vars(owner)[name]) for owner, name, _ in self._replacements]
        try:
            for owner, name, replacement in self._replacements:
                setattr(owner, name, replacement)
            yield
        finally:
            for owner, name, original in kept:
                setattr(owner, name, original)


def _unchanged(box: Any) -> Any:
    """Instead of walks through a tree for boxes that the converter never writes."""
    return box

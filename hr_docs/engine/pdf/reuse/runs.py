"""Drawn text kept from one document to the next, and fonts opened once.

WeasyPrint lays a line out once more to draw it, and copies a font's whole file for each document.
What drawing a line writes into a page depends on the line alone, unless two sizes of a font round
a letter's width differently: then the first one met in the document counts, and the line is drawn
anew.
"""

from copy import copy
from dataclasses import dataclass
from typing import Any

from weasyprint.draw import text as drawing
from weasyprint.matrix import Matrix
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import ffi
from weasyprint.text.fonts import get_pango_font_key

_draw_box, _draw_line = drawing.draw_text, drawing.draw_first_line

FontKey = tuple[int, float]  # a font's description and the size it was first opened in


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """Letters of one font in a run: their widths and the text they stand for, as met."""

    font: FontKey
    widths: dict[int, int]
    texts: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Run:
    """What drawing a line writes: settings of a font, or text as it stands in the file."""

    operations: tuple[tuple[str, float] | bytes, ...]
    glyphs: tuple[_Glyphs, ...]


class RunMemory:
    """Fonts that were opened, and what drawing each kept line writes (held by its Pango layout)."""

    def __init__(self) -> None:
        self._fonts: dict[FontKey, Any] = {}

    def font(self, key: FontKey, pango_font: Any, description: Any) -> Any:
        """A font as WeasyPrint opens it, with no letter used yet."""
        if key not in self._fonts:
            self._fonts[key] = Font(pango_font, description, key[1])
        return self._fresh(key)

    def add_font(self, stream: Any, pango_font: Any) -> tuple[Any, float]:
        """The document's font for a Pango font, and the size of the latter."""
        key, description, size = get_pango_font_key(pango_font)
        if key not in stream._fonts:
            stream._fonts[key] = self.font((key, size), pango_font, description)
        return stream._fonts[key], size

    def draw_text(
        self, stream: Any, textbox: Any, offset_x: float, text_overflow: str, block_ellipsis: str
    ) -> None:
        """Draw a text box; one without lines under or through it by what is known of its run."""
        run = getattr(textbox.pango_layout, "run", None)
        is_whole = text_overflow == "clip" and block_ellipsis == "none"
        if run is None or not is_whole or not _is_undecorated(textbox.style):
            _draw_box(stream, textbox, offset_x, text_overflow, block_ellipsis)
            return
        stream.set_color(textbox.style["color"])
        stream.begin_text()
        x, y = textbox.position_x, textbox.position_y + textbox.baseline
        if not self._replay(stream, run, (1, 0, 0, -1, x, y)):
            _lay_out_again(textbox)
            _draw_line(stream, textbox, text_overflow, block_ellipsis, Matrix(d=-1, e=x, f=y))
        stream.end_text()

    def draw_first_line(
        self, stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any
    ) -> list[Any]:
        """Write a line into a page; return its emojis, which are drawn afterwards."""
        if not textbox.text.strip():
            return []
        layout = textbox.pango_layout
        if text_overflow == "clip" and block_ellipsis == "none":
            if not hasattr(layout, "run"):
                layout.run = self._recorded(textbox)
            if layout.run is not None and self._replay(stream, layout.run, matrix.values):
                return []
        _lay_out_again(textbox)
        emojis: list[Any] = _draw_line(stream, textbox, text_overflow, block_ellipsis, matrix)
        return emojis

    def _recorded(self, textbox: Any) -> _Run | None:
        _lay_out_again(textbox)
        page = _Recorder(self)
        emojis = _draw_line(page, textbox, "clip", "none", Matrix())
        fonts = page.fonts.items()
        if emojis or page.is_odd or any(font.missing or font.bitmap for _, font in fonts):
            return None
        glyphs = tuple(_Glyphs(key, font.widths, font.to_unicode) for key, font in fonts)
        return _Run(tuple(page.operations), glyphs)

    def _replay(self, stream: Any, run: _Run, matrix: tuple[float, ...]) -> bool:
        """Write a run; False, and nothing written, when the document has other widths."""
        fonts = [(self._opened(stream, one.font), one) for one in run.glyphs]
        if not all(_agree(font.widths, one.widths) for font, one in fonts):
            return False
        for font, one in fonts:
            if not font.to_unicode.keys() >= one.texts.keys():
                font.widths.update(one.widths)
                for glyph, words in one.texts.items():
                    font.to_unicode.setdefault(glyph, words)
        stream.set_text_matrix(*matrix)
        for operation in run.operations:
            if isinstance(operation, bytes):
                stream.stream.append(operation)
            else:
                stream.set_font_size(*operation)
        return True

    def _opened(self, stream: Any, key: FontKey) -> Any:
        description = key[0]
        if description not in stream._fonts:
            stream._fonts[description] = self._fresh(key)
        return stream._fonts[description]

    def _fresh(self, key: FontKey) -> Any:
        font = copy(self._fonts[key])
        font.widths, font.to_unicode, font.missing = {}, {}, {}
        return font


class _Recorder:
    """Stands in for a page while a line is drawn on it; its fonts know no letters yet."""

    def __init__(self, memory: RunMemory) -> None:
        self._memory = memory
        self._by_description: dict[int, Any] = {}
        self.fonts: dict[FontKey, Any] = {}
        self.operations: list[tuple[str, float] | bytes] = []
        self.is_odd = False
        self.ink_rect, self.logical_rect = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        description, described, size = get_pango_font_key(pango_font)
        if description not in self._by_description:
            key = (description, size)
            font = self._memory.font(key, pango_font, described)
            self._by_description[description] = self.fonts[key] = font
        return self._by_description[description], size

    def set_text_matrix(self, *_matrix: float) -> None:
        """The place of a line is not its own."""

    def set_font_size(self, name: str, size: float) -> None:
        self.operations.append((name, size))

    def show_text(self, text: str) -> None:
        self.operations.append(b"[%s] TJ" % text.encode("ascii"))

    def set_text_rise(self, _height: float) -> None:
        self.is_odd = True


def reactivate(layout: Any, style: Any) -> None:
    """Instead of Layout.reactivate: what was drawn before needs no Pango."""
    layout.style = style


def deactivate(layout: Any) -> None:
    """Instead of Layout.deactivate: Pango's objects may not be there."""
    for name in ("layout", "language", "style"):
        layout.__dict__.pop(name, None)


def _lay_out_again(textbox: Any) -> None:
    layout = textbox.pango_layout
    layout.setup(textbox.style)
    layout.set_text(layout.text, justify=True)


def _is_undecorated(style: Any) -> bool:
    own = style.__dict__
    if "is_undecorated" not in own:
        own["is_undecorated"] = (
            style["text_decoration_line"] == "none" and style["visibility"] == "visible"
        )
    return bool(own["is_undecorated"])


def _agree(known: dict[int, int], needed: dict[int, int]) -> bool:
    if known.items() >= needed.items():
        return True
    return all(known.get(glyph, width) == width for glyph, width in needed.items())

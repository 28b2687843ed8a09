"""Pictures, text boxes, shapes and frames for what cannot be shown.

A floating object becomes a CSS float when text flows around it, and an absolutely placed box
when it does not; its anchor's offsets are counted from the paragraph or from the page.
"""

from base64 import b64encode
from collections.abc import Callable
from html import escape

from hr_docs.engine.wordml import fonts
from hr_docs.engine.wordml.content import (
    Anchor,
    Block,
    Picture,
    Shape,
    TextBox,
    Unsupported,
    WordArt,
)
from hr_docs.engine.wordml.parts import Package
from hr_docs.engine.wordml.sections import PageGeometry
from hr_docs.engine.wordml.writing.heights import HeightMeter
from hr_docs.engine.wordml.writing.paragraphs import Flow
from hr_docs.engine.wordml.writing.segments import Drawn
from hr_docs.engine.wordml.writing.stylesheet import StyleSheet
from hr_docs.engine.wordml.writing.text import css_border

BlocksWriter = Callable[[tuple[Block, ...], Flow], str]

_FRAME_WIDTH, _FRAME_HEIGHT = 120.0, 24.0
_DEFAULT_BOX = 144.0
_LOWERED = {"middle": 0.5, "bottom": 1.0}
# Attribute of boxes that are to stay on the paper, whole: their height where that is fixed.
KEPT = "data-kept"
# Attribute of what stands by the paper's edge: how much nearer to the text it is on left pages.
MIRRORED = "data-mirrored"
FROM_TOP = "data-from-top"  # attribute of what floats at a height of its page, in points
_BY_EDGE = frozenset({"page", "leftMargin", "rightMargin"})
_ELLIPSE = 0.5
_OUTSIDE_TEXT = (1 - 0.5**0.5) / 2  # of each side of an ellipse
_AROUND = frozenset({"square", "tight", "through"})
_PAGE_LIKE = frozenset({
    "page", "margin", "topMargin", "bottomMargin", "leftMargin", "rightMargin", "insideMargin",
    "outsideMargin",
})  # fmt: skip


class ObjectWriter:
    """Writes objects; `geometry` is that of the section being written.

    `corner` is that of what boxes are placed in, from the corner of the margins, and `foot` where
    that ends; `is_body` says whether it is the text itself, `is_mirrored` whether its margins
    change sides.
    """

    def __init__(
        self, sheet: StyleSheet, package: Package, meter: HeightMeter, write_blocks: BlocksWriter
    ) -> None:
        self.geometry: PageGeometry | None = None
        self.corner, self.foot, self.is_body = (0.0, 0.0), 0.0, True
        self.is_mirrored = False
        self._sheet, self._package, self._meter = sheet, package, meter
        self._write_blocks = write_blocks
        self._sources: dict[str, str] = {}

    def enter(
        self, geometry: PageGeometry, corner: tuple[float, float], foot: float, *, is_body: bool
    ) -> None:
        """Begin to write the text of some pages, or a header or footer of theirs."""
        self.geometry, self.corner, self.foot, self.is_body = geometry, corner, foot, is_body

    def write(self, one: Drawn, left: float, width: float) -> str:
        """HTML of an object in a paragraph indented by `left`, with `width` for its lines."""
        if isinstance(one, Picture):
            return self._picture(one, left, width)
        if isinstance(one, TextBox):
            return self._box(one, left, width)
        if isinstance(one, Shape):
            return self._shape(one, left, width)
        if isinstance(one, WordArt):
            return self._word_art(one, left, width)
        return self._frame(one, left, width)

    def _picture(self, one: Picture, left: float, width: float) -> str:
        size = one.width or 0.0, one.height or 0.0
        place = self._place(one.anchor, size, left, width)
        looks = f"width:{size[0]:.2f}pt;height:{size[1]:.2f}pt" if all(size) else "max-width:100%"
        looks += _turned(one.rotation) + _faint(one.opacity)
        source, text = self._source(one), _spoken(one)
        if not any(one.crop) or not all(size):
            attribute = self._sheet.attribute(f"{looks};{place}".rstrip(";"))
            attribute += self._from_top(one.anchor, size[1], place)
            attribute += self._on_left_pages(one.anchor, place)
            return f'<img{attribute} src="{source}" alt="{text}"/>'
        return self._cropped(one, f"{looks};{place}", source)

    def _cropped(self, one: Picture, looks: str, source: str) -> str:
        top, right, bottom, left = one.crop
        shown_x, shown_y = max(0.05, 1 - left - right), max(0.05, 1 - top - bottom)
        full = one.width / shown_x, one.height / shown_y
        inner = self._sheet.attribute(
            f"display:block;width:{full[0]:.2f}pt;height:{full[1]:.2f}pt;"
            f"margin:{-top * full[1]:.2f}pt 0 0 {-left * full[0]:.2f}pt"
        )
        outer = self._sheet.attribute(f"overflow:hidden;{_inline(one.anchor)}{looks}")
        outer += self._from_top(one.anchor, one.height, looks)
        outer += self._on_left_pages(one.anchor, looks)
        return f'<span{outer}><img{inner} src="{source}" alt="{_spoken(one)}"/></span>'

    def _source(self, one: Picture) -> str:
        if one.part not in self._sources:
            content = b64encode(self._package.read(one.part) or b"").decode()
            self._sources[one.part] = f"data:{one.media_type};base64,{content}"
        return self._sources[one.part]

    def _box(self, one: TextBox, left: float, width: float) -> str:
        outer = one.width or min(_DEFAULT_BOX, width)
        height = one.height or 0.0
        top, right, bottom, start = _insets(one, outer, height)
        inner = max(4.0, outer - right - start)
        is_along = bool(one.direction and height)
        if is_along:
            content = self._along(one, inner, height - top - bottom)
        else:
            free = height - top - bottom - self._meter.blocks(one.blocks, inner)
            top += max(0.0, free) * _LOWERED.get(one.vertical, 0.0)
            content = self._write_blocks(one.blocks, Flow(inner))
        looks = [f"padding:{top:g}pt {right:g}pt {bottom:g}pt {start:g}pt"]
        if one.width:
            looks.append(f"width:{inner:.2f}pt")
        looks.append("text-indent:0;text-align:left")
        room = max(0.0, height - top - bottom)
        is_fixed = bool(height) and (is_along or not one.grows)
        if is_fixed or (height and one.is_least):
            looks.append(f"min-height:{room:.2f}pt")
        looks.extend(_box_looks(one, outer, height))
        place = _inline(one.anchor) + self._place(one.anchor, (outer, height), left, width)
        fixed = f' data-fixed="{room:.2f}"' if is_fixed else ""
        kept = f' {KEPT}="{f"{height:.2f}" if is_fixed else ""}"' if one.anchor else ""
        kept += self._on_left_pages(one.anchor, place)
        if "position:absolute" not in place:
            attribute = self._sheet.attribute(";".join((*looks, place)))
            attribute += self._from_top(one.anchor, height, place)
            return f"<div{attribute}{fixed}{kept}>{content}</div>"
        # What stands in a line is not torn apart at the end of the page.
        outside = self._sheet.attribute(f"{place};line-height:0;text-indent:0;text-align:left")
        inside = self._sheet.attribute(";".join((*looks, "display:inline-block")))
        return f"<div{outside}{kept}><div{inside}{fixed}>{content}</div></div>"

    def _along(self, one: TextBox, width: float, length: float) -> str:
        """Text of a box that runs up or down it: lines as long as the box is high."""
        free = max(0.0, width - self._meter.blocks(one.blocks, length))
        beside = free * _LOWERED.get(one.vertical, 0.0)
        turn = (
            f"translate({beside:.2f}pt,{length:.2f}pt) rotate(-90deg)"
            if one.direction == "up"
            else f"translateX({width - beside:.2f}pt) rotate(90deg)"
        )
        place = f"width:{length:.2f}pt;height:0pt;transform-origin:0 0;transform:{turn}"
        content = self._write_blocks(one.blocks, Flow(length))
        return f"<div{self._sheet.attribute(place)}>{content}</div>"

    def _word_art(self, one: WordArt, left: float, width: float) -> str:
        """Letters as a picture that fills its box, as Word draws them."""
        size = one.width, one.height
        looks = f"width:{one.width:.2f}pt;height:{one.height:.2f}pt"
        looks += _turned(one.rotation) + _faint(one.opacity)
        place = _inline(one.anchor) + self._place(one.anchor, size, left, width)
        source = b64encode(self._drawn(one).encode()).decode()
        attribute = self._sheet.attribute(f"{looks};{place}")
        return (
            f'<img{attribute} src="data:image/svg+xml;base64,{source}" alt="{escape(one.text)}"/>'
        )

    def _drawn(self, one: WordArt) -> str:
        family = self._meter.table.family(one.run.font)
        faces = [
            fonts.face(each, bold=bool(one.run.bold), italic=bool(one.run.italic))
            for each in (family, *fonts.fallbacks(family))
        ]
        chosen = next((each for each in faces if each.covers(one.text)), faces[0])
        path, (left, bottom, right, top) = fonts.outlines(chosen.path, one.text)
        view = f"{left:g} {-top:g} {max(1.0, right - left):g} {max(1.0, top - bottom):g}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{one.width:.2f}pt" '
            f'height="{one.height:.2f}pt" viewBox="{view}" preserveAspectRatio="none">'
            f'<path transform="scale(1,-1)" fill="{one.run.color or "#000000"}" d="{path}"/></svg>'
        )

    def _shape(self, one: Shape, left: float, width: float) -> str:
        across = one.width if one.share is None else width * one.share
        found = [f"width:{across:.2f}pt;height:{one.height:.2f}pt{_turned(one.rotation)}"]
        if one.border is not None:
            is_level = one.width >= one.height
            side = ("-top" if is_level else "-left") if one.is_line else ""
            found.append(f"border{side}:{css_border(one.border)}")
        if one.corner:
            found.append(_rounded(one.corner, one.width, one.height))
        if one.fill:
            found.append(f"background:{one.fill}")
        place = self._place(one.anchor, (one.width, one.height), left, width)
        found.append(_inline(one.anchor) + place)
        attribute = self._sheet.attribute(";".join(filter(None, found)))
        return f"<span{attribute}{self._on_left_pages(one.anchor, place)}></span>"

    def _frame(self, one: Unsupported, left: float, width: float) -> str:
        size = one.width or 0.0, one.height or 0.0
        found = ["border:0.75pt dashed #808080;padding:2pt;text-indent:0;font-size:8pt"]
        if all(size):
            found.append(f"width:{max(_FRAME_WIDTH / 4, size[0] - 5.5):.2f}pt")
            found.append(f"min-height:{max(0.0, size[1] - 5.5):.2f}pt")
        found.append(_inline(one.anchor) + self._place(one.anchor, size, left, width))
        attribute = self._sheet.attribute(";".join(filter(None, found)))
        return f"<span{attribute}>[{escape(one.what)}]</span>"

    def beside(self, anchor: Anchor, size: tuple[float, float], width: float) -> tuple[str, str]:
        """Declarations and attributes of a table with text around it, in a column of this width."""
        place = self._place(anchor, size, 0.0, width)
        if "float:" not in place:
            return place, ""
        return place, f' {KEPT}=""{self._from_top(anchor, size[1], place)}'

    def across(self, anchor: Anchor, width: float, column: float) -> float:
        """How far from the left edge of its column a table of this width begins."""
        return _across(anchor, width, self.geometry, column)

    def _place(
        self, anchor: Anchor | None, size: tuple[float, float], left: float, width: float
    ) -> str:
        """Declarations that put an object where its anchor says; empty in the line."""
        if anchor is None:
            return ""
        page = self.geometry
        across = left + width
        top, right, bottom, start = anchor.distances
        x = _across(anchor, size[0], page, across)
        y = _down(anchor, size[1], page)
        if anchor.wrap in _AROUND and not self._is_beside_text(x, y, size):
            return self._over(anchor, x, y, left)
        if anchor.wrap in _AROUND:
            side = "left" if x + size[0] / 2 <= across / 2 else "right"
            indent = x - left if side == "left" else across - x - size[0]
            drop = max(0.0, anchor.y) if y is None else 0.0
            margins = (drop + top, right, bottom, indent) if side == "left" else (
                drop + top, indent, bottom, start)  # fmt: skip
            return f"float:{side};margin:" + " ".join(f"{m:.2f}pt" for m in margins)
        if anchor.wrap == "topAndBottom" and (y is None or self._is_beside_text(0.0, y, size)):
            drop = max(0.0, anchor.y) if y is None else 0.0
            return f"display:block;margin:{drop:.2f}pt 0 {bottom:.2f}pt {max(0.0, x - left):.2f}pt"
        return self._over(anchor, x, y, left)

    def _over(self, anchor: Anchor, x: float, y: float | None, left: float) -> str:
        corner = None if y is None else (x - self.corner[0], y - self.corner[1])
        return _absolute(anchor, corner, x - left)

    def _is_beside_text(self, x: float, y: float | None, size: tuple[float, float]) -> bool:
        """Whether an object reaches into the room of the text, so that this must flow around it."""
        page = self.geometry
        if page is None or not all(size):
            return True
        is_across = x < page.text_width and x + size[0] > 0
        is_down = y is None or (y < self.foot and y + size[1] > self.corner[1])
        return is_across and is_down

    def _from_top(self, anchor: Anchor | None, height: float, place: str) -> str:
        """Attributes of what flows with the text at a height of its page."""
        y = None if anchor is None else _down(anchor, height, self.geometry)
        if y is None or not self.is_body or "position:absolute" in place:
            return ""
        as_block = "" if "float:" in place else f' {FROM_TOP}-as="block"'
        return f' {FROM_TOP}="{y - self.corner[1]:.2f}"{as_block}'

    def _on_left_pages(self, anchor: Anchor | None, place: str) -> str:
        """Attribute of what stands by the paper's edge where margins change sides."""
        page = self.geometry
        if not (self.is_mirrored and self.is_body and anchor and page):
            return ""
        if anchor.horizontal not in _BY_EDGE or "position:absolute" not in place:
            return ""
        return f' {MIRRORED}="{page.left - page.right:.2f}"'


def _box_looks(one: TextBox, width: float, height: float) -> list[str]:
    found = []
    if one.border is not None:
        found.append(f"border:{css_border(one.border)}")
    if one.corner:
        found.append(_rounded(one.corner, width, height))
    if one.fill:
        found.append(f"background:{one.fill}")
    if one.rotation:
        found.append(_turned(one.rotation)[1:])
    return found


def _insets(one: TextBox, width: float, height: float) -> tuple[float, float, float, float]:
    """Room between the box and its text; that of an ellipse is a rectangle inside it."""
    top, right, bottom, left = one.insets
    if one.corner != _ELLIPSE:
        return top, right, bottom, left
    across, down = width * _OUTSIDE_TEXT, height * _OUTSIDE_TEXT
    return top + down, right + across, bottom + down, left + across


def _turned(degrees: float) -> str:
    return f";transform:rotate({degrees:g}deg)" if degrees else ""


def _faint(opacity: float) -> str:
    return f";opacity:{opacity:g}" if opacity < 1 else ""


def _rounded(corner: float, width: float, height: float) -> str:
    if corner == _ELLIPSE:
        return "border-radius:50%"
    return f"border-radius:{corner * min(width, height or width):.2f}pt"


def _inline(anchor: Anchor | None) -> str:
    return "display:inline-block;vertical-align:text-bottom" if anchor is None else "display:block;"


def _across(anchor: Anchor, size: float, page: PageGeometry | None, width: float) -> float:
    """Distance from the left margin."""
    start, end = _span(anchor.horizontal, page, width)
    size = anchor.extent[0] if anchor.extent else size
    return anchor.x + _aligned(anchor.x_align, start, end, size)


def _aligned(where: str | None, start: float, end: float, size: float) -> float:
    if where == "center":
        return (start + end - size) / 2
    return end - size if where in {"right", "bottom", "outside"} else start


def _span(horizontal: str, page: PageGeometry | None, width: float) -> tuple[float, float]:
    if page is None:
        return 0.0, width
    if horizontal == "page":
        return -page.left, page.width - page.left
    if horizontal in {"leftMargin", "insideMargin"}:
        return -page.left, 0.0
    if horizontal in {"rightMargin", "outsideMargin"}:
        return page.text_width, page.text_width + page.right
    return 0.0, page.text_width if horizontal == "margin" else width


def _absolute(anchor: Anchor, corner: tuple[float, float] | None, indent: float) -> str:
    """Over or under the text: at a corner on the page, or `indent` from the anchor's own line."""
    layer = ";z-index:-1" if anchor.behind else ""
    if corner is not None:
        return f"position:absolute;left:{corner[0]:.2f}pt;top:{corner[1]:.2f}pt{layer}"
    # A box of no height in the flow keeps the offset from the line that the anchor stands in.
    return f"position:absolute;margin-left:{indent:.2f}pt;margin-top:{anchor.y:.2f}pt{layer}"


def _down(anchor: Anchor, size: float, page: PageGeometry | None) -> float | None:
    """Distance from the top margin; None for what is placed by its paragraph."""
    if page is None or anchor.vertical not in _PAGE_LIKE:
        return None
    text = page.height - page.top - page.bottom
    start, end = {
        "page": (-page.top, page.height - page.top),
        "topMargin": (-page.top, 0.0),
        "bottomMargin": (text, text + page.bottom),
    }.get(anchor.vertical, (0.0, text))
    size = anchor.extent[1] if anchor.extent else size
    return anchor.y + _aligned(anchor.y_align, start, end, size)


def _spoken(one: Picture) -> str:
    """What is read aloud for a picture; PDF/UA wants something for each (ISO 14289-1, 7.3)."""
    return escape(one.description or "рисунок")

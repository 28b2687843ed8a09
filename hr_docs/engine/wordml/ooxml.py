"""Names and simple types of Office Open XML (ECMA-376 part 1, §17.18 and §22.9.2)."""

import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP_NS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS_NS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPC_NS = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
WPG_NS = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
PIC_NS = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SVG_NS = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
V_NS = "urn:schemas-microsoft-com:vml"
O_NS = "urn:schemas-microsoft-com:office:office"

EMU_PER_POINT = 12700
TWIPS_PER_POINT = 20

_W = f"{{{W_NS}}}"
_VAL = f"{_W}val"
_NUMBER = re.compile(r"\s*(-?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12}))\d*(mm|cm|in|pt|pc|pi|px|%)?")
_POINTS_PER_UNIT = {
    "mm": 72 / 25.4,
    "cm": 72 / 2.54,
    "in": 72.0,
    "pt": 1.0,
    "pc": 12.0,
    "pi": 12.0,
    "px": 0.75,
}
_FALSE = frozenset({"0", "false", "off", "none"})
_HEX_COLOR = re.compile(r"[0-9A-Fa-f]{6}\Z")
# What Word can be asked to write for a coordinate is far below this; beyond it a file is damaged
# or hostile, and a layout of such a size would never end.
_LARGEST_POINTS = 20_000.0


def w(tag: str) -> str:
    """Clark name of a WordprocessingML element or attribute."""
    return _W + tag


def local_name(element: Element) -> str:
    """Name without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, tag: str) -> Element | None:
    """First WordprocessingML child with this name."""
    if element is None:
        return None
    name = _W + tag
    for one in element:  # a quarter of the time that find() takes for the few children there are
        if one.tag == name:
            return one
    return None


def children(element: Element | None, tag: str) -> list[Element]:
    """Every WordprocessingML child with this name."""
    return [] if element is None else element.findall(_W + tag)


def attribute(element: Element | None, name: str) -> str | None:
    """Attribute in the WordprocessingML namespace."""
    return None if element is None else element.get(_W + name)


def value(element: Element | None, tag: str) -> str | None:
    """`w:val` of a child element; None when either is missing."""
    found = child(element, tag)
    return None if found is None else found.get(_VAL)


def on_off(element: Element | None, tag: str) -> bool | None:
    """A boolean child (CT_OnOff, §17.17.4): None when missing, true when it has no value."""
    found = child(element, tag)
    return None if found is None else found.get(_VAL, "1") not in _FALSE


def is_on(text: str | None) -> bool:
    """A boolean attribute (ST_OnOff, §22.9.2.7); missing means false."""
    return text is not None and text not in _FALSE


def number(text: str | None) -> float | None:
    """The number a text begins with; None when there is none."""
    match = _NUMBER.match(text or "")
    return float(match[1]) if match else None


def integer(text: str | None) -> int | None:
    """As `number`, cut to a whole one."""
    found = number(text)
    return None if found is None else int(found)


def measure(text: str | None, per_point: float = TWIPS_PER_POINT) -> float | None:
    """A length in points: plain numbers count `per_point` to a point, others name their unit.

    ST_TwipsMeasure, ST_SignedTwipsMeasure and ST_HpsMeasure (§22.9.2.14, §17.18.81).
    """
    match = _NUMBER.match(text or "")
    if not match:
        return None
    unit = _POINTS_PER_UNIT.get(match[2] or "")
    points = float(match[1]) * unit if unit else float(match[1]) / per_point
    return max(-_LARGEST_POINTS, min(_LARGEST_POINTS, points))


def points(element: Element | None, name: str) -> float | None:
    """A twips attribute of an element, in points."""
    return None if element is None else measure(element.get(_W + name))


def emu(text: str | None) -> float:
    """English metric units to points (ST_Coordinate, §20.1.10.16); 0 when missing."""
    return measure(text, EMU_PER_POINT) or 0.0


def hex_color(text: str | None) -> str | None:
    """ST_HexColor (§17.18.38) as `#rrggbb`; None for `auto` and for anything else."""
    return f"#{text.lower()}" if text and _HEX_COLOR.match(text) else None


def elements(parent: Element) -> Iterator[Element]:
    """Child elements; `parts.parsed` leaves no comments and no processing instructions."""
    return iter(parent)

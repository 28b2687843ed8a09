"""VML drawings of older Words (ECMA-376 part 4, §19): pictures, text boxes, lines, OLE objects."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from hr_docs.engine.wordml.content import (
    Anchor,
    Inline,
    Picture,
    Shape,
    TextBox,
    Unsupported,
    WordArt,
)
from hr_docs.engine.wordml.ooxml import (
    O_NS,
    R_NS,
    V_NS,
    Element,
    child,
    elements,
    local_name,
    measure,
    number,
)
from hr_docs.engine.wordml.properties import Border, RunProperties
from hr_docs.engine.wordml.reading.groups import Group, Size, room
from hr_docs.engine.wordml.reading.pictures import picture
from hr_docs.engine.wordml.reading.story import Story

_SHAPES = frozenset({"shape", "rect", "roundrect", "oval", "line", "polyline", "arc"})
_USUAL_INSETS = (7.2, 3.6, 7.2, 3.6)
_USUAL_UNITS = (1000.0, 1000.0)  # of a group (part 4, §19.1.2.7)
_SIDES = ("left", "top", "width", "height")
_LINES = frozenset({"#_x0000_t20", "#_x0000_t32"})
_CORNERS = {"oval": 0.5, "roundrect": 0.2}
_TRUE = frozenset({"t", "true", "1"})
_FALSE = frozenset({"f", "false", "0"})
_BOXES = frozenset({"#_x0000_t1", "#_x0000_t2", "#_x0000_t3", "#_x0000_t202"})
_FRACTIONS = 65_536
_ALL_PER_MILLE = 1000.0
_WASHED = 0.2  # opacity that comes nearest to the contrast and brightness of a washed-out picture
_NAMED_COLORS = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "blue": "#0000ff",
    "silver": "#c0c0c0", "gray": "#808080", "maroon": "#800000", "yellow": "#ffff00",
    "olive": "#808000", "lime": "#00ff00", "green": "#008000", "aqua": "#00ffff",
    "teal": "#008080", "navy": "#000080", "fuchsia": "#ff00ff", "purple": "#800080",
}  # fmt: skip
_W10 = "urn:schemas-microsoft-com:office:word"


def read_vml(element: Element, story: Story) -> list[Inline]:
    """What a w:pict or w:object shows."""
    found: list[Inline] = []
    is_object = element.find(f".//{{{O_NS}}}OLEObject") is not None
    for shape in elements(element):
        found.extend(_shapes(shape, story))
    if is_object:
        story.warn("внедрённый объект (OLE)")
        if not found:
            found.append(Unsupported("внедрённый объект", 0.0, 0.0))
    return found


def _shapes(element: Element, story: Story) -> list[Inline]:
    """A shape, or a group of them, that stands in the text by itself."""
    style = _style(element)
    size = _length(style.get("width")), _length(style.get("height"))
    if local_name(element) == "group":
        anchor = _anchor(style, element)
        group = _scaled(Group.outermost(anchor, size), element, (0.0, 0.0), size)
        return [*_members(element, story, group), *room(anchor, size)]
    if not _is_shape(element):
        return []
    anchor, size = _line_place(element, _anchor(style, element), size)
    return [_shape(element, story, size, anchor)]


def _is_shape(element: Element) -> bool:
    return str(element.tag).startswith(f"{{{V_NS}}}") and local_name(element) in _SHAPES


def _scaled(outer: Group, element: Element, corner: Size, size: Size) -> Group:
    origin = _pair(element.get("coordorigin"), (0.0, 0.0))
    return outer.scaled(corner, size, origin, _pair(element.get("coordsize"), _USUAL_UNITS))


def _members(element: Element, story: Story, group: Group) -> Iterator[Inline]:
    """Members of a v:group; their style counts in the group's units."""
    for member in elements(element):
        style = _style(member)
        left, top, width, height = (number(style.get(side)) or 0.0 for side in _SIDES)
        if local_name(member) == "line":
            left, top, width, height = _ends(member, number)
        place, lengths = group.point(left, top), group.lengths(width, height)
        if local_name(member) == "group" and not group.is_too_deep:
            yield from _members(member, story, _scaled(group, member, place, lengths))
        elif _is_shape(member):
            yield _shape(member, story, lengths, group.member(place))


def _pair(text: str | None, default: Size) -> Size:
    """Two numbers with a comma between; one that is left out is zero."""
    if not text:
        return default
    first, _, second = text.partition(",")
    return number(first) or 0.0, number(second) or 0.0


def _ends(line: Element, measured: Callable[[str | None], float | None]) -> tuple[float, ...]:
    """Left, top, width and height of a v:line by its ends (part 4, §19.1.2.12)."""
    begin, end = (line.get(name, "").partition(",") for name in ("from", "to"))
    x1, y1, x2, y2 = (measured(one) or 0.0 for one in (begin[0], begin[2], end[0], end[2]))
    return min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)


def _line_place(element: Element, anchor: Anchor | None, size: Size) -> tuple[Anchor | None, Size]:
    """Place and size; those of a line by itself are its ends."""
    if local_name(element) != "line":
        return anchor, size
    left, top, width, height = _ends(element, _length)
    if anchor is not None:
        anchor = replace(anchor, x=anchor.x + left, y=anchor.y + top)
    return anchor, (width, height)


def _shape(element: Element, story: Story, size: Size, anchor: Anchor | None) -> Inline:
    width, height = size
    image = element.find(f"{{{V_NS}}}imagedata")
    if image is not None:
        return _image(image, story, size, anchor)
    box = element.find(f"{{{V_NS}}}textbox")
    content = child(box, "txbxContent")
    border, fill = _stroke(element), _fill(element)
    corner, rotation = _CORNERS.get(local_name(element), 0.0), _rotation(element)
    if box is not None and content is not None and not story.is_too_deep:
        return TextBox(
            blocks=story.source.read_blocks(content, story.boxed()),
            width=width or None,
            height=height or None,
            anchor=anchor,
            border=border,
            fill=fill,
            insets=_insets(box.get("inset") or ""),
            vertical=_style(element).get("v-text-anchor", "top"),
            grows=_style(box).get("mso-fit-shape-to-text") in _TRUE,
            corner=corner,
            direction=_direction(_style(box)),
            rotation=rotation,
        )
    path = element.find(f"{{{V_NS}}}textpath")
    if path is not None:
        return _word_art(element, path, size, anchor)
    is_line = local_name(element) == "line" or element.get("type", "") in _LINES
    share = _rule_share(element)
    return Shape(width, height, anchor, border, fill, is_line, corner, rotation, share)


def _word_art(element: Element, path: Element, size: Size, anchor: Anchor | None) -> WordArt:
    """v:textpath (part 4, §19.1.2.23): letters drawn to fill the shape, as in watermarks."""
    style = _style(path)
    family = style.get("font-family", "").strip("\"' ") or None
    run = RunProperties(
        font=family,
        ascii_font=family,
        bold=style.get("font-weight") == "bold" or None,
        italic=style.get("font-style") == "italic" or None,
        color=_color(element.get("fillcolor")),
    )
    return WordArt(
        text=(path.get("string") or "").strip(),
        run=run,
        width=size[0],
        height=size[1],
        anchor=anchor,
        rotation=_rotation(element),
        opacity=_opacity(element),
    )


def _rotation(element: Element) -> float:
    """Degrees clockwise; those marked `fd` are counted in 65,536 parts."""
    text = _style(element).get("rotation", "")
    found = number(text) or 0.0
    return (found / _FRACTIONS if text.endswith("fd") else found) % 360


def _opacity(element: Element) -> float:
    """v:fill's opacity (part 4, §19.1.2.5); those marked `f` are counted in 65,536 parts."""
    fill = element.find(f"{{{V_NS}}}fill")
    text = (fill.get("opacity") if fill is not None else None) or ""
    found = number(text)
    if found is None:
        return 1.0
    return min(max(found / _FRACTIONS if text.endswith("f") else found, 0.0), 1.0)


def _rule_share(element: Element) -> float | None:
    """Share of its line that a horizontal rule (o:hr) takes; all of it when it says none."""
    if element.get(f"{{{O_NS}}}hr") not in _TRUE or _length(_style(element).get("width")):
        return None
    return min((number(element.get(f"{{{O_NS}}}hrpct")) or _ALL_PER_MILLE) / _ALL_PER_MILLE, 1.0)


def _direction(style: dict[str, str]) -> str:
    """Where the text of a v:textbox runs (part 4, §19.1.2.22): up, down, or across."""
    if not style.get("layout-flow", "").startswith("vertical"):
        return ""
    return "up" if style.get("mso-layout-flow-alt") == "bottom-to-top" else "down"


def _insets(text: str) -> tuple[float, float, float, float]:
    """Top, right, bottom and left from v:textbox's left, top, right and bottom."""
    given = [one.strip() for one in text.split(",")] + [""] * 4
    left, top, right, bottom = (
        _length(one) if one else default for one, default in zip(given, _USUAL_INSETS, strict=False)
    )
    return top, right, bottom, left


def _image(
    image: Element, story: Story, size: tuple[float, float], anchor: Anchor | None
) -> Inline:
    identifier = image.get(f"{{{R_NS}}}id") or image.get(f"{{{R_NS}}}pict") or ""
    blip = image.makeelement("blip", {f"{{{R_NS}}}embed": identifier})
    title = image.get(f"{{{O_NS}}}title") or ""
    found = picture(story, blip, size=size, anchor=anchor, description=title)
    if isinstance(found, Picture) and image.get("gain") and image.get("blacklevel"):
        return replace(found, opacity=_WASHED)
    return found


def _style(element: Element) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in (element.get("style") or "").split(";"))
    return {name.strip().lower(): text.strip() for name, colon, text in pairs if colon}


def _length(text: str | None) -> float:
    """A CSS length of VML; plain numbers are pixels."""
    if not text:
        return 0.0
    return measure(text, per_point=1 / 0.75) or 0.0


def _anchor(style: dict[str, str], element: Element) -> Anchor | None:
    """Place of a shape taken out of the text; None when it stands in the line."""
    if style.get("position") != "absolute":
        return None
    horizontal = style.get("mso-position-horizontal", "absolute")
    vertical = style.get("mso-position-vertical", "absolute")
    wrap = element.find(f"{{{_W10}}}wrap")
    kind = wrap.get("type", "none") if wrap is not None else "none"
    column = {"text": "column", "char": "character"}
    line = {"text": "paragraph"}
    from_x = style.get("mso-position-horizontal-relative", "text")
    from_y = style.get("mso-position-vertical-relative", "text")
    return Anchor(
        horizontal=column.get(from_x, from_x),
        vertical=line.get(from_y, from_y),
        x=_length(style.get("margin-left")) + _length(style.get("left"))
        if horizontal == "absolute"
        else 0.0,
        y=_length(style.get("margin-top")) + _length(style.get("top"))
        if vertical == "absolute"
        else 0.0,
        x_align=None if horizontal == "absolute" else horizontal,
        y_align=None if vertical == "absolute" else vertical,
        wrap=kind,
        behind=style.get("z-index", "0").startswith("-"),
    )


def _stroke(element: Element) -> Border | None:
    if element.get("stroked") in _FALSE:
        return None
    is_picture_frame = element.get("type", "").endswith("t75")
    width = measure(element.get("strokeweight"), per_point=1.0) or 0.75
    return None if is_picture_frame else Border("single", width, _color(element.get("strokecolor")))


def _fill(element: Element) -> str | None:
    """Colour of a shape: white when it says none (part 4, §19.1.2.19); lines have no inside."""
    fill = element.find(f"{{{V_NS}}}fill")
    is_off = fill is not None and fill.get("on") in _FALSE
    if element.get("filled") in _FALSE or is_off or not _has_inside(element):
        return None
    return _color(element.get("fillcolor")) if element.get("fillcolor") else "#ffffff"


def _has_inside(element: Element) -> bool:
    """Whether a shape is drawn as what it is, so that its fill covers no more than it should."""
    kind = local_name(element)
    is_box = element.get("type", "") in _BOXES or element.find(f"{{{V_NS}}}textbox") is not None
    return kind in {"rect", "roundrect", "oval"} or (kind == "shape" and is_box)


def _color(text: str | None) -> str | None:
    name = (text or "").split(" ", maxsplit=1)[0].lower()
    if name.startswith("#") and len(name) in {4, 7} and name[1:].isalnum():
        return name
    return _NAMED_COLORS.get(name)

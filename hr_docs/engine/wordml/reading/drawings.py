"""Pictures, text boxes and shapes, in DrawingML (ECMA-376 §20) and VML (part 4, §19)."""

from collections.abc import Iterator

from hr_docs.engine.wordml.content import Anchor, Inline, Shape, TextBox, Unsupported
from hr_docs.engine.wordml.ooxml import (
    A_NS,
    MC_NS,
    PIC_NS,
    WP_NS,
    WPC_NS,
    WPG_NS,
    WPS_NS,
    Element,
    elements,
    emu,
    integer,
    is_on,
    local_name,
    w,
)
from hr_docs.engine.wordml.properties import Border
from hr_docs.engine.wordml.reading.groups import Group, Size, room
from hr_docs.engine.wordml.reading.pictures import picture
from hr_docs.engine.wordml.reading.story import Story
from hr_docs.engine.wordml.reading.theme_colors import ThemeColors, color_in
from hr_docs.engine.wordml.reading.vml import read_vml

_WRAPS = ("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom", "wrapNone")
_INSET_SIDES = (("tIns", 45720), ("rIns", 91440), ("bIns", 45720), ("lIns", 91440))
_GRAPHICS = {
    "chart": "диаграмма",
    "diagram": "рисунок SmartArt",
    "lockedCanvas": "полотно",
}
_FALLBACK = f"{{{MC_NS}}}AlternateContent/{{{MC_NS}}}Fallback"
_ROTATION_UNITS = 60_000
_CORNERS = {"ellipse": 0.5, "roundRect": 1 / 6, "flowChartConnector": 0.5}
_AS_DRAWN = frozenset({"", "rect", "line", "flowChartProcess", *_CORNERS})
_DIRECTIONS = {"vert270": "up", "vert": "down", "eaVert": "down"}
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_COLORED = (f"{{{A_NS}}}solidFill", f"{{{A_NS}}}gradFill/{{{A_NS}}}gsLst/{{{A_NS}}}gs")


def read_drawing(element: Element, story: Story) -> list[Inline]:
    """What a w:drawing, w:pict or w:object shows."""
    if local_name(element) != "drawing":
        return read_vml(element, story)
    found: list[Inline] = []
    for holder in elements(element):
        found.extend(_read_holder(holder, story))
    return found


def _read_holder(holder: Element, story: Story) -> list[Inline]:
    extent = holder.find(f"{{{WP_NS}}}extent")
    width, height = (emu(extent.get("cx")), emu(extent.get("cy"))) if extent is not None else (0, 0)
    anchor = _anchor(holder) if local_name(holder) == "anchor" else None
    properties = holder.find(f"{{{WP_NS}}}docPr")
    if properties is not None and is_on(properties.get("hidden")):
        return []
    description = (properties.get("descr") or "") if properties is not None else ""
    data = holder.find(f"{{{A_NS}}}graphic/{{{A_NS}}}graphicData")
    graphic = next(elements(data), None) if data is not None else None
    if graphic is None:
        return []
    return _graphic(graphic, story, _Slot(width, height, anchor, description))


class _Slot:
    """Size and place that a drawing reserves in the text."""

    def __init__(
        self, width: float, height: float, anchor: Anchor | None, description: str
    ) -> None:
        self.width, self.height = max(width, 0.0), max(height, 0.0)
        self.anchor = anchor
        self.description = description


def _graphic(graphic: Element, story: Story, slot: _Slot) -> list[Inline]:
    if graphic.tag == f"{{{PIC_NS}}}pic":
        return [_picture(graphic, story, slot)]
    if graphic.tag == f"{{{WPS_NS}}}wsp":
        return [_shape(graphic, story, slot)]
    if graphic.tag == f"{{{WPG_NS}}}wgp":
        return _group(graphic, story, slot)
    if graphic.tag == f"{{{WPC_NS}}}wpc":
        return _canvas(graphic, story, slot)
    what = _GRAPHICS.get(_kind(graphic), "рисунок неизвестного вида")
    story.warn(what)
    return [Unsupported(what, slot.width, slot.height, slot.anchor)]


def _kind(graphic: Element) -> str:
    namespace = str(graphic.tag).partition("}")[0]
    return next((kind for kind in _GRAPHICS if kind in namespace), local_name(graphic))


def _picture(element: Element, story: Story, slot: _Slot) -> Inline:
    blip = element.find(f"{{{PIC_NS}}}blipFill/{{{A_NS}}}blip")
    crop = element.find(f"{{{PIC_NS}}}blipFill/{{{A_NS}}}srcRect")
    return picture(
        story,
        blip,
        size=(slot.width, slot.height),
        anchor=slot.anchor,
        description=slot.description,
        crop=crop,
        rotation=_rotation(element.find(f"{{{PIC_NS}}}spPr")),
    )


def _shape(element: Element, story: Story, slot: _Slot) -> Inline:
    box = element.find(f"{{{WPS_NS}}}txbx/{w('txbxContent')}")
    properties = element.find(f"{{{WPS_NS}}}spPr")
    colors, rotation = story.source.book.colors, _rotation(properties)
    border, fill = _line(properties, element, colors), _fill(properties, element, colors)
    geometry = properties.find(f"{{{A_NS}}}prstGeom") if properties is not None else None
    preset = _attribute(geometry, "prst")
    corner = _CORNERS.get(preset, 0.0)
    if box is None or story.is_too_deep:
        is_line = preset == "line" or "Connector" in preset
        if not is_line and preset not in _AS_DRAWN:
            story.warn(f"фигура «{preset}» показана прямоугольником")
        return Shape(slot.width, slot.height, slot.anchor, border, fill, is_line, corner, rotation)
    body = element.find(f"{{{WPS_NS}}}bodyPr")
    return TextBox(
        blocks=story.source.read_blocks(box, story.boxed()),
        width=slot.width or None,
        height=slot.height or None,
        anchor=slot.anchor,
        border=border,
        fill=fill,
        insets=_insets(body),
        vertical={"ctr": "middle", "b": "bottom"}.get(_attribute(body, "anchor"), "top"),
        grows=body is not None and body.find(f"{{{A_NS}}}spAutoFit") is not None,
        corner=corner,
        direction=_DIRECTIONS.get(_attribute(body, "vert"), ""),
        rotation=rotation,
    )


def _rotation(properties: Element | None) -> float:
    """Degrees clockwise (a:xfrm, §20.1.7.6)."""
    transform = properties.find(f"{{{A_NS}}}xfrm") if properties is not None else None
    turn = integer(transform.get("rot")) if transform is not None else None
    return (turn or 0) / _ROTATION_UNITS


def _group(element: Element, story: Story, slot: _Slot) -> list[Inline]:
    """A group in the text: its members, and the room it takes."""
    size = slot.width, slot.height
    group = _scaled(Group.outermost(slot.anchor, size), element, (0.0, 0.0), size)
    return [*_members(element, story, group), *room(slot.anchor, size)]


def _canvas(element: Element, story: Story, slot: _Slot) -> list[Inline]:
    """A drawing canvas, whose members count in its own lengths."""
    size = slot.width, slot.height
    group = Group.outermost(slot.anchor, size).scaled((0.0, 0.0), size, (0.0, 0.0), size)
    return [*_members(element, story, group), *room(slot.anchor, size)]


def _scaled(outer: Group, element: Element, corner: Size, size: Size) -> Group:
    transform = element.find(f"{{{WPG_NS}}}grpSpPr/{{{A_NS}}}xfrm")
    return outer.scaled(corner, size, *_rectangle(transform, "chOff", "chExt"))


def _members(element: Element, story: Story, group: Group) -> Iterator[Inline]:
    """Members of a group, each at its place within the outermost."""
    for member in elements(element):
        own = member.find(f"*/{{{A_NS}}}xfrm")
        if local_name(member) not in {"wsp", "pic", "grpSp"} or own is None:
            continue
        offset, extent = _rectangle(own, "off", "ext")
        place, lengths = group.point(*offset), group.lengths(*extent)
        if local_name(member) != "grpSp":
            yield from _graphic(member, story, _Slot(*lengths, group.member(place), ""))
        elif not group.is_too_deep:
            yield from _members(member, story, _scaled(group, member, place, lengths))


def _rectangle(transform: Element | None, corner: str, size: str) -> tuple[Size, Size]:
    """Two corners of an a:xfrm (§20.1.7.6); zeros where it is missing."""
    if transform is None:
        return (0.0, 0.0), (0.0, 0.0)
    offset, extent = transform.find(f"{{{A_NS}}}{corner}"), transform.find(f"{{{A_NS}}}{size}")
    return (
        (emu(_get(offset, "x")), emu(_get(offset, "y"))),
        (emu(_get(extent, "cx")), emu(_get(extent, "cy"))),
    )


def _get(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(name)


def _attribute(element: Element | None, name: str) -> str:
    return _get(element, name) or ""


def _insets(body: Element | None) -> tuple[float, float, float, float]:
    top, right, bottom, left = (
        emu(_get(body, name) or str(default)) for name, default in _INSET_SIDES
    )
    return top, right, bottom, left


def _line(properties: Element | None, shape: Element, colors: ThemeColors) -> Border | None:
    """Outline (a:ln, §20.1.2.2.24); a shape with a style reference has one by default."""
    line = properties.find(f"{{{A_NS}}}ln") if properties is not None else None
    reference = _reference(shape, "lnRef")
    by_style = color_in(reference, colors) if reference is not None else None
    if line is None:
        return Border("single", 1.0, by_style) if reference is not None else None
    if line.find(f"{{{A_NS}}}noFill") is not None:
        return None
    width = emu(line.get("w")) or 0.75
    return Border("single", width, _solid(line, colors) or by_style)


def _fill(properties: Element | None, shape: Element, colors: ThemeColors) -> str | None:
    """Colour inside; what the shape's style says (§20.1.4.1.13) where it says nothing itself."""
    filled = properties is not None and any(
        properties.find(f"{{{A_NS}}}{kind}") is not None for kind in _FILLS
    )
    if properties is not None and filled:
        return _solid(properties, colors)
    reference = _reference(shape, "fillRef")
    return color_in(reference, colors) if reference is not None else None


def _reference(shape: Element, name: str) -> Element | None:
    """Part of a shape's style (wps:style); index 0 refers to nothing (§20.1.4.2.19)."""
    found = shape.find(f"{{{WPS_NS}}}style/{{{A_NS}}}{name}")
    return None if found is None or found.get("idx") == "0" else found


def _solid(element: Element, colors: ThemeColors) -> str | None:
    """One colour; the first of a gradient."""
    for path in _COLORED:
        found = element.find(path)
        if found is not None:
            return color_in(found, colors)
    return None


def _anchor(holder: Element) -> Anchor:
    horizontal, x, x_align = _position(_placing(holder, "positionH"), "column")
    vertical, y, y_align = _position(_placing(holder, "positionV"), "paragraph")
    wrap = next((one for one in _WRAPS if holder.find(f"{{{WP_NS}}}{one}") is not None), "wrapNone")
    kind = wrap.removeprefix("wrap")
    return Anchor(
        horizontal=horizontal,
        vertical=vertical,
        x=x,
        y=y,
        x_align=x_align,
        y_align=y_align,
        wrap=kind[0].lower() + kind[1:],
        behind=is_on(holder.get("behindDoc")),
        distances=(
            emu(holder.get("distT")), emu(holder.get("distR")),
            emu(holder.get("distB")), emu(holder.get("distL")),
        ),
    )  # fmt: skip


def _placing(holder: Element, name: str) -> Element | None:
    """wp:positionH or wp:positionV; what Word 2010 counts in percent has a fallback in lengths."""
    tag = f"{{{WP_NS}}}{name}"
    found = holder.find(tag)
    return holder.find(f"{_FALLBACK}/{tag}") if found is None else found


def _position(element: Element | None, default: str) -> tuple[str, float, str | None]:
    if element is None:
        return default, 0.0, None
    align, offset = element.find(f"{{{WP_NS}}}align"), element.find(f"{{{WP_NS}}}posOffset")
    return (
        element.get("relativeFrom") or default,
        emu(offset.text) if offset is not None else 0.0,
        (align.text or "").strip() or None if align is not None else None,
    )

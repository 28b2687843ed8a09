"""VML drawings of older Words (ECMA-376 part 4, §19): pictures, text boxes, lines, OLE objects."""

from hr_docs.engine.wordml.content import Anchor, Inline, Shape, TextBox, Unsupported
from hr_docs.engine.wordml.ooxml import (
    O_NS,
    R_NS,
    V_NS,
    Element,
    elements,
    local_name,
    measure,
    w,
)
from hr_docs.engine.wordml.properties import Border
from hr_docs.engine.wordml.reading.pictures import picture
from hr_docs.engine.wordml.reading.story import Story

_SHAPES = frozenset({"shape", "rect", "roundrect", "oval", "line", "polyline", "arc"})
_INSETS = (3.6, 7.2, 3.6, 7.2)
_NAMED_COLORS = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "blue": "#0000ff"}
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


def _shapes(element: Element, story: Story, depth: int = 0) -> list[Inline]:
    if local_name(element) == "group" and depth < 5:
        return [one for part in elements(element) for one in _shapes(part, story, depth + 1)]
    if not str(element.tag).startswith(f"{{{V_NS}}}") or local_name(element) not in _SHAPES:
        return []
    return [_shape(element, story)]


def _shape(element: Element, story: Story) -> Inline:
    style = _style(element)
    width, height = _length(style.get("width")), _length(style.get("height"))
    anchor = _anchor(style, element)
    image = element.find(f"{{{V_NS}}}imagedata")
    if image is not None:
        return _image(image, story, (width, height), anchor)
    box = element.find(f"{{{V_NS}}}textbox/{w('txbxContent')}")
    border, fill = _stroke(element), _fill(element)
    if box is not None and not story.is_too_deep:
        return TextBox(
            blocks=story.source.read_blocks(box, story.inner()),
            width=width or None,
            height=height or None,
            anchor=anchor,
            border=border,
            fill=fill,
            insets=_INSETS,
        )
    path = element.find(f"{{{V_NS}}}textpath")
    if path is not None:
        text = (path.get("string") or "").strip()
        story.warn(f"надпись WordArt «{text}»")
        return Unsupported(text, width, height, anchor)
    return Shape(width, height, anchor, border, fill, local_name(element) == "line")


def _image(
    image: Element, story: Story, size: tuple[float, float], anchor: Anchor | None
) -> Inline:
    identifier = image.get(f"{{{R_NS}}}id") or image.get(f"{{{R_NS}}}pict") or ""
    blip = image.makeelement("blip", {f"{{{R_NS}}}embed": identifier})
    title = image.get(f"{{{O_NS}}}title") or ""
    return picture(story, blip, size=size, anchor=anchor, description=title)


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
        x=_length(style.get("margin-left")) + _length(style.get("left")),
        y=_length(style.get("margin-top")) + _length(style.get("top")),
        x_align=None if horizontal == "absolute" else horizontal,
        y_align=None if vertical == "absolute" else vertical,
        wrap=kind,
        behind=style.get("z-index", "0").startswith("-"),
    )


def _stroke(element: Element) -> Border | None:
    if element.get("stroked") in {"f", "false", "0"}:
        return None
    is_picture_frame = element.get("type", "").endswith("t75")
    width = measure(element.get("strokeweight"), per_point=1.0) or 0.75
    return None if is_picture_frame else Border("single", width, _color(element.get("strokecolor")))


def _fill(element: Element) -> str | None:
    if element.get("filled") in {"f", "false", "0"}:
        return None
    return _color(element.get("fillcolor"))


def _color(text: str | None) -> str | None:
    name = (text or "").split(" ", maxsplit=1)[0].lower()
    if name.startswith("#") and len(name) in {4, 7} and name[1:].isalnum():
        return name
    return _NAMED_COLORS.get(name)

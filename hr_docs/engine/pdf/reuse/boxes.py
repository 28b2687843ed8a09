"""What a style alone decides about a box, worked out once for the style.

Most boxes have no background, no round corner, no border and no percentage in their lengths, and
WeasyPrint finds that out for each of them, several times. A style keeps what was found.
"""

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import background, percent

_resolve = percent.resolve_percentages
_lay_out_background = background.layout_box_backgrounds

_SIDES = ("top", "right", "bottom", "left")
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    "width", "height", "min_width", "max_width", "min_height", "max_height",
)  # fmt: skip
_LEAST = frozenset({"min_width", "min_height"})
# What layout_box_backgrounds finds for a box that shows nothing of its own.
BARE: dict[str, Any] = {**dict.fromkeys(_CORNERS, (0, 0)), "background": None}


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Set the lengths of a box; those of most styles depend on nothing around it."""
    style = box.style
    own = style.__dict__
    if "used_lengths" not in own:
        own["used_lengths"] = _used_lengths(style)
    used = own["used_lengths"]
    if used is None:
        _resolve(box, containing_block)
        return
    box.__dict__.update(used)
    if style["border_collapse"] != "collapse":
        return
    for name in _BORDERS:  # those of cells may be settled between neighbours already
        if name not in box.__dict__:
            setattr(box, name, style[name])


def _used_lengths(style: Any) -> dict[str, Any] | None:
    """Lengths of any box of a style; None when they depend on the box around it."""
    if style["box_sizing"] != "content-box":
        return None
    used = {}
    for name in _LENGTHS:
        value = style[name]
        if value == "auto":
            used[name] = 0 if name in _LEAST else "auto"
        elif getattr(value, "unit", None) == "px":
            used[name] = value.value
        else:
            return None
    if style["border_collapse"] != "collapse":
        used |= {name: style[name] for name in _BORDERS}
    return used


def layout_box_backgrounds(
    page: Any, box: Any, get_image: Any, layout_children: bool = True, style: Any = None
) -> None:
    """Place the backgrounds of a box and of those in it."""
    if style is not None or box is page or not is_bare(box.style):
        _lay_out_background(page, box, get_image, layout_children, style)
        return
    own = box.__dict__
    own.get("_box", box).__dict__.update(BARE)  # a placeholder stands for a box placed by its page
    if layout_children and not isinstance(box, QuietLine):
        for child in box.all_children():
            layout_box_backgrounds(page, child, get_image)


def is_bare(style: Any) -> bool:
    """Whether boxes of a style have square corners and no background, shadow or border image."""
    own = style.__dict__
    if "is_bare" not in own:
        own["is_bare"] = _is_bare(style)
    return bool(own["is_bare"])


def _is_bare(style: Any) -> bool:
    color = style["background_color"]
    color = style["color"] if color == "currentcolor" else color
    return (
        all((0, "px") in style[corner] for corner in _CORNERS)
        and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and style["visibility"] != "hidden"
        and color.alpha == 0
        and all(kind == "none" for kind, _ in style["background_image"])
        and not style["box_shadow"]
    )


class QuietLine(boxes.LineBox):  # type: ignore[misc]  # WeasyPrint is untyped
    """A line with nothing in it but letters: no link, anchor, bookmark, border or background."""

    def descendants(self, placeholders: bool = False) -> Any:  # noqa: ARG002 - its signature
        """The line; nobody who walks through a page looks for anything in it."""
        yield self


def is_quiet(box: Any) -> bool:
    """Whether a box of text shows its letters and nothing else, and nothing points to it."""
    style = box.style
    own = style.__dict__
    if "is_quiet" not in own:
        own["is_quiet"] = _is_quiet(style)
    return own["is_quiet"] and not (
        box.link or box.missing_link or box.bookmark_label or box.string_set
    )


def _is_quiet(style: Any) -> bool:
    return (
        is_bare(style)
        and not any(style[name] for name in _BORDERS)
        and not (style["anchor"] or style["transform"] or style["outline_width"])
        and style["position"] == "static"
        and style["overflow"] == "visible"
        and style["opacity"] == 1
    )

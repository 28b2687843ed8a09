"""Colours of a theme (ECMA-376 §20.1.6.2), and what drawings make of them (§20.1.2.3)."""

import colorsys
from collections.abc import Mapping

from hr_docs.engine.wordml.ooxml import A_NS, Element, elements, hex_color, local_name, number

ThemeColors = Mapping[str, str]
_FALLBACK = {"dk1": "#000000", "lt1": "#ffffff"}
# What a document's colour map (w:clrSchemeMapping, §17.15.1.20) says in all but a few files.
_MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_WHOLE = 100_000.0


def theme_colors(theme: Element | None) -> ThemeColors:
    """Colours of a theme by their names."""
    scheme = theme.find(f".//{{{A_NS}}}clrScheme") if theme is not None else None
    found = dict(_FALLBACK)
    for entry in elements(scheme) if scheme is not None else ():
        color = next(elements(entry), None)
        value = hex_color(color.get("lastClr") or color.get("val")) if color is not None else None
        if value:
            found[local_name(entry)] = value
    return found


def color_in(holder: Element, theme: ThemeColors) -> str | None:
    """The colour that an element such as a:solidFill holds; None when it is of another kind."""
    rgb, scheme = holder.find(f"{{{A_NS}}}srgbClr"), holder.find(f"{{{A_NS}}}schemeClr")
    if rgb is not None:
        return _changed(hex_color(rgb.get("val")), rgb)
    if scheme is None:
        return None
    name = scheme.get("val", "")
    return _changed(theme.get(_MAPPED.get(name, name)), scheme)


def _changed(color: str | None, element: Element) -> str | None:
    """Lighter or darker, by a:lumMod and a:lumOff (§20.1.2.3.20, §20.1.2.3.21)."""
    factor, offset = (_share(element, name) for name in ("lumMod", "lumOff"))
    if color is None or (factor is None and offset is None):
        return color
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(1.0, light * (1.0 if factor is None else factor) + (offset or 0.0))
    return "#" + "".join(
        f"{round(one * 255):02x}" for one in colorsys.hls_to_rgb(hue, light, saturation)
    )


def _share(element: Element, name: str) -> float | None:
    found = element.find(f"{{{A_NS}}}{name}")
    share = number(found.get("val")) if found is not None else None
    return None if share is None else share / _WHOLE

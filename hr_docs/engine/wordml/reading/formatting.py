"""w:rPr and w:pPr → RunProperties and ParagraphProperties."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree

from hr_docs.engine.wordml.ooxml import (
    A_NS,
    TWIPS_PER_POINT,
    Element,
    attribute,
    child,
    elements,
    hex_color,
    integer,
    is_on,
    local_name,
    measure,
    number,
    on_off,
    points,
    value,
)
from hr_docs.engine.wordml.properties import (
    EMPTY_PARAGRAPH,
    EMPTY_RUN,
    Border,
    Frame,
    ParagraphProperties,
    RunProperties,
    TabStop,
)

_EIGHTHS_PER_POINT = 8
_AUTO_SPACING = 14.0  # what Word uses for beforeAutospacing and afterAutospacing (§17.3.1.33)
_LEVELS = 9
SMALLEST_IN_WORD = 1.0
LARGEST_IN_WORD = 1638.0  # points; what asks for more is ignored, as a damaged file's
LARGEST_FONT = 200.0  # larger letters hardly leave room for two of them in a line
_LARGEST_LINE = 31_680.0  # twips, 22 inches: the largest that Word takes
_NARROWEST, _WIDEST = 0.33, 6.0
_HALF_POINTS = 2
_UNSHOWN = {
    "outline": "буквы показаны без контура",
    "shadow": "буквы показаны без тени",
    "emboss": "буквы показаны без рельефа",
    "imprint": "буквы показаны без гравировки",
}

Parsed = TypeVar("Parsed")


@dataclass(slots=True)
class Formatting:
    """Reads property elements, each distinct one once.

    `major` and `minor` are the families of the theme's headings and body (§20.1.4.1.18).
    """

    major: str | None = None
    minor: str | None = None
    _runs: dict[bytes, RunProperties] = field(default_factory=dict)
    _paragraphs: dict[bytes, ParagraphProperties] = field(default_factory=dict)

    @classmethod
    def of_theme(cls, theme: Element | None) -> "Formatting":
        """Formatting with the theme's Latin families; None when the document has no theme."""
        return cls(_theme_family(theme, "major"), _theme_family(theme, "minor"))

    def run(self, element: Element | None) -> RunProperties:
        """Properties set by one w:rPr; None is an absent element."""
        if element is None or not len(element):
            return EMPTY_RUN
        return _once(self._runs, element, self._read_run)

    def paragraph(self, element: Element | None) -> ParagraphProperties:
        """Properties set by one w:pPr; None is an absent element."""
        if element is None or not len(element):
            return EMPTY_PARAGRAPH
        return _once(self._paragraphs, element, _read_paragraph)

    def _read_run(self, element: Element) -> RunProperties:
        fonts = child(element, "rFonts")
        underline, language = child(element, "u"), child(element, "lang")
        border = child(element, "bdr")
        return RunProperties(
            font=self._family(fonts, "hAnsi") or self._family(fonts, "ascii"),
            ascii_font=self._family(fonts, "ascii") or self._family(fonts, "hAnsi"),
            size=_font_size(measure(value(element, "sz"), _HALF_POINTS)),
            bold=on_off(element, "b"),
            italic=on_off(element, "i"),
            caps=on_off(element, "caps"),
            small_caps=on_off(element, "smallCaps"),
            strike=on_off(element, "strike"),
            double_strike=on_off(element, "dstrike"),
            hidden=on_off(element, "vanish"),
            underline=None if underline is None else attribute(underline, "val") or "none",
            underline_color=hex_color(attribute(underline, "color")),
            color=_color(element),
            highlight=value(element, "highlight"),
            shading=shading(element),
            vertical=value(element, "vertAlign"),
            spacing=measure(value(element, "spacing")),
            raised=measure(value(element, "position"), _HALF_POINTS),
            border=None if border is None else read_border(border),
            language=attribute(language, "val"),
            scale=_scale(value(element, "w")),
            fit=measure(value(element, "fitText")),
            unshown=_unshown(element),
        )

    def _family(self, fonts: Element | None, script: str) -> str | None:
        theme = attribute(fonts, f"{script}Theme")
        if theme:
            family = self.major if theme.startswith("major") else self.minor
            if family:
                return family
        return attribute(fonts, script)


def _unshown(element: Element) -> tuple[str, ...] | None:
    """Looks of letters that CSS has no words for (§17.3.2.12, 13, 18, 23, 31); None for not set."""
    emphasis = value(element, "em")
    states = {what: on_off(element, tag) for tag, what in _UNSHOWN.items()}
    if emphasis is None and not any(state is not None for state in states.values()):
        return None
    marks = () if emphasis in {None, "none"} else ("знаки ударения над буквами не показаны",)
    return (*marks, *(what for what, state in states.items() if state))


def _theme_family(theme: Element | None, name: str) -> str | None:
    path = f".//{{{A_NS}}}{name}Font/{{{A_NS}}}latin"
    latin = theme.find(path) if theme is not None else None
    return latin.get("typeface") or None if latin is not None else None


def read_border(element: Element) -> Border:
    """CT_Border: the width is in eighths of a point, the space in points."""
    width = (number(attribute(element, "sz")) or 4) / _EIGHTHS_PER_POINT
    space = number(attribute(element, "space")) or 0.0
    style = attribute(element, "val") or "none"
    color = hex_color(attribute(element, "color"))
    return Border(style, max(0.25, min(width, 12.0)), color, min(max(space, 0.0), 31.0))


def shading(element: Element) -> str | None:
    """Fill of w:shd (§17.3.5): `#rrggbb`, `none` when it is cleared, None when not set."""
    found = child(element, "shd")
    if found is None:
        return None
    pattern, fill = attribute(found, "val"), hex_color(attribute(found, "fill"))
    color = hex_color(attribute(found, "color")) or "#000000"
    if pattern == "solid":
        return color
    if pattern is not None and pattern.startswith("pct"):
        return _mixed(color, fill or "#ffffff", (number(pattern[3:]) or 0.0) / 100)
    return fill or "none"


def _mixed(color: str, ground: str, share: float) -> str:
    """What dots of a colour make of the ground that they cover a share of (§17.18.78)."""
    pairs = ((int(color[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{int(one * share + other * (1 - share)):02x}" for one, other in pairs)


def _once(
    known: dict[bytes, Parsed], element: Element, read: Callable[[Element], Parsed]
) -> Parsed:
    key = etree.tostring(element, with_tail=False)
    found = known.get(key)
    if found is None:
        found = known[key] = read(element)
    return found


def _font_size(points_: float | None) -> float | None:
    """None for sizes that Word itself does not take."""
    if points_ is None or not 0 < points_ <= LARGEST_IN_WORD:
        return None
    return max(SMALLEST_IN_WORD, min(points_, LARGEST_FONT))


def _scale(percent: str | None) -> float | None:
    """w:w (§17.3.2.43)."""
    found = number(percent)
    return None if found is None else max(_NARROWEST, min(found / 100, _WIDEST))


def _line(spacing: Element | None) -> float | None:
    """Twips, or 240ths of a line (§17.3.1.33); a strict file names the unit."""
    found = measure(attribute(spacing, "line"))
    return None if found is None else min(found * TWIPS_PER_POINT, _LARGEST_LINE)


def _color(element: Element) -> str | None:
    """`auto` is kept: it takes a style's colour back (§17.3.2.6)."""
    text = value(element, "color")
    return None if text is None else hex_color(text) or "auto"


def _read_paragraph(element: Element) -> ParagraphProperties:
    spacing, borders = child(element, "spacing"), child(element, "pBdr")
    numbering, outline = child(element, "numPr"), integer(value(element, "outlineLvl"))
    left, right, first = _indents(child(element, "ind"))
    return ParagraphProperties(
        style=value(element, "pStyle"),
        left=left,
        right=right,
        first=first,
        before=_space(spacing, "before"),
        after=_space(spacing, "after"),
        line=_line(spacing),
        line_rule=_line_rule(spacing),
        alignment=value(element, "jc"),
        keep_next=on_off(element, "keepNext"),
        keep_lines=on_off(element, "keepLines"),
        page_break_before=on_off(element, "pageBreakBefore"),
        widow_control=on_off(element, "widowControl"),
        contextual_spacing=on_off(element, "contextualSpacing"),
        tabs=_tab_stops(child(element, "tabs")),
        number=value(numbering, "numId") if numbering is not None else None,
        level=_level(numbering),
        top=_border(borders, "top"),
        right_border=_border(borders, "right") or _border(borders, "end"),
        bottom=_border(borders, "bottom"),
        left_border=_border(borders, "left") or _border(borders, "start"),
        between=_border(borders, "between"),
        shading=shading(element),
        outline=outline,
        frame=_frame(child(element, "framePr")),
        right_to_left=on_off(element, "bidi"),
        no_hyphens=on_off(element, "suppressAutoHyphens"),
    )


def _indents(indent: Element | None) -> tuple[float | None, float | None, float | None]:
    if indent is None:
        return None, None, None
    left = points(indent, "start") if attribute(indent, "start") else points(indent, "left")
    right = points(indent, "end") if attribute(indent, "end") else points(indent, "right")
    hanging, first = points(indent, "hanging"), points(indent, "firstLine")
    return left, right, -hanging if hanging is not None else first


def _space(spacing: Element | None, side: str) -> float | None:
    automatic = attribute(spacing, f"{side}Autospacing")
    if is_on(automatic):
        return _AUTO_SPACING
    found = points(spacing, side)
    return None if found is None else max(0.0, found)


def _line_rule(spacing: Element | None) -> str | None:
    if attribute(spacing, "line") is None:
        return None
    return attribute(spacing, "lineRule") or "auto"


def _level(numbering: Element | None) -> int | None:
    level = integer(value(numbering, "ilvl")) if numbering is not None else None
    return None if level is None else max(0, min(level, _LEVELS - 1))


def _tab_stops(tabs: Element | None) -> tuple[TabStop, ...] | None:
    if tabs is None:
        return None
    return tuple(
        TabStop(
            points(tab, "pos") or 0.0,
            attribute(tab, "val") or "left",
            attribute(tab, "leader") or "none",
        )
        for tab in elements(tabs)
        if local_name(tab) == "tab"
    )


def _border(borders: Element | None, side: str) -> Border | None:
    found = child(borders, side)
    return None if found is None else read_border(found)


def _frame(element: Element | None) -> Frame | None:
    if element is None:
        return None
    drop_cap = attribute(element, "dropCap")
    return Frame(
        width=points(element, "w"),
        height=points(element, "h"),
        height_rule=attribute(element, "hRule") or "auto",
        x=points(element, "x"),
        y=points(element, "y"),
        x_align=attribute(element, "xAlign"),
        y_align=attribute(element, "yAlign"),
        horizontal_anchor=attribute(element, "hAnchor") or "text",
        vertical_anchor=attribute(element, "vAnchor") or "text",
        wrap=attribute(element, "wrap") or "around",
        drop_cap=None if drop_cap == "none" else drop_cap,
        gaps=(points(element, "hSpace") or 0.0, points(element, "vSpace") or 0.0),
    )

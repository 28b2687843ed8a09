"""Runs of text as HTML: only what differs from the paragraph's own font is written."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from itertools import groupby

from hr_docs.engine.wordml import fonts
from hr_docs.engine.wordml.measuring import (
    SMALL_CAPS_SCALE,
    FontTable,
    font_size,
    line_height,
    scripts,
    squeezed,
)
from hr_docs.engine.wordml.properties import Border, RunProperties
from hr_docs.engine.wordml.symbols import PLAINER
from hr_docs.engine.wordml.writing.stylesheet import StyleSheet

NBSP = "\u00a0"
_LONG_WORD = 20
_SPACES = re.compile(" {2,}")
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u200f"
_DECORATIONS = {
    "double": "double", "dotted": "dotted", "dottedHeavy": "dotted", "dash": "dashed",
    "dashedHeavy": "dashed", "dashLong": "dashed", "dashLongHeavy": "dashed",
    "dotDash": "dashed", "dashDotHeavy": "dashed", "dotDotDash": "dotted",
    "dashDotDotHeavy": "dotted", "wave": "wavy", "wavyHeavy": "wavy", "wavyDouble": "wavy",
}  # fmt: skip
_HEAVY = frozenset({"thick", "dottedHeavy", "dashedHeavy", "dashLongHeavy", "wavyHeavy"})
_HIGHLIGHTS = {
    "black": "#000", "blue": "#00f", "cyan": "#0ff", "darkBlue": "#000080",
    "darkCyan": "#008080", "darkGray": "#808080", "darkGreen": "#008000",
    "darkMagenta": "#800080", "darkRed": "#800000", "darkYellow": "#808000", "green": "#0f0",
    "lightGray": "#c0c0c0", "magenta": "#f0f", "red": "#f00", "white": "#fff", "yellow": "#ff0",
}  # fmt: skip
_BORDER_STYLES = {
    "double": "double", "triple": "double", "dotted": "dotted", "dashed": "dashed",
    "dashSmallGap": "dashed", "dotDash": "dashed", "dotDotDash": "dotted", "inset": "inset",
    "outset": "outset", "threeDEmboss": "ridge", "threeDEngrave": "groove",
}  # fmt: skip
_THINNEST_DOUBLE = 1.5


def css_family(family: fonts.Family) -> str:
    """Value of font-family: the family and those tried for letters it lacks."""
    return ",".join(one.css_name for one in (family, *fonts.fallbacks(family)))


def css_border(border: Border) -> str:
    """Value of a border property."""
    style = "double" if _is_compound(border) else _BORDER_STYLES.get(border.style, "solid")
    return f"{css_width(border):g}pt {style} {border.color or '#000'}"


def css_width(border: Border) -> float:
    """Width of a border as drawn: Word says how wide one line of a double one is."""
    if _is_compound(border):  # its width is that of its thick line
        return max(border.width * 1.5, _THINNEST_DOUBLE)
    if _BORDER_STYLES.get(border.style) != "double":
        return border.width
    return max(border.width * 3, _THINNEST_DOUBLE)


def _is_compound(border: Border) -> bool:
    """Whether a border is of thin and thick lines, for which CSS has but two equal ones."""
    return border.style.startswith(("thinThick", "thickThin"))


@dataclass(frozen=True, eq=False, slots=True)
class Base:
    """The paragraph's own text style, which its runs are compared with; equal only to itself."""

    family: fonts.Family
    size: float
    bold: bool
    italic: bool
    line_rule: str | None
    line: float | None

    @classmethod
    def of(
        cls, run: RunProperties, table: FontTable, *, line_rule: str | None, line: float | None
    ) -> "Base":
        """Style of this run, under the paragraph's line spacing."""
        family = table.family(run.font)
        return cls(family, run.size or 10.0, bool(run.bold), bool(run.italic), line_rule, line)

    @property
    def height(self) -> float:
        """Of a line of this text, in points."""
        return line_height(self.line_rule, self.line, self.size, self.family)

    def declarations(self) -> str:
        """The font shorthand, line height included."""
        height = self.height
        relative = self.line_rule in {None, "auto"}
        written = f"{height / self.size:.4f}" if relative else f"{height:g}pt"
        slope, weight = "italic " if self.italic else "", "bold " if self.bold else ""
        return f"font:{slope}{weight}{self.size:g}pt/{written} {css_family(self.family)}"


class TextWriter:
    """Writes letters; remembers which faces they need.

    `uncovered` are letters that no face has, `lent` families whose alphabet another one lends.
    """

    def __init__(self, sheet: StyleSheet, table: FontTable) -> None:
        self.faces: set[tuple[fonts.Family, bool, bool]] = set()
        self.uncovered: set[str] = set()
        self.lent: set[fonts.Family] = set()
        self._sheet, self._table = sheet, table
        self._classes: dict[tuple[RunProperties, fonts.Family, Base], str] = {}

    def write(self, text: str, run: RunProperties, base: Base) -> str:
        """Text as HTML; a span only where the run differs from `base`."""
        if run.scale not in {None, 1.0}:
            return self.write(text, squeezed(text, run, self._table), base)
        if run.small_caps and not run.caps:
            return self._small_caps(text, run, base)
        if run.underline == "words":
            return self._underlined_words(text, run, base)
        written = []
        for stretch, family in scripts(text, run, self._table):
            name = self.class_of(run, family, base)
            shown, has_long_word = _escaped(self._with_glyphs(stretch, family))
            if has_long_word:
                name = f"{name} long".strip()
            written.append(f'<span class="{name}">{shown}</span>' if name else shown)
        return "".join(written)

    def class_of(self, run: RunProperties, family: fonts.Family, base: Base) -> str:
        """Class that turns the paragraph's own text style into the run's; empty for none."""
        key = (run, family, base)
        if key not in self._classes:
            self.faces.add((family, bool(run.bold), bool(run.italic)))
            self._classes[key] = self._sheet.class_of(run_declarations(run, family, base))
        return self._classes[key]

    def _small_caps(self, text: str, run: RunProperties, base: Base) -> str:
        """Small capitals, which the fonts lack, as capitals of a smaller size (§17.3.2.33)."""
        size = (run.size or base.size) * SMALL_CAPS_SCALE
        capitals = replace(run, small_caps=None, caps=True)
        small = replace(capitals, size=size)
        return "".join(
            self.write(stretch, small if is_lower else capitals, base)
            for is_lower, letters in groupby(text, key=str.islower)
            for stretch in ("".join(letters),)
        )

    def _underlined_words(self, text: str, run: RunProperties, base: Base) -> str:
        """A line under the words and not under the spaces between them (§17.18.99)."""
        word, space = replace(run, underline="single"), replace(run, underline="none")
        return "".join(
            self.write("".join(letters), space if is_space else word, base)
            for is_space, letters in groupby(text, key=str.isspace)
        )

    def _with_glyphs(self, text: str, family: fonts.Family) -> str:
        """Letters that no face has become the nearest that one has."""
        if text.isascii():
            return text
        foreign = _foreign(text, family)
        if any(letter.isalpha() for letter in foreign):
            self.lent.add(family)
        missing = foreign - _covered(family)
        if not missing:
            return text
        self.uncovered |= missing - PLAINER.keys()
        return "".join(PLAINER.get(one, one) if one in missing else one for one in text)


@lru_cache(maxsize=4096)
def _escaped(text: str) -> tuple[str, bool]:
    """A text as HTML, and whether a word in it may be wider than its line."""
    is_long = max(map(len, text.split()), default=0) >= _LONG_WORD
    return escape(text, quote=False), is_long


@lru_cache(maxsize=4096)
def _foreign(text: str, family: fonts.Family) -> frozenset[str]:
    """Letters of a text that a family has no glyphs for; documents have most texts in common."""
    return frozenset(text) - _own(family)


@lru_cache(maxsize=32)
def _own(family: fonts.Family) -> frozenset[str]:
    """Letters that a family has glyphs for itself, and invisible ones."""
    return frozenset(_INVISIBLE).union(fonts.face(family, bold=False, italic=False).advances)


@lru_cache(maxsize=32)
def _covered(family: fonts.Family) -> frozenset[str]:
    """Letters that a family, or one of those tried after it, has glyphs for."""
    return _own(family).union(*(_own(one) for one in fonts.fallbacks(family)))


def run_declarations(run: RunProperties, family: fonts.Family, base: Base) -> str:
    """CSS of a run within a paragraph of style `base`."""
    found = [*_font(run, family, base), *_decorations(run), *_position(run, base)]
    if run.color and run.color not in {"auto", "#000000"}:
        found.append(f"color:{run.color}")
    if run.caps:
        found.append("text-transform:uppercase")
    if run.spacing:
        found.append(f"letter-spacing:{run.spacing:g}pt")
    background = _HIGHLIGHTS.get(run.highlight or "") or run.shading
    if background and background != "none":
        found.append(f"background:{background}")
    if run.border is not None and run.border.is_drawn:
        found.append(f"border:{css_border(run.border)}")
    return ";".join(found)


def _font(run: RunProperties, family: fonts.Family, base: Base) -> list[str]:
    found = []
    size = run.size or base.size
    if family is not base.family:
        found.append(f"font-family:{css_family(family)}")
        if base.line_rule in {None, "auto"} and not run.vertical:
            height = line_height(base.line_rule, base.line, size, family)
            found.append(f"line-height:{height / size:.4f}")
    if base.line_rule == "atLeast" and not run.vertical:
        height = line_height(base.line_rule, base.line, size, family)
        found.extend([f"line-height:{height:g}pt"] if height > base.height else [])
    size = font_size(run)
    if base.line_rule == "exact" and (size != base.size or family is not base.family):
        found.append("line-height:0")  # or else it would move the line's edges about its baseline
    if size != base.size:
        found.append(f"font-size:{size:g}pt")
    if bool(run.bold) != base.bold:
        found.append(f"font-weight:{'bold' if run.bold else 'normal'}")
    if bool(run.italic) != base.italic:
        found.append(f"font-style:{'italic' if run.italic else 'normal'}")
    return found


def _decorations(run: RunProperties) -> list[str]:
    lines = []
    underline = run.underline if run.underline not in {None, "none"} else None
    if underline:
        lines.append("underline")
    if run.strike or run.double_strike:
        lines.append("line-through")
    if not lines:
        return []
    style = _DECORATIONS.get(underline or "", "solid")
    if run.double_strike and not underline:
        style = "double"
    found = [f"text-decoration:{' '.join(lines)} {style} {run.underline_color or ''}".strip()]
    if underline in _HEAVY:
        found.append("text-decoration-thickness:1.5pt")
    return found


def _position(run: RunProperties, base: Base) -> list[str]:
    """Letters above or below the line, which grows where they are moved by a measure."""
    if run.vertical == "superscript":
        return ["vertical-align:super", "line-height:0"]
    if run.vertical == "subscript":
        return ["vertical-align:sub", "line-height:0"]
    if run.raised:
        height = ["line-height:0"] if base.line_rule == "exact" else []
        return [f"vertical-align:{run.raised:g}pt", *height]
    return []


def kept_spaces(text: str, *, after_space: bool, is_blank: bool) -> str:
    """`text` with spaces that HTML would fold made no-break ones.

    `after_space` says that a space or a line's beginning precedes; `is_blank` that the run is a
    blank to fill in (underlined spaces), which must keep its whole length.
    """
    if is_blank and not text.strip(" "):
        return NBSP * len(text)
    if "  " in text:
        text = _SPACES.sub(lambda match: NBSP * (len(match[0]) - 1) + " ", text)
    if after_space and text.startswith(" "):
        text = NBSP + text[1:]
    return text

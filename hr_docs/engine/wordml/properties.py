"""Formatting of runs and paragraphs as values: lengths in points, colours as `#rrggbb`.

In every class here None means "not set at this level of the style hierarchy" (ECMA-376 §17.7.2);
`over` lays one level above another.
"""

from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any


@dataclass(frozen=True, slots=True)
class Border:
    """One edge (CT_Border, §17.18.2). `style` is Word's name; `none` draws nothing."""

    style: str
    width: float
    color: str | None
    space: float = 0.0

    @property
    def is_drawn(self) -> bool:
        return self.style not in {"nil", "none"}


@dataclass(frozen=True, slots=True)
class TabStop:
    """A custom tab stop (§17.3.1.37); position from the left margin, alignment may be `clear`."""

    position: float
    alignment: str
    leader: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Text frame (§17.3.1.11). Positions are None where Word aligns or floats inline.

    `drop_cap` says that it is a large initial: drop (in the text) or margin (beside it). `gaps` are
    the room at its sides, and above and below it.
    """

    width: float | None
    height: float | None
    height_rule: str
    x: float | None
    y: float | None
    x_align: str | None
    y_align: str | None
    horizontal_anchor: str
    vertical_anchor: str
    wrap: str
    drop_cap: str | None = None
    gaps: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class RunProperties:
    """Character formatting (§17.3.2). `font` sets Cyrillic (hAnsi), `ascii_font` plain Latin.

    `scale` is how wide letters are to be, 1 as they are; `fit` how wide all of them together.
    `unshown` are its looks that are told of instead.
    """

    font: str | None = None
    ascii_font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    strike: bool | None = None
    double_strike: bool | None = None
    hidden: bool | None = None
    underline: str | None = None
    underline_color: str | None = None
    color: str | None = None
    highlight: str | None = None
    shading: str | None = None
    vertical: str | None = None
    spacing: float | None = None
    raised: float | None = None
    border: Border | None = None
    language: str | None = None
    scale: float | None = None
    fit: float | None = None
    unshown: tuple[str, ...] | None = None
    _hash: int = field(default=0, init=False, repr=False, compare=False)

    def __hash__(self) -> int:
        """Reckoned once: a document asks for it a thousand times."""
        if not self._hash:
            object.__setattr__(self, "_hash", hash(_run_values(self)))
        return self._hash


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """Paragraph formatting (§17.3.1). `first` is the first line's indent, negative when hanging."""

    style: str | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    line_rule: str | None = None
    alignment: str | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break_before: bool | None = None
    widow_control: bool | None = None
    contextual_spacing: bool | None = None
    tabs: tuple[TabStop, ...] | None = None
    number: str | None = None
    level: int | None = None
    top: Border | None = None
    right_border: Border | None = None
    bottom: Border | None = None
    left_border: Border | None = None
    between: Border | None = None
    shading: str | None = None
    outline: int | None = None
    frame: Frame | None = None
    right_to_left: bool | None = None
    no_hyphens: bool | None = None
    _hash: int = field(default=0, init=False, repr=False, compare=False)

    def __hash__(self) -> int:
        """Reckoned once, as that of runs."""
        if not self._hash:
            object.__setattr__(self, "_hash", hash(_paragraph_values(self)))
        return self._hash


_run_values = attrgetter(*(one.name for one in fields(RunProperties) if one.init))
_PARAGRAPH_FIELDS = [one.name for one in fields(ParagraphProperties) if one.init]
_paragraph_values = attrgetter(*_PARAGRAPH_FIELDS)
_TAB_FIELD = _PARAGRAPH_FIELDS.index("tabs")
# Toggle properties (§17.7.3): set in two kinds of style, they cancel each other out.
_TOGGLES = ("bold", "italic", "caps", "small_caps", "strike", "double_strike", "hidden")
EMPTY_RUN = RunProperties()
EMPTY_PARAGRAPH = ParagraphProperties()


@lru_cache(maxsize=4096)
def run_over(upper: RunProperties, lower: RunProperties) -> RunProperties:
    """`upper` where it is set, `lower` elsewhere."""
    if upper == EMPTY_RUN:
        return lower
    pairs = zip(_run_values(upper), _run_values(lower), strict=True)
    return RunProperties(*(below if above is None else above for above, below in pairs))


@lru_cache(maxsize=4096)
def paragraph_over(upper: ParagraphProperties, lower: ParagraphProperties) -> ParagraphProperties:
    """`upper` where it is set, `lower` elsewhere; tab stops of both levels add up (§17.3.1.38)."""
    if upper == EMPTY_PARAGRAPH:
        return lower
    pairs = zip(_paragraph_values(upper), _paragraph_values(lower), strict=True)
    merged = [below if above is None else above for above, below in pairs]
    merged[_TAB_FIELD] = (lower.tabs or ()) + (upper.tabs or ()) or None
    return ParagraphProperties(*merged)


@lru_cache(maxsize=4096)
def character_style_over(style: RunProperties, paragraph: RunProperties) -> RunProperties:
    """A character style above a paragraph style: as `run_over`, but toggles cancel out."""
    merged = run_over(style, paragraph)
    cancelled: dict[str, Any] = {
        name: False for name in _TOGGLES if getattr(style, name) and getattr(paragraph, name)
    }
    return replace(merged, **cancelled)

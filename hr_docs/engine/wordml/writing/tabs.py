"""Tab stops (ECMA-376 §17.3.1.37, §17.15.1.25): CSS has none, so jumps are measured and written.

A jump is a span as wide as the distance to the stop: a margin, or leader characters spaced so
that they end there exactly.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from hr_docs.engine.wordml.properties import ParagraphProperties, TabStop

_NEARLY = 0.3
RIGHT_SLACK = 0.3  # keeps a line that ends exactly at the margin from being broken
_LEADERS = {"dot": ".", "underscore": "_", "heavy": "_", "hyphen": "-", "middleDot": "·"}
_LEFT_LIKE = frozenset({"left", "start", "num", "bar", "list"})


@dataclass(frozen=True, slots=True)
class Stops:
    """Where tabs may end in one paragraph; positions from the left margin.

    At `bars` there are no stops but upright lines through the paragraph.
    """

    custom: tuple[TabStop, ...]
    default: float
    hanging: float | None
    bars: tuple[float, ...] = ()

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, properties: ParagraphProperties, default: float) -> "Stops":
        """Stops of all style levels, later ones clearing or replacing earlier ones."""
        by_position: dict[float, TabStop] = {}
        for stop in properties.tabs or ():
            position = round(stop.position, 1)
            by_position.pop(position, None)
            if stop.alignment != "clear":
                by_position[position] = stop
        stops = [by_position[position] for position in sorted(by_position)]
        custom = tuple(stop for stop in stops if stop.alignment != "bar")
        bars = tuple(stop.position for stop in stops if stop.alignment == "bar")
        hanging = (properties.left or 0.0) if (properties.first or 0.0) < 0 else None
        return cls(custom, default, hanging, bars)

    def after(self, x: float) -> TabStop:
        """The first stop right of `x`; past the last custom one, the next default position."""
        candidates = [stop for stop in self.custom if stop.position > x + _NEARLY]
        if self.hanging is not None and self.hanging > x + _NEARLY:
            candidates.append(TabStop(self.hanging, "left", "none"))
        if candidates:
            return min(candidates, key=lambda stop: stop.position)
        step = self.default
        return TabStop((math.floor(x / step + 1e-3) + 1) * step, "left", "none")


def leader_of(stop: TabStop) -> str:
    """Character that fills the jump; empty for none."""
    return _LEADERS.get(stop.leader, "")


def distance(stop: TabStop, x: float, follows: float, before_point: float) -> float:
    """How far a jump goes from `x`, when `follows` points of text stand between it and the next.

    `before_point` is the part of that text before its decimal separator.
    """
    if stop.alignment in _LEFT_LIKE:
        return stop.position - x
    taken = {"right": follows, "end": follows, "center": follows / 2, "decimal": before_point}
    return max(0.0, stop.position - x - taken.get(stop.alignment, 0.0))


def aligned_box(stop: TabStop, x: float, gap: float, end: float) -> str:
    """Declarations of a box from `x` for text with page numbers, as wide as only the layout knows.

    After it the pen stands where it would with numbers of one digit, `gap` being the jump then.
    """
    apart = "display:inline-block;text-indent:0;white-space:nowrap"
    if stop.alignment == "center":
        width = 2 * (stop.position - x)
        return f"{apart};text-align:center;width:{width:.2f}pt;margin-right:{-gap:.2f}pt"
    width, beyond = stop.position - x, max(0.0, stop.position - end)
    if stop.position >= end - 1:
        width -= RIGHT_SLACK
    return f"{apart};text-align:right;width:{width:.2f}pt;margin-right:{-beyond:.2f}pt"


def fitted(gap: float, advance: float) -> tuple[int, float]:
    """How many leader characters fill a gap, and the letter spacing that makes them fit."""
    count = math.floor(gap / advance + 1e-6) if advance > 0 else 0
    return (count, (gap - count * advance) / count) if count else (0, 0.0)


def before_decimal(text: str) -> str:
    """The part of a number up to its decimal separator."""
    positions = [place for place in (text.find(","), text.find(".")) if place >= 0]
    return text[: min(positions)] if positions else text

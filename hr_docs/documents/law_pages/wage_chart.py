"""The picture of a year's pay against the minimum wage: where each mark of the drawing stands.

Lengths are units of the drawing, `WIDTH` × `HEIGHT`; the template writes them into an inline SVG,
whose colours come from the style sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.dates import MONTHS_3

from hr_docs.law import MonthWage

WIDTH, HEIGHT = 720, 250
LEFT, TOP, BOTTOM = 60, 16, 28
PLOT_WIDTH, PLOT_HEIGHT = WIDTH - LEFT, HEIGHT - TOP - BOTTOM
BAR_SHARE = 0.62  # of a month's slot
STEPS = (5_000, 10_000, 20_000, 25_000, 50_000, 100_000)  # roubles between the lines of the grid
LINES = 6  # of the grid, at most


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: its column, its label, the level of its minimum, and what `state` the pay is in.

    `state`: `enough`, `topped` (short, filled by the contract's clause) or `short`.
    """

    month: MonthWage
    label: str
    x: float
    y: float
    width: float
    height: float
    middle: float
    floor_from: float
    floor_to: float
    floor_y: float
    state: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid and the amount it stands for, in roubles."""

    y: float
    amount: int


@dataclass(frozen=True, slots=True)
class WageChart:
    """A drawing of twelve months."""

    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = HEIGHT - BOTTOM


def wage_chart(months: Sequence[MonthWage]) -> WageChart:
    """Columns of the pay, and a stepped line of the minimum, from zero upwards."""
    highest = max(max(month.pay, month.minimum) for month in months)
    step = next((step for step in STEPS if highest / step <= LINES), STEPS[-1])
    top = step * (int(highest // step) + 1)
    lines = tuple(Line(_y(amount, top), amount) for amount in range(0, top + 1, step))
    return WageChart(tuple(_bars(months, top)), lines)


def state_of(month: MonthWage) -> str:
    """How the month's pay stands to its minimum, as a class of the style sheet."""
    if not month.gap:
        return "enough"
    return "topped" if month.lawful else "short"


def _bars(months: Sequence[MonthWage], top: int) -> Iterator[Bar]:
    slot = PLOT_WIDTH / len(months)
    width = round(slot * BAR_SHARE, 1)
    for number, month in enumerate(months):
        start, y = LEFT + slot * number, _y(month.pay, top)
        yield Bar(
            month=month,
            label=str(MONTHS_3[month.month]),
            x=round(start + (slot - width) / 2, 1),
            y=y,
            width=width,
            height=round(HEIGHT - BOTTOM - y, 1),
            middle=round(start + slot / 2, 1),
            floor_from=round(start, 1),
            floor_to=round(start + slot, 1),
            floor_y=_y(month.minimum, top),
            state=state_of(month),
        )


def _y(amount: Decimal | int, top: int) -> float:
    return round(TOP + PLOT_HEIGHT * (1 - float(amount) / top), 1)

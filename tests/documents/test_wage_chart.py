"""Where the marks of the chart stand."""

from decimal import Decimal

import pytest

from hr_docs.documents.law_pages.wage_chart import HEIGHT, LEFT, WIDTH, wage_chart
from hr_docs.law import MonthWage, WageTerms, wage_by_month


def _months(rate: str, *, top_up: bool = False, week: str = "40") -> tuple[MonthWage, ...]:
    terms = WageTerms(rate=Decimal(rate), year=2026, week=Decimal(week), top_up=top_up)
    return wage_by_month(terms).months


@pytest.mark.parametrize("rate", ["1", "140", "300", "2000", "9000"])
def test_every_mark_stands_within_the_drawing(rate: str):
    chart = wage_chart(_months(rate))
    assert len(chart.bars) == 12
    assert all(bar.x >= LEFT and bar.x + bar.width <= WIDTH for bar in chart.bars)
    assert all(0 <= bar.y <= HEIGHT and 0 <= bar.floor_y <= HEIGHT for bar in chart.bars)
    assert 2 <= len(chart.lines) <= 25


def test_a_column_reaches_the_line_exactly_when_the_pay_reaches_the_minimum():
    for bar in wage_chart(_months("165")).bars:
        assert (bar.y > bar.floor_y) == (bar.month.gap > 0), bar.label


def test_more_pay_is_a_higher_column():
    january, july = (wage_chart(_months("200")).bars[month] for month in (0, 6))
    assert january.height < july.height


@pytest.mark.parametrize(
    ("rate", "top_up", "state"),
    [("140", False, "short"), ("140", True, "topped"), ("300", False, "enough")],
)
def test_a_column_says_how_the_pay_stands(rate: str, top_up: bool, state: str):
    assert {bar.state for bar in wage_chart(_months(rate, top_up=top_up)).bars} == {state}

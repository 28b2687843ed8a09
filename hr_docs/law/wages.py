"""An hourly rate against the minimum wage, month by month (ТК РФ ст. 133 ч. 3, 133.1).

The law compares a month's pay for the full norm of hours with the minimum wage; there is no hourly
minimum as such. So the lowest lawful rate is another one each month: the minimum divided by the
norm. The district coefficient is paid on top of the minimum (КС РФ от 07.12.2017 № 38-П): it
multiplies both sides, unless a regional agreement counts it in.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

from hr_docs.law.case import Case
from hr_docs.law.facts import ContractFacts
from hr_docs.law.reference import CalendarYear, Figure, Reference, load_reference
from hr_docs.law.wage_floor import KOPECK, MONTHS, rounded_up
from hr_docs.law.wording import MONTH_NAMES, as_money, as_number


@dataclass(frozen=True, slots=True, kw_only=True)
class WageTerms:
    """What the pay for a month's norm depends on.

    `rate` is roubles an hour. `week` is the week of a full norm for full pay: 40, or the shortened
    36, 35, 24. `share` is the part of that norm which a part-timer works. `region` is None where
    only the federal minimum counts. `period_months` is the accounting period of summed accounting,
    1 without it. `top_up`: the contract promises the difference up to the minimum.
    """

    rate: Decimal
    year: int
    week: Decimal = Decimal(40)
    share: Decimal = Decimal(1)
    region: str | None = None
    coefficient: Decimal = Decimal(1)
    period_months: int = 1
    top_up: bool = False

    @classmethod
    def of(cls, facts: ContractFacts, year: int, *, reference: Reference) -> Self | None:
        """The terms that a contract's facts give; None unless pay is hourly and the rate known."""
        case = Case(facts, dt.date(year, 1, 1), reference)
        pay, time = case.pay, case.time
        if pay.type != "hourly" or pay.rate_hour is None:
            return None
        period = time.period_months if time.accounting == "summed" else None
        return cls(
            rate=pay.rate_hour,
            year=year,
            week=case.full_week,
            share=case.time_share,
            region=None if case.employer.regional_refusal else case.contract.region,
            coefficient=pay.regional_coef or Decimal(1),
            period_months=max(1, int(period or 1)),
            top_up=bool(pay.mrot_topup_clause),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthWage:
    """One month (1–12): hours of the norm, pay for them and the minimum for them, in roubles.

    `gap` is what the pay lacks. `lowest_rate` is the least rate without a gap, rounded up to the
    kopeck; `quotient` is the same division rounded to the nearest kopeck, as tables print it (a
    few kopecks may still be lacking at it). Under summed accounting pay and minimum are compared
    over the period; each month bears its part of the minimum by its hours. `figure` is the minimum
    that binds: the larger of the federal and the region's. `lawful`: no gap, or a top-up fills it.
    """

    month: int
    norm_hours: Decimal
    pay: Decimal
    minimum: Decimal
    gap: Decimal
    quotient: Decimal
    lowest_rate: Decimal
    lawful: bool
    figure: Figure
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWage:
    """Twelve months, or none where norms or minimum are unknown: `missing` says which, in Russian.

    `average_floor` is the rate that reaches the minimum on the year's average, `strict_floor` the
    one that reaches it in every month (accounting period). `calendar` holds the norms' source.
    """

    terms: WageTerms
    months: tuple[MonthWage, ...]
    average_floor: Decimal | None
    strict_floor: Decimal | None
    missing: tuple[str, ...]
    calendar: CalendarYear | None


def wage_by_month(terms: WageTerms, *, reference: Reference | None = None) -> YearWage:
    """Compare a rate with the minimum wage in each month of a year."""
    reference = reference or load_reference()
    year = reference.calendar.year(terms.year)
    figures = _figures(reference, terms)
    months = _months(terms, year, figures) if year and figures else ()
    return YearWage(
        terms=terms,
        months=months,
        average_floor=_average_floor(terms, year, figures) if year and figures else None,
        strict_floor=max((month.lowest_rate for month in months), default=None),
        missing=tuple(_missing(terms, year, figures)),
        calendar=year,
    )


def _figures(reference: Reference, terms: WageTerms) -> list[Figure]:
    """The minimum that binds in each month; empty unless the federal one is known in all twelve.

    A region's alone does not do: the larger of the two binds.
    """
    figures = []
    for month in range(1, MONTHS + 1):
        first = dt.date(terms.year, month, 1)
        federal = reference.minimum_wage(first)
        regional = reference.minimum_wage(first, terms.region) if terms.region else None
        if federal is None:
            return []
        known = (federal,) if regional is None else (federal, regional)
        figures.append(max(known, key=lambda figure: _minimum(terms, figure)))
    return figures


def _minimum(terms: WageTerms, figure: Figure) -> Decimal:
    """The minimum for the whole norm of a month, with the district coefficient where it is due."""
    return figure.amount if figure.includes_coefficient else figure.amount * terms.coefficient


def _missing(terms: WageTerms, year: CalendarYear | None, figures: Sequence[Figure]) -> list[str]:
    missing = []
    if not figures:
        missing.append(f"минимальный размер оплаты труда на {terms.year} год")
    if year is None or year.working_days is None:
        missing.append(f"норма часов по месяцам на {terms.year} год")
    return missing


def _average_floor(
    terms: WageTerms, year: CalendarYear, figures: Sequence[Figure]
) -> Decimal | None:
    hours = year.year_norm(terms.week)
    if hours is None:
        return None
    total = sum((_minimum(terms, figure) for figure in figures), Decimal(0))
    return rounded_up(total / (hours * terms.coefficient))


def _months(
    terms: WageTerms, year: CalendarYear, figures: Sequence[Figure]
) -> tuple[MonthWage, ...]:
    """The months of the year, period by period: 1–3, 4–6 … for a quarter, a rest at the end."""
    norms = [norm for month in range(1, MONTHS + 1) if (norm := year.month_norm(month, terms.week))]
    if not norms:
        return ()
    return tuple(
        month
        for first in range(0, MONTHS, terms.period_months)
        for month in _period(terms, first, norms, figures)
    )


def _period(
    terms: WageTerms, first: int, norms: Sequence[Decimal], figures: Sequence[Figure]
) -> list[MonthWage]:
    """One accounting period, which begins with month `first` counted from 0."""
    months = range(first, min(first + terms.period_months, MONTHS))
    minimum = sum((_minimum(terms, figures[month]) for month in months), Decimal(0))
    hours = sum((norms[month] for month in months), Decimal(0))
    quotient = minimum / (hours * terms.coefficient)
    formula = _formula(terms, minimum, hours, quotient)
    if len(months) > 1:
        formula += f", учётный период {MONTH_NAMES[months[0]]} — {MONTH_NAMES[months[-1]]}"
    return [
        _month(
            terms,
            month + 1,
            norms[month] * terms.share,
            quotient,
            minimum=_to_kopeck(minimum * norms[month] * terms.share / hours),
            figure=figures[month],
            formula=formula,
        )
        for month in months
    ]


def _month(
    terms: WageTerms,
    month: int,
    hours: Decimal,
    quotient: Decimal,
    *,
    minimum: Decimal,
    figure: Figure,
    formula: str,
) -> MonthWage:
    pay = _to_kopeck(terms.rate * hours * terms.coefficient)
    gap = max(minimum - pay, Decimal(0))
    return MonthWage(
        month=month,
        norm_hours=hours,
        pay=pay,
        minimum=minimum,
        gap=gap,
        quotient=_to_kopeck(quotient),
        lowest_rate=rounded_up(quotient),
        lawful=not gap or terms.top_up,
        figure=figure,
        formula=formula,
    )


def _formula(terms: WageTerms, minimum: Decimal, hours: Decimal, quotient: Decimal) -> str:
    """«27 093 ₽ ÷ 184 ч = 147,2446; не ниже 147,25 ₽/ч»: a part-timer's share cancels out."""
    norm = f"{as_number(hours)} ч"
    if terms.coefficient != 1:
        norm = f"({norm} × {as_number(terms.coefficient)})"
    exact = as_number(quotient.quantize(Decimal("0.0001"), ROUND_HALF_UP))
    return f"{as_money(minimum)} ÷ {norm} = {exact}; не ниже {as_money(rounded_up(quotient))}/ч"


def _to_kopeck(amount: Decimal) -> Decimal:
    return amount.quantize(KOPECK, ROUND_HALF_UP)

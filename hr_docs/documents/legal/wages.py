"""An employment's hourly rate against the minimum wage, month by month, for pages and reports."""

from datetime import date
from typing import Any

from employees.models import Employment
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.legal.facts import contract_facts
from hr_docs.law import MonthWage, Reference, WageTerms, YearWage, wage_by_month


def wage_year(
    employment: Employment, *, year: int | None = None, law: Law | None = None
) -> YearWage | None:
    """Twelve months of `year` (None: of the first working day); None without a rate or a day."""
    law = law or Law.in_force()
    start = employment.start_date
    if employment.hourly_rate is None or (year is None and start is None):
        return None
    year = year or start.year
    facts = contract_facts(
        employment, employment.contract_date or date(year, 1, 1), promises=law.promises
    )
    terms = WageTerms.of(facts, year, reference=law.reference)
    return wage_by_month(terms, reference=law.reference) if terms else None


def wage_row(wage: YearWage, reference: Reference) -> dict[str, Any]:
    """As JSON: roubles and hours as numbers; `missing` says which figures nobody knows."""
    return {
        "year": wage.terms.year,
        "rate": float(wage.terms.rate),
        "top_up": wage.terms.top_up,
        "average_floor": None if wage.average_floor is None else float(wage.average_floor),
        "strict_floor": None if wage.strict_floor is None else float(wage.strict_floor),
        "calendar": wage.calendar.basis if wage.calendar else "",
        "months": [_month_row(month, reference) for month in wage.months],
        "missing": list(wage.missing),
    }


def _month_row(month: MonthWage, reference: Reference) -> dict[str, Any]:
    figure = month.figure
    return {
        "month": month.month,
        "norm_hours": float(month.norm_hours),
        "pay": float(month.pay),
        "minimum": float(month.minimum),
        "gap": float(month.gap),
        "quotient": float(month.quotient),
        "lowest_rate": float(month.lowest_rate),
        "lawful": month.lawful,
        "region": figure.region or "",
        "formula": month.formula,
        "basis": figure.basis,
        "source": [_address(key, reference) for key in figure.source],
        "entered_by": figure.author,
    }


def _address(key: str, reference: Reference) -> str:
    """Where the figure was seen; the words of the person who entered it stand for themselves."""
    source = reference.sources.get(key)
    return source.address if source else key

"""An employment's rate against the minimum wage over a year, ready to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS

from employees.models import Employment
from hr_docs.documents.legal_facts import contract_facts
from hr_docs.documents.wage_chart import WageChart, wage_chart
from hr_docs.law import (
    ContractFacts,
    MonthWage,
    Reference,
    WageTerms,
    YearWage,
    load_reference,
    wage_by_month,
)
from hr_docs.law.reference import Figure, Source


@dataclass(frozen=True, slots=True)
class WageReport:
    """One year of an employment: `years` are those to switch between."""

    year: int
    years: tuple[int, ...]
    wage: YearWage
    chart: WageChart | None
    figures: tuple[Figure, ...]
    reference: Reference

    @property
    def short_months(self) -> list[tuple[str, MonthWage]]:
        """Months whose pay lacks something, by name."""
        return [(str(MONTHS[each.month]), each) for each in self.wage.months if each.gap]

    @property
    def rows(self) -> list[tuple[str, MonthWage]]:
        """All months, by name."""
        return [(str(MONTHS[each.month]), each) for each in self.wage.months]

    @property
    def sources(self) -> list[Source]:
        """Where the figures and the norms were seen."""
        keys = [key for figure in self.figures for key in figure.source]
        if self.wage.calendar:
            keys += self.wage.calendar.source
        known = self.reference.sources
        return [known[key] for key in dict.fromkeys(keys) if key in known]


def wage_report(employment: Employment, *, year: int | None, today: date) -> WageReport | None:
    """The year asked for, else the year of the first day; None where the rate is unknown."""
    facts = contract_facts(employment, employment.contract_date)
    years = _years(employment, today)
    chosen = year if year in years else employment.start_date.year
    return report_of(facts, year=chosen, years=years)


def report_of(facts: ContractFacts, *, year: int, years: Iterable[int] = ()) -> WageReport | None:
    """The report of a contract's facts; None where pay is not hourly or the rate is unknown."""
    reference = load_reference()
    terms = WageTerms.of(facts, year, reference=reference)
    if terms is None:
        return None
    wage = wage_by_month(terms, reference=reference)
    return WageReport(
        year=year,
        years=tuple(years),
        wage=wage,
        chart=wage_chart(wage.months) if wage.months else None,
        figures=tuple(dict.fromkeys(month.figure for month in wage.months)),
        reference=reference,
    )


def _years(employment: Employment, today: date) -> tuple[int, ...]:
    """The year of the first day, the one after it, and the present one."""
    first = employment.start_date.year
    return tuple(sorted({first, first + 1, today.year}))

"""An employment's rate against the minimum wage over a year, ready to be shown."""

from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS

from employees.models import Employment
from hr_docs.documents.law_pages.wage_chart import WageChart, wage_chart
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.legal.wages import wage_year
from hr_docs.law import MonthWage, Reference, YearWage
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


def wage_report(
    employment: Employment, *, law: Law, year: int | None = None, today: date | None = None
) -> WageReport | None:
    """The year asked for where it is offered, else that of the first day; None without a rate.

    `today` adds the present year to those offered. The employment may be half filled in.
    """
    if employment.start_date is None:
        return None
    years = _years(employment.start_date.year, today)
    chosen = year if year in years else employment.start_date.year
    wage = wage_year(employment, year=chosen, law=law)
    if wage is None:
        return None
    return WageReport(
        year=chosen,
        years=years,
        wage=wage,
        chart=wage_chart(wage.months) if wage.months else None,
        figures=tuple(dict.fromkeys(month.figure for month in wage.months)),
        reference=law.reference,
    )


def _years(first: int, today: date | None) -> tuple[int, ...]:
    """The year of the first day, the one after it, and the present one."""
    return tuple(sorted({first, first + 1, today.year if today else first}))

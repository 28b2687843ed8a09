"""Which figures of the law end soon or are not known: the forecast for `check_law` and pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from employees.models import Site
from hr_docs.documents.legal.reference import reference_in_force
from hr_docs.law.reference import MINIMUM_WAGE, Figure, Gap, Reference
from hr_docs.law.wording import as_day, as_money, as_number

DAYS_AHEAD = 90
"""How early a missing figure is told, on its page, on «Сегодня» and by `check_law`."""
_NAMES = {
    MINIMUM_WAGE: "минимальный размер оплаты труда",
    "calendar": "производственный календарь: нормы часов по месяцам",
}


@dataclass(frozen=True, slots=True)
class FigureGap:
    """A figure that is missing from the day `on`; `last` says what held before, in words."""

    name: str
    title: str
    region: str
    on: date
    last: str

    def __str__(self) -> str:
        before = f" (до этого — {self.last})" if self.last else ""
        return f"С {self.on:%d.%m.%Y} неизвестно: {self.title}{before}."

    def row(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "name": self.name,
            "title": self.title,
            "region": self.region,
            "on": self.on.isoformat(),
            "last": self.last,
        }


def figure_gaps(
    *, on: date, days: int = DAYS_AHEAD, reference: Reference | None = None
) -> list[FigureGap]:
    """What ends or is missing between `on` and so many days later, the earliest first."""
    return [_figure_gap(gap) for gap in (reference or reference_in_force()).gaps(on, days)]


def _figure_gap(gap: Gap) -> FigureGap:
    last = gap.last
    words = f"{_amount(last)}, по {as_day(last.until)}" if last and last.until else ""
    return FigureGap(gap.name, _title(gap), gap.region or "", gap.on, words)


def _amount(figure: Figure) -> str:
    is_money = figure.name == MINIMUM_WAGE
    return as_money(figure.amount) if is_money else f"{as_number(figure.amount)} {figure.unit}"


def _title(gap: Gap) -> str:
    """«минимальная заработная плата, Москва»; a limit is called by its article."""
    if gap.name == MINIMUM_WAGE and gap.region:
        return f"минимальная заработная плата, {gap.region}"
    if gap.name in _NAMES:
        return _NAMES[gap.name]
    return f"предел «{gap.name}», {gap.last.basis}" if gap.last else f"предел «{gap.name}»"


def unknown_regions(*, on: date) -> list[str]:
    """Regions of the employers' sites without a minimum wage of their own on that day.

    There may be no agreement in such a region: then the federal figure is all there is.
    """
    reference: Reference = reference_in_force()
    regions = Site.objects.order_by("region").values_list("region", flat=True).distinct()
    return [region for region in regions if region and not reference.minimum_wage(on, region)]

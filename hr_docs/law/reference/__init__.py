"""Dated figures of the law: loaded once, checked, and open to what HR enters in the product."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Self

from hr_docs.law.reference import loader
from hr_docs.law.reference.calendar import Calendar, CalendarYear
from hr_docs.law.reference.figures import (
    LIMIT_NAMES,
    MINIMUM_WAGE,
    Figure,
    Limits,
    Source,
    Statement,
    limits_on,
    turning_days,
)
from hr_docs.law.reference.loader import ReferenceDataError

__all__ = [
    "MINIMUM_WAGE",
    "Calendar",
    "CalendarYear",
    "Figure",
    "Gap",
    "Limits",
    "Reference",
    "ReferenceDataError",
    "Source",
    "Statement",
    "load_reference",
    "region_key",
]

HERE = Path(__file__).parent
REGION_WORDS = {"г": "", "город": "", "обл": "область", "респ": "республика"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A figure that ends within the period looked at, or that nobody knows.

    `on` is the first day without it; `last` is the figure that held before, if any.
    """

    name: str
    on: dt.date
    region: str | None = None
    last: Figure | None = None


@dataclass(frozen=True)
class Reference:
    """All figures as a value: adding one gives another Reference.

    Of two figures that hold on one day the one entered last wins, so what HR enters stands before
    the code's own figure, which `history` still shows.
    """

    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    calendar: Calendar
    sources: Mapping[str, Source]

    def minimum_wage(self, on: dt.date, region: str | None = None) -> Figure | None:
        """The federal minimum wage, or a region's own; None when it is not known for that day."""
        for figure in self._wages.get(region_key(region) if region else None, ()):
            if figure.holds(on):
                return figure
        return None

    def limits(self, on: dt.date) -> Limits:
        """The limits in force on a day."""
        days, limits = self._epochs
        return limits[bisect_right(days, on)]

    def history(self, name: str, region: str | None = None) -> tuple[Figure, ...]:
        """Every figure of a name, the code's own first, then the entered ones."""
        key = region_key(region or "")
        return tuple(
            f for f in self.figures if f.name == name and region_key(f.region or "") == key
        )

    def with_figure(
        self,
        *,
        name: str = MINIMUM_WAGE,
        amount: Decimal,
        since: dt.date,
        until: dt.date | None = None,
        region: str | None = None,
        source: str,
        author: str,
        includes_coefficient: bool = False,
    ) -> Self:
        """Add a figure that a person entered: a minimum wage or one of the limits.

        Raises `ReferenceDataError` for a name that no rule asks for, an amount that is not
        positive, a term that ends before it begins, or words missing for the source or author.
        """
        known = self.history(name) or self.history(name, region)
        figure = Figure(
            name=name,
            amount=amount,
            unit=known[0].unit if known else "",
            basis=source.strip(),
            source=(source.strip(),),
            confidence="high",
            since=since,
            until=until,
            region=region,
            includes_coefficient=includes_coefficient,
            author=author.strip(),
        )
        for problem in _faults(figure):
            raise ReferenceDataError("введено в программе", name, problem)
        return replace(self, figures=(*self.figures, figure))

    def with_calendar_year(self, year: CalendarYear) -> Self:
        """Replace a year of the calendar by one that a person entered from the published act."""
        year = year.with_holidays(self.calendar.holidays)
        for problem in loader.faults_of(year):
            raise ReferenceDataError("введено в программе", f"год {year.year}", problem)
        years = MappingProxyType({**self.calendar.years, year.year: year})
        return replace(self, calendar=replace(self.calendar, years=years))

    def gaps(self, on: dt.date, days: int = 90) -> tuple[Gap, ...]:
        """What ends or is missing between `on` and so many days later, in order of date."""
        last = on + dt.timedelta(days=days)
        keys = {(f.name, f.region) for f in self.figures}
        found = [gap for key in keys if (gap := self._figure_gap(key, on, last))]
        for year in range(on.year, last.year + 1):
            known = self.calendar.year(year)
            if known is None or known.working_days is None:
                found.append(Gap(name="calendar", on=max(on, dt.date(year, 1, 1))))
        return tuple(sorted(found, key=lambda gap: (gap.on, gap.name, gap.region or "")))

    def _figure_gap(self, key: tuple[str, str | None], on: dt.date, last: dt.date) -> Gap | None:
        history = self.history(*key)
        held = [f for f in history if f.holds(on)]
        turns = [day for day in turning_days(history) if on < day <= last]
        for day in sorted({on, *turns}):
            if not any(f.holds(day) for f in history):
                return Gap(name=key[0], region=key[1], on=day, last=held[-1] if held else None)
        return None

    @cached_property
    def _wages(self) -> dict[str | None, tuple[Figure, ...]]:
        wages: dict[str | None, tuple[Figure, ...]] = {}
        for figure in self.figures:
            if figure.name == MINIMUM_WAGE:
                key = region_key(figure.region) if figure.region else None
                wages[key] = (figure, *wages.get(key, ()))
        return wages

    @cached_property
    def _epochs(self) -> tuple[list[dt.date], list[Limits]]:
        """The days on which a limit changes, and the limits before, between and after them."""
        figures = [f for f in self.figures if f.name in LIMIT_NAMES]
        days = sorted(set(turning_days(figures)))
        return days, [limits_on(figures, day) for day in (dt.date.min, *days)]


@lru_cache(maxsize=256)
def region_key(region: str) -> str:
    """One spelling of a region: «г. Москва» and «Москва», «обл.» and «область» are the same."""
    words = region.casefold().replace("ё", "е").replace(".", " ").split()
    full = (REGION_WORDS.get(word, word) for word in words)
    return " ".join(word for word in full if word)


def _faults(figure: Figure) -> list[str]:
    checks: list[tuple[bool, str]] = [
        (figure.name in LIMIT_NAMES | {MINIMUM_WAGE}, "такой величины не знает ни одно правило"),
        (figure.amount.is_finite() and figure.amount > 0, "нужно число больше нуля"),
        (
            figure.until is None or figure.since is None or figure.since <= figure.until,
            "срок кончается раньше, чем начинается",
        ),
        (bool(figure.basis), "не указан источник"),
        (bool(figure.author), "не указано, кто ввёл"),
    ]
    return [problem for sound, problem in checks if not sound]


def read_reference(folder: Path) -> Reference:
    """Read and check the YAML files of a folder; a broken entry raises `ReferenceDataError`."""
    read = loader.reader_of(folder)
    sources = loader.read_sources(read)
    figures = loader.read_minimum_wage(read, sources) + loader.read_limits(read, sources)
    return Reference(
        figures=tuple(figures),
        statements=tuple(loader.read_statements(read, sources)),
        calendar=loader.read_calendar(read, sources),
        sources=MappingProxyType(sources),
    )


@cache
def load_reference() -> Reference:
    """The figures that ship with the code, read once."""
    return read_reference(HERE)

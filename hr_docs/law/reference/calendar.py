"""The production calendar: working days, and the norm of hours that follows from them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Self

from hr_docs.law.reference.figures import Confidence

MONTHS = 12
WORKING_WEEK_DAYS = 5
NORMAL_WEEK = Decimal(40)
SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class CalendarYear:
    """One year of the five-day calendar.

    `working_days` is None while the transfers of days off are not published: then only the year's
    preliminary total of a 40-hour week is known.
    """

    year: int
    basis: str
    norm_40: Decimal
    source: tuple[str, ...]
    confidence: Confidence
    working_days: int | None = None
    days_off: frozenset[dt.date] = frozenset()
    working_saturdays: frozenset[dt.date] = frozenset()
    short_days: frozenset[dt.date] = frozenset()
    holidays: frozenset[tuple[int, int]] = field(default=frozenset(), repr=False)
    author: str = ""

    def is_working(self, day: dt.date) -> bool:
        """Whether a five-day week works on that day of this year."""
        if day in self.working_saturdays:
            return True
        rest = day in self.days_off or (day.month, day.day) in self.holidays
        return day.weekday() < SATURDAY and not rest

    @cached_property
    def days_by_month(self) -> tuple[int, ...]:
        """Working days of January … December."""
        counts = [0] * MONTHS
        for day in _days_of(self.year):
            counts[day.month - 1] += self.is_working(day)
        return tuple(counts)

    @cached_property
    def short_by_month(self) -> tuple[int, ...]:
        """Days shortened by an hour before a holiday (ст. 95 ТК РФ), by month."""
        counts = [0] * MONTHS
        for day in self.short_days:
            counts[day.month - 1] += 1
        return tuple(counts)

    def with_holidays(self, holidays: frozenset[tuple[int, int]]) -> Self:
        """The same year with the holidays (month, day) that recur every year."""
        return replace(self, holidays=holidays)

    def without_transfers(self) -> Self:
        """The year as it would be if no day off were moved: weekends and holidays alone."""
        return replace(self, days_off=frozenset(), working_saturdays=frozenset())

    def month_norm(self, month: int, week: Decimal = NORMAL_WEEK) -> Decimal | None:
        """Norm hours of a month (1–12) for a week of so many hours; None while unknown."""
        if self.working_days is None:
            return None
        hours = self.days_by_month[month - 1] * week / WORKING_WEEK_DAYS
        return hours - self.short_by_month[month - 1]

    def year_norm(self, week: Decimal = NORMAL_WEEK) -> Decimal | None:
        """Norm hours of the year; of a preliminary year only the 40-hour week's is known."""
        if self.working_days is None:
            return self.norm_40 if week == NORMAL_WEEK else None
        return self.working_days * week / WORKING_WEEK_DAYS - len(self.short_days)

    def shortest_month(self, week: Decimal = NORMAL_WEEK) -> tuple[int, Decimal] | None:
        """The month (1–12) with the least norm hours, and these hours."""
        norms = [
            (norm, month)
            for month in range(1, MONTHS + 1)
            if (norm := self.month_norm(month, week)) is not None
        ]
        if not norms:
            return None
        norm, month = min(norms)
        return month, norm


@dataclass(frozen=True)
class Calendar:
    """The years that are known; in any other year only weekends and holidays are days off."""

    years: Mapping[int, CalendarYear]
    holidays: frozenset[tuple[int, int]]

    def year(self, year: int) -> CalendarYear | None:
        """One year, or None when nothing about it is known."""
        return self.years.get(year)

    def is_working(self, day: dt.date) -> bool:
        """Whether a five-day week works on that day."""
        year = self.years.get(day.year)
        if year is not None:
            return year.is_working(day)
        return day.weekday() < SATURDAY and (day.month, day.day) not in self.holidays

    def add_working_days(self, start: dt.date, days: int) -> dt.date:
        """The `days`-th working day after `start`."""
        day = start
        while days > 0:
            day += dt.timedelta(days=1)
            days -= self.is_working(day)
        return day


def _days_of(year: int) -> Iterator[dt.date]:
    day = dt.date(year, 1, 1)
    while day.year == year:
        yield day
        day += dt.timedelta(days=1)

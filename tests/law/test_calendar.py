"""Norm hours follow from the production calendar."""

import datetime as dt
from decimal import Decimal

import holidays
import pytest

from hr_docs.law import load_reference

CALENDAR = load_reference().calendar


def known(year):
    found = CALENDAR.year(year)
    assert found is not None
    return found


MONTHS_40 = {
    2024: [136, 159, 159, 168, 159, 151, 184, 176, 168, 184, 167, 168],
    2025: [136, 160, 167, 175, 144, 151, 184, 168, 176, 184, 151, 176],
    2026: [120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176],
}


@pytest.mark.parametrize("year", MONTHS_40)
def test_the_months_of_a_forty_hour_week_are_the_published_ones(year):
    assert [known(year).month_norm(month) for month in range(1, 13)] == MONTHS_40[year]


@pytest.mark.parametrize(
    ("week", "january", "april", "year"),
    [
        (36, "108", "157.4", "1774.4"),
        (35, "105", "153", "1725"),
        (24, "72", "104.6", "1181.6"),
    ],
)
def test_shorter_weeks_follow_by_days_and_short_days(week, january, april, year):
    of_2026, hours = known(2026), Decimal(week)
    norms = (of_2026.month_norm(1, hours), of_2026.month_norm(4, hours), of_2026.year_norm(hours))
    assert norms == (Decimal(january), Decimal(april), Decimal(year))


def test_the_shortest_month_is_found():
    assert known(2026).shortest_month() == (1, 120)


def test_of_a_preliminary_year_only_the_total_is_known():
    of_2027 = known(2027)
    assert (of_2027.year_norm(), of_2027.year_norm(Decimal(36)), of_2027.month_norm(1)) == (
        1972,
        None,
        None,
    )
    assert of_2027.shortest_month() is None


@pytest.mark.parametrize("year", MONTHS_40)
def test_days_off_agree_with_an_independent_calendar(year):
    days_off = set(holidays.country_holidays("RU", years=year))
    weekdays_off = {day for day in days_off if day.year == year and day.weekday() < 5}
    ours = {
        day
        for number in range(366)
        if (day := dt.date(year, 1, 1) + dt.timedelta(days=number)).year == year
        and day.weekday() < 5
        and not CALENDAR.is_working(day)
    }
    assert ours == weekdays_off


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (dt.date(2026, 11, 20), 3, dt.date(2026, 11, 25)),
        (dt.date(2025, 12, 30), 1, dt.date(2026, 1, 12)),
        (dt.date(2025, 10, 31), 1, dt.date(2025, 11, 1)),
        (dt.date(2029, 6, 11), 1, dt.date(2029, 6, 13)),
        (dt.date(2026, 11, 20), 0, dt.date(2026, 11, 20)),
    ],
)
def test_working_days_are_counted_past_holidays_and_transfers(start, days, end):
    assert CALENDAR.add_working_days(start, days) == end


def test_a_year_without_its_transfers_has_weekends_and_holidays_alone():
    plain = CALENDAR.years[2025].without_transfers()
    assert plain.is_working(dt.date(2025, 5, 2))
    assert not plain.is_working(dt.date(2025, 11, 1))
    assert not plain.is_working(dt.date(2025, 5, 9))

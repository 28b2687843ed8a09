"""Figures of the law: dated, sourced, and open to what HR enters."""

import datetime as dt
from decimal import Decimal

import pytest

from hr_docs.law import ReferenceDataError, load_reference
from hr_docs.law.reference import CalendarYear

NEW_YEAR = dt.date(2027, 1, 1)
OFF_2027 = ((5, 3), (5, 4), (5, 10), (6, 14), (12, 31))
SHORT_2027 = ((2, 22), (4, 30), (6, 11), (11, 3))


@pytest.fixture(scope="module")
def reference():
    return load_reference()


def entered(reference, **changes):
    figure = {
        "amount": Decimal(30000),
        "since": NEW_YEAR,
        "source": "500-ФЗ от 28.11.2026",
        "author": "Ли А. Б.",
    }
    return reference.with_figure(**(figure | changes))


def test_the_figures_are_read_once():
    assert load_reference() is load_reference()


@pytest.mark.parametrize(
    ("on", "region", "amount"),
    [
        (dt.date(2023, 12, 31), None, None),
        (dt.date(2024, 1, 1), None, 19242),
        (dt.date(2025, 12, 31), None, 22440),
        (dt.date(2026, 1, 1), None, 27093),
        (dt.date(2026, 12, 31), None, 27093),
        (NEW_YEAR, None, None),
        (dt.date(2025, 12, 31), "Москва", 32916),
        (dt.date(2026, 1, 1), "Москва", 39730),
        (dt.date(2026, 6, 1), "г. Москва", 39730),
        (dt.date(2026, 6, 1), "Санкт-Петербург", 31250),
        (dt.date(2026, 6, 1), "Тверская область", None),
    ],
)
def test_the_minimum_wage_is_that_of_the_day_and_region(reference, on, region, amount):
    figure = reference.minimum_wage(on, region)
    assert (figure and figure.amount) == amount


def test_a_figure_says_where_it_comes_from(reference):
    figure = reference.minimum_wage(dt.date(2026, 6, 1))
    assert (figure.source, figure.confidence, figure.verified) == (
        ("S01", "S02", "S03", "S04"),
        "high",
        True,
    )
    assert reference.sources["S01"].kind == "press"


def test_what_is_only_known_is_not_verified(reference):
    (figure,) = reference.history("week_normal_hours")
    assert (figure.source, figure.verified) == (("knowledge",), False)


def test_a_limit_that_the_law_set_later_is_unknown_before(reference):
    assert reference.limits(dt.date(2025, 8, 31)).bonus_cut_percent is None
    assert reference.limits(dt.date(2025, 9, 1)).bonus_cut_percent == 20
    assert reference.limits(dt.date.min).probation_months == 3


def test_entering_a_figure_leaves_the_old_reference_as_it_was(reference):
    new = entered(reference)
    assert new.minimum_wage(NEW_YEAR).amount == 30000
    assert reference.minimum_wage(NEW_YEAR) is None


def test_what_is_entered_stands_beside_the_figure_of_the_code(reference):
    new = entered(reference, since=dt.date(2026, 10, 1), region="г. Москва")
    assert new.minimum_wage(dt.date(2026, 11, 1), "Москва").amount == 30000
    assert [(f.amount, f.author) for f in new.history("minimum_wage", "Москва")][-2:] == [
        (39730, ""),
        (30000, "Ли А. Б."),
    ]


def test_the_figure_entered_last_wins(reference):
    new = entered(entered(reference), amount=Decimal(31000))
    assert new.minimum_wage(NEW_YEAR).amount == 31000


def test_an_entered_figure_ends_when_it_says(reference):
    new = entered(reference, until=dt.date(2027, 6, 30))
    assert new.minimum_wage(dt.date(2027, 6, 30)) is not None
    assert new.minimum_wage(dt.date(2027, 7, 1)) is None


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"name": "overtime_hours"}, "не знает ни одно правило"),
        ({"amount": Decimal(0)}, "больше нуля"),
        ({"amount": Decimal("NaN")}, "больше нуля"),
        ({"until": dt.date(2026, 12, 31)}, "кончается раньше"),
        ({"source": " "}, "источник"),
        ({"author": ""}, "кто ввёл"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(reference, changes, problem):
    with pytest.raises(ReferenceDataError, match=problem):
        entered(reference, **changes)


def test_it_tells_what_ends_in_the_next_ninety_days(reference):
    gaps = [(gap.name, gap.on) for gap in reference.gaps(dt.date(2026, 11, 23))]
    assert gaps == [("calendar", NEW_YEAR), ("minimum_wage", NEW_YEAR)]


def test_it_tells_what_already_is_missing(reference):
    (calendar, wage) = reference.gaps(dt.date(2028, 3, 1), days=30)
    assert (calendar.on, wage.on, wage.last) == (
        dt.date(2028, 3, 1),
        dt.date(2028, 3, 1),
        None,
    )


def test_nothing_is_missing_in_spring(reference):
    assert reference.gaps(dt.date(2026, 3, 1)) == ()


def test_a_figure_entered_for_next_year_fills_the_gap(reference):
    gaps = entered(reference).gaps(dt.date(2026, 11, 23))
    assert [gap.name for gap in gaps] == ["calendar"]


def test_a_calendar_entered_from_the_act_gives_the_months(reference):
    year = CalendarYear(
        year=2027,
        basis="ПП РФ № 1",
        source=("ПП РФ № 1",),
        confidence="high",
        author="Ли А. Б.",
        norm_40=Decimal(1972),
        working_days=247,
        days_off=frozenset(dt.date(2027, m, d) for m, d in OFF_2027),
        short_days=frozenset(dt.date(2027, m, d) for m, d in SHORT_2027),
    )
    new = reference.with_calendar_year(year)
    assert new.calendar.year(2027).month_norm(1) == 120
    assert reference.calendar.year(2027).month_norm(1) is None


def test_a_calendar_that_does_not_add_up_is_refused(reference):
    known = reference.calendar.year(2026)
    wrong = CalendarYear(
        year=2026,
        basis=known.basis,
        source=known.source,
        confidence="high",
        norm_40=Decimal(1980),
        working_days=247,
        days_off=known.days_off,
        short_days=known.short_days,
    )
    with pytest.raises(ReferenceDataError, match="1972, а не norm_40 1980"):
        reference.with_calendar_year(wrong)


def test_terms_fines_and_classifiers_are_there_to_be_shown(reference):
    groups = {statement.group for statement in reference.statements}
    assert groups == {"terms", "fines", "classifiers", "recheck"}
    fine = next(s for s in reference.statements if s.name == "bad_contract")
    assert (fine.low, fine.high) == (50000, 100000)

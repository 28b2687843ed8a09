"""Comparisons with the unknown, ages, terms, identity numbers."""

import datetime as dt
from decimal import Decimal

import pytest

from hr_docs.law import logic
from hr_docs.law.wording import as_day, as_money, as_number

DAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize("compare", [logic.below, logic.above])
@pytest.mark.parametrize("sides", [(None, 1), (1, None), (None, None), (1, 1)])
def test_a_number_is_neither_below_nor_above_the_unknown_or_itself(compare, sides):
    assert not compare(*sides)


@pytest.mark.parametrize("compare", [logic.earlier, logic.later])
@pytest.mark.parametrize("sides", [(None, DAY), (DAY, None), (DAY, DAY)])
def test_a_day_is_neither_before_nor_after_the_unknown_or_itself(compare, sides):
    assert not compare(*sides)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, 1, False),
        (1, None, False),
        (1, Decimal(1), False),
        (1, 2, True),
        ("Старший  Оператор", "старший оператор", False),
        ("оператор", "старший оператор", True),
    ],
)
def test_values_differ_only_when_both_are_known(one, other, expected):
    assert logic.differ(one, other) is expected


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        (dt.date(2008, 11, 24), DAY, 17),
        (dt.date(2008, 11, 23), DAY, 18),
        (dt.date(2008, 2, 29), dt.date(2026, 2, 28), 17),
        (dt.date(2008, 2, 29), dt.date(2026, 3, 1), 18),
        (None, DAY, None),
        (DAY, None, None),
    ],
)
def test_age_is_counted_in_full_years(birth, on, years):
    assert logic.age(birth, on) == years


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (dt.date(2026, 12, 1), 3, dt.date(2027, 2, 28)),
        (dt.date(2026, 11, 30), 3, dt.date(2027, 2, 28)),
        (dt.date(2027, 11, 30), 3, dt.date(2028, 2, 29)),
        (dt.date(2026, 11, 28), 3, dt.date(2027, 2, 27)),
        (dt.date(2026, 1, 15), 60, dt.date(2031, 1, 14)),
        (None, 3, None),
    ],
)
def test_a_term_of_months_ends_on_its_last_day(start, months, end):
    assert logic.term_end(start, months) == end


def test_months_may_be_counted_back():
    assert logic.add_months(dt.date(2027, 3, 31), -1) == dt.date(2027, 2, 28)
    assert logic.months_after(None, 1) is None


@pytest.mark.parametrize(
    ("number", "length", "valid"),
    [
        ("7707083893", 10, True),
        ("7707083890", 10, False),
        ("500100732259", 12, True),
        ("500100732258", 12, False),
        ("500100732259", 10, False),
        ("77070838 93", 10, False),
        ("0000000000", 10, False),
    ],
)
def test_a_taxpayer_number_has_control_digits(number, length, valid):
    assert logic.inn_is_valid(number, length) is valid


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("112-233-445 95", True),
        ("11223344595", True),
        ("112-233-445 96", False),
        ("087-654-303 00", True),
        ("001-001-998 42", True),
        ("001-001-999 42", False),
        ("000-000-000 00", False),
        ("112-233-445", False),
        ("112-233-445 9x", False),
    ],
)
def test_an_insurance_number_has_a_control_sum(number, valid):
    assert logic.snils_is_valid(number) is valid


def test_messages_print_amounts_and_days_as_documents_do():
    assert as_money(Decimal(27093)) == "27\N{NO-BREAK SPACE}093 ₽"
    assert as_money(Decimal("164.8")) == "164,80 ₽"
    assert as_number(Decimal("20.50")) == "20,5"
    assert as_day(DAY) == "23.11.2026"


@pytest.mark.parametrize("printed", [as_money(None), as_number(None), as_day(None)])
def test_an_unknown_is_printed_as_not_given(printed):
    assert printed == "не указано"

"""Dates in words."""

from datetime import date

import pytest

from hr_docs.russian import date_in_quotes, date_in_words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 15), "15 марта 2026 г."),
        (date(2024, 2, 29), "29 февраля 2024 г."),
        (date(2026, 1, 1), "1 января 2026 г."),
        (date(2026, 12, 31), "31 декабря 2026 г."),
    ],
)
def test_a_date_in_words(day, words):
    assert date_in_words(day) == words


def test_a_date_in_quotes_has_two_digits_of_the_day():
    assert date_in_quotes(date(2026, 3, 5)) == "«05» марта 2026 г."


@pytest.mark.parametrize("wrong", ["2026-03-15", None])
def test_it_refuses_what_is_no_date(wrong):
    with pytest.raises(TypeError, match="a date is expected, not"):
        date_in_words(wrong)

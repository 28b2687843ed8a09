"""Numbers with their nouns."""

from decimal import Decimal

import pytest

from hr_docs.law.wording import as_years, counted


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 день"),
        (21, "21 день"),
        (11, "11 дней"),
        (24, "24 дня"),
        (14, "14 дней"),
        (28, "28 дней"),
        (Decimal("2.5"), "2,5 дня"),
        (None, "не указано"),
    ],
)
def test_a_noun_agrees_with_its_number(number: Decimal | int | None, words: str):
    assert counted(number, "день", "дня", "дней") == words


@pytest.mark.parametrize(
    ("age", "words"),
    [(17, "17 лет"), (2, "2 года"), (1, "1 год"), (-3, "0 лет"), (None, "не указано")],
)
def test_years_of_age_agree_with_their_number(age: int | None, words: str):
    assert as_years(age) == words

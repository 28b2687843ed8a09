"""Plain values as a person reads them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from hr_docs.pages.facts import in_words

WORDS = [
    (True, "да"),
    (date(2026, 12, 31), "31.12.2026"),
    (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), "01.01.2027 01:30"),
    (time(9, 5), "09:05"),
    (Decimal("300.50"), "300,50"),
    (28, "28"),
]


@pytest.mark.parametrize(("value", "words"), WORDS)
def test_it_writes_a_value_as_it_is_read(value, words):
    assert in_words(value) == words

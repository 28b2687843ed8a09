"""Sums of money in words."""

from decimal import Decimal

import pytest

from hr_docs.russian import money_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("350", "350 (триста пятьдесят) рублей 00 копеек"),
        ("230.50", "230 (двести тридцать) рублей 50 копеек"),
        ("21.21", "21 (двадцать один) рубль 21 копейка"),
        ("0", "0 (ноль) рублей 00 копеек"),
        ("0.02", "0 (ноль) рублей 02 копейки"),
        ("1250", "1\u00a0250 (одна тысяча двести пятьдесят) рублей 00 копеек"),
        ("1000000", "1\u00a0000\u00a0000 (один миллион) рублей 00 копеек"),
        ("2002.03", "2\u00a0002 (две тысячи два) рубля 03 копейки"),
        ("0.005", "0 (ноль) рублей 01 копейка"),
        ("0.004", "0 (ноль) рублей 00 копеек"),
        ("99.995", "100 (сто) рублей 00 копеек"),
    ],
)
def test_a_sum_in_words(amount, words):
    assert money_in_words(Decimal(amount)) == words


def test_a_whole_number_of_roubles_is_a_sum():
    assert money_in_words(42) == "42 (сорок два) рубля 00 копеек"


def test_a_sum_of_a_hundred_milliards():
    words = money_in_words(Decimal("100000000000"))
    assert words == "100\u00a0000\u00a0000\u00a0000 (сто миллиардов) рублей 00 копеек"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("gent", "21 (двадцати одного) рубля 21 копейки"),
        ("datv", "21 (двадцати одному) рублю 21 копейке"),
        ("accs", "21 (двадцать один) рубль 21 копейку"),
        ("ablt", "21 (двадцатью одним) рублём 21 копейкой"),
        ("loct", "21 (двадцати одном) рубле 21 копейке"),
    ],
)
def test_a_sum_declines(case, words):
    assert money_in_words(Decimal("21.21"), case=case) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "0 (нолю) рублей 00 копеек"),
        ("2000000", "2\u00a0000\u00a0000 (двум миллионам) рублей 00 копеек"),
        ("21000", "21\u00a0000 (двадцати одной тысяче) рублей 00 копеек"),
        ("1002.01", "1\u00a0002 (одной тысяче двум) рублям 01 копейке"),
    ],
)
def test_nought_thousands_and_millions_leave_roubles_in_the_genitive(amount, words):
    assert money_in_words(Decimal(amount), case="datv") == words


@pytest.mark.parametrize("amount", [350.0, "350", None, True])
def test_it_refuses_what_is_no_exact_number(amount):
    with pytest.raises(TypeError, match="money is a Decimal"):
        money_in_words(amount)


@pytest.mark.parametrize(
    "amount", ["-0.01", "-1", "1000000000000", "999999999999.995", "NaN", "sNaN", "Infinity"]
)
def test_it_refuses_a_sum_out_of_range(amount):
    with pytest.raises(ValueError, match="from 0 to"):
        money_in_words(Decimal(amount))

"""Counted things."""

from decimal import Decimal

import pytest

from hr_docs.russian import counted, quantity, quantity_in_words


@pytest.mark.parametrize(
    ("n", "unit", "case", "words"),
    [
        (3, "месяц", "nomn", "3 (три) месяца"),
        (3, "месяц", "gent", "3 (трёх) месяцев"),
        (40, "час", "nomn", "40 (сорок) часов"),
        (1, "календарный день", "nomn", "1 (один) календарный день"),
        (2, "рабочий день", "nomn", "2 (два) рабочих дня"),
        (2, "рабочая смена", "nomn", "2 (две) рабочие смены"),
        (5, "рабочий день", "datv", "5 (пяти) рабочим дням"),
        (21, "рабочий день", "gent", "21 (двадцати одного) рабочего дня"),
        (1, "неделя", "accs", "1 (одну) неделю"),
        (1, "полная неделя", "accs", "1 (одну) полную неделю"),
        (1, "календарный день", "accs", "1 (один) календарный день"),
        (1, "новый оператор", "accs", "1 (одного) нового оператора"),
        (2, "новый оператор", "accs", "2 (двух) новых операторов"),
        (22, "новый оператор", "accs", "22 (двадцать два) новых оператора"),
        (5, "год", "nomn", "5 (пять) лет"),
        (3, "год", "nomn", "3 (три) года"),
        (5, "год", "ablt", "5 (пятью) годами"),
        (5, "человек", "nomn", "5 (пять) человек"),
        (5, "человек", "datv", "5 (пяти) человекам"),
        (28, "календарный день отпуска", "nomn",
         "28 (двадцать восемь) календарных дней отпуска"),
        (1972, "час", "nomn", "1\u00a0972 (одна тысяча девятьсот семьдесят два) часа"),
        (2, "рабочий", "nomn", "2 (два) рабочих"),
        (2, "столовая", "nomn", "2 (две) столовые"),
        (1, "рабочее место", "nomn", "1 (одно) рабочее место"),
        (Decimal("36.00"), "час", "nomn", "36 (тридцать шесть) часов"),
        (Decimal("0.5"), "ставка", "nomn", "0,5 ставки"),
        (Decimal("1.50"), "час", "datv", "1,5 часа"),
        (Decimal("0.75"), "полная ставка", "nomn", "0,75 полной ставки"),
    ],
)  # fmt: skip
def test_a_quantity_in_words(n, unit, case, words):
    assert quantity_in_words(n, unit, case=case) == words


def test_a_quantity_in_figures():
    assert quantity(3, "месяц") == "3 месяца"
    assert quantity(Decimal("1250.5"), "час") == "1\u00a0250,5 часа"


def test_the_unit_alone():
    assert counted("рабочий день", 5) == "рабочих дней"


@pytest.mark.parametrize("unit", ["сутки", "месяца", "рабочая", "красиво", ""])
def test_it_refuses_a_unit_that_is_no_countable_noun(unit):
    with pytest.raises(ValueError, match="not a countable noun"):
        quantity(2, unit)


@pytest.mark.parametrize("n", [1.5, "2", True])
def test_it_refuses_what_is_no_exact_number(n):
    with pytest.raises(TypeError, match="an int or a Decimal"):
        quantity_in_words(n, "час")


@pytest.mark.parametrize("n", [-1, Decimal("-0.5"), Decimal("NaN")])
def test_it_refuses_a_negative_or_endless_quantity(n):
    with pytest.raises(ValueError, match="must"):
        quantity_in_words(n, "час")

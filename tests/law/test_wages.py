"""An hourly rate against the minimum wage, month by month."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from hr_docs.law import ContractFacts, WageTerms, load_reference, wage_by_month
from hr_docs.law.wage_floor import WageFloor
from tests.law.contracts import on_site

GAP = "\N{NO-BREAK SPACE}"


def year_of(rate: object = 200, year=2026, reference=None, **terms: Any):
    numbers = {"week", "share", "coefficient"} & terms.keys()
    terms |= {name: Decimal(str(terms[name])) for name in numbers}
    return wage_by_month(
        WageTerms(rate=Decimal(str(rate)), year=year, **terms), reference=reference
    )


def terms_of(mapping):
    facts = ContractFacts.from_mapping(mapping)
    terms = WageTerms.of(facts, 2026, reference=load_reference())
    assert terms is not None
    return terms


def test_each_month_has_its_norm_pay_minimum_and_gap():
    months = year_of(200).months
    january, july = months[0], months[6]
    assert len(months) == 12
    assert (january.month, january.norm_hours, january.pay) == (1, 120, 24000)
    assert (january.minimum, january.gap, january.lawful) == (27093, 3093, False)
    assert (july.month, july.pay, july.gap, july.lawful) == (7, 36800, 0, True)


def test_the_rates_that_2026_needs():
    year = year_of()
    quotients = [str(month.quotient) for month in year.months]
    assert (quotients[0], quotients[6]) == ("225.78", "147.24")
    assert (str(year.average_floor), str(year.strict_floor)) == ("164.87", "225.78")


def test_the_lowest_rate_is_rounded_up_so_that_nothing_is_lacking():
    july = year_of().months[6]
    assert str(july.lowest_rate) == "147.25"
    assert year_of(july.lowest_rate).months[6].gap == 0
    assert year_of("147.24").months[6].gap > 0


def test_a_region_has_its_own_floor():
    year = year_of(245, region="Москва")
    assert (str(year.average_floor), str(year.strict_floor)) == ("241.77", "331.09")
    assert year.months[0].figure.region == "Москва"


def test_the_larger_minimum_binds():
    reference = load_reference().with_figure(
        amount=Decimal(20000),
        since=dt.date(2026, 1, 1),
        region="Тверская область",
        source="соглашение",
        author="Ли А. Б.",
    )
    year = year_of(region="Тверская область", reference=reference)
    assert {month.figure.region for month in year.months} == {None}


def test_the_formula_and_the_source_are_told():
    year = year_of()
    july = year.months[6]
    assert july.formula == f"27{GAP}093 ₽ ÷ 184 ч = 147,2446; не ниже 147,25 ₽/ч"
    assert july.figure.basis == "82-ФЗ ст. 1 в ред. 429-ФЗ от 28.11.2025"
    assert year.calendar.basis == "ПП РФ от 24.09.2025 № 1466"


def test_part_time_is_in_proportion():
    half = year_of(200, share="0.5")
    assert (half.months[0].norm_hours, half.months[0].pay) == (60, 12000)
    assert half.months[0].minimum == Decimal("13546.50")
    assert str(half.average_floor) == "164.87"


def test_a_shortened_week_for_full_pay_needs_a_higher_rate():
    assert str(year_of(week=35).average_floor) == "188.48"


def test_the_district_coefficient_is_paid_on_top_of_the_minimum():
    january = year_of(200, coefficient="1.15").months[0]
    assert (january.pay, january.minimum) == (27600, Decimal("31156.95"))
    assert str(january.quotient) == "225.78"
    assert january.formula.startswith(f"31{GAP}156,95 ₽ ÷ (120 ч × 1,15) =")


def test_an_agreement_may_count_the_coefficient_in():
    reference = load_reference().with_figure(
        amount=Decimal(33000),
        since=dt.date(2026, 1, 1),
        region="Республика Коми",
        source="соглашение",
        author="Ли А. Б.",
        includes_coefficient=True,
    )
    year = year_of(200, coefficient="1.2", region="Республика Коми", reference=reference)
    assert {month.minimum for month in year.months} == {Decimal("33000.00")}
    assert str(year.months[0].quotient) == "229.17"


def test_summed_accounting_compares_over_its_period():
    quarter = year_of(185, period_months=3).months[:3]
    assert {str(month.lowest_rate) for month in quarter} == {"184.73"}
    assert [month.gap for month in quarter] == [0, 0, 0]
    assert sum(month.minimum for month in quarter) == 3 * 27093
    assert quarter[0].formula.endswith("учётный период январь — март")


def test_a_period_that_does_not_divide_the_year_leaves_a_shorter_one():
    year = year_of(period_months=5)
    assert year.months[11].formula.endswith("ноябрь — декабрь")
    assert len(year.months) == 12


def test_a_top_up_clause_makes_a_gap_lawful():
    january = year_of(200, top_up=True).months[0]
    assert (january.gap, january.lawful) == (3093, True)


def test_what_is_not_known_is_named_instead_of_guessed():
    year = year_of(year=2027)
    assert (year.months, year.average_floor, year.strict_floor) == ((), None, None)
    assert year.missing == (
        "минимальный размер оплаты труда на 2027 год",
        "норма часов по месяцам на 2027 год",
    )


def test_a_preliminary_year_has_its_average_once_the_minimum_is_entered():
    reference = load_reference().with_figure(
        amount=Decimal(30000), since=dt.date(2027, 1, 1), source="500-ФЗ", author="Ли А. Б."
    )
    year = year_of(year=2027, reference=reference)
    assert (str(year.average_floor), year.months) == ("182.56", ())
    assert year.missing == ("норма часов по месяцам на 2027 год",)
    assert year_of(year=2027, week=36, reference=reference).average_floor is None


def test_a_year_that_nobody_knows_has_nothing():
    assert year_of(year=2035).missing[0] == "минимальный размер оплаты труда на 2035 год"


def test_a_contract_gives_its_terms():
    facts = on_site()
    facts["time"]["hours_week"] = 20
    facts["contract"]["region"] = "Москва"
    assert terms_of(facts) == WageTerms(
        rate=Decimal(230),
        year=2026,
        share=Decimal("0.5"),
        region="Москва",
        period_months=3,
        top_up=True,
    )


def test_a_disabled_employee_has_a_week_of_35_hours_for_full_pay():
    facts = {"pay": {"type": "hourly", "rate_hour": 300}, "employee": {"disability_group": 2}}
    terms = terms_of(facts)
    assert (terms.week, terms.share, terms.period_months) == (35, 1, 1)


def test_a_refusal_leaves_the_federal_minimum_only():
    facts = {
        "pay": {"type": "hourly", "rate_hour": 300},
        "contract": {"region": "Москва"},
        "employer": {"regional_refusal": True},
    }
    assert terms_of(facts).region is None


@pytest.mark.parametrize("pay", [{}, {"type": "salary", "rate_hour": 1}, {"type": "hourly"}])
def test_without_an_hourly_rate_there_are_no_terms(pay):
    facts = ContractFacts.from_mapping({"pay": pay})
    assert WageTerms.of(facts, 2026, reference=load_reference()) is None


def test_a_floor_of_nothing_known_has_no_rates():
    figure = load_reference().minimum_wage(dt.date(2026, 1, 1))
    assert (WageFloor().average_rate(figure), WageFloor().strict_rate(None)) == (None, None)


def test_half_a_kopeck_of_the_minimum_is_rounded_from_the_exact_amount():
    """202 623 ₽ ÷ 493 ч × 128,275 ч is 52 721,025 ₽; a rounded quotient would lose the half."""
    year = year_of(245, region="Москва", share="0.733", coefficient="1.7", period_months=3)
    assert year.months[3].minimum == Decimal("52721.03")


def test_a_region_alone_does_not_say_what_binds():
    year = year_of(year=2027, region="Москва")
    assert (year.average_floor, year.months) == (None, ())
    assert year.missing[0] == "минимальный размер оплаты труда на 2027 год"

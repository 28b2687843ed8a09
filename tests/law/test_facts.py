"""Facts are typed: unknown is not false and not zero, and what does not fit is refused by name."""

import datetime as dt
from decimal import Decimal

import pytest

from hr_docs.law import ContractFacts, FactsError
from hr_docs.law.facts import Contract, Employer, Pay, Signatory

DAY = dt.date(2026, 11, 23)


def read(mapping):
    return ContractFacts.from_mapping(mapping)


def test_an_object_that_is_not_given_does_not_exist():
    facts = read({"contract": {}, "pay": None})
    assert (facts.contract, facts.pay) == (Contract(), None)


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_a_blank_is_unknown(nothing):
    assert read({"employee": {"fio": nothing}}).employee.fio is None


def test_false_zero_and_an_empty_list_are_known():
    facts = read({"employee": {"pregnant": False}, "time": {"hours_week": 0}, "pay": {"days": []}})
    assert (facts.employee.pregnant, facts.time.hours_week, facts.pay.days) == (False, 0, ())


@pytest.mark.parametrize(
    ("number", "exact"),
    [(350, "350"), (0.1, "0.1"), (164.87, "164.87"), (Decimal("164.870"), "164.870")],
)
def test_a_number_is_exactly_what_is_printed(number, exact):
    rate = read({"pay": {"rate_hour": number}}).pay.rate_hour
    assert (type(rate), str(rate)) == (Decimal, exact)


@pytest.mark.parametrize("day", [DAY, "2026-11-23"])
def test_a_date_may_be_iso_text(day):
    assert read({"contract": {"date": day}}).contract.date == DAY


def test_inner_objects_are_read():
    signatory = {"fio": " Ли А. Б. ", "authority_to": DAY}
    facts = read({"employer": {"signatory": signatory}})
    assert facts.employer == Employer(signatory=Signatory(fio="Ли А. Б.", authority_to=DAY))


@pytest.mark.parametrize("paper", [True, False, "Перечень № 1"])
def test_a_paper_is_its_title_or_whether_there_is_one(paper):
    assert read({"nda": {"list_doc": paper}}).nda.list_doc == paper


@pytest.mark.parametrize(
    ("given", "read_as"),
    [(3.1, "3.1"), ("3,1", "3.1"), ("класс 2 (допустимый)", "2"), (4, "4"), ("2.0", "2")],
)
def test_a_class_of_conditions_has_one_spelling(given, read_as):
    assert read({"contract": {"work_conditions": given}}).contract.work_conditions == read_as


def test_words_about_conditions_stay_words():
    facts = read({"contract": {"work_conditions": "не оценены, срок 12 месяцев"}})
    assert facts.contract.work_conditions == "не оценены, срок 12 месяцев"


def test_a_bare_number_of_months_is_a_term():
    assert read({"mentor": {"term": 2}}).mentor.term == "2"


def test_a_whole_number_may_come_from_a_spreadsheet():
    assert read({"pay": {"final_day": 10.0}}).pay.final_day == 10


def test_facts_built_directly_equal_facts_that_were_read():
    pay = Pay(type="hourly", rate_hour=Decimal(300), days=(10, 25))
    assert read({"pay": {"type": "hourly", "rate_hour": 300, "days": [10, 25]}}).pay == pay


@pytest.mark.parametrize(
    ("mapping", "name", "nearest"),
    [
        ({"emploee": {}}, "emploee", "employee"),
        ({"contract": {"star_date": DAY}}, "contract.star_date", "contract.start_date"),
        ({"contract": {"rate_hour": 300}}, "contract.rate_hour", "pay.rate_hour"),
        ({"employee": {"iddoc": {"nomber": "1"}}}, "employee.iddoc.nomber", None),
        ({"qqqqqqqq": 1}, "qqqqqqqq", ""),
    ],
)
def test_an_unknown_name_is_refused_with_its_dotted_name(mapping, name, nearest):
    with pytest.raises(FactsError, match=name) as refused:
        read(mapping)
    assert refused.value.name == name
    assert nearest is None or refused.value.nearest == nearest


def test_the_message_for_an_unknown_name_offers_the_nearest():
    with pytest.raises(FactsError, match=r"Похожий известный факт — pay\.rate_hour\."):
        read({"pay": {"rate_hours": 300}})


@pytest.mark.parametrize(
    ("mapping", "name", "expected"),
    [
        ({"pay": {"rate_hour": "260"}}, "pay.rate_hour", "число, не текст"),
        ({"pay": {"rate_hour": True}}, "pay.rate_hour", "число, не текст"),
        ({"pay": {"rate_hour": float("nan")}}, "pay.rate_hour", "конечное число"),
        ({"pay": {"days": 10}}, "pay.days", "список"),
        ({"pay": {"days": [10, "25"]}}, "pay.days", "число, не текст"),
        ({"pay": {"final_day": 10.5}}, "pay.final_day", "целое число"),
        ({"employee": {"fio": 5}}, "employee.fio", "текст"),
        ({"employee": {"pregnant": 1}}, "employee.pregnant", "да или нет"),
        ({"employee": {"sex": "ж"}}, "employee.sex", "одно из слов f, m"),
        ({"contract": {"format": "remote"}}, "contract.format", "remote_permanent"),
        ({"contract": {"date": "23.11.2026"}}, "contract.date", "дата вида 2026-11-23"),
        ({"contract": {"date": "2026-02-30"}}, "contract.date", "дата, которая есть в календаре"),
        (
            {"contract": {"date": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}},
            "contract.date",
            "дата вида",
        ),
        ({"nda": {"stamp": 1}}, "nda.stamp", "название документа"),
        ({"contract": 5}, "contract", "вложенные поля"),
        (["contract"], "facts", "вложенные поля"),
    ],
)
def test_a_value_of_another_type_is_refused(mapping, name, expected):
    with pytest.raises(FactsError, match=expected) as refused:
        read(mapping)
    assert refused.value.name == name


def test_a_refusal_never_repeats_the_value():
    with pytest.raises(FactsError) as refused:
        read({"employee": {"birth_date": "Петрова Мария"}})
    assert "Петрова" not in str(refused.value)

"""Saving records: what is normalised, proposed and refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from employees.models import Acquaintance, Employer, Operator, Signatory, Site
from employees.services import (
    record_acquaintance,
    save_employer,
    save_employment,
    save_local_act,
    save_operator,
    save_signatory,
    save_site,
)
from hr_docs.russian import PersonName
from tests import factories, identifiers

pytestmark = pytest.mark.django_db


def refusal(save, **arguments):
    with pytest.raises(ValidationError) as caught:
        save(**arguments)
    return caught.value.message_dict


def test_it_normalises_an_operator():
    operator = factories.OperatorFactory.build(
        surname="  Королёва ", phone="89123456789", snils="11223344595", name_forms={}
    )
    save_operator(operator=operator)
    operator.refresh_from_db()
    assert (operator.surname, operator.phone) == ("Королёва", "+7 (912) 345-67-89")
    assert operator.snils == "112-233-445 95"
    assert operator.name_forms["ablt"]["value"]["surname"] == "Королёвой"


@pytest.mark.parametrize(
    "words", ["королева", "КОРОЛЁВА анна", "0042", "912 345", "+7 (912)", "89123456789"]
)
def test_it_can_be_found(words):
    operator = factories.make_operator(
        surname="Королёва", personnel_number="0042", phone="+7 (912) 345-67-89"
    )
    save_operator(operator=operator)
    assert list(Operator.objects.search(words)) == [operator]


def test_it_declines_again_after_a_change_of_name():
    operator = factories.make_operator()
    operator.surname = "Орлова"
    save_operator(operator=operator)
    assert operator.name_forms["gent"]["value"]["surname"] == "Орловой"


def test_it_keeps_an_edited_form_and_marks_it_stale():
    operator = factories.make_operator()
    edited = PersonName("Иванова", "Анны", "Петровны")
    save_operator(operator=operator, name_edits={"gent": edited})
    operator.surname = "Орлова"
    save_operator(operator=operator)
    form = operator.name_forms["gent"]
    assert (form["value"]["surname"], form["origin"], form["stale"]) == ("Иванова", "edited", True)
    assert operator.name_forms["datv"]["stale"] is False


def test_it_names_the_field_and_the_reason():
    operator = factories.OperatorFactory.build(snils="112-233-445 96")
    errors = refusal(save_operator, operator=operator)
    assert list(errors) == ["snils"]
    assert "онтрольн" in errors["snils"][0]


def test_it_tells_who_has_the_identifier():
    stored = factories.make_operator(personnel_number="0007")
    twin = factories.OperatorFactory.build(snils=stored.snils)
    assert "за табельным номером 0007" in refusal(save_operator, operator=twin)["snils"][0]


def test_an_operator_may_get_another_personnel_number():
    operator = factories.make_operator()
    operator.personnel_number = "X-1"
    assert save_operator(operator=operator).personnel_number == "X-1"


def test_it_saves_an_employer_with_its_declension():
    employer = factories.EmployerFactory.build(phone="84950000000", name_forms={})
    save_employer(employer=employer)
    assert employer.phone == "+7 (495) 000-00-00"
    assert employer.name_forms["gent"]["value"].startswith("Общества с ограниченной")


def test_a_sole_trader_has_other_numbers():
    trader = factories.EmployerFactory.build(
        kind=Employer.Kind.IP,
        inn=identifiers.person_inn(5),
        ogrn=identifiers.ogrnip(5),
        kpp="",
        full_name="Индивидуальный предприниматель Орлов Пётр Ильич",
    )
    assert save_employer(employer=trader).pk
    trader.kpp = "770001001"
    assert list(refusal(save_employer, employer=trader)) == ["kpp"]


def test_a_new_default_signatory_takes_over():
    first = factories.make_signatory(is_default=True)
    second = Signatory(
        employer=first.employer,
        surname="Беляев",
        name="Игорь",
        gender="m",
        position="Директор",
        authority="charter",
        is_default=True,
    )
    save_signatory(signatory=second)
    first.refresh_from_db()
    assert (first.is_default, second.is_default) == (False, True)
    assert second.position_forms["gent"]["value"] == "Директора"


def test_it_refuses_an_authority_without_its_document():
    signatory = factories.make_signatory()
    signatory.authority = Signatory.Authority.POWER_OF_ATTORNEY
    assert set(refusal(save_signatory, signatory=signatory)) == {
        "authority_number",
        "authority_date",
    }


def test_it_saves_a_site_and_a_local_act():
    site = factories.SiteFactory.build(employer=factories.make_employer())
    assert save_site(site=site).pk
    act = factories.LocalActFactory.build(employer=site.employer)
    assert save_local_act(local_act=act).pk


def test_it_refuses_a_coefficient_below_one():
    site = Site(employer=factories.make_employer(), name="А", address="Б", locality="В")
    site.region, site.district_coefficient = "Г", 0
    assert list(refusal(save_site, site=site)) == ["district_coefficient"]


def test_it_saves_an_employment():
    employment = factories.make_employment()
    employment.hourly_rate = 310
    assert save_employment(employment=employment).hourly_rate == 310


def test_it_refuses_a_second_main_job_in_words():
    first = factories.make_employment()
    second = factories.make_employment(operator=first.operator, kind="secondary")
    second.kind, second.employer = "main", first.employer
    second.site, second.signatory = first.site, first.signatory
    assert refusal(save_employment, employment=second)


def test_it_notes_an_acquaintance_once():
    employment = factories.make_employment()
    edition = employment.job_description
    for day in (date(2026, 11, 27), date(2026, 11, 30)):
        record_acquaintance(employment=employment, job_description=edition, read_on=day)
    assert Acquaintance.objects.get().read_on == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("read_on", "reason", "is_refused"),
    [
        (date(2026, 11, 30), "", False),
        (date(2026, 12, 1), "", True),
        (date(2026, 12, 1), "заболел в день подписания", False),
        (date(2025, 12, 1), "", True),
    ],
)
def test_it_dates_an_acquaintance(read_on, reason, is_refused):
    employment = factories.make_employment()
    act = factories.make_local_act(employer=employment.employer)
    arguments = {
        "employment": employment,
        "local_act": act,
        "read_on": read_on,
        "late_reason": reason,
    }
    if is_refused:
        assert list(refusal(record_acquaintance, **arguments)) == ["read_on"]
    else:
        assert record_acquaintance(**arguments).pk


def test_what_is_approved_later_is_read_later():
    employment = factories.make_employment()
    act = factories.make_local_act(employer=employment.employer, approved_on=date(2027, 1, 11))
    noted = record_acquaintance(employment=employment, local_act=act, read_on=date(2027, 1, 15))
    assert noted.pk


def test_it_refuses_an_act_of_another_employer():
    employment, act = factories.make_employment(), factories.make_local_act()
    assert list(
        refusal(
            record_acquaintance, employment=employment, local_act=act, read_on=date(2026, 11, 30)
        )
    ) == ["local_act"]

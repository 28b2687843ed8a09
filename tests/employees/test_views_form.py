"""Adding and changing an operator: what is saved, what is refused and where it is said."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from employees.forms.employment import EmploymentForm
from employees.forms.operator import OperatorForm
from employees.models import Employment, Operator
from employees.services import save_operator
from tests.factories import EmploymentFactory, make_edition, make_employment
from tests.forms import answers_of
from tests.reading import text_of

ADD = reverse("employees:employment_add")


def hire_answers(employment: Employment, **changes: Any) -> dict[str, Any]:
    """What the browser sends when the forms are filled in with this employment's data."""
    forms = (
        OperatorForm(instance=employment.operator, user=AnonymousUser()),
        EmploymentForm(instance=employment, user=AnonymousUser()),
    )
    return answers_of(*forms) | changes


@pytest.fixture
def newcomer(db) -> dict[str, Any]:
    """Answers for a person who is not recorded yet."""
    known = make_employment()
    changes = {
        "personnel_number": "0900",
        "surname": "Белова",
        "snils": "112-233-445 95",
        "inn": "500100732259",
        "identity_number": "777777",
    }
    return hire_answers(known, **changes)


def _error_of(answer, field: str) -> str:
    """What is said beside the field, found the way a screen reader finds it."""
    page = answer.content.decode()
    control = re.search(rf'<(?:input|select)[^>]*name="{field}"[^>]*>', page)
    assert control is not None
    assert 'aria-invalid="true"' in control.group()
    (described_by,) = re.findall(r'aria-describedby="([^"]+)"', control.group())
    ids = [each for each in described_by.split() if each.endswith("_error")]
    said = re.search(rf'(?s)id="{ids[0]}".*?</div>', page)
    assert said is not None
    return re.sub(r"<[^>]+>|id=\S+ class=\S+", " ", said.group())


def test_it_adds_an_operator_with_the_terms(desk: Client, newcomer):
    answer = desk.post(ADD, newcomer)
    added = Employment.objects.select_related("operator").get(operator__personnel_number="0900")
    assert answer.headers["Location"] == reverse("employees:employment", args=[added.pk])
    assert added.operator.full_name == "Белова Анна Петровна"
    assert added.operator.name_forms["gent"]["value"]["surname"] == "Беловой"


def test_it_takes_the_job_description_in_force(desk: Client, newcomer):
    del newcomer["job_description"]
    desk.post(ADD, newcomer)
    added = Employment.objects.get(operator__personnel_number="0900")
    assert added.job_description == added.position.editions.get(tier=added.tier)


def test_it_says_when_no_job_description_is_in_force(desk: Client, newcomer):
    del newcomer["job_description"]
    answer = desk.post(ADD, newcomer | {"contract_date": "2020-01-01"})
    assert "нет действующей инструкции" in _error_of(answer, "job_description")


REFUSED = [
    ("surname", "", "Обязательное поле"),
    ("snils", "112-233-445 96", "Контрольные цифры"),
    ("inn", "500100732250", "Контрольные цифры"),
    ("birth_date", "31.02.1999", "правильную дату"),
    ("hourly_rate", "много", "Введите число"),
    ("email", "почта", "электронной почты"),
    ("personnel_number", "0001", "уже существует"),
]


@pytest.mark.parametrize(("field", "value", "reason"), REFUSED)
def test_it_refuses_a_wrong_value_on_its_field(desk: Client, newcomer, field, value, reason):
    Operator.objects.update(personnel_number="0001")
    answer = desk.post(ADD, newcomer | {field: value})
    assert reason in _error_of(answer, field)
    assert Operator.objects.count() == 1


def test_it_saves_nobody_when_the_terms_are_refused(desk: Client, newcomer):
    answer = desk.post(ADD, newcomer | {"work_mode": "remote"})
    assert "местность дистанционной работы" in _error_of(answer, "remote_locality")
    assert not Operator.objects.filter(personnel_number="0900").exists()


def test_it_lists_all_errors_above_the_form(desk: Client, newcomer):
    answer = desk.post(ADD, newcomer | {"surname": "", "hourly_rate": ""})
    assert "Фамилия : Обязательное поле" in text_of(answer)
    assert "Часовая ставка, руб. : Обязательное поле" in text_of(answer)


def test_it_keeps_what_was_typed(desk: Client, newcomer):
    answer = desk.post(ADD, newcomer | {"surname": "", "identity_issued_by": "МВД по г. Пензе"})
    assert 'value="МВД по г. Пензе"' in answer.content.decode()


def test_it_takes_sums_with_a_comma(desk: Client, newcomer):
    desk.post(ADD, newcomer | {"hourly_rate": "312,50"})
    assert str(Employment.objects.get(operator__personnel_number="0900").hourly_rate) == "312.50"


def test_it_empties_what_another_answer_makes_meaningless(desk: Client):
    employment = make_employment(remote=True)
    save_operator(operator=employment.operator)
    desk.post(
        reverse("employees:employment_edit", args=[employment.pk]),
        hire_answers(employment, work_mode="on_site"),
    )
    employment.refresh_from_db()
    assert (employment.work_mode, employment.remote_locality) == ("on_site", "")
    assert (employment.equipment, employment.compensation_per_day) == ("employer", None)


VARIANTS = ["remote", "remote_temporary", "hybrid", "fixed_term", "shifts"]


@pytest.mark.parametrize("variant", VARIANTS)
def test_saving_without_a_change_changes_nothing(desk: Client, variant: str):
    employment = EmploymentFactory.create(**{variant: True})
    save_operator(operator=employment.operator)
    before = Employment.objects.filter(pk=employment.pk).values().get()
    answer = desk.post(
        reverse("employees:employment_edit", args=[employment.pk]), hire_answers(employment)
    )
    after = Employment.objects.filter(pk=employment.pk).values().get()
    assert answer.status_code == 302, text_of(answer)
    assert {**before, "updated_at": None} == {**after, "updated_at": None}


def test_a_new_form_names_the_only_employer(desk: Client):
    employer = make_edition() and make_employment().employer
    page = desk.get(ADD).content.decode()
    assert f'<option value="{employer.pk}" selected>' in page


def test_it_adds_one_more_contract_of_a_known_operator(desk: Client):
    first = make_employment(status="ended")
    answers = hire_answers(
        first, status="ready", contract_date="2027-02-01", start_date="2027-02-02"
    )
    desk.post(reverse("employees:employment_again", args=[first.operator_id]), answers)
    second = Employment.objects.exclude(pk=first.pk).get()
    assert second.operator == first.operator
    card = text_of(desk.get(reverse("employees:employment", args=[second.pk])))
    assert "Другие договоры оператора: 01.12.2026" in card


def test_a_second_main_contract_with_one_employer_is_refused(desk: Client):
    first = make_employment()
    address = reverse("employees:employment_again", args=[first.operator_id])
    assert "уже есть основная работа" in text_of(desk.post(address, hire_answers(first)))
    assert Employment.objects.count() == 1

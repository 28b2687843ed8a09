"""The declension table of the form: proposed, edited, kept, asked about."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from employees.models import Employment, Operator
from employees.services import save_operator
from tests.employees.test_views_form import hire_answers
from tests.factories import make_employment
from tests.reading import text_of

HTMX = {"HX-Request": "true", "HX-Target": "declensions"}
PARTS = ("surname", "name", "patronymic")


@pytest.fixture
def employment(db) -> Employment:
    hired = make_employment()
    save_operator(operator=hired.operator)
    return hired


def _table(operator: Operator, of: str | None = None, **changes: str) -> dict[str, Any]:
    """The table as the browser sends it: the operator's stored forms, and what was changed."""
    words = [operator.surname, operator.name, operator.patronymic, operator.gender]
    sent = {
        f"name-{case}_{part}": form["value"][part]
        for case, form in operator.name_forms.items()
        for part in PARTS
    }
    return sent | {"name-of": of or "|".join(words)} | changes


def _save(desk: Client, employment: Employment, **answers: Any) -> dict[str, Any]:
    address = reverse("employees:employment_edit", args=[employment.pk])
    answer = desk.post(address, hire_answers(employment, **answers))
    assert answer.status_code == 302, text_of(answer)
    return dict(Operator.objects.get(pk=employment.operator_id).name_forms)


def test_it_saves_an_edited_form_with_its_origin(desk: Client, employment: Employment):
    forms = _save(desk, employment, **_table(employment.operator, **{"name-gent_name": "Аннушки"}))
    assert forms["gent"]["value"]["name"] == "Аннушки"
    assert [form["origin"] for form in forms.values()].count("edited") == 1


def test_forms_of_the_former_name_are_not_taken_for_edits(desk: Client, employment: Employment):
    forms = _save(desk, employment, **_table(employment.operator), surname="Белова")
    assert forms["gent"]["value"]["surname"] == "Беловой"
    assert {form["origin"] for form in forms.values()} == {"proposed"}


def test_an_edited_form_survives_a_new_name_and_asks_to_be_checked(
    desk: Client, employment: Employment
):
    _save(desk, employment, **_table(employment.operator, **{"name-gent_name": "Аннушки"}))
    employment = Employment.objects.get(pk=employment.pk)
    forms = _save(desk, employment, surname="Белова")
    assert forms["gent"] == {
        "value": {"surname": "Ивановой", "name": "Аннушки", "patronymic": "Петровны"},
        "origin": "edited",
        "flagged": False,
        "stale": True,
    }
    assert forms["datv"]["value"]["surname"] == "Беловой"


def test_the_flag_goes_when_hr_has_checked(desk: Client, employment: Employment):
    flagged = _save(desk, employment, surname="Заяц", gender="m", name="Пётр", patronymic="Ильич")
    assert all(form["flagged"] for form in flagged.values())
    employment = Employment.objects.get(pk=employment.pk)
    table = _table(employment.operator, **{"name-is_checked": "on"})
    assert not any(form["flagged"] for form in _save(desk, employment, **table).values())


def test_an_emptied_form_is_refused(desk: Client, employment: Employment):
    address = reverse("employees:employment_edit", args=[employment.pk])
    table = _table(employment.operator, **{"name-gent_surname": ""})
    answer = desk.post(address, hire_answers(employment, **table))
    assert "заполните опустевшие формы" in text_of(answer)


def test_a_new_name_is_declined_at_once(desk: Client, employment: Employment):
    answers = hire_answers(employment, **_table(employment.operator), surname="Ёлкина")
    address = reverse("employees:employment_edit", args=[employment.pk])
    answer = desk.post(address, answers, headers=HTMX)
    assert 'value="Ёлкиной"' in answer.content.decode()
    assert "<html" not in answer.content.decode()
    assert Operator.objects.get().surname == "Иванова"


def test_what_was_typed_survives_a_new_name(desk: Client, employment: Employment):
    table = _table(employment.operator, **{"name-gent_name": "Аннушки"})
    answers = hire_answers(employment, **table, surname="Ёлкина")
    address = reverse("employees:employment_edit", args=[employment.pk])
    page = desk.post(address, answers, headers=HTMX)
    assert 'value="Аннушки"' in page.content.decode()
    assert "имя сменилось, проверьте" in text_of(page)


def test_the_first_name_of_a_newcomer_is_declined_at_once(desk: Client):
    answers = {"surname": "Ёлкина", "name": "Анна", "gender": "f"}
    page = desk.post(reverse("employees:employment_add"), answers, headers=HTMX).content.decode()
    assert 'value="Ёлкиной"' in page
    assert 'value="Анне"' in page


def test_a_contested_name_says_why_it_should_be_checked(desk: Client):
    answers = {"surname": "Заяц", "name": "Пётр", "gender": "m"}
    answer = desk.post(reverse("employees:employment_add"), answers, headers=HTMX)
    assert "фамилия «Заяц»: норма допускает и другие формы" in text_of(answer)

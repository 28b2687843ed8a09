"""«Похожий оператор уже есть»: who is found, what is said of him, and to whom."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import EmployerLimit, Employment
from employees.services import save_operator
from tests.factories import make_employment
from tests.reading import text_of
from tests.rights import grant

pytestmark = pytest.mark.django_db
SIMILAR = reverse("employees:similar")


@pytest.fixture
def known() -> Employment:
    employment = make_employment(
        operator__surname="Ёлкина",
        operator__phone="8 912 345-67-89",
        operator__snils="112-233-445 95",
    )
    save_operator(operator=employment.operator)
    return employment


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (
            {
                "surname": "ЕЛКИНА",
                "name": "Анна",
                "patronymic": "Петровна",
                "birth_date": "1998-04-17",
            },
            "те же имя и дата рождения",
        ),
        ({"phone": "+79123456789"}, "тот же телефон"),
        ({"snils": "112 233 445 95"}, "тот же СНИЛС"),
    ],
)
def test_it_finds_the_same_person_in_any_spelling(desk: Client, known, typed, reason):
    text = text_of(desk.post(SIMILAR, typed))
    assert "Похожий оператор уже есть" in text
    assert f"Ёлкина Анна Петровна, Таб. № {known.operator.personnel_number}" in text
    assert text.count(reason) == 1


def test_it_finds_the_same_identity_document(desk: Client, known):
    operator = known.operator
    typed = {
        "identity_document": operator.identity_document,
        "identity_series": f" {operator.identity_series[:2]} {operator.identity_series[2:]}",
        "identity_number": operator.identity_number,
    }
    answer = desk.post(SIMILAR, typed)
    assert "тот же документ" in text_of(answer)
    assert operator.identity_number not in answer.content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"surname": "Ёлкина", "name": "Анна"},
        {"surname": "Ёлкина", "name": "Анна", "patronymic": "Петровна", "birth_date": "1999-01-01"},
        {"surname": "Ёлкина", "birth_date": "17.04"},
        {"phone": "912"},
    ],
)
def test_others_are_not_similar(desk: Client, known, typed):
    assert text_of(desk.post(SIMILAR, typed)) == ""


def test_the_person_himself_is_not_similar_to_himself(desk: Client, known):
    answer = desk.post(f"{SIMILAR}?of={known.operator_id}", {"phone": known.operator.phone})
    assert text_of(answer) == ""


def test_numbers_tell_nothing_to_those_who_may_not_see_them(client: Client, known):
    client.force_login(grant(User.objects.create_user("watcher"), "employees.view_employment"))
    assert text_of(client.post(SIMILAR, {"snils": known.operator.snils})) == ""
    assert "тот же телефон" in text_of(client.post(SIMILAR, {"phone": known.operator.phone}))


def test_another_employers_operator_is_not_named(desk: Client, officer: User, known):
    EmployerLimit.objects.create(user=officer)
    assert text_of(desk.post(SIMILAR, {"phone": known.operator.phone})) == ""


def test_it_takes_few_queries(
    desk: Client, known, django_assert_max_num_queries: DjangoAssertNumQueries
):
    with django_assert_max_num_queries(8):
        desk.post(SIMILAR, {"phone": known.operator.phone, "snils": known.operator.snils})

"""The operator's card."""

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import Employment
from employees.services import save_operator
from hr_docs.documents.legal.checking import Law
from hr_docs.russian import PersonName
from hr_docs.russian.declensions import PersonEdits, edit_person
from tests.factories import SignatoryFactory, make_employment
from tests.reading import text_of


def _card(desk: Client, employment: Employment):
    return desk.get(reverse("employees:employment", args=[employment.pk]))


def test_it_shows_the_person_and_the_terms(desk: Client):
    text = text_of(_card(desk, make_employment()))
    assert "Иванова Анна Петровна готово к выпуску" in text
    assert "Дата рождения 17.04.1998 Гражданство Россия" in text
    assert "Часовая ставка, руб. 300,00" in text
    assert "Начало работы 09:00 Конец работы 18:00" in text


def test_it_shows_the_terms_of_remote_work_only_to_those_who_have_them(desk: Client):
    assert "Компенсация за день, руб. 35,00" in text_of(_card(desk, make_employment(remote=True)))
    assert "Оборудование" not in text_of(_card(desk, make_employment()))


def test_it_shows_the_permit_of_a_foreign_citizen(desk: Client):
    employment = make_employment(operator__citizenship="UZ", operator__permit_number="1234567")
    text = text_of(_card(desk, employment))
    assert "Гражданство Узбекистан" in text
    assert "Разрешение, номер 1234567" in text


def test_it_shows_the_declension_with_what_hr_should_know(desk: Client):
    operator = save_operator(operator=make_employment().operator)
    edited: PersonEdits = {"gent": PersonName("Ивановой", "Анны", "Петровны-младшей")}
    operator.name_forms = edit_person(operator.name_forms, edited)
    operator.save()
    text = text_of(_card(desk, operator.employments.get()))
    assert "Родительный (кого? чего?) Ивановой Анны Петровны-младшей исправлено" in text
    assert "Дательный (кому? чему?) Ивановой Анне Петровне Винительный" in text


def test_it_says_what_to_do_while_nothing_is_issued(desk: Client):
    text = text_of(_card(desk, make_employment()))
    assert "Пока ничего не выпущено" in text
    assert "Выпустить пакет" in text


WRONG_STAMP = "утвердил представитель другого работодателя (М. С. Петрова)"


def test_a_job_description_approved_for_another_employer_is_told(desk: Client):
    approver = {"surname": "Петрова", "name": "Мария", "patronymic": "Сергеевна"}
    SignatoryFactory.create(**approver)
    employment = make_employment(signatory__surname="Ким")
    assert WRONG_STAMP in text_of(_card(desk, employment))
    SignatoryFactory.create(employer=employment.employer, **approver)
    assert WRONG_STAMP not in text_of(_card(desk, employment))


def test_an_approver_whom_nobody_knows_is_left_alone(desk: Client):
    employment = make_employment(job_description__approved_by_name="А. Б. Прежняя")
    assert "другого работодателя" not in text_of(_card(desk, employment))


def test_a_card_that_does_not_exist_is_not_found(desk: Client):
    assert desk.get(reverse("employees:employment", args=[404])).status_code == 404


def test_it_needs_a_fixed_number_of_queries(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
):
    employment = make_employment()
    Law.in_force()  # the first look takes in the shipped master
    with django_assert_max_num_queries(17):
        _card(desk, employment)

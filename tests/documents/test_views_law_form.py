"""What the form of an operator says while it is filled in."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from employees.forms.employment import EmploymentForm
from employees.forms.operator import OperatorForm
from employees.models import Employment, Operator
from tests.factories import make_employment
from tests.forms import answers_of
from tests.reading import text_of

NEW = reverse("documents:findings_of_new")
LOW = {"hourly_rate": "140", "has_minimum_wage_top_up": ""}


@pytest.fixture
def hired(db: None) -> Employment:
    return make_employment()


def _filled(employment: Employment, **changes: Any) -> dict[str, Any]:
    forms = (
        OperatorForm(instance=employment.operator, user=AnonymousUser()),
        EmploymentForm(instance=employment, user=AnonymousUser()),
    )
    answers = answers_of(*forms) | changes
    return {name: value for name, value in answers.items() if value != ""}


def _said(desk: Client, address: str, answers: dict[str, Any]) -> str:
    words = text_of(desk.post(address, answers)).replace("\xa0", " ")
    return re.sub(r" (?=[,.]|/ч)", "", words)


def test_a_low_rate_is_an_error_at_once(desk: Client, hired: Employment):
    said = _said(desk, NEW, _filled(hired, **LOW))
    assert "ошибка Ставка 140 ₽ в час" in said
    assert "1 ошибка" in said


def test_the_hint_names_the_months_and_what_is_needed(desk: Client, hired: Employment):
    said = _said(desk, NEW, _filled(hired, **LOW))
    assert "Ниже минимальной зарплаты: январь — на 10 293 ₽, февраль" in said
    assert "и ещё 9 месяцев. Чтобы хватало в каждом месяце: 225,78 ₽/ч" in said


def test_the_year_is_drawn_and_told_by_month(desk: Client, hired: Employment):
    answer = desk.post(NEW, _filled(hired, **LOW)).content.decode()
    assert '<svg class="chart"' in answer
    assert "Как посчитано" in answer
    assert '<svg class="chart"' not in desk.post(NEW, {}).content.decode()


def test_a_finding_names_the_control_it_is_about(desk: Client, hired: Employment):
    answer = desk.post(NEW, _filled(hired, **LOW)).content.decode()
    assert 'data-control="id_hourly_rate" data-severity="error"' in answer


def test_a_good_rate_is_not_objected_to(desk: Client, hired: Employment):
    said = _said(desk, NEW, _filled(hired, hourly_rate="300"))
    assert "Не ниже минимальной зарплаты ни в одном месяце." in said
    assert "ошибка" not in said


@pytest.mark.parametrize("rate", ["", "сто", "-1e9"])
def test_a_rate_that_cannot_be_read_is_unknown(desk: Client, hired: Employment, rate: str):
    address = reverse("documents:findings_of_changed", args=[hired.pk])
    assert "минимальной зарплаты" not in _said(desk, address, _filled(hired, hourly_rate=rate))


def test_a_field_that_is_still_empty_is_not_objected_to(desk: Client, hired: Employment):
    answers = _filled(hired)
    assert "Не указан" not in _said(desk, NEW, answers | {"surname": "", "name": ""})


def test_an_empty_form_is_not_objected_to(desk: Client):
    said = _said(desk, NEW, {})
    assert "К тому, что заполнено, замечаний нет." in said
    assert "ошибка" not in said


@pytest.mark.parametrize("junk", ["\x00", "9" * 400, "<b>", "2026-13-45"])
def test_it_answers_whatever_is_sent(desk: Client, hired: Employment, junk: str):
    answers = _filled(hired)
    for name in answers:
        answer = desk.post(NEW, answers | {name: junk})
        assert answer.status_code == 200, name


def test_nothing_is_saved(desk: Client, hired: Employment):
    changed = reverse("documents:findings_of_changed", args=[hired.pk])
    another = reverse("documents:findings_of_another", args=[hired.operator_id])
    for address in (NEW, changed, another):
        desk.post(address, _filled(hired, surname="Другая", **LOW))
    hired.refresh_from_db()
    assert (hired.hourly_rate, hired.operator.surname) == (Decimal("300"), "Иванова")
    assert (Employment.objects.count(), Operator.objects.count()) == (1, 1)


def test_every_form_asks_at_its_own_address(desk: Client, hired: Employment):
    pages = {
        reverse("employees:employment_add"): NEW,
        reverse("employees:employment_edit", args=[hired.pk]): reverse(
            "documents:findings_of_changed", args=[hired.pk]
        ),
        reverse("employees:employment_again", args=[hired.operator_id]): reverse(
            "documents:findings_of_another", args=[hired.operator_id]
        ),
    }
    for page, address in pages.items():
        assert f'hx-post="{address}"' in desk.get(page).content.decode()

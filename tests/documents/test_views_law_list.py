"""Findings in the list of operators."""

import re
from decimal import Decimal
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import EmployerLimit, Employment
from hr_docs.documents.outcomes import renewing
from tests.factories import EmploymentFactory, make_employment
from tests.reading import rows_of, text_of

LIST = reverse("employees:employments")
LOW = {"hourly_rate": Decimal("140"), "has_minimum_wage_top_up": False}


@pytest.fixture
def underpaid(db: None) -> Employment:
    make_employment(operator__surname="Сытина")
    return make_employment(operator__surname="Бедная", **LOW)


def test_a_second_answer_says_how_many_errors_each_row_has(desk: Client, underpaid: Employment):
    page = desk.get(LIST).content.decode()
    answer = desk.get(unescape(re.findall(r'hx-get="([^"]+\?chosen=[^"]+)"', page)[0]))
    found = dict(re.findall(r'id="findings-of-(\d+)"[^>]*>(.*?)</span>', answer.content.decode()))
    assert "1 ошибка" in found.pop(str(underpaid.pk))
    assert len(found) == 1
    assert "ошибка" not in next(iter(found.values()))


def test_the_second_answer_names_nobody_of_another_employer(
    desk: Client, officer: User, underpaid: Employment
):
    EmployerLimit.objects.create(user=officer)
    answer = desk.get(reverse("documents:list_findings"), {"chosen": underpaid.pk})
    assert answer.content.strip() == b""


def test_it_finds_those_with_errors(desk: Client, underpaid: Employment):
    (row,) = rows_of(desk.get(LIST, {"findings": "error"}))
    assert "Бедная" in row


def test_the_filter_works_with_the_others(desk: Client, underpaid: Employment):
    assert rows_of(desk.get(LIST, {"findings": "error", "q": "Сытина"})) == []


def test_it_says_what_is_still_being_checked_and_gets_on_with_it(
    desk: Client, underpaid: Employment, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(renewing, "AT_ONCE", 1)
    asked = {"findings": "warning"}
    assert "Ещё проверяется 1 договор" in text_of(desk.get(LIST, asked))
    assert "проверяется" not in text_of(desk.get(LIST, asked))


@pytest.mark.parametrize("also", [{}, {"today": "without_pack", "papers": "pack", "q": "а"}])
def test_the_number_of_queries_does_not_grow_with_the_list(
    desk: Client,
    officer: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    also: dict[str, str],
):
    employer = EmploymentFactory.create_batch(30, **LOW)[0].employer
    EmployerLimit.objects.create(user=officer).employers.add(employer)
    renewing.bring_up_to_date(Employment.objects.all())
    with django_assert_max_num_queries(12):
        desk.get(LIST, {"findings": "error"} | also)

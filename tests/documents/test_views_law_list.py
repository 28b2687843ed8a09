"""Findings in the list of operators."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import Employment
from hr_docs.documents import filters
from hr_docs.documents.legal.checking import Law
from tests.factories import EmploymentFactory, make_employment
from tests.reading import rows_of, text_of

LIST = reverse("employees:employments")
LOW = {"hourly_rate": Decimal("140"), "has_minimum_wage_top_up": False}


@pytest.fixture
def underpaid(db: None) -> Employment:
    make_employment(operator__surname="Сытина")
    return make_employment(operator__surname="Бедная", **LOW)


def test_a_row_says_how_many_errors_there_are(desk: Client, underpaid: Employment):
    rows = rows_of(desk.get(LIST))
    assert ["1 ошибка" in row for row in rows] == [True, False]


def test_it_finds_those_with_errors(desk: Client, underpaid: Employment):
    (row,) = rows_of(desk.get(LIST, {"findings": "error"}))
    assert "Бедная" in row


def test_the_filter_works_with_the_others(desk: Client, underpaid: Employment):
    assert rows_of(desk.get(LIST, {"findings": "error", "q": "Сытина"})) == []


def test_it_says_so_when_not_all_could_be_checked(
    desk: Client, underpaid: Employment, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(filters, "CHECKED_AT_MOST", 1)
    answer = desk.get(LIST, {"findings": "error"})
    assert len(rows_of(answer)) == 1
    assert "Замечания проверены только у самых новых договоров" in text_of(answer)


@pytest.mark.parametrize(("asked", "most"), [({}, 15), ({"findings": "error"}, 19)])  # two: rights
def test_the_number_of_queries_does_not_grow_with_the_list(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries, asked, most
):
    EmploymentFactory.create_batch(30, **LOW)
    Law.in_force()  # the first look takes in the shipped master
    with django_assert_max_num_queries(most):
        desk.get(LIST, asked)

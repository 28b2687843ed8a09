"""Findings in the list of operators."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import Employment
from hr_docs.documents.outcomes import renewing
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


def test_it_says_what_is_still_being_checked_and_gets_on_with_it(
    desk: Client, underpaid: Employment, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(renewing, "AT_ONCE", 1)
    asked = {"findings": "warning"}
    assert "Ещё проверяется 1 договор" in text_of(desk.get(LIST, asked))
    assert "проверяется" not in text_of(desk.get(LIST, asked))


@pytest.mark.parametrize(("asked", "most"), [({}, 14), ({"findings": "error"}, 16)])
def test_the_number_of_queries_does_not_grow_with_the_list(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries, asked, most
):
    EmploymentFactory.create_batch(30, **LOW)
    renewing.bring_up_to_date(Employment.objects.all())
    with django_assert_max_num_queries(most):
        desk.get(LIST, asked)

"""Changing terms that stand in issued papers."""

import pytest
from django.test import Client
from django.urls import reverse

from employees.models import Employment
from tests.employees.test_views_form import hire_answers
from tests.factories import make_employment, make_signatory, make_site
from tests.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["issued", "signed"])
def employment(request) -> Employment:
    return make_employment(status=request.param)


def _save(desk: Client, employment: Employment, **changes):
    address = reverse("employees:employment_edit", args=[employment.pk])
    return desk.post(address, hire_answers(employment, **changes))


def test_it_asks_before_terms_of_issued_papers_change(desk: Client, employment):
    text = text_of(_save(desk, employment, hourly_rate="310"))
    assert "Документы по этому договору выпущены" in text
    assert "Изменено: Часовая ставка, руб. Условия меняются" in text
    employment.refresh_from_db()
    assert employment.hourly_rate == 300


def test_it_changes_them_once_that_is_confirmed(desk: Client, employment):
    assert _save(desk, employment, hourly_rate="310", change_of_issued="on").status_code == 302
    employment.refresh_from_db()
    assert employment.hourly_rate == 310


def test_nothing_is_asked_where_only_the_person_or_the_status_changes(desk: Client, employment):
    assert _save(desk, employment, email="new@example.com", status="ended").status_code == 302


def test_nothing_is_asked_before_the_issue(desk: Client):
    assert _save(desk, make_employment(), hourly_rate="310").status_code == 302


def test_choices_say_whose_they_are(desk: Client):
    employment = make_employment()
    foreign = make_site(), make_signatory()
    address = reverse("employees:employment_edit", args=[employment.pk])
    page = desk.get(address).content.decode()
    for record in (*foreign, employment.site, employment.signatory):
        assert f'data-employer="{record.employer_id}"' in page

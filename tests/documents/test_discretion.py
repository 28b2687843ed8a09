"""Findings tell of a person's circumstances only to who may see personal data."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from hr_docs.documents.discretion import told
from tests.factories import make_employment
from tests.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def card() -> str:
    hired = make_employment(is_pregnant=True, probation_until=date(2027, 2, 28))
    return reverse("employees:employment", args=[hired.pk])


def test_others_read_only_what_the_rule_looks_for(desk: Client, card: str):
    text = text_of(desk.get(card))
    assert "Испытание установлено тому, кому его устанавливать нельзя." in text
    assert "беременность" not in text.lower()


def test_who_may_see_personal_data_reads_the_reason(desk: Client, officer, card: str):
    officer.user_permissions.add(Permission.objects.get(codename="view_personal_data"))
    text = text_of(desk.get(card))
    assert "Испытание этому работнику не устанавливается: беременность." in text
    assert "Гарантии и особые условия" in text


def test_what_says_nothing_of_the_person_is_told_to_all():
    assert told("TK136-GAP", "Выплаты 5, 25-го числа.", to_all=False) == "Выплаты 5, 25-го числа."


def test_a_rule_that_is_no_more_is_told_as_it_was():
    assert told("TK1-GONE", "Было так.", to_all=False) == "Было так."

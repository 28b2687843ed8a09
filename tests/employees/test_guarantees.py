"""Circumstances on which the law grants guarantees: recorded, refused where they contradict."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from employees.forms.employment import EmploymentForm
from employees.forms.operator import OperatorForm
from employees.models import Employment
from employees.services import save_employment
from tests.factories import make_employment
from tests.forms import answers_of

pytestmark = pytest.mark.django_db
EDIT = "employees:employment_edit"


def _answers(employment: Employment) -> dict[str, Any]:
    nobody = AnonymousUser()  # whose choices are not limited
    return answers_of(
        OperatorForm(instance=employment.operator, user=nobody),
        EmploymentForm(instance=employment, user=nobody),
    )


@pytest.mark.parametrize(
    ("circumstances", "words"),
    [
        ({"child_care": "single"}, "а дата его рождения — нет"),
        ({"youngest_child_born": date(2026, 12, 1)}, "после даты договора"),
        ({"youngest_child_born": date(2008, 11, 30)}, "исполнилось 18 лет"),
        ({"shift_limit_hours": Decimal(6)}, "а группа инвалидности — нет"),
        ({"shift_limit_hours": Decimal(0), "disability_group": 3}, "не больше нуля"),
        ({"admitted_on": date(2026, 11, 30)}, "не раньше даты договора"),
        ({"disability_group": 4}, "4"),
    ],
)
def test_it_refuses_circumstances_that_cannot_be(circumstances: dict[str, object], words: str):
    employment = make_employment()
    for name, value in circumstances.items():
        setattr(employment, name, value)
    with pytest.raises(ValidationError, match=words):
        save_employment(employment=employment)


def test_a_man_is_not_pregnant():
    employment = make_employment(operator__gender="m")
    employment.is_pregnant = True
    with pytest.raises(ValidationError, match="Беременность отмечена у мужчины"):
        save_employment(employment=employment)


def test_the_form_opens_the_section_where_something_is_recorded(desk: Client):
    assert EmploymentForm(instance=make_employment(is_pensioner=True)).initial["has_guarantees"]
    assert not EmploymentForm(instance=make_employment()).initial["has_guarantees"]


def test_what_is_told_in_the_form_is_recorded(desk: Client):
    employment = make_employment()
    address = reverse(EDIT, args=[employment.pk])
    told = {"has_guarantees": "on", "disability_group": "3", "youngest_child_born": "2025-05-01"}
    desk.post(address, _answers(employment) | told)
    stored = Employment.objects.get()
    assert (stored.disability_group, stored.youngest_child_born) == (3, date(2025, 5, 1))


def test_without_the_box_the_section_is_emptied(desk: Client):
    employment = make_employment(is_pensioner=True, disability_group=3)
    address = reverse(EDIT, args=[employment.pk])
    answers = _answers(employment)
    answers.pop("has_guarantees")
    desk.post(address, answers)
    stored = Employment.objects.get()
    assert (stored.is_pensioner, stored.disability_group) == (False, None)

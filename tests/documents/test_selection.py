"""The people that somebody picked out of the list of operators."""

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict

from employees.models import EmployerLimit
from hr_docs.documents.lists.selection import chosen_employments
from tests.factories import make_employment

pytestmark = pytest.mark.django_db


def _chosen(address: str, user: User) -> set[int]:
    return {each.pk for each in chosen_employments(QueryDict(address), user=user)}


def test_it_takes_the_ticked_ones_and_nothing_that_is_no_id(officer: User):
    first, second, _ = make_employment(), make_employment(), make_employment()
    address = f"chosen={first.pk}&chosen={second.pk}&chosen=x&chosen=²&chosen={'9' * 30}"
    assert _chosen(address, officer) == {first.pk, second.pk}


def test_it_takes_all_that_the_filters_of_the_list_find(officer: User):
    drafts = {make_employment(status="draft").pk for _ in range(3)}
    make_employment()
    assert _chosen("everything=on&query=status%3Ddraft%26page%3D2", officer) == drafts


def test_nobody_takes_people_of_an_employer_who_is_not_his(officer: User):
    own, foreign = make_employment(), make_employment()
    limit = EmployerLimit.objects.create(user=officer)
    limit.employers.add(own.employer)
    assert _chosen(f"chosen={own.pk}&chosen={foreign.pk}", officer) == {own.pk}
    assert _chosen("everything=on&query=", officer) == {own.pk}

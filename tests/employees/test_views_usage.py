"""Reference records in use: told on their page, and not deleted."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from employees.models import EmployerLimit
from hr_docs.access.models import AuditEntry
from tests.factories import (
    make_employer,
    make_employment,
    make_local_act,
    make_position,
    make_signatory,
    make_site,
)
from tests.reading import text_of

pytestmark = pytest.mark.django_db

KINDS = [
    ("employees:employer", "employees:employer_delete", make_employer),
    ("employees:signatory", "employees:signatory_delete", make_signatory),
    ("employees:site", "employees:site_delete", make_site),
    ("employees:local_act", "employees:localact_delete", make_local_act),
    ("job_descriptions:position", "job_descriptions:position_delete", make_position),
]
USED = [kind for kind in KINDS if kind[2] is not make_local_act]


@pytest.fixture
def desk(officer: User) -> Client:
    officer.is_superuser = True
    officer.save()
    client = Client()
    client.force_login(officer)
    return client


@pytest.mark.parametrize(("page", "delete", "make"), KINDS)
def test_a_record_that_nothing_uses_is_deleted(desk: Client, page, delete, make):
    record = make()
    assert "Удалить" in text_of(desk.get(reverse(page, args=[record.pk])))
    answer = desk.post(reverse(delete, args=[record.pk]), follow=True)
    assert "Удалено:" in text_of(answer)
    assert not type(record)._default_manager.filter(pk=record.pk).exists()
    assert AuditEntry.objects.get().action == AuditEntry.Action.DELETED


@pytest.mark.parametrize(("page", "delete", "make"), USED)
def test_a_record_in_use_says_so_and_stays(desk: Client, page, delete, make):
    employment = make_employment(status="issued")
    record = getattr(employment, page.partition(":")[2])
    make_employment(status="draft", **{page.partition(":")[2]: record})
    shown = text_of(desk.get(reverse(page, args=[record.pk])))
    assert "Используется в 2 договорах. По 1 из них документы выпущены" in shown
    assert "Удалить" not in shown
    answer = desk.post(reverse(delete, args=[record.pk]), follow=True)
    assert "используется и не удаляется" in text_of(answer)
    record.refresh_from_db()
    assert not AuditEntry.objects.exists()


def test_an_employer_with_a_site_is_not_deleted(desk: Client):
    site = make_site()
    address = reverse("employees:employer_delete", args=[site.employer.pk])
    assert "используется" in text_of(desk.post(address, follow=True))
    site.employer.refresh_from_db()


@pytest.mark.parametrize(("page", "delete", "make"), KINDS)
def test_deleting_needs_its_right(desk: Client, officer: User, page, delete, make):
    officer.is_superuser = False
    officer.save()
    officer.groups.clear()
    assert desk.post(reverse(delete, args=[make().pk])).status_code == 403


@pytest.mark.parametrize(("page", "delete", "make"), KINDS[:4])
def test_a_limited_user_deletes_nothing_of_others(desk: Client, officer, page, delete, make):
    EmployerLimit.objects.create(user=officer)
    assert desk.post(reverse(delete, args=[make().pk])).status_code == 404


def test_the_signatories_whose_authority_ends_are_listed_alone(desk: Client):
    make_signatory(surname="Бессрочная")
    make_signatory(surname="Срочная", valid_until=timezone.localdate())
    page = text_of(desk.get(reverse("employees:signatories"), {"expiring": "on"}))
    assert "Срочная" in page
    assert "Бессрочная" not in page

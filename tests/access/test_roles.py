"""The roles are groups, and the groups have what the table says."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from hr_docs.access.roles import LAWYER, OBSERVER, OFFICER, ROLES, give_rights

pytestmark = pytest.mark.django_db


def _rights(role: str) -> set[str]:
    rights = Permission.objects.filter(group__name=role)
    return {f"{right.content_type.app_label}.{right.codename}" for right in rights}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_the_rights_of_the_table_and_no_others(role: str):
    assert _rights(role) == set(ROLES[role])


@pytest.mark.parametrize("role", ROLES)
def test_no_right_of_the_table_is_named_twice(role: str):
    assert len(ROLES[role]) == len(set(ROLES[role]))


def test_only_a_lawyer_overrides_errors():
    assert [role for role in ROLES if "documents.override_error" in ROLES[role]] == [LAWYER]


def test_an_observer_reads_neither_identifiers_nor_files_and_changes_nothing():
    kinds = {right.partition(".")[2].partition("_")[0] for right in ROLES[OBSERVER]}
    assert kinds == {"view"}
    assert not {"employees.view_personal_data", "documents.read_files"} & set(ROLES[OBSERVER])


def test_a_right_that_a_model_brings_later_is_given_by_the_next_migrate():
    officers = Group.objects.get(name=OFFICER)
    officers.permissions.remove(Permission.objects.get(codename="issue_document"))
    call_command("migrate", verbosity=0)
    assert "documents.issue_document" in _rights(OFFICER)


def test_what_an_organisation_gave_a_role_stays():
    officers = Group.objects.get(name=OFFICER)
    officers.permissions.add(Permission.objects.get(codename="void_document"))
    give_rights(apps, "documents")
    assert "documents.void_document" in _rights(OFFICER)

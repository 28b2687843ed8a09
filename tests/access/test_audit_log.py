"""The log says who did what, with what, from where; and what it said once, it says for ever."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test import RequestFactory
from django.utils import timezone

from hr_docs.access.audit import Action, record
from hr_docs.access.models import AppendOnlyError, AuditEntry
from hr_docs.access.retention import prune_audit_log
from hr_docs.administration.wording import details_in_words
from tests.access.people import make_user
from tests.factories import make_employment

pytestmark = pytest.mark.django_db
TABLE = "access_auditentry"


@pytest.fixture
def entry(rf: RequestFactory) -> AuditEntry:
    request = rf.get("/", REMOTE_ADDR="10.0.0.7")
    request.user = make_user("vera")
    return record(request, Action.VIEWED, make_employment(), {"count": 1})


def test_an_entry_says_who_what_and_from_where(entry: AuditEntry):
    assert (entry.username, entry.action, entry.address) == ("vera", "viewed", "10.0.0.7")
    assert entry.subject_kind == "employees.employment"
    assert "Иванова" in entry.subject


def test_an_entry_says_whose_employers_record_it_is(entry: AuditEntry):
    assert entry.employer_pk is not None


def test_the_model_refuses_a_change(entry: AuditEntry):
    entry.username = "lev"
    with pytest.raises(AppendOnlyError):
        entry.save()
    with pytest.raises(AppendOnlyError):
        AuditEntry.objects.update(username="lev")


def test_the_model_refuses_to_delete(entry: AuditEntry):
    with pytest.raises(AppendOnlyError):
        entry.delete()
    with pytest.raises(AppendOnlyError):
        AuditEntry.objects.all().delete()


CHANGES = [f"UPDATE {TABLE} SET username = 'lev'", f"DELETE FROM {TABLE}"]  # noqa: S608 constants


@pytest.mark.parametrize("statement", CHANGES)
def test_the_database_itself_refuses(entry: AuditEntry, statement: str):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)
    assert AuditEntry.objects.get().username == "vera"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_the_database_refuses_to_truncate(entry: AuditEntry):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(f"TRUNCATE {TABLE} CASCADE")


@pytest.fixture
def old_entry(entry: AuditEntry, rf: RequestFactory) -> AuditEntry:
    """An entry of three hundred days ago, besides today's."""
    request = rf.get("/")
    request.user = make_user("lev")
    with time_machine.travel(timezone.now() - timedelta(days=300)):
        return record(request, Action.EXPORTED)


def test_the_log_is_kept_for_ever(old_entry: AuditEntry):
    assert prune_audit_log() == 0
    assert AuditEntry.objects.filter(pk=old_entry.pk).exists()


def test_entries_go_after_their_term_and_that_is_noted(old_entry: AuditEntry, entry, settings):
    settings.AUDIT_LOG_DAYS = 299
    assert (prune_audit_log(), prune_audit_log()) == (1, 0)
    note, kept = AuditEntry.objects.all()
    assert (kept, note.user, note.action) == (entry, None, Action.DELETED)
    day = timezone.localdate() - timedelta(days=299)
    assert details_in_words(note) == f"список: журнал действий; сколько: 1; старше: {day:%d.%m.%Y}"


def test_the_database_refuses_again_after_a_pruning(old_entry: AuditEntry, settings):
    settings.AUDIT_LOG_DAYS = 299
    prune_audit_log()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(CHANGES[0])


def test_the_user_of_an_entry_cannot_be_deleted(entry: AuditEntry):
    assert entry.user is not None
    with pytest.raises(DatabaseError):
        entry.user.delete()


def test_an_entry_costs_one_query(rf: RequestFactory, django_assert_num_queries):
    request, employment = rf.get("/"), make_employment()
    request.user = make_user("vera")
    with django_assert_num_queries(1):
        record(request, Action.VIEWED, employment)


def test_a_name_is_found_whatever_the_case_of_its_letters(entry: AuditEntry):
    assert AuditEntry.objects.search("иВаНоВа").get() == entry
    assert not AuditEntry.objects.search("Сидоров").exists()

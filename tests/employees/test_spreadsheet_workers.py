"""An import between workers: batch by batch, one at a time, and who dies in between."""

from collections.abc import Callable
from datetime import timedelta
from unittest.mock import DEFAULT, Mock

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from employees.importing.writing import Writer
from employees.models import Employment, Operator, SpreadsheetImport
from employees.spreadsheets import writing
from employees.spreadsheets.checking import check_import
from employees.spreadsheets.claims import claim_import
from employees.spreadsheets.reaping import lost
from employees.spreadsheets.undoing import undo_import
from employees.spreadsheets.writing import write_import
from hr_docs.access.models import AuditEntry
from hr_docs.background.leases import MOST_ATTEMPTS, LostLeaseError
from tests import factories
from tests.employees.conftest import good_row
from tests.employees.uploads import Status, Upload, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer", "private_media")]


# Batch by batch


@pytest.fixture
def one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_BATCH", 1)


def interrupted(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], object]) -> None:
    """Do something once, as soon as the first batch is saved."""
    save, todo = Writer.save, [deed]

    def saved(self, rows):
        save(self, rows)
        if todo:
            todo.pop()()

    monkeypatch.setattr(Writer, "save", saved)


def test_a_number_taken_between_two_batches_is_left_out_and_named(
    uploaded: Upload, one_at_a_time, monkeypatch
):
    spreadsheet = uploaded(good_row(1), good_row(2), good_row(3))
    interrupted(monkeypatch, lambda: factories.OperatorFactory(personnel_number="0002"))
    write(spreadsheet)
    assert (spreadsheet.status, spreadsheet.written) == (Status.WRITTEN, 2)
    assert [row.number for row in spreadsheet.rows.left_out(spreadsheet.choice)] == [3]
    assert AuditEntry.objects.get(action="imported").details["left_out"] == 1


def test_a_record_changed_between_two_batches_is_left_out_and_not_overwritten(
    uploaded: Upload, one_at_a_time, monkeypatch
):
    write(uploaded(good_row(1), good_row(2)))
    spreadsheet = uploaded(good_row(1, Имя="Алла"), good_row(2, Имя="Алла"))
    last = Operator.objects.filter(personnel_number="0002")
    interrupted(monkeypatch, lambda: last.update(name="Инна", updated_at=timezone.now()))
    write(spreadsheet)
    names = dict(Operator.objects.values_list("personnel_number", "name"))
    assert names == {"0001": "Алла", "0002": "Инна"}
    assert (spreadsheet.status, spreadsheet.written) == (Status.WRITTEN, 1)


def broken_off(spreadsheet: SpreadsheetImport, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its worker dies after the first batch, and its lease has run out."""
    note = Mock(wraps=writing._note, side_effect=[DEFAULT, SystemExit])
    with monkeypatch.context() as dying, pytest.raises(SystemExit):
        dying.setattr(writing, "_note", note)
        write(spreadsheet)
    long_ago = timezone.now() - timedelta(hours=1)
    SpreadsheetImport.objects.update(lease_until=long_ago, queued_at=long_ago)


def test_the_next_worker_goes_on_where_the_last_one_died(
    uploaded: Upload, one_at_a_time, monkeypatch, officer: User
):
    spreadsheet = uploaded(good_row(1), good_row(2), good_row(3))
    broken_off(spreadsheet, monkeypatch)
    assert Operator.objects.count() == 1
    write_import(spreadsheet.pk)
    spreadsheet.refresh_from_db()
    assert (spreadsheet.status, spreadsheet.written) == (Status.WRITTEN, 3)
    assert Operator.history.count() == Operator.objects.count() == 3
    undo_import(spreadsheet=spreadsheet, user=officer)
    assert not Operator.objects.exists()


def test_a_writing_that_is_given_up_ends_with_what_is_written(
    uploaded: Upload, one_at_a_time, monkeypatch
):
    spreadsheet = uploaded(good_row(1), good_row(2))
    broken_off(spreadsheet, monkeypatch)
    SpreadsheetImport.objects.update(attempts=MOST_ATTEMPTS)
    spreadsheet.refresh_from_db()
    assert not lost(spreadsheet, timezone.now())
    spreadsheet.refresh_from_db()
    assert (spreadsheet.status, spreadsheet.written) == (Status.WRITTEN, 1)


def test_changed_rows_are_written_together_and_their_history_tells_who(
    uploaded: Upload, officer: User, django_assert_max_num_queries
):
    write(uploaded(*map(good_row, range(1, 31))))
    rate = {"Часовая ставка, ₽": 310, "Имя": "Алла"}
    spreadsheet = uploaded(*(good_row(number, **rate) for number in range(1, 31)))
    with django_assert_max_num_queries(60):
        write(spreadsheet)
    for model in (Operator, Employment):
        noted = set(model.history.filter(history_type="~").values_list("id", "history_user"))
        assert noted == {(pk, officer.pk) for pk in model.objects.values_list("pk", flat=True)}
    assert Operator.objects.filter(search_key__contains="алла").count() == 30


# One worker at a time


def test_a_worker_does_not_take_what_another_one_has(uploaded: Upload):
    spreadsheet = uploaded(good_row())
    SpreadsheetImport.objects.update(status=Status.CHECKING)
    assert claim_import(spreadsheet.pk, Status.CHECKING)
    assert claim_import(spreadsheet.pk, Status.CHECKING) is None


@pytest.fixture
def silent(uploaded: Upload) -> SpreadsheetImport:
    """An import whose worker has died in the middle of the check."""
    spreadsheet = uploaded(good_row())
    long_ago = timezone.now() - timedelta(hours=1)
    SpreadsheetImport.objects.update(status=Status.CHECKING, queued_at=long_ago)
    claim_import(spreadsheet.pk, Status.CHECKING)
    SpreadsheetImport.objects.update(lease_until=long_ago)
    spreadsheet.refresh_from_db()
    return spreadsheet


def test_a_lost_check_is_queued_again_once(silent: SpreadsheetImport):
    now = timezone.now()
    assert [lost(silent, now), lost(silent, now)] == [True, False]
    check_import(silent.pk)
    silent.refresh_from_db()
    assert (silent.status, silent.rows.count()) == (Status.CHECKED, 1)


def test_after_three_attempts_it_is_given_up(silent: SpreadsheetImport):
    SpreadsheetImport.objects.update(attempts=MOST_ATTEMPTS)
    assert not lost(silent, timezone.now())
    silent.refresh_from_db()
    assert (silent.status, silent.refusal["reason"][:8]) == (Status.REFUSED, "Проверка")


def test_a_worker_that_was_given_up_notes_nothing(silent: SpreadsheetImport):
    old = SpreadsheetImport.objects.get()
    check_import(silent.pk)
    with pytest.raises(LostLeaseError):
        old.hold(rows_read=7)

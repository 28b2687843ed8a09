"""An uploaded table, from the stored file to the records and back again."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from unittest.mock import DEFAULT, Mock

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from employees.importing.writing import Writer
from employees.models import Employment, ImportRow, Operator, SpreadsheetImport
from employees.spreadsheets import claims, writing
from employees.spreadsheets.checking import check_import
from employees.spreadsheets.choosing import confirm, tick
from employees.spreadsheets.errors import LostClaimError, UndoRefusedError
from employees.spreadsheets.reaping import lost
from employees.spreadsheets.storing import drop_orphans, take_upload
from employees.spreadsheets.undoing import undo_import
from employees.spreadsheets.wiping import KEPT, sweep
from employees.spreadsheets.writing import write_import
from employees.tasks import queue_lost
from hr_docs.access.models import AuditEntry
from tests import factories
from tests.employees.conftest import good_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer")]
Status, Choice = SpreadsheetImport.Status, SpreadsheetImport.Choice
Upload = Callable[..., SpreadsheetImport]


@pytest.fixture(autouse=True)
def storage(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def uploaded(table, officer: User) -> Upload:
    """Upload rows and check them."""

    def upload(*rows, user: User = officer) -> SpreadsheetImport:
        file = ContentFile(table(*rows).read_bytes(), "Группа.xlsx")
        key = SpreadsheetImport._meta.get_field("form_key").get_default()
        spreadsheet = take_upload(file=file, user=user, form_key=key)
        check_import(spreadsheet.pk)
        spreadsheet.refresh_from_db()
        return spreadsheet

    return upload


def write(spreadsheet: SpreadsheetImport, choice: str = Choice.TICKED) -> SpreadsheetImport:
    """Confirm and write, as the page and the worker do."""
    assert spreadsheet.checked_at is not None
    assert confirm(
        spreadsheet=spreadsheet,
        choice=choice,
        user=spreadsheet.user,
        address="127.0.0.1",
        checked_at=spreadsheet.checked_at,
    )
    write_import(spreadsheet.pk)
    spreadsheet.refresh_from_db()
    return spreadsheet


def test_a_check_writes_nothing_but_the_preview(uploaded: Upload):
    spreadsheet = uploaded(good_row(1), good_row(2, Фамилия=""))
    assert (spreadsheet.status, spreadsheet.new, spreadsheet.bad) == (Status.CHECKED, 1, 1)
    assert not Operator.objects.exists()
    assert spreadsheet.rows.bad().get().errors[0]["heading"] == "Фамилия"


def test_it_writes_the_good_rows_and_forgets_the_file(
    uploaded: Upload, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        spreadsheet = write(uploaded(good_row(1), good_row(2, Фамилия="")))
    assert (spreadsheet.status, spreadsheet.written) == (Status.WRITTEN, 1)
    assert spreadsheet.rows.written().get().employment == Employment.objects.get()
    assert default_storage.listdir("imports")[1] == []


def test_the_audit_log_names_who_confirmed(uploaded: Upload, officer: User):
    write(uploaded(good_row()))
    entry = AuditEntry.objects.get(action=AuditEntry.Action.IMPORTED)
    assert (entry.user, entry.address, entry.details["rows"]) == (officer, "127.0.0.1", 1)


def test_a_change_of_an_issued_contract_is_not_ticked(uploaded: Upload):
    write(uploaded(good_row(1), good_row(2)))
    Employment.objects.filter(operator__personnel_number="0001").update(status="issued")
    changes = {"Часовая ставка, ₽": 310}
    spreadsheet = uploaded(good_row(1, **changes), good_row(2, **changes))
    ticks = spreadsheet.rows.changed().values_list("is_issued", "is_ticked")
    assert list(ticks) == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("choice", "rates"),
    [(Choice.NEW, {300}), (Choice.TICKED, {300, 310}), (Choice.ALL, {300, 310, 320})],
)
def test_it_writes_what_was_chosen(uploaded: Upload, choice, rates):
    rate = "Часовая ставка, ₽"
    write(uploaded(good_row(1, **{rate: 305}), good_row(2, **{rate: 305})))
    spreadsheet = uploaded(
        good_row(1, **{rate: 310}), good_row(2, **{rate: 320}), good_row(3, **{rate: 300})
    )
    tick(spreadsheet=spreadsheet, shown=[2, 3], ticked=[2])
    write(spreadsheet, choice)
    found = {int(each.hourly_rate) for each in Employment.objects.all()}
    assert found - {305} == rates


def test_it_is_confirmed_once(uploaded: Upload):
    spreadsheet = uploaded(good_row())
    write(spreadsheet)
    assert spreadsheet.checked_at is not None
    again = confirm(
        spreadsheet=spreadsheet,
        choice=Choice.ALL,
        user=spreadsheet.user,
        address=None,
        checked_at=spreadsheet.checked_at,
    )
    assert not again


def test_records_that_changed_since_the_preview_stop_the_writing(uploaded: Upload):
    write(uploaded(good_row(1)))
    spreadsheet = uploaded(good_row(1, Имя="Алла"), good_row(2))
    Operator.objects.update(name="Анастасия")
    write(spreadsheet)
    assert (spreadsheet.status, spreadsheet.overtaken) == (Status.CHECKING, [2])
    assert Operator.objects.count() == 1
    check_import(spreadsheet.pk)
    assert spreadsheet.rows.changed().get().changes[0]["before"] == "Анастасия"


def test_a_number_that_was_taken_meanwhile_stops_the_writing(uploaded: Upload):
    spreadsheet = uploaded(good_row(1), good_row(2))
    write(uploaded(good_row(2, Фамилия="Другая")))
    write(spreadsheet)
    assert (spreadsheet.status, spreadsheet.overtaken) == (Status.CHECKING, [3])
    assert Operator.objects.count() == 1


def test_a_change_in_the_last_moment_stops_the_writing(uploaded: Upload, monkeypatch):
    write(uploaded(good_row(1)))
    spreadsheet = uploaded(good_row(1, Имя="Алла"))

    def changed_by_another(rows):
        Operator.objects.update(updated_at=timezone.now())

    monkeypatch.setattr(writing, "complete_rows", changed_by_another)
    write(spreadsheet)
    assert (spreadsheet.status, spreadsheet.overtaken) == (Status.CHECKING, [2])
    assert Operator.objects.get().name == "Анна"


def test_a_hostile_file_is_refused_and_deleted(officer: User, django_capture_on_commit_callbacks):
    file = ContentFile(b"MZ\x90\0 not a workbook", "Группа.xlsx")
    key = SpreadsheetImport._meta.get_field("form_key").get_default()
    with django_capture_on_commit_callbacks(execute=True):
        spreadsheet = take_upload(file=file, user=officer, form_key=key)
        check_import(spreadsheet.pk)
    spreadsheet.refresh_from_db()
    assert (spreadsheet.status, "не книга Excel" in spreadsheet.refusal["reason"]) == (
        Status.REFUSED,
        True,
    )
    assert default_storage.listdir("imports")[1] == []


def test_a_table_of_several_batches_keeps_count(uploaded: Upload, officer: User):
    spreadsheet = write(uploaded(*map(good_row, range(1, 1203)), good_row(1203, Фамилия="")))
    assert (spreadsheet.rows_read, spreadsheet.rows_total) == (1203, 1203)
    assert (spreadsheet.written, Employment.objects.count()) == (1202, 1202)
    undo_import(spreadsheet=spreadsheet, user=officer)
    assert not Operator.objects.exists()


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
    SpreadsheetImport.objects.update(attempts=claims.MAX_ATTEMPTS)
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
    assert claims.claim(spreadsheet.pk, Status.CHECKING)
    assert claims.claim(spreadsheet.pk, Status.CHECKING) is None


@pytest.fixture
def silent(uploaded: Upload) -> SpreadsheetImport:
    """An import whose worker has died in the middle of the check."""
    spreadsheet = uploaded(good_row())
    long_ago = timezone.now() - timedelta(hours=1)
    SpreadsheetImport.objects.update(status=Status.CHECKING, queued_at=long_ago)
    claims.claim(spreadsheet.pk, Status.CHECKING)
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
    SpreadsheetImport.objects.update(attempts=claims.MAX_ATTEMPTS)
    assert not lost(silent, timezone.now())
    silent.refresh_from_db()
    assert (silent.status, silent.refusal["reason"][:8]) == (Status.REFUSED, "Проверка")


def test_a_worker_that_was_given_up_notes_nothing(silent: SpreadsheetImport):
    old = claims.Claim(SpreadsheetImport.objects.get())
    check_import(silent.pk)
    with pytest.raises(LostClaimError):
        old.keep(rows_read=7)


# Taking it back


def test_undoing_deletes_what_was_new(uploaded: Upload, officer: User):
    spreadsheet = write(uploaded(good_row(1), good_row(2)))
    undo_import(spreadsheet=spreadsheet, user=officer)
    spreadsheet.refresh_from_db()
    assert (spreadsheet.status, spreadsheet.undone_by) == (Status.UNDONE, officer)
    assert (Operator.objects.count(), Employment.objects.count()) == (0, 0)


def test_undoing_restores_what_was_changed(uploaded: Upload, officer: User):
    write(uploaded(good_row(1)))
    before = Operator.objects.values().get(), Employment.objects.values().get()
    changes = {"Часовая ставка, ₽": 330, "Уровень": "старший оператор", "Начало смены": "08:00"}
    spreadsheet = write(
        uploaded(good_row(1, Фамилия="Ли", **changes, **{"Окончание смены": "17:00"}))
    )
    assert Operator.objects.get().name_forms["gent"]["value"]["surname"] == "Ли"
    undo_import(spreadsheet=spreadsheet, user=officer)
    after = Operator.objects.values().get(), Employment.objects.values().get()
    for one, other in zip(before, after, strict=True):
        assert {**one, "updated_at": None} == {**other, "updated_at": None}


def refusal(spreadsheet: SpreadsheetImport) -> str:
    with pytest.raises(UndoRefusedError) as caught:
        undo_import(spreadsheet=spreadsheet, user=spreadsheet.user)
    spreadsheet.refresh_from_db()
    assert (spreadsheet.status, Operator.objects.count()) == (Status.WRITTEN, 1)
    return caught.value.obstacles[0].reason


def test_it_is_not_undone_after_a_change(uploaded: Upload):
    spreadsheet = write(uploaded(good_row()))
    Operator.objects.get().save()
    assert refusal(spreadsheet) == "Данные оператора изменены после импорта."


def test_it_is_not_undone_after_a_change_of_status(uploaded: Upload):
    spreadsheet = write(uploaded(good_row()))
    Employment.objects.update(status=Employment.Status.ISSUED)
    assert refusal(spreadsheet) == "Условия договора изменены после импорта."


def test_it_is_not_undone_once_something_refers_to_it(uploaded: Upload):
    spreadsheet = write(uploaded(good_row()))
    factories.make_acquaintance(employment=Employment.objects.get())
    assert refusal(spreadsheet) == "Есть: ознакомления."


def test_it_is_not_undone_when_the_operator_has_another_contract(uploaded: Upload):
    spreadsheet = write(uploaded(good_row()))
    factories.make_employment(operator=Operator.objects.get())
    assert refusal(spreadsheet) == "Есть: трудовые отношения."


def test_it_is_not_undone_twice(uploaded: Upload, officer: User):
    spreadsheet = write(uploaded(good_row()))
    undo_import(spreadsheet=spreadsheet, user=officer)
    with pytest.raises(UndoRefusedError):
        undo_import(spreadsheet=spreadsheet, user=officer)


# Forgetting


def test_personal_data_is_deleted_in_time(uploaded: Upload, officer: User):
    spreadsheet = write(uploaded(good_row(1), good_row(2, Фамилия="")))
    assert sweep(now=timezone.now() + KEPT - timedelta(hours=1)) == 0
    assert sweep(now=timezone.now() + KEPT + timedelta(hours=1)) == 1
    row = spreadsheet.rows.bad().get()
    assert (row.cells, row.errors, row.person, row.personnel_number) == ([], [], "", "")
    assert ImportRow.objects.written().get().employment == Employment.objects.get()
    with pytest.raises(UndoRefusedError):
        undo_import(spreadsheet=spreadsheet, user=officer)


def test_an_import_that_nobody_confirmed_is_forgotten(
    uploaded: Upload, django_capture_on_commit_callbacks
):
    spreadsheet = uploaded(good_row())
    with django_capture_on_commit_callbacks(execute=True):
        sweep(now=timezone.now() + KEPT + timedelta(hours=1))
    spreadsheet.refresh_from_db()
    assert spreadsheet.status == Status.REFUSED
    assert default_storage.listdir("imports")[1] == []


def test_a_file_that_no_import_names_is_deleted_after_a_day(monkeypatch):
    default_storage.save("imports/left.xlsx", ContentFile(b"rows"))
    assert drop_orphans() == 0
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert drop_orphans() == 1


def test_a_lost_import_is_taken_up_though_nobody_looks(
    table, officer: User, django_capture_on_commit_callbacks
):
    """As `manage.py work` does beside its workers."""
    file = ContentFile(table(good_row()).read_bytes(), "Группа.xlsx")
    key = SpreadsheetImport._meta.get_field("form_key").get_default()
    lost = take_upload(file=file, user=officer, form_key=key)
    SpreadsheetImport.objects.update(queued_at=timezone.now() - 2 * claims.LEASE)
    with django_capture_on_commit_callbacks(execute=True):
        queue_lost()
    lost.refresh_from_db()
    assert lost.status == Status.CHECKED

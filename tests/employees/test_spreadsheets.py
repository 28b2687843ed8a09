"""An uploaded table, from the stored file to the records and back again."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from employees.models import Employment, ImportRow, Operator, SpreadsheetImport
from employees.spreadsheets import writing
from employees.spreadsheets.checking import check_import
from employees.spreadsheets.choosing import confirm, tick
from employees.spreadsheets.errors import UndoRefusedError
from employees.spreadsheets.storing import drop_orphans, take_upload
from employees.spreadsheets.undoing import undo_import
from employees.spreadsheets.wiping import KEPT, sweep
from employees.tasks import queue_lost
from hr_docs.access.models import AuditEntry
from tests import factories
from tests.employees.conftest import good_row
from tests.employees.uploads import Choice, Status, Upload, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer", "private_media")]


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
    SpreadsheetImport.objects.update(queued_at=timezone.now() - timedelta(hours=1))
    with django_capture_on_commit_callbacks(execute=True):
        queue_lost()
    lost.refresh_from_db()
    assert lost.status == Status.CHECKED

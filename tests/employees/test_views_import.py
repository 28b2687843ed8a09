"""Importing in the browser: upload, preview, choice, done, bad rows, undoing, rights."""

import io
import uuid
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from employees.models import (
    Employer,
    EmployerLimit,
    Employment,
    ImportRow,
    Operator,
    SpreadsheetImport,
)
from hr_docs.access.models import AuditEntry
from tests import factories
from tests.employees.conftest import good_row, with_hidden
from tests.reading import rows_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer", "private_media")]
Status = SpreadsheetImport.Status
RIGHTS = ("import_operators", "view_personal_data", "view_employment")


@pytest.fixture
def desk(officer: User) -> Client:
    officer.user_permissions.set(Permission.objects.filter(codename__in=RIGHTS))
    client = Client()
    client.force_login(officer)
    return client


def upload(desk: Client, content: bytes, name: str = "Группа.xlsx", **answers):
    """Send the form, follow to the page of the import."""
    file = SimpleUploadedFile(name, content)
    data = {"file": file, "form_key": uuid.uuid4(), **answers}
    return sent(desk, reverse("employees:import_add"), data)


def confirm(desk: Client, choice: str = "ticked", **answers):
    """Press «Записать» on the preview of the newest import."""
    spreadsheet = SpreadsheetImport.objects.all()[0]
    data = {"choice": choice, "checked_at": str(spreadsheet.checked_at), **answers}
    return sent(desk, reverse("employees:import_confirm", args=[spreadsheet.pk]), data)


def sent(desk: Client, address: str, data: dict[str, Any]):
    """Send a form, let the jobs run that it has queued, and look at the page that follows."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        answer = desk.post(address, data)
    return desk.get(answer.headers["Location"]) if answer.status_code == 302 else answer


def imported(desk: Client, path: Path):
    upload(desk, path.read_bytes())
    return confirm(desk)


def test_the_preview_shows_counts_and_writes_nothing(desk: Client, table):
    answer = upload(desk, table(good_row(1), good_row(2, Фамилия="")).read_bytes())
    assert "1 новые 0 изменённые 0 без изменений 1 с ошибками" in text_of(answer)
    assert not Operator.objects.exists()


def test_the_audit_log_has_the_address_that_the_proxy_saw(desk: Client, table, settings):
    settings.BEHIND_PROXY = True
    upload(desk, table(good_row(1)).read_bytes())
    desk.defaults["HTTP_X_FORWARDED_FOR"] = "203.0.113.7"
    confirm(desk)
    assert AuditEntry.objects.get(action=AuditEntry.Action.IMPORTED).address == "203.0.113.7"


def test_it_names_chosen_rows_that_are_not_written(desk: Client, table):
    imported(desk, table(good_row(1), good_row(2)))
    ImportRow.objects.filter(number=3).update(operator_stamp=None)
    spreadsheet = SpreadsheetImport.objects.get()
    page = text_of(desk.get(reverse("employees:import", args=[spreadsheet.pk])))
    assert "1 выбранная строка не записана: 3 Иванова Анна Петровна. Пока таблица" in page


def test_it_shows_how_many_rows_are_written(desk: Client, table):
    imported(desk, table(good_row(1), good_row(2)))
    SpreadsheetImport.objects.update(status=Status.WRITING, written=1, queued_at=timezone.now())
    spreadsheet = SpreadsheetImport.objects.get()
    part = desk.get(reverse("employees:import_progress", args=[spreadsheet.pk]))
    assert "Записано строк: 1 из 2" in text_of(part)


def test_an_error_stands_in_its_cell_with_its_remedy(desk: Client, table):
    path = table(good_row(1, **{"Дата рождения": "вчера"}))
    answer = upload(desk, path.read_bytes())
    assert "вчера Дата не разобрана. Введите её цифрами как 15.03.2026." in rows_of(answer)[0]
    assert "F </th>" in answer.content.decode().replace("F</th>", "F </th>")


def test_it_names_columns_that_nobody_knows(desk: Client, table):
    answer = upload(desk, table(good_row(Рост=170)).read_bytes())
    assert "Незнакомые столбцы пропускаются: S: Рост" in text_of(answer)


def test_it_tells_how_many_rows_are_hidden_in_excel(desk: Client, table):
    page = text_of(upload(desk, with_hidden(table(good_row(1), good_row(2)), 3).read_bytes()))
    assert "1 строка скрыта в Excel, фильтром или вручную; она взята наравне с другими." in page
    assert "удалите их из таблицы" in page


def test_written_rows_are_listed_by_their_import(desk: Client, table):
    factories.make_employment(operator__surname="Прежняя")
    answer = imported(desk, table(good_row(777, **employer_column())))
    assert "Записана 1 строка." in text_of(answer)
    listed = desk.get(reverse("employees:employments"), {"imported": newest().pk})
    assert [row for row in rows_of(listed) if "Иванова Анна" in row] == rows_of(listed) != []


def employer_column() -> dict[str, str]:
    return {"Работодатель (ИНН)": Employer.objects.earliest("pk").inn}


def newest() -> SpreadsheetImport:
    return SpreadsheetImport.objects.all()[0]


def test_a_changed_row_shows_what_was_and_what_becomes(desk: Client, table):
    imported(desk, table(good_row(1)))
    answer = upload(desk, table(good_row(1, **{"Часовая ставка, ₽": 310})).read_bytes())
    assert "Часовая ставка, ₽: 300 становится 310" in rows_of(answer)[0]


def test_a_change_of_an_issued_contract_is_marked_and_not_ticked(desk: Client, table):
    imported(desk, table(good_row(1)))
    Employment.objects.update(status="issued")
    answer = upload(desk, table(good_row(1, **{"Часовая ставка, ₽": 310})).read_bytes())
    assert "1 строка меняет договор, документы которого выпущены." in text_of(answer)
    assert 'name="ticked" value="2"' in answer.content.decode()
    assert "checked>" not in answer.content.decode().split('name="ticked"')[1].split("</td>")[0]


def test_the_ticks_of_the_page_decide(desk: Client, table):
    rate = "Часовая ставка, ₽"
    imported(desk, table(good_row(1), good_row(2)))
    upload(desk, table(good_row(1, **{rate: 310}), good_row(2, **{rate: 320})).read_bytes())
    confirm(desk, shown=["2", "3"], ticked=["3"])
    assert {int(each.hourly_rate) for each in Employment.objects.all()} == {300, 320}


def test_nothing_chosen_is_said_so(desk: Client, table):
    imported(desk, table(good_row(1)))
    upload(desk, table(good_row(1, Имя="Алла")).read_bytes())
    answer = confirm(desk, shown=["2"], ticked=[])
    assert "не отмечено ни одной строки" in text_of(answer)


def test_ticks_are_kept_on_the_way_to_another_page(desk: Client, table):
    imported(desk, table(good_row(1)))
    upload(desk, table(good_row(1, Имя="Алла")).read_bytes())
    desk.post(reverse("employees:import_ticks", args=[newest().pk]), {"shown": ["2"], "page": "2"})
    assert not newest().rows.changed().get().is_ticked


def test_a_form_sent_twice_is_one_import(desk: Client, table):
    content, key = table(good_row()).read_bytes(), str(uuid.uuid4())
    upload(desk, content, form_key=key)
    upload(desk, content, form_key=key)
    assert SpreadsheetImport.objects.count() == 1


def test_a_second_click_writes_nothing_twice(desk: Client, table):
    imported(desk, table(good_row()))
    answer = confirm(desk)
    assert (Operator.objects.count(), newest().status) == (1, Status.WRITTEN)
    assert "Записана 1 строка." in text_of(answer)


def test_overtaken_by_others_it_says_so_and_shows_a_new_preview(desk: Client, table):
    imported(desk, table(good_row(1)))
    upload(desk, table(good_row(1, Имя="Алла")).read_bytes())
    Operator.objects.update(name="Анастасия")
    answer = confirm(desk)
    assert "Ничего не записано: записи изменились" in text_of(answer)
    assert "Имя: Анастасия становится Алла" in rows_of(answer)[0]


def test_an_old_preview_is_not_confirmed(desk: Client, table):
    upload(desk, table(good_row()).read_bytes())
    answer = confirm(desk, checked_at="2026-01-01T00:00:00+00:00")
    assert "Ничего не записано: посмотрите" in text_of(answer)
    assert not Operator.objects.exists()


def test_it_tells_when_the_same_file_was_imported_before(desk: Client, table):
    path = table(good_row())
    imported(desk, path)
    assert "Этот же файл уже импортирован:" in text_of(upload(desk, path.read_bytes()))


def test_an_import_is_given_up(desk: Client, table):
    upload(desk, table(good_row()).read_bytes())
    answer = desk.post(reverse("employees:import_abandon", args=[newest().pk]), follow=True)
    assert "Импорт отменён, файл удалён." in text_of(answer)
    assert (newest().status, newest().rows.count()) == (Status.REFUSED, 0)


# Files that are none


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("program.exe", b"MZ", "не .xlsx и не .csv"),
        ("program.xlsx", b"MZ\x90\0", "Это не книга Excel"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0", "не текстовый файл"),
        ("script.svg", b"<svg onload='alert(1)'/>", "не .xlsx и не .csv"),
        ("empty.xlsx", b"", "пуст"),
        ("<b>x</b>.xlsx", b"PK\x03\x04", "повреждён"),
    ],
)
def test_a_hostile_file_is_refused_in_words(desk: Client, name, content, reason):
    answer = upload(desk, content, name)
    assert reason in text_of(answer)
    assert "<b>x</b>" not in answer.content.decode()
    assert not Operator.objects.exists()


def test_a_zip_bomb_is_refused(desk: Client, table):
    bomb = io.BytesIO(table(good_row()).read_bytes())
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", b"\0" * 25 * 2**20)
    assert "непомерный объём" in text_of(upload(desk, bomb.getvalue()))


def test_a_huge_upload_is_dropped_while_it_arrives(desk: Client, table, monkeypatch):
    for module in ("employees.views.import_add", "employees.forms.spreadsheet"):
        monkeypatch.setattr(f"{module}.MAX_FILE_BYTES", 1024)
    assert "Файл больше 1,0" in text_of(upload(desk, table(good_row()).read_bytes()))
    assert not SpreadsheetImport.objects.exists()


def test_an_upload_needs_the_token_of_its_form(officer: User, desk: Client):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)
    assert upload(strict, b"PK").status_code == 403
    assert not SpreadsheetImport.objects.exists()


# The bad rows, sent back


def test_the_bad_rows_come_back_as_a_workbook(desk: Client, table):
    bad = good_row(2, **{"Дата рождения": "вчера", "Рост": "=1+1"})
    upload(desk, table(good_row(1), bad).read_bytes())
    answer = desk.get(reverse("employees:import_bad_rows", args=[newest().pk]))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [sheet["A2"].value, sheet["F2"].value] == ["0002", "вчера"]
    assert "Введите её цифрами" in sheet["F2"].comment.text
    assert sheet["S2"].data_type == "s"
    assert "Строка 3. Дата рождения: Дата не разобрана." in sheet["T2"].value
    assert AuditEntry.objects.filter(action=AuditEntry.Action.EXPORTED).count() == 1


def test_the_corrected_workbook_is_imported(desk: Client, table, tmp_path: Path):
    path = table(good_row(1, **{"Дата рождения": "вчера", "СНИЛС": 11223344595}))
    upload(desk, path.read_bytes())
    answer = desk.get(reverse("employees:import_bad_rows", args=[newest().pk]))
    book = load_workbook(io.BytesIO(answer.content))
    book.active["F2"].value = "17.04.1998"
    book.save(tmp_path / "corrected.xlsx")
    page = imported(desk, tmp_path / "corrected.xlsx")
    assert "Записана 1 строка." in text_of(page)
    assert (Operator.objects.get().snils, newest().unknown) == ("112-233-445 95", [])


def test_the_sample_is_importable_as_a_table(desk: Client):
    answer = desk.get(reverse("employees:import_sample"))
    assert load_workbook(io.BytesIO(answer.content)).sheetnames == ["Операторы", "Справка"]


# Undoing


def test_an_import_is_undone(desk: Client, table):
    imported(desk, table(good_row(1), good_row(2)))
    address = reverse("employees:import_undo", args=[newest().pk])
    assert "Будут удалены 2 новых оператора" in text_of(desk.get(address))
    answer = desk.post(address, follow=True)
    assert "Импорт отменён." in text_of(answer)
    assert not Operator.objects.exists()
    assert AuditEntry.objects.filter(action=AuditEntry.Action.UNDONE).count() == 1


def test_it_says_who_stands_in_the_way_of_undoing(desk: Client, table):
    imported(desk, table(good_row(1)))
    factories.make_acquaintance(employment=Employment.objects.get())
    address = reverse("employees:import_undo", args=[newest().pk])
    answer = desk.post(address, follow=True)
    assert rows_of(answer) == ["2 Иванова Анна Петровна Есть: ознакомления."]
    assert Operator.objects.exists()


# Progress, list, rights


def test_the_progress_stops_asking_when_the_work_is_done(desk: Client, table):
    upload(desk, table(good_row()).read_bytes())
    address = reverse("employees:import_progress", args=[newest().pk])
    answer = desk.get(address)
    assert (answer.status_code, answer.headers["HX-Refresh"]) == (286, "true")


def test_the_progress_tells_rows(desk: Client, table):
    upload(desk, table(good_row()).read_bytes())
    SpreadsheetImport.objects.update(status=Status.CHECKING, rows_total=10_000, rows_read=3_500)
    page = text_of(desk.get(reverse("employees:import", args=[newest().pk])))
    assert "Прочитано строк: 3 500 из 10 000" in page.replace("\xa0", " ")


def test_the_list_tells_who_when_and_what(desk: Client, table, django_assert_max_num_queries):
    for index in range(4):
        imported(desk, table(good_row(index + 1)))
    with django_assert_max_num_queries(12):
        answer = desk.get(reverse("employees:imports"))
    assert len(rows_of(answer)) == 4
    assert "Ольга 1 0 0 0 1 записан" in rows_of(answer)[0]


ADDRESSES = ["", "progress/", "ticks/", "confirm/", "abandon/", "bad-rows/", "undo/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_the_right_nothing_is_shown(desk: Client, table, address: str):
    upload(desk, table(good_row()).read_bytes())
    User.objects.get().user_permissions.clear()
    User.objects.get().groups.clear()
    assert desk.post(f"/imports/{newest().pk}/{address}").status_code == 403


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_limited_user_sees_his_own_imports_only(desk: Client, table, address: str):
    upload(desk, table(good_row()).read_bytes())
    other = User.objects.create_user("other")
    other.user_permissions.set(Permission.objects.filter(codename__in=RIGHTS))
    EmployerLimit.objects.create(user=other)
    client = Client()
    client.force_login(other)
    assert client.post(f"/imports/{newest().pk}/{address}").status_code == 404


def test_a_limited_user_imports_for_his_employers_only(desk: Client, officer: User, table):
    own, other = Employer.objects.get(), factories.make_employer()
    EmployerLimit.objects.create(user=officer).employers.set([own])
    inn = "Работодатель (ИНН)"
    rows = good_row(1, **{inn: own.inn}), good_row(2, **{inn: other.inn}), good_row(3)
    answer = upload(desk, table(*rows).read_bytes())
    assert (newest().new, newest().bad) == (2, 1)
    assert "С этим работодателем вы не работаете." in rows_of(answer)[0]


def test_a_limited_user_changes_no_operator_of_another_employer(desk: Client, officer: User, table):
    own = Employer.objects.get()
    stranger = factories.make_employment().operator
    EmployerLimit.objects.create(user=officer).employers.set([own])
    rows = (
        good_row(9001, **{"Табельный номер": stranger.personnel_number}),
        good_row(9002, СНИЛС=stranger.snils),
    )
    page = " ".join(rows_of(upload(desk, table(*rows).read_bytes())))
    assert "занят у работодателя, с которым вы не работаете" in page
    assert "уже записан за другим оператором" in page

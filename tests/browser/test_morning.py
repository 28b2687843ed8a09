"""The morning of a group of sixty: from the spreadsheet to signed papers in the register."""

from datetime import date
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings as project
from django.core.files.storage import default_storage
from django.db import connection
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from bench.people import people
from employees.demo import load_demo
from employees.models import Employment, Operator
from hr_docs.documents.models import Bundle, Document
from tests.employees.conftest import save_table

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("first_of_december")]
GROUP, BAD_ROW, BIRTH_DATE = 60, 7, "Дата рождения"
SIGNED_ON = date(2026, 11, 30)


@pytest.fixture
def group(masters: None, tmp_path: Path) -> Path:
    """A table of sixty for the demo employer; in one row the date of birth is a word."""
    tiers = import_module("job_descriptions.migrations.0002_seed_tiers")
    tiers.seed_tiers(apps, SimpleNamespace(connection=connection))
    examples = project.BASE_DIR / "examples"
    load_demo(employer_file=examples / "employer.yaml", operators_file=examples / "operators.xlsx")
    Employment.objects.all().delete()
    Operator.objects.all().delete()
    rows = people(GROUP)
    rows[BAD_ROW][BIRTH_DATE] = "весной"
    for row in rows:
        row["Дата договора"] = SIGNED_ON
    return save_table(tmp_path / "group.xlsx", rows)


def test_sixty_are_hired_in_a_morning(patient_page: Page, group: Path, tmp_path: Path):
    _import(patient_page, group, written=GROUP - 1)
    _import(patient_page, _corrected(patient_page, tmp_path), written=1)
    _issue(patient_page)
    _print(patient_page)
    _sign(patient_page)
    _look_at_the_register(patient_page)


def _open(page: Page, section: str) -> None:
    sections = page.get_by_role("navigation", name="Разделы")
    sections.get_by_role("link", name=section, exact=True).click()


def _import(page: Page, table: Path, *, written: int) -> None:
    _open(page, "Импорт")
    page.get_by_role("link", name="Загрузить таблицу").first.click()
    page.locator("input[type=file]").set_input_files(table)
    page.locator("main form button[type=submit]").first.click()
    page.get_by_role("button", name="Записать", exact=True).click()
    expect(page.get_by_text("Записан", exact=False).first).to_be_visible()
    assert Operator.objects.count() in {written, GROUP}


def _corrected(page: Page, folder: Path) -> Path:
    """The bad rows as they come back from the product, with the cell put right."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Скачать ошибочные строки (Excel)").click()
    path = folder / "bad.xlsx"
    download.value.save_as(path)
    book = load_workbook(path)
    sheet = book.active
    column = next(cell.column for cell in sheet[1] if cell.value == BIRTH_DATE)
    assert sheet.max_row == 2
    sheet.cell(2, column).value = people(GROUP)[BAD_ROW][BIRTH_DATE]
    book.save(path)
    return path


def _issue(page: Page) -> None:
    _open(page, "Сегодня")
    page.get_by_role("link", name=str(GROUP), exact=False).first.click()
    page.get_by_label("все найденные (60)").check()
    page.get_by_role("button", name="Выпустить").click()
    page.get_by_role("button", name="Начать выпуск").click()
    expect(page.get_by_text("Готово: 60", exact=False).last).to_be_attached()
    assert Document.objects.filter(status="issued").count() == 3 * GROUP


def _print(page: Page) -> None:
    page.get_by_role("link", name="Один PDF на печать").click()
    page.get_by_role("button", name="Подготовить PDF").click()
    expect(page.locator("main iframe")).to_be_visible()
    bundle = Bundle.objects.get()
    with default_storage.open(bundle.file) as file:
        assert len(PdfReader(file).pages) == bundle.pages


def _sign(page: Page) -> None:
    _open(page, "Операторы")
    page.get_by_label("все найденные (60)").check()
    page.get_by_role("button", name="Отметить подписание").click()
    page.get_by_label("Дата на документах").fill(SIGNED_ON.isoformat())
    page.get_by_label("В этот день, до подписания, ознакомлены").check()
    page.get_by_role("button", name="Показать, что будет отмечено").click()
    page.get_by_role("button", name="Отметить подписанными 180").click()
    expect(page.get_by_text("Отмечено подписанными 180")).to_be_visible()
    assert Employment.objects.filter(status="signed").count() == GROUP


def _look_at_the_register(page: Page) -> None:
    _open(page, "Документы")
    expect(page.locator("#count")).to_have_text(str(3 * GROUP))
    _open(page, "Сегодня")
    expect(page.get_by_text("Новички без пакета")).to_have_count(0)
    expect(page.get_by_text("Документы выпущены, не подписаны")).to_have_count(0)

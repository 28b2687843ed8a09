"""The import without a mouse: Tab, Enter and typing; every stop on the way can be seen."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from employees.models import Employment, Operator, SpreadsheetImport
from tests.browser.keyboard import open_section, press, put, reach
from tests.employees.conftest import good_row, save_table
from tests.factories import make_edition

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("first_of_december")]
BIRTH_DATE = "Дата рождения"


@pytest.fixture
def table(employment: Employment, tmp_path: Path) -> Path:
    """Two to be hired by the employer of the office, one with a word for a date of birth."""
    make_edition(position=employment.position, tier=employment.tier)
    Employment.objects.all().delete()
    Operator.objects.all().delete()
    rows = [good_row(701), good_row(702)]
    for row in rows:
        row["Работодатель (ИНН)"] = employment.employer.inn
    rows[1][BIRTH_DATE] = "весной"
    return save_table(tmp_path / "group.xlsx", rows)


def test_an_import_and_its_mending_need_only_a_keyboard(
    patient_page: Page, table: Path, tmp_path: Path
):
    _import(patient_page, table)
    _mend(patient_page, tmp_path)


def _upload(page: Page, table: Path) -> None:
    open_section(page, "Импорт")
    press(page, page.get_by_role("link", name="Загрузить таблицу").first)
    put(page, page.get_by_label("Таблица операторов"), table)
    press(page, page.get_by_role("button", name="Загрузить и проверить"))
    expect(page.get_by_role("button", name="Записать", exact=True)).to_be_visible()


def _write(page: Page) -> None:
    press(page, page.get_by_role("button", name="Записать", exact=True))
    expect(page.get_by_text("Записана 1 строка.")).to_be_visible()


def _import(page: Page, table: Path) -> None:
    _upload(page, table)
    expect(page.get_by_role("heading", name="1 строка с ошибками")).to_be_visible()
    _write(page)
    assert Operator.objects.count() == 1


def _mend(page: Page, folder: Path) -> None:
    """The bad row comes back as a table, is put right there and uploaded."""
    link = page.get_by_role("link", name="Скачать ошибочные строки (Excel)")
    reach(page, link)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    path = folder / "bad.xlsx"
    download.value.save_as(path)
    book = load_workbook(path)
    column = next(cell.column for cell in book.active[1] if cell.value == BIRTH_DATE)
    book.active.cell(2, column).value = good_row(702)[BIRTH_DATE]
    book.save(path)
    _upload(page, path)
    _write(page)
    assert Operator.objects.count() == 2
    assert SpreadsheetImport.objects.filter(status="written").count() == 2

"""The import without a mouse: Tab, Enter and typing; every stop on the way can be seen.

A file is handed to its field (`set_input_files`) only after Tab has come there: the dialogue of the
operating system is no page of ours.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Locator, Page, expect

from employees.models import Employment, Operator, SpreadsheetImport
from tests.employees.conftest import good_row
from tests.factories import make_edition

pytestmark = pytest.mark.browser
BIRTH_DATE = "Дата рождения"
FARTHEST = 120  # presses of Tab to anything on a page
#: Of the element that has the focus: whether it can be seen that it has it, and what covers it.
SEEN = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const related = top && (element.contains(top) || top.contains(element) ||
                          [...(element.labels ?? [])].some((label) => label.contains(top)));
  // Within a date Tab walks from part to part, and the browser marks the part.
  const outlined = element.type === 'date' ||
                   (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
  return { name: element.outerHTML.slice(0, 160), outlined, covered: !related };
}"""


@pytest.fixture(autouse=True)
def first_of_december() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 12, 1, 6, tzinfo=UTC)):
        yield


@pytest.fixture
def table(employment: Employment, tmp_path: Path) -> Path:
    """Two to be hired by the employer of the office, one with a word for a date of birth."""
    make_edition(position=employment.position, tier=employment.tier)
    Employment.objects.all().delete()
    Operator.objects.all().delete()
    rows = [good_row(701), good_row(702)]
    book = Workbook()
    for row in rows:
        row["Работодатель (ИНН)"] = employment.employer.inn
    rows[1][BIRTH_DATE] = "весной"
    for cells in (rows[0], *(row.values() for row in rows)):
        book.active.append(list(cells))
    book.save(tmp_path / "group.xlsx")
    return tmp_path / "group.xlsx"


def test_an_import_and_its_mending_need_only_a_keyboard(
    patient_page: Page, table: Path, tmp_path: Path
):
    _import(patient_page, table)
    _mend(patient_page, tmp_path)


def _reach(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus; every stop on the way can be seen."""
    expect(target).to_be_visible()
    expect(target).to_be_enabled()
    for _ in range(FARTHEST):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue  # out of the page and in again
        seen = page.evaluate(SEEN)
        assert seen["outlined"], f"no focus to be seen: {seen['name']}"
        assert not seen["covered"], f"the focus is covered: {seen['name']}"
    pytest.fail(f"Tab does not come to {target}")


def _press(page: Page, target: Locator, key: str = "Enter") -> None:
    _reach(page, target)
    page.keyboard.press(key)


def _skip_to_the_content(page: Page) -> None:
    """The first Tab of a page offers it."""
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="К содержанию")).to_be_focused()
    page.keyboard.press("Enter")


def _open(page: Page, section: str) -> None:
    sections = page.get_by_role("navigation", name="Разделы")
    _reach(page, sections.get_by_role("link", name=section, exact=True))
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _upload(page: Page, table: Path) -> None:
    _open(page, "Импорт")
    _skip_to_the_content(page)
    _press(page, page.get_by_role("link", name="Загрузить таблицу").first)
    field = page.get_by_label("Таблица операторов")
    _reach(page, field)
    field.set_input_files(table)
    _press(page, page.get_by_role("button", name="Загрузить и проверить"))
    expect(page.get_by_role("button", name="Записать", exact=True)).to_be_visible()


def _write(page: Page) -> None:
    _press(page, page.get_by_role("button", name="Записать", exact=True))
    expect(page.get_by_text("Записана 1 строка.")).to_be_visible()


def _import(page: Page, table: Path) -> None:
    _upload(page, table)
    expect(page.get_by_role("heading", name="1 строка с ошибками")).to_be_visible()
    _write(page)
    assert Operator.objects.count() == 1


def _mend(page: Page, folder: Path) -> None:
    """The bad row comes back as a table, is put right there and uploaded."""
    link = page.get_by_role("link", name="Скачать ошибочные строки (Excel)")
    _reach(page, link)
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

"""The whole morning without a mouse: Tab, Shift+Tab, Enter, Space, arrows and typing.

A file is handed to its field (`set_input_files`) only after Tab has come there: the dialogue of the
operating system is no page of ours.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Dialog, Locator, Page, expect

from employees.models import Employment, Operator, SpreadsheetImport
from hr_docs.documents.models import Bundle, Document
from tests.employees.conftest import good_row
from tests.factories import make_edition

pytestmark = pytest.mark.browser
BIRTH_DATE = "Дата рождения"
SIGNED_ON = "11302026"  # as the field of an English browser takes it
FARTHEST = 120  # presses of Tab to anything on a page
LONG = 60_000  # ms: jobs run within the request here
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


@pytest.fixture
def desk(office_page: Page) -> Iterator[Page]:
    office_page.set_default_timeout(LONG)
    expect.set_options(timeout=LONG)
    yield office_page
    expect.set_options(timeout=5_000)


def test_the_whole_morning_needs_only_a_keyboard(desk: Page, table: Path, tmp_path: Path):
    _import(desk, table)
    _mend(desk, tmp_path)
    _run(desk)
    _print(desk)
    _sign(desk)
    _read_the_register(desk)


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


def _run(page: Page) -> None:
    _open(page, "Операторы")
    _skip_to_the_content(page)
    _press(page, page.get_by_label("Выбрать все на странице"), "Space")
    expect(page.locator(".chosen-count")).to_have_text("Выбрано: 2")
    page.keyboard.press("Shift+Tab")
    _press(page, page.get_by_role("button", name="Выпустить"))
    expect(page.get_by_role("heading", name="Что будет")).to_be_visible()
    box = page.get_by_label("Выпустить и с неподтверждёнными предупреждениями")
    _press(page, box, "Space")
    expect(box).to_be_focused()  # the preview below is new, the focus is where it was
    _press(page, page.get_by_role("button", name="Начать выпуск"))
    expect(page.get_by_role("link", name="Один PDF на печать")).to_be_visible()
    assert Document.objects.filter(status="issued").count() == 6


def _print(page: Page) -> None:
    _reach(page, page.get_by_role("link", name="Один PDF на печать"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    order = page.get_by_label("Порядок")
    _reach(page, order)
    with page.expect_response("**/print/"):
        page.keyboard.press("ArrowDown")
    expect(order).to_be_focused()
    expect(order).to_have_value("kinds")
    _press(page, page.get_by_role("button", name="Подготовить PDF"))
    button = page.get_by_role("button", name="Печать")
    expect(button).to_be_visible()
    page.evaluate(
        "document.getElementById('print-frame').contentWindow.print = () => { window.asked = true }"
    )
    _press(page, button)
    assert page.evaluate("window.asked")
    assert Bundle.objects.get().options["order"] == "kinds"


def _sign(page: Page) -> None:
    """One paper at the desk, the rest from the list."""
    number = Document.objects.filter(master__kind="confidentiality_undertaking")[0].number
    page.keyboard.press("Shift+Tab")
    page.reload()
    _open(page, "Приём подписанных")
    field = page.get_by_label("Номер документа, ФИО или табельный номер")
    expect(field).to_be_focused()
    page.keyboard.type(number)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Подписан:")).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.reload()
    _open(page, "Операторы")
    _skip_to_the_content(page)
    _press(page, page.get_by_label("Выбрать все на странице"), "Space")
    _press(page, page.get_by_role("button", name="Отметить подписание"))
    day = page.get_by_label("Дата на документах")
    _reach(page, day)
    page.keyboard.type(SIGNED_ON)
    _press(page, page.get_by_label("В этот день, до подписания, ознакомлены"), "Space")
    _press(page, page.get_by_role("button", name="Показать, что будет отмечено"))
    confirm = page.get_by_role("button", name="Отметить подписанными 5")
    expect(confirm).to_be_visible()
    _press(page, confirm)
    expect(page.get_by_text("Отмечено подписанными 5")).to_be_visible()
    assert set(Employment.objects.values_list("status", flat=True)) == {"signed"}


def _read_the_register(page: Page) -> None:
    _open(page, "Документы")
    _skip_to_the_content(page)
    _press(page, page.get_by_role("link", name="Трудовой договор").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Трудовой договор №")
    expect(page.get_by_text("подписан", exact=False).first).to_be_visible()


def test_a_question_gives_the_focus_back(desk: Page, employment: Employment):
    """A refused confirmation, another year of the chart: the focus stays where it was."""
    page = desk
    page.goto(f"{page.url.partition('/today')[0]}/employments/{employment.pk}/")
    year = page.get_by_role("navigation", name="Год").get_by_role("link", name="2027")
    _press(page, year)
    expect(page.locator("#wages")).to_contain_text("Пока неизвестно")
    expect(year).to_be_focused()
    page.reload()
    _press(page, page.get_by_role("button", name="Выпустить пакет"))
    again = page.get_by_role("button", name="Выпустить заново")
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", refuse)
    _press(page, again)
    expect(again).to_be_focused()
    assert asked == ["confirm"]
    assert employment.documents.count() == 3

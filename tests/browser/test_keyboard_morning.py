"""The whole morning without a mouse: from the table of four to signed papers in the register.

The workers come only when the test calls them, so that every progress is seen; the one thing that
no key does is the file dialogue of the operating system.
"""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings

from employees.models import Employment, Operator, SpreadsheetImport
from employees.spreadsheets.checking import check_import
from employees.spreadsheets.writing import write_import
from hr_docs.documents.bundles.tasks import make_bundle
from hr_docs.documents.models import Bundle, Document, Run
from hr_docs.documents.runs.working import work_on_run
from tests.browser.keyboard import expect_answer, open_section, press, put, reach, type_day
from tests.browser.test_runs import NOBODY_WORKS
from tests.employees.conftest import good_row, save_table
from tests.factories import make_edition

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("first_of_december")]
GROUP, KINDS = 4, 3
SURNAMES = ("Белова", "Громова", "Иванова", "Осипова")
SIGNED_ON = date(2026, 11, 30)


@pytest.fixture
def table(employment: Employment, tmp_path: Path) -> Path:
    """Four to be hired by the employer of the office."""
    make_edition(position=employment.position, tier=employment.tier)
    Employment.objects.all().delete()
    Operator.objects.all().delete()
    rows = [good_row(701 + index, Фамилия=name) for index, name in enumerate(SURNAMES)]
    for row in rows:
        row["Работодатель (ИНН)"] = employment.employer.inn
    return save_table(tmp_path / "group.xlsx", rows)


def test_four_are_hired_without_a_mouse(office_page: Page, table: Path, settings: Settings):
    settings.TASKS = NOBODY_WORKS
    _import(office_page, table)
    _choose_all(office_page, "Выпустить")
    _issue(office_page)
    _print(office_page)
    _sign(office_page)
    _look_at_the_register(office_page)


def _heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def _button(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=name, exact=True)


def _import(page: Page, table: Path) -> None:
    open_section(page, "Импорт")
    press(page, page.get_by_role("main").get_by_role("link", name="Загрузить таблицу").first)
    put(page, page.get_by_label("Таблица операторов"), table)
    press(page, _button(page, "Загрузить и проверить"))
    expect(page.get_by_role("heading", name="Таблица проверяется")).to_be_visible()
    expect_answer(page, _heading(page))
    check_import(SpreadsheetImport.objects.get().pk)
    expect(page.get_by_role("heading", name="4 новых оператора")).to_be_visible()
    expect_answer(page, _heading(page))
    press(page, _button(page, "Записать"))
    expect(page.get_by_role("heading", name="Строки записываются")).to_be_visible()
    write_import(SpreadsheetImport.objects.get().pk)
    expect_answer(page, page.get_by_role("status").filter(has_text="Записаны 4 строки"))
    assert Operator.objects.count() == GROUP


def _choose_all(page: Page, action: str) -> None:
    open_section(page, "Операторы")
    press(page, page.get_by_label("все найденные (4)"), "Space")
    expect(page.get_by_label("все найденные (4)")).to_be_checked()
    press(page, _button(page, action))
    expect_answer(page, _heading(page))


def _issue(page: Page) -> None:
    """The people and the kinds stand there already; the day is typed, the signatory chosen."""
    preview = page.get_by_role("heading", name="Что будет")
    expect(preview).to_be_visible()
    expect(page.get_by_role("group", name="Документы").get_by_role("checkbox")).to_have_count(KINDS)
    press(page, page.get_by_label("Трудовой договор"), "Space")
    press(page, page.get_by_label("Трудовой договор"), "Space")
    expect(page.get_by_label("Трудовой договор")).to_be_checked()
    type_day(page, page.get_by_label("Дата документов"), SIGNED_ON)
    press(page, page.get_by_label("Подписант"), "ArrowDown")
    press(page, page.get_by_label("Выпустить и с неподтверждёнными предупреждениями"), "Space")
    expect(page.get_by_text("12 документов")).to_be_visible()
    expect(page.get_by_label("Выпустить и с неподтверждёнными")).to_be_focused()
    press(page, _button(page, "Начать выпуск"))
    expect_answer(page, _heading(page))
    _watch_the_run(page)


def _watch_the_run(page: Page) -> None:
    """Its end takes «Остановить выпуск» away from under the focus."""
    reach(page, _button(page, "Остановить выпуск"))
    run = Run.objects.get()
    assert (run.on, run.signatory is not None, run.masters.count()) == (SIGNED_ON, True, KINDS)
    work_on_run.call(run.pk)
    expect(page.get_by_text("Готово: 4", exact=False).last).to_be_attached()
    expect_answer(page, _heading(page))
    assert Document.objects.filter(status="issued").count() == KINDS * GROUP


def _print(page: Page) -> None:
    press(page, page.get_by_role("link", name="Один PDF на печать"))
    expect(_heading(page)).to_have_text("Печать документов")
    press(page, page.get_by_label("Порядок"), "ArrowDown")
    expect(page.get_by_label("Порядок")).to_be_focused()
    press(page, _button(page, "Подготовить PDF"))
    expect_answer(page, _heading(page))
    make_bundle.call(str(Bundle.objects.get().pk))
    expect(page.get_by_role("heading", name="Файл готов")).to_be_visible()
    reach(page, _button(page, "Печать"))
    reach(page, page.get_by_role("link", name="Открыть в новой вкладке"))


def _sign(page: Page) -> None:
    _choose_all(page, "Отметить подписание")
    type_day(page, page.get_by_label("Дата на документах"), SIGNED_ON)
    press(page, page.get_by_label("В этот день, до подписания, ознакомлены"), "Space")
    press(page, _button(page, "Показать, что будет отмечено"))
    expect_answer(page, _heading(page))
    press(page, page.get_by_role("button", name="Отметить подписанными 12"))
    expect_answer(page, page.get_by_role("status").filter(has_text="Отмечено подписанными 12"))
    assert Employment.objects.filter(status="signed").count() == GROUP


def _look_at_the_register(page: Page) -> None:
    """A filter typed into narrows the list under it and keeps the focus."""
    open_section(page, "Документы")
    expect(page.locator("#count")).to_have_text(str(KINDS * GROUP))
    search = page.get_by_role("search").get_by_role("searchbox").first
    reach(page, search)
    page.keyboard.type("Громова")
    expect(page.locator("#count")).to_have_text(str(KINDS))
    expect(search).to_be_focused()
    press(page, page.get_by_role("main").get_by_role("link", name="002/2026-ТД", exact=True))
    expect(_heading(page)).to_contain_text("002/2026-ТД")
    expect(page.get_by_role("region", name="На бумаге")).to_contain_text("подписан 30.11.2026")

"""A table is imported, its mistakes sent back, the day looked at: as a person does it."""

import io
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.urls import reverse
from openpyxl import load_workbook
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment, SpreadsheetImport
from tests.employees.conftest import good_row, save_table
from tests.factories import make_edition

pytestmark = pytest.mark.browser

AXE_OPTIONS = {"resultTypes": ["violations"]}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture
def table(employment: Employment, tmp_path: Path) -> Path:
    """Two good rows, one bad one, and one that changes an issued contract."""
    make_edition(position=employment.position, tier=employment.tier)
    Employment.objects.update(status="issued")
    rows = [good_row(701), good_row(702), good_row(703, **{"Дата рождения": "вчера"})]
    for row in rows:
        row["Работодатель (ИНН)"] = employment.employer.inn
    changed = {**_same(employment), "Часовая ставка, ₽": 310}
    return save_table(tmp_path / "group.xlsx", [*rows, changed])


def _same(employment: Employment) -> dict[str, object]:
    """What is stored of this employment, by heading."""
    operator = employment.operator
    return {
        "Табельный номер": operator.personnel_number,
        "Фамилия": operator.surname,
        "Имя": operator.name,
        "Отчество": operator.patronymic,
        "Пол": "женский",
        "Дата рождения": operator.birth_date,
        "Серия документа": operator.identity_series,
        "Номер документа": operator.identity_number,
        "Кем выдан": operator.identity_issued_by,
        "Дата выдачи": operator.identity_issued_on,
        "Код подразделения": operator.identity_department_code,
        "СНИЛС": operator.snils,
        "ИНН": operator.inn,
        "Адрес регистрации": operator.registration_address,
        "Уровень": employment.tier.title,
        "Дата договора": employment.contract_date,
        "Дата начала работы": employment.start_date,
        "Работодатель (ИНН)": employment.employer.inn,
    }


@pytest.fixture
def manager_page(desk_page: Page) -> Page:
    User.objects.update(is_superuser=True)
    return desk_page


def _looks_right(page: Page) -> None:
    """No violation in either theme, nothing over the edge at either width."""
    for scheme in THEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = Axe().run(page, options=AXE_OPTIONS)
        assert found.violations_count == 0, found.generate_report()
    page.emulate_media(color_scheme="light")
    for width in (390, 1360):
        page.set_viewport_size({"width": width, "height": 860})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_table_is_imported_and_its_bad_row_comes_back(
    manager_page: Page, live_server: LiveServer, table: Path
):
    page = manager_page
    page.goto(live_server.url + reverse("employees:import_add"))
    _looks_right(page)
    page.get_by_label("Таблица операторов").set_input_files(table)
    page.get_by_role("button", name="Загрузить и проверить").click()
    page.get_by_role("heading", name="1 строка с ошибками").wait_for()
    assert page.get_by_text("1 строка меняет договор").is_visible()
    assert not page.get_by_role("checkbox").is_checked()
    _looks_right(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Скачать ошибочные строки").click()
    sheet = load_workbook(io.BytesIO(download.value.path().read_bytes())).active
    assert (sheet.max_row, sheet["F2"].value) == (2, "вчера")
    page.get_by_role("button", name="Записать", exact=True).click()
    page.get_by_text("Записаны 2 строки.").wait_for()
    _looks_right(page)
    page.get_by_role("link", name="Операторы этого импорта").click()
    assert page.locator("#count").inner_text() == "2"


def test_a_file_that_is_too_large_does_not_travel(
    manager_page: Page, live_server: LiveServer, tmp_path: Path
):
    page, path = manager_page, tmp_path / "huge.xlsx"
    with path.open("wb") as file:
        file.truncate(60 * 2**20)
    page.goto(live_server.url + reverse("employees:import_add"))
    page.get_by_label("Таблица операторов").set_input_files(path)
    assert page.get_by_text("Файл слишком велик: предел 50 МБ.").is_visible()
    page.get_by_role("button", name="Загрузить и проверить").click()
    page.get_by_text("Не сохранено: исправьте отмеченное.").wait_for()
    assert not SpreadsheetImport.objects.exists()


@pytest.mark.parametrize("address", ["documents:today", "documents:masks", "documents:mask_add"])
def test_a_page_looks_right(manager_page: Page, live_server: LiveServer, address: str):
    manager_page.goto(live_server.url + reverse(address))
    _looks_right(manager_page)


def test_the_example_of_a_mask_follows_the_typing(manager_page: Page, live_server: LiveServer):
    page = manager_page
    page.goto(live_server.url + reverse("documents:mask_add"))
    page.get_by_label("Документ").select_option(label="Трудовой договор")
    page.get_by_label("Маска").press_sequentially("{n:03}-{yy}")
    page.get_by_text("Следующий документ получит номер 001-").wait_for()

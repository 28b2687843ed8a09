"""Choosing rows of the list: one page, a range, all found; then acting on them."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment
from tests.documents.runs import SHARED
from tests.factories import make_employment

pytestmark = pytest.mark.browser
EVERYBODY, ON_A_PAGE = 27, 25


@pytest.fixture
def page(desk_page: Page, employment: Employment, live_server: LiveServer) -> Page:
    """The first of two pages of the list."""
    shared = {name: getattr(employment, name) for name in SHARED}
    for number in range(EVERYBODY - 1):
        make_employment(**shared, operator__surname=f"Белова{'а' * number}")
    desk_page.goto(f"{live_server.url}/operators/?size={ON_A_PAGE}")
    return desk_page


def _chosen(page: Page, words: str) -> None:
    expect(page.locator(".chosen-count")).to_have_text(words)


def test_one_page_is_chosen_and_given_up(page: Page):
    button = page.get_by_role("button", name="Выпустить")
    expect(button).to_be_disabled()
    whole = page.get_by_label("Выбрать все на странице")
    whole.check()
    _chosen(page, f"Выбрано: {ON_A_PAGE}")
    expect(button).to_be_enabled()
    page.locator("tbody input[type=checkbox]").nth(3).uncheck()
    _chosen(page, f"Выбрано: {ON_A_PAGE - 1}")
    assert whole.evaluate("box => box.indeterminate")
    whole.check()
    whole.uncheck()
    _chosen(page, "Отметьте строки, чтобы действовать с ними")


def test_a_range_is_chosen_with_shift(page: Page):
    boxes = page.locator("tbody input[type=checkbox]")
    boxes.nth(2).click()
    boxes.nth(6).click(modifiers=["Shift"])
    _chosen(page, "Выбрано: 5")


def test_another_filter_begins_with_nothing_chosen(page: Page):
    page.get_by_label("Выбрать все на странице").check()
    page.get_by_label("ФИО, табельный №, телефон").press_sequentially("иванова")
    expect(page.locator("#count")).to_have_text("1")
    _chosen(page, "Отметьте строки, чтобы действовать с ними")


def test_all_found_are_taken_to_the_run(page: Page):
    page.get_by_label(f"все найденные ({EVERYBODY})").check()
    _chosen(page, f"Выбрано: {EVERYBODY}")
    expect(page.locator("tbody input[type=checkbox]").first).to_be_disabled()
    page.get_by_role("button", name="Выпустить").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{EVERYBODY} человек")


def test_one_page_is_taken_to_the_run(page: Page):
    page.get_by_label("Выбрать все на странице").check()
    page.get_by_role("button", name="Выпустить").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{ON_A_PAGE} человек")

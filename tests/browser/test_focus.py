"""Where the focus is after a page or a part of it came anew: never back at the start."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment
from hr_docs.documents.issuing.packs import issue_pack
from tests.browser.keyboard import expect_answer, press, reach, skip_to_the_content
from tests.factories import make_employment

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("first_of_december")]


@pytest.fixture
def preview_page(desk_page: Page, employment: Employment, live_server: LiveServer) -> Page:
    """A new run of one person, with what will happen."""
    address = reverse("documents:run_add", query={"chosen": employment.pk})
    desk_page.goto(live_server.url + address)
    expect(desk_page.get_by_role("heading", name="Что будет")).to_be_visible()
    return desk_page


def test_a_list_in_another_order_keeps_the_focus_on_the_heading_of_the_column(desk_page: Page):
    column = desk_page.get_by_role("columnheader").get_by_role("link", name="Статус")
    press(desk_page, column)
    desk_page.wait_for_url("**sort=**")
    expect_answer(desk_page, column)


def test_the_next_page_keeps_the_focus_on_the_link_to_the_next_page(
    desk_page: Page, employment: Employment, live_server: LiveServer
):
    shared = ("employer", "signatory", "site", "position", "tier", "job_description")
    for _ in range(60):
        make_employment(**{name: getattr(employment, name) for name in shared})
    desk_page.goto(f"{live_server.url}{reverse('employees:employments')}?size=25")
    press(desk_page, desk_page.get_by_role("link", name="Следующая страница"))
    desk_page.wait_for_url("**page=2**")
    expect_answer(desk_page, desk_page.get_by_role("link", name="Следующая страница"))


def test_a_link_to_another_page_begins_at_its_top(desk_page: Page):
    press(desk_page, desk_page.get_by_role("link", name="Добавить оператора"))
    desk_page.wait_for_url("**/add/")
    skip_to_the_content(desk_page)


def test_a_mouse_leaves_the_focus_to_the_browser(desk_page: Page):
    desk_page.get_by_role("columnheader").get_by_role("link", name="Статус").click()
    desk_page.wait_for_url("**sort=**")
    expect(desk_page.locator("body")).to_be_focused()


def test_a_reset_of_the_filters_leads_to_the_heading(desk_page: Page, live_server: LiveServer):
    desk_page.goto(f"{live_server.url}{reverse('employees:employments')}?q=нет")
    press(desk_page, desk_page.get_by_role("link", name="Сбросить отбор"))
    expect_answer(desk_page, desk_page.get_by_role("heading", level=1))


def test_a_filter_keeps_the_focus_while_the_list_follows(desk_page: Page):
    search = desk_page.get_by_role("searchbox").first
    reach(desk_page, search)
    desk_page.keyboard.type("никого")
    expect(desk_page.get_by_text("По этим условиям ничего не найдено.")).to_be_visible()
    expect_answer(desk_page, search)


def test_a_part_that_is_replaced_under_the_focus_gives_it_to_its_heading(preview_page: Page):
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    preview_page.route("**/runs/add/preview/", hold)
    with preview_page.expect_request("**/runs/add/preview/"):
        press(preview_page, preview_page.get_by_label("Обязательство о неразглашении"), "Space")
    reach(preview_page, preview_page.get_by_role("region", name="Номера", exact=True))
    held[0].continue_()
    expect_answer(preview_page, preview_page.get_by_role("heading", name="Что будет"))


def test_a_mark_is_answered_where_the_focus_is(
    desk_page: Page, employment: Employment, live_server: LiveServer
):
    contract = issue_pack(employment=employment, issued_by=User.objects.get())[-1]
    desk_page.goto(live_server.url + reverse("documents:document", args=[contract.pk]))
    press(desk_page, desk_page.get_by_role("button", name="Выдан", exact=False).first)
    expect_answer(desk_page, desk_page.get_by_role("status").first)


def test_the_year_of_a_day_takes_four_digits(preview_page: Page):
    """Six of them, which the browser takes otherwise, are no date of ours."""
    day = preview_page.get_by_label("Дата документов")
    reach(preview_page, day)
    preview_page.keyboard.type("11302026123")
    expect(day).to_have_value(re.compile(r"\d{4}-11-30"))

"""Every page, in both themes, wide and narrow: axe finds nothing, nothing runs over the edge."""

from itertools import product
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment
from hr_docs.access.lockout import unlock
from tests.access.addresses import names
from tests.access.people import PASSWORD, code_of, give_app, make_user
from tests.browser.addresses import NO_PAGES, STEPS, every_page

pytestmark = pytest.mark.browser

THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
NARROW, WIDE = ViewportSize(width=390, height=844), ViewportSize(width=1360, height=860)
# Only contrast depends on the theme.
ONLY: dict[str, dict[str, object]] = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}
# The frame of the PDF is the browser's own page; axe looks at ours.
AXE_OPTIONS: dict[str, object] = {"resultTypes": ["violations"], "iframes": False}


@pytest.fixture
def addresses(desk_page: Page, employment: Employment) -> dict[str, str]:
    return every_page(employment, User.objects.get())


@pytest.mark.parametrize("half", [0, 1])
def test_every_page_can_be_read_by_everyone(
    desk_page: Page, live_server: LiveServer, addresses: dict[str, str], console, half: int
):
    """In both themes, wide and narrow; the halves are for two processes."""
    faults: dict[str, object] = {}
    for name, address in list(addresses.items())[half::2]:
        desk_page.goto(live_server.url + address)
        faults |= {f"{name}, {at}": what for at, what in _faults(desk_page).items()}
    console[:] = [line for line in console if "404" not in line]  # the page that is missing
    assert faults == {}


def test_every_address_is_walked_or_has_no_page(addresses: dict[str, str], live_server: LiveServer):
    walked = {name.partition(" | ")[0] for name in addresses} - {"missing"}
    assert walked | NO_PAGES | STEPS == {name for name, _ in names()}
    assert not walked & (NO_PAGES | STEPS)


def _faults(page: Page) -> dict[str, object]:
    """What axe says of the open page by theme and width, and how far it runs over the edge."""
    page.evaluate(Axe().axe_script)
    found: dict[str, object] = {}
    for theme, size in product(THEMES, (WIDE, NARROW)):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.set_viewport_size(size)
        expect(page.locator("html")).to_have_attribute("data-bs-theme", theme)
        at = f"{theme}, {size['width']}"
        violations = page.evaluate("(options) => axe.run(options)", AXE_OPTIONS | ONLY[theme])
        if violations := violations["violations"]:
            found[at] = [(each["id"], [n["html"] for n in each["nodes"]]) for each in violations]
        if over := page.evaluate("document.documentElement.scrollWidth - innerWidth"):
            found[f"{at}, over the edge"] = over
    return found


def test_the_log_in_page_can_be_read_by_everyone(page: Page, live_server: LiveServer):
    page.goto(f"{live_server.url}/login/")
    page.get_by_role("button", name="Войти").click()
    assert _faults(page) == {}


def test_a_lock_and_a_second_factor_can_be_read_by_everyone(
    page: Page, live_server: LiveServer, transactional_db
):
    user = make_user("lev")
    for password in ["?"] * 5:
        _log_in(page, live_server, password)
    expect(page.get_by_role("heading", name="Вход заблокирован")).to_be_visible()
    assert _faults(page) == {}
    unlock("lev")
    give_app(user)
    _log_in(page, live_server, PASSWORD)
    expect(page.get_by_role("heading", name="Код из приложения")).to_be_visible()
    assert _faults(page) == {}


def _log_in(page: Page, live_server: LiveServer, password: str) -> None:
    page.goto(f"{live_server.url}/login/")
    page.get_by_label("Имя пользователя").fill("lev")
    page.get_by_label("Пароль").fill(password)
    page.get_by_role("button", name="Войти").click()


def test_the_steps_of_a_second_factor_can_be_read_by_everyone(
    office_page: Page, live_server: LiveServer
):
    page = office_page
    page.goto(f"{live_server.url}/security/app/add/")
    page.get_by_label("Пароль").fill("papers")
    page.get_by_role("button", name="Продолжить").click()
    expect(page.get_by_role("img", name="QR-код")).to_be_visible()
    assert _faults(page) == {}
    secret = page.locator("code.key-text").inner_text()
    page.get_by_label("Код").fill(code_of(secret))
    page.get_by_role("button", name="Включить").click()
    expect(page.get_by_role("heading", name="Запасные коды")).to_be_visible()
    assert _faults(page) == {}
    for step in ("security/codes/new/", "security/app/remove/", "security/confirm/code/"):
        page.goto(f"{live_server.url}/{step}")
        assert page.url == f"{live_server.url}/{step}"
        assert _faults(page) == {}


def test_a_temporary_password_can_be_read_by_everyone(office_page: Page, live_server: LiveServer):
    page, lev = office_page, make_user("lev")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(live_server.url + reverse("administration:user", args=[lev.pk]))
    page.get_by_role("button", name="Новый временный пароль").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ароль")
    assert page.url.endswith("/password/")
    assert _faults(page) == {}


def test_a_refused_form_can_be_read_by_everyone(desk_page: Page):
    desk_page.get_by_role("link", name="Добавить оператора").click()
    desk_page.get_by_role("button", name="Сохранить").click()
    assert desk_page.get_by_role("alert").count() > 0
    assert Axe().run(desk_page, options=AXE_OPTIONS).response["violations"] == []


def test_the_menu_of_a_narrow_page_opens_and_closes(desk_page: Page):
    desk_page.set_viewport_size(NARROW)
    menu = desk_page.get_by_role("button", name="Меню")
    link = desk_page.get_by_role("navigation", name="Разделы").get_by_role("link").first
    assert not link.is_visible()
    menu.click()
    assert link.is_visible()
    assert menu.get_attribute("aria-expanded") == "true"
    menu.click()
    assert not link.is_visible()

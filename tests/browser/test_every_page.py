"""Every page, in both themes, wide and narrow: axe finds nothing, nothing runs over the edge."""

from datetime import date
from decimal import Decimal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment
from hr_docs.access.lockout import unlock
from hr_docs.documents.issuing import issue_pack, void_document
from hr_docs.documents.legal.reference import enter_figure
from hr_docs.documents.models import Document
from tests.access.people import PASSWORD, code_of, give_app, make_user
from tests.factories import make_employment

pytestmark = pytest.mark.browser

NARROW, WIDE = ViewportSize(width=390, height=844), ViewportSize(width=1360, height=860)
# The frame of the PDF is the browser's own page; axe looks at ours.
AXE_OPTIONS = {"resultTypes": ["violations"], "iframes": False}


@pytest.fixture
def addresses(desk_page: Page, employment: Employment) -> dict[str, str]:
    """Every page of the product with records on it, by name."""
    officer = User.objects.get()
    enter_figure(amount=Decimal("29000"), since=date(2027, 1, 1), source="№ 1-ФЗ", author=officer)
    contract = issue_pack(employment=employment, issued_by=officer)[-1]
    issue_pack(employment=employment, issued_by=officer)
    current = employment.documents.current()[0]
    void_document(document=current, reason="Опечатка", voided_by=officer)
    foreigner = make_employment(
        remote=True, operator__citizenship="UZ", employer=employment.employer
    )
    return _lists() | _records(employment, foreigner) | _documents(contract)


def _lists() -> dict[str, str]:
    names = [
        *("employments", "employment_add", "employers", "employer_add", "signatories"),
        *("signatory_add", "sites", "site_add", "local_acts", "local_act_add"),
    ]
    reference = ["positions", "position_add", "tiers", "tier_add", "editions", "edition_add"]
    return (
        {name: reverse(f"employees:{name}") for name in names}
        | {name: reverse(f"job_descriptions:{name}") for name in reference}
        | {
            name: reverse(f"documents:{name}")
            for name in ("register", "verify", "rules", "figures", "figure_add", "year_add")
        }
        | {name: reverse(f"administration:{name}") for name in ("users", "user_add", "audit_log")}
        | {name: reverse(name) for name in ("mfa_index", "account_change_password")}
        | {"is it you": reverse("mfa_activate_totp"), "log out": reverse("account_logout")}
        | {"nothing found": reverse("employees:employments") + "?q=нет", "missing": "/nowhere/"}
    )


def _records(employment: Employment, foreigner: Employment) -> dict[str, str]:
    edition = employment.job_description_id
    return {
        "card": reverse("employees:employment", args=[employment.pk]),
        "foreigner": reverse("employees:employment", args=[foreigner.pk]),
        "check": reverse("documents:pack_check", args=[employment.pk]),
        "check foreigner": reverse("documents:pack_check", args=[foreigner.pk]),
        "edit": reverse("employees:employment_edit", args=[employment.pk]),
        "edit foreigner": reverse("employees:employment_edit", args=[foreigner.pk]),
        "again": reverse("employees:employment_again", args=[employment.operator_id]),
        "employer": reverse("employees:employer", args=[employment.employer_id]),
        "signatory": reverse("employees:signatory", args=[employment.signatory_id]),
        "site": reverse("employees:site", args=[employment.site_id]),
        "position": reverse("job_descriptions:position", args=[employment.position_id]),
        "tier": reverse("job_descriptions:tier", args=[employment.tier_id]),
        "edition": reverse("job_descriptions:edition", args=[edition]),
        "edition next": reverse("job_descriptions:edition_next", args=[edition]),
    }


def _documents(superseded: Document) -> dict[str, str]:
    voided = Document.objects.get(status="voided")
    current = Document.objects.filter(status="issued")[0]
    return {
        "document": reverse("documents:document", args=[current.pk]),
        "superseded": reverse("documents:document", args=[superseded.pk]),
        "voided": reverse("documents:document", args=[voided.pk]),
        "reasons": reverse("documents:reasons", args=[current.pk]),
        "void": reverse("documents:void", args=[current.pk]),
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1360", "390"])
def test_every_page_can_be_read_by_everyone(
    desk_page: Page, live_server: LiveServer, addresses: dict[str, str], console, theme, size
):
    desk_page.emulate_media(color_scheme=theme)
    desk_page.set_viewport_size(size)
    faults = {}
    for name, address in addresses.items():
        desk_page.goto(live_server.url + address)
        assert desk_page.locator("html").get_attribute("data-bs-theme") == theme
        if found := Axe().run(desk_page, options=AXE_OPTIONS).response["violations"]:
            faults[name] = [(each["id"], [n["html"] for n in each["nodes"]]) for each in found]
        if over := desk_page.evaluate("document.documentElement.scrollWidth - innerWidth"):
            faults[f"{name}, over the edge"] = over
    console[:] = [line for line in console if "404" not in line]  # the page that is missing
    assert faults == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_log_in_page_can_be_read_by_everyone(page: Page, live_server: LiveServer, theme):
    page.emulate_media(color_scheme=theme)
    page.goto(f"{live_server.url}/login/")
    page.get_by_role("button", name="Войти").click()
    assert Axe().run(page, options=AXE_OPTIONS).response["violations"] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_lock_and_a_second_factor_can_be_read_by_everyone(
    page: Page, live_server: LiveServer, transactional_db, theme
):
    user = make_user("lev")
    page.emulate_media(color_scheme=theme)
    for password in ["?"] * 5:
        _log_in(page, live_server, password)
    expect(page.get_by_role("heading", name="Вход заблокирован")).to_be_visible()
    assert Axe().run(page, options=AXE_OPTIONS).response["violations"] == []
    unlock("lev")
    give_app(user)
    _log_in(page, live_server, PASSWORD)
    expect(page.get_by_role("heading", name="Код из приложения")).to_be_visible()
    assert Axe().run(page, options=AXE_OPTIONS).response["violations"] == []


def _log_in(page: Page, live_server: LiveServer, password: str) -> None:
    page.goto(f"{live_server.url}/login/")
    page.get_by_label("Имя пользователя").fill("lev")
    page.get_by_label("Пароль").fill(password)
    page.get_by_role("button", name="Войти").click()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_setting_up_a_second_factor_can_be_read_by_everyone(
    desk_page: Page, live_server: LiveServer, theme
):
    desk_page.emulate_media(color_scheme=theme)
    desk_page.goto(f"{live_server.url}/security/app/add/")
    desk_page.get_by_label("Пароль").fill("papers")
    desk_page.get_by_role("button", name="Продолжить").click()
    expect(desk_page.get_by_role("img", name="QR-код")).to_be_visible()
    assert Axe().run(desk_page, options=AXE_OPTIONS).response["violations"] == []
    secret = desk_page.locator("code.key-text").inner_text()
    desk_page.get_by_label("Код").fill(code_of(secret))
    desk_page.get_by_role("button", name="Включить").click()
    expect(desk_page.get_by_role("heading", name="Запасные коды")).to_be_visible()
    assert Axe().run(desk_page, options=AXE_OPTIONS).response["violations"] == []


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

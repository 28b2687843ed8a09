"""A run in a browser: the preview, the start, the progress until its end, nothing left to ask."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Permission, User
from django.urls import reverse
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment
from hr_docs.documents.models import Run
from hr_docs.documents.runs.working import work_on_run
from tests.documents.runs import started
from tests.factories import make_employment

pytestmark = pytest.mark.browser
NOBODY_WORKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": []}}


@pytest.fixture
def waiting(desk_page: Page, settings: Settings, employment: Employment) -> Page:
    """The desk of an officer who may issue, and workers that have not come yet."""
    names = ["issue_document", "view_document"]
    User.objects.get().user_permissions.add(*Permission.objects.filter(codename__in=names))
    settings.TASKS = NOBODY_WORKS
    shared = ("employer", "signatory", "site", "position", "tier", "job_description")
    short = make_employment(**{name: getattr(employment, name) for name in shared}, leave_days=14)
    assert short.pk
    return desk_page


def test_a_run_is_watched_to_its_end(waiting: Page, live_server: LiveServer):
    page = waiting
    page.goto(f"{live_server.url}/runs/add/?everything=on&query=")
    expect(page.get_by_text("1 сотрудник не получит документов")).to_be_visible()
    page.get_by_label("Выпустить и с неподтверждёнными предупреждениями").check()
    expect(page.get_by_text("001/2026-ТД")).to_be_visible()
    page.get_by_role("button", name="Начать выпуск").click()
    expect(page.get_by_text("ждём исполнителя")).to_be_visible()
    expect(page.get_by_role("button", name="Остановить выпуск")).to_be_visible()
    work_on_run.call(Run.objects.get().pk)
    expect(page.get_by_text("готов, но не для всех")).to_be_visible(timeout=10_000)
    expect(page.get_by_role("button", name="Повторить эти")).to_be_visible()
    expect(page.get_by_role("button", name="Остановить выпуск")).to_have_count(0)
    expect(page.locator("#run-progress[hx-get]")).to_have_count(0)
    assert page.get_by_role("progressbar").get_attribute("value") == "2"


def test_a_choice_changes_the_preview(waiting: Page, live_server: LiveServer):
    page = waiting
    page.goto(f"{live_server.url}/runs/add/?everything=on&query=")
    page.get_by_label("Выпустить и с неподтверждёнными предупреждениями").check()
    expect(page.get_by_text("001/2026-ТД")).to_be_visible()
    page.get_by_label("Трудовой договор").uncheck()
    expect(page.get_by_text("001/2026-ТД")).to_have_count(0)
    expect(page.get_by_text("001/2026-ДИ")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1360, 390])
def test_the_pages_of_runs_can_be_read_by_everyone(
    waiting: Page, live_server: LiveServer, theme, width
):
    page, officer = waiting, User.objects.get()
    over = started(list(Employment.objects.all()), officer)
    work_on_run.call(over.pk)
    going = started(list(Employment.objects.all()), officer)
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size(ViewportSize(width=width, height=860))
    for address in (
        reverse("documents:runs"),
        reverse("documents:run", args=[over.pk]),
        reverse("documents:run", args=[going.pk]),
        reverse("documents:run_documents", args=[over.pk]),
        reverse("documents:run_add", query={"everything": "on"}),
    ):
        page.goto(live_server.url + address)
        if "add" in address:
            expect(page.get_by_text("Что будет")).to_be_visible()
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0

"""A real browser: Debian's Chromium, a live server, an officer who is logged in."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.management.sql import emit_post_migrate_signal
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from employees.models import Employment
from employees.services import save_employer, save_operator, save_signatory
from hr_docs.access.roles import ROLES
from job_descriptions.services import save_position
from tests.factories import make_employment, make_every_local_act

CHROMIUM = Path("/usr/bin/chromium")
LEFT_THE_PAGE = ("htmx:sendAbort", "htmx:afterRequest")
LONG = 120_000  # ms
OWN_SCHEMES = {"data", "blob", "about", "chrome", "chrome-extension"}  # the PDF viewer's two

# Playwright runs an event loop in the thread of the tests, where Django would refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """pytest-base-url, which pytest-playwright brings, is older than this pytest's warning."""
    ignored = pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(ignored)


@pytest.fixture(scope="session", autouse=True)
def chromium() -> None:
    """Without the browser these tests are skipped on a desk, and fail where they must run."""
    if CHROMIUM.exists():
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{CHROMIUM} is missing: apt-get install chromium")
    pytest.skip(f"{CHROMIUM} is not installed: apt-get install chromium")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return browser_type_launch_args | {
        "executable_path": str(CHROMIUM),
        "args": ["--no-sandbox"],
    }


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {
        "viewport": {"width": 1360, "height": 860},
        "locale": "ru-RU",
        "reduced_motion": "reduce",  # what is scrolled to is there at once
    }


@pytest.fixture
def foreign_requests(context: BrowserContext, live_server: LiveServer) -> Iterator[list[str]]:
    """Addresses on other hosts that a page asked for; a test with any of them fails."""
    asked: list[str] = []
    own = urlsplit(live_server.url).netloc

    def note(url: str) -> None:
        address = urlsplit(url)
        if address.netloc != own and address.scheme not in OWN_SCHEMES:
            asked.append(url)

    context.on("request", lambda request: note(request.url))
    yield asked
    assert asked == []


@pytest.fixture
def console(page: Page) -> Iterator[list[str]]:
    """What a page complains of: a refused script or style, an error in ours."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # htmx tells of a request that leaving the page has cut off; other failures have other names
        if message.type == "error" and not message.text.startswith(LEFT_THE_PAGE):
            complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield complaints
    assert complaints == []


@pytest.fixture
def storage(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def first_of_december() -> Iterator[None]:
    """The day after the contracts of the samples, their first working day."""
    with time_machine.travel(datetime(2026, 12, 1, 6, tzinfo=UTC)):
        yield


@pytest.fixture
def masters(transactional_db: None) -> None:
    """The roles and the kinds of document, which an earlier test's real transactions swept away."""
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    import_module("hr_docs.documents.migrations.0002_seed_masters").seed(apps, None)
    import_module("hr_docs.documents.migrations.0007_signing").seed(apps, None)


@pytest.fixture
def employment(masters: None, storage: None) -> Employment:
    """A whole hire, declined and ready to be issued; every reference list has a record."""
    hired = make_employment()
    save_operator(operator=hired.operator)
    save_employer(employer=hired.employer)
    save_signatory(signatory=hired.signatory)
    save_position(position=hired.position)
    make_every_local_act(hired.employer)
    return hired


@pytest.fixture
def office_page(
    page: Page,
    live_server: LiveServer,
    masters: None,
    storage: None,
    foreign_requests: list[str],
    console: list[str],
) -> Page:
    """The page on which the HR officer has just logged in; there is nobody to hire yet."""
    olga = User.objects.create_user("olga", password="papers", first_name="Ольга")
    olga.groups.set(Group.objects.filter(name__in=ROLES))
    page.goto(live_server.url)
    page.get_by_label("Имя пользователя").fill("olga")
    page.get_by_label("Пароль").fill("papers")
    page.get_by_role("button", name="Войти").click()
    page.wait_for_url("**/today/")
    return page


@pytest.fixture
def patient_page(office_page: Page) -> Iterator[Page]:
    """What a worker does in the background is done within the request here, and takes long."""
    office_page.set_default_timeout(LONG)
    expect.set_options(timeout=LONG)
    yield office_page
    expect.set_options(timeout=5_000)


@pytest.fixture
def desk_page(office_page: Page, live_server: LiveServer, employment: Employment) -> Page:
    """The list of operators, with one to be hired."""
    office_page.goto(f"{live_server.url}/operators/")
    return office_page

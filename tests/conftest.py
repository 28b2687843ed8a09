"""Fixtures for the whole suite."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.db.models.signals import post_migrate
from django.test import Client, TransactionTestCase

from hr_docs.access.append_only import guard, unguard
from hr_docs.access.apps import KEEP_ROLES, keep_roles
from hr_docs.access.roles import MANAGER, OFFICER

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright leaves an event loop running in its process.

    Django then hands out another connection, which cannot restore the data of the migrations.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference files beside the checkout; tests that measure on them are skipped without them."""
    if not SHARED.is_dir():
        pytest.skip("no reference files beside the checkout")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def emptied_database() -> Iterator[None]:
    """Tests with real transactions empty the database after them, the append-only log included.

    An emptied database gets no roles: one that is restored afterwards has them already.
    """
    flush = getattr(TransactionTestCase, "_fixture_teardown")  # noqa: B009 unknown to its types

    def flush_everything(test: TransactionTestCase) -> None:
        unguard(connection)
        post_migrate.disconnect(dispatch_uid=KEEP_ROLES)
        flush(test)
        post_migrate.connect(keep_roles, dispatch_uid=KEEP_ROLES)
        guard(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_everything)
        yield


@pytest.fixture
def officer(db) -> User:
    """The HR officer at the desk of a small employer, where she keeps the reference too."""
    user = User.objects.create_user("olga", password="papers", first_name="Ольга")
    user.groups.set(Group.objects.filter(name__in=[OFFICER, MANAGER]))
    return user


@pytest.fixture
def desk(officer: User) -> Client:
    """A browser in which the HR officer is logged in."""
    client = Client()
    client.force_login(officer)
    return client

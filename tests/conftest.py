"""Fixtures for the whole suite."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference files beside the checkout; tests that measure on them are skipped without them."""
    if not SHARED.is_dir():
        pytest.skip("no reference files beside the checkout")
    return SHARED


@pytest.fixture
def officer(db) -> User:
    """The HR officer at the desk."""
    return User.objects.create_user("olga", password="papers", first_name="Ольга")


@pytest.fixture
def desk(officer: User) -> Client:
    """A browser in which the HR officer is logged in."""
    client = Client()
    client.force_login(officer)
    return client

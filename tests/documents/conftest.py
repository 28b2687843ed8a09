"""A private storage for each test, and an employment whose papers can be issued."""

import pytest

from tests.factories import make_employment, make_local_act


@pytest.fixture(autouse=True)
def private_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def employment(db):
    employment = make_employment()
    make_local_act(employer=employment.employer)
    return employment

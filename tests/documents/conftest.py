"""A private storage for each test, and an employment whose papers can be issued."""

import pytest
from django.contrib.auth.models import Permission

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


@pytest.fixture
def figures_clerk(officer):
    """The officer, who may see and enter the figures of the law."""
    names = ("view_enteredfigure", "add_enteredfigure", "add_enteredyear")
    officer.user_permissions.add(*Permission.objects.filter(codename__in=names))
    return officer

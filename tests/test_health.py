"""The page of a balancer: what works, in one word each, told to anybody."""

from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client

pytestmark = pytest.mark.django_db
HEALTH = "/healthz"


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = root = tmp_path / "media"
    return root


def test_a_stranger_is_told_that_all_is_well(client: Client):
    answer = client.get(HEALTH)
    assert (answer.status_code, answer.json()) == (200, {"database": "ok", "storage": "ok"})
    assert not answer.cookies
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_database_that_does_not_answer_is_named(client: Client):
    def refuse(*_args: object) -> None:
        raise OperationalError("connection refused")

    with connection.execute_wrapper(refuse):
        answer = client.get(HEALTH)
    assert (answer.status_code, answer.json()) == (503, {"database": "error", "storage": "ok"})


def test_a_storage_that_takes_no_file_is_named(client: Client, media_root: Path):
    media_root.write_text("a file where the folder should be")
    answer = client.get(HEALTH)
    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "storage": "error"})


def test_a_probe_within_the_machine_needs_no_certificate(client: Client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get(HEALTH).status_code == 200
    assert client.get("/login/").status_code == 301

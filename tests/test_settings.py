"""Settings: a wrong value stops the start, with the variable's name and what is expected."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

RIGHT = {"SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "127.0.0.1", "HTTPS": "off"}


def start(
    shown: str = "s.DATABASES['default']['ENGINE'], s.DEBUG", **changes: str
) -> subprocess.CompletedProcess[str]:
    """What the settings hold in a process of its own; "unset" leaves a variable out."""
    settings = {name: value for name, value in (RIGHT | changes).items() if value != "unset"}
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    code = f"import hr_docs.settings as s; print({shown})"
    return subprocess.run(
        [sys.executable, "-c", f"import environ; environ.Env.read_env = lambda *a: None; {code}"],
        cwd=ROOT,
        env=clean | settings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_starts_with_the_documented_environment():
    done = start()
    assert done.stdout.split() == ["django.db.backends.sqlite3", "False"], done.stderr


def test_it_takes_postgresql_by_its_address():
    done = start(DATABASE_URL="postgres://user:secret@db.example.ru:5433/hr")
    assert done.stdout.split() == ["django.db.backends.postgresql", "False"], done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "unset"),
        ("SECRET_KEY", " "),
        ("DEBUG", "maybe"),
        ("HTTPS", "2"),
        ("LOG_LEVEL", "loud"),
        ("SECURE_HSTS_SECONDS", "-1"),
        ("DATABASE_URL", "mysql://user@host/name"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "postgres://user@host:port/name"),
        ("CACHE_URL", "nonsense"),
    ],
)
def test_a_wrong_value_stops_the_start_and_is_named(name, value):
    done = start(**{"HTTPS": "on", name: value})
    assert done.returncode != 0
    last_line = done.stderr.strip().splitlines()[-1]
    assert "ImproperlyConfigured" in last_line
    assert name in last_line


@pytest.mark.parametrize("scheme", ["", "mysql:", "postgres:"])
def test_a_wrong_value_shows_no_secret(scheme):
    done = start(DATABASE_URL=f"{scheme}//user:open-sesame/open-sesame@host/name")
    assert done.returncode != 0
    assert RIGHT["SECRET_KEY"] not in done.stderr
    assert "open-sesame" not in done.stderr


BUCKET = {"S3_BUCKET": "papers", "S3_ACCESS_KEY": "key", "S3_SECRET_KEY": "secret"}


@pytest.mark.parametrize(
    ("environment", "backend"), [({}, "PrivateStorage"), (BUCKET, "BucketStorage")]
)
def test_files_go_to_the_bucket_when_there_is_one(environment, backend):
    done = start("s.STORAGES['default']['BACKEND']", **environment)
    assert done.stdout.strip().rpartition(".")[2] == backend, done.stderr


def test_a_bucket_without_its_key_stops_the_start():
    done = start(**{**BUCKET, "S3_SECRET_KEY": "unset"})
    assert "S3_SECRET_KEY не задано" in done.stderr.strip().splitlines()[-1]


CELERY = {"TASK_BACKEND": "celery", "CELERY_BROKER_URL": "redis://127.0.0.1:6379/0"}


def test_celery_takes_its_broker_from_the_environment():
    done = start("s.TASKS['default']['BACKEND'], s.CELERY_BROKER_URL", **CELERY)
    assert done.stdout.split() == [
        "hr_docs.background.celery_backend.CeleryBackend",
        "redis://127.0.0.1:6379/0",
    ], done.stderr


@pytest.mark.parametrize("broker", ["unset", "sqs://queue"])
def test_celery_without_a_broker_it_knows_stops_the_start(broker):
    done = start(**{**CELERY, "CELERY_BROKER_URL": broker})
    assert "CELERY_BROKER_URL" in done.stderr.strip().splitlines()[-1]

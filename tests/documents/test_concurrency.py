"""Many processes at once, and processes that are killed: no gap, no repeat, nothing lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from hr_docs.documents.issuing.generating import FROZEN_TOGETHER
from hr_docs.documents.models import Document
from tests.conftest import ROOT
from tests.factories import make_employment

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.processes,
]
PROGRAM = ROOT / "tests" / "documents" / "issue_at_once.py"


def environment(media_root: Path) -> dict[str, str]:
    """The environment in which another process sees this test's database and storage."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{database['NAME']}"
    else:
        host, port = database["HOST"] or "127.0.0.1", database["PORT"] or 5432
        url = f"postgres://{database['USER']}@{host}:{port}/{database['NAME']}"
    return os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "MEDIA_ROOT": str(media_root),
        "PYTHONPATH": str(ROOT),
        "SECRET_KEY": settings.SECRET_KEY,
    }


def make_employments(count: int) -> list[int]:
    first = make_employment()
    shared = {
        name: getattr(first, name)
        for name in ("employer", "signatory", "site", "position", "tier", "job_description")
    }
    return [first.pk, *(make_employment(**shared).pk for _ in range(count - 1))]


def assert_register_is_whole(employments: list[int]) -> None:
    for kind in ("employment_contract", "job_description", "confidentiality_undertaking"):
        rows = Document.objects.filter(master__kind=kind)
        assert sorted(rows.values_list("sequence", flat=True)) == [
            number + 1 for number in range(len(employments))
        ]
        assert {row.employment_id for row in rows.current()} == set(employments)


def test_processes_that_issue_at_once_give_numbers_without_gap_or_repeat(private_storage):
    processes = 8 if connection.vendor == "sqlite" else 20
    employments = make_employments(processes * 2)
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(processes), *map(str, employments)],
        env=environment(private_storage),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert_register_is_whole(employments)
    assert set(Document.objects.values_list("status", flat=True)) == {"issued"}


def test_a_killed_run_is_finished_by_the_next_one(private_storage, tmp_path):
    employments = make_employments(2 * FROZEN_TOGETHER + 4)
    documents = 3 * len(employments)
    command = [
        sys.executable,
        str(ROOT / "manage.py"),
        "generate",
        "--all",
        "--format",
        "docx",
        "--out",
        str(tmp_path / "out"),
        "--json",
    ]
    env = environment(private_storage)
    killed = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 120
    while not Document.objects.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert 0 < Document.objects.count() < documents
    done = subprocess.run(
        command, env=env, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    assert_register_is_whole(employments)
    assert len(list((tmp_path / "out").rglob("*.docx"))) == documents

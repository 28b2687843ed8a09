"""An import whose workers are killed: each row exactly once, nothing half-written."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile

from employees.models import Employment, ImportRow, Operator, SpreadsheetImport
from employees.spreadsheets.choosing import confirm
from employees.spreadsheets.storing import take_upload
from employees.spreadsheets.undoing import undo_import
from employees.tasks import queue
from hr_docs.access.models import AuditEntry
from tests.documents.test_run_processes import wait_for, workers_of, working
from tests.employees.conftest import good_row

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("employer", "queued"),
    pytest.mark.processes,
]
ROWS = 620  # several batches of both kinds


@pytest.fixture
def queued(settings, tmp_path: Path) -> None:
    """Jobs stand in the database, as in the product; files in a folder of the test."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def spreadsheet(table, transactional_db) -> SpreadsheetImport:
    content = table(*map(good_row, range(1, ROWS + 1))).read_bytes()
    key = SpreadsheetImport._meta.get_field("form_key").get_default()
    user = User.objects.create_user("olga")
    taken = take_upload(file=ContentFile(content, "Группа.xlsx"), user=user, form_key=key)
    queue(taken)
    return taken


def reaches(spreadsheet: SpreadsheetImport, condition: Callable[[], bool]) -> None:
    def is_reached() -> bool:
        spreadsheet.refresh_from_db()
        return condition()

    wait_for(is_reached)


def kill(parent: "subprocess.Popen[bytes]") -> None:
    for worker in workers_of(parent):
        os.kill(worker, signal.SIGKILL)


def choose_all(spreadsheet: SpreadsheetImport) -> None:
    assert spreadsheet.checked_at is not None
    assert confirm(
        spreadsheet=spreadsheet,
        choice=SpreadsheetImport.Choice.ALL,
        user=spreadsheet.user,
        address=None,
        checked_at=spreadsheet.checked_at,
    )
    spreadsheet.refresh_from_db()
    queue(spreadsheet)


def test_killed_in_the_preview_and_in_the_writing_each_row_is_there_once(spreadsheet, tmp_path):
    with working(tmp_path / "media", workers=1) as parent:
        reaches(spreadsheet, lambda: 0 < spreadsheet.rows_read < ROWS)
        kill(parent)
        reaches(spreadsheet, lambda: spreadsheet.status == "checked")
        assert ImportRow.objects.filter(outcome="new").count() == spreadsheet.new == ROWS
        choose_all(spreadsheet)
        reaches(spreadsheet, lambda: 0 < spreadsheet.written < ROWS)
        kill(parent)
        reaches(spreadsheet, lambda: spreadsheet.status == "written")
    assert spreadsheet.written == spreadsheet.rows.written().count() == ROWS
    for model in (Operator, Employment):
        assert model.objects.count() == model.history.count() == ROWS
    assert AuditEntry.objects.get(action="imported").details["rows"] == ROWS
    undo_import(spreadsheet=spreadsheet, user=spreadsheet.user)
    assert not Operator.objects.exists()

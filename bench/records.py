"""How long the check of a large table of operators takes."""

import io
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

OPERATORS = 10_000
TARGET_SECONDS = 30.0
JOB_TARGET_SECONDS = 60.0
"""For a job in the background: it reads and plans as the dry run, and stores what it found."""


def rows() -> list[dict[str, object]]:
    """The dry run of a workbook with 10,000 operators, all columns filled as in the sample.

    Building the workbook is not counted. The database is a throw-away SQLite file with the demo
    employer. Call it in a process where Django is not set up yet.
    """
    with tempfile.TemporaryDirectory() as folder, _records(Path(folder)):
        table = Path(folder) / "operators.xlsx"
        table.write_bytes(large_workbook(OPERATORS))
        measured = {f"import_operators --dry-run, {OPERATORS} rows": _dry_run(table)}
        measured |= _browser_jobs(table)
    return [
        {
            "measure": measure,
            "value": round(seconds, 1),
            "unit": "s",
            "target": target,
            "met": seconds <= target,
            "against": "",
        }
        for measure, seconds in measured.items()
        for target in [TARGET_SECONDS if "dry-run" in measure else JOB_TARGET_SECONDS]
    ]


def _browser_jobs(table: Path) -> dict[str, float]:
    """The background jobs of an import in the browser: preview, writing, undoing."""
    import uuid

    from django.contrib.auth.models import User
    from django.core.files.base import ContentFile

    from employees.spreadsheets.checking import check_import
    from employees.spreadsheets.choosing import confirm
    from employees.spreadsheets.storing import take_upload
    from employees.spreadsheets.undoing import undo_import
    from employees.spreadsheets.writing import write_import

    user = User.objects.create_user("bench")
    file = ContentFile(table.read_bytes(), "operators.xlsx")
    spreadsheet = take_upload(file=file, user=user, form_key=uuid.uuid4())
    measured = {
        f"import in the browser, preview of {OPERATORS} rows": _timed(check_import, spreadsheet.pk)
    }
    spreadsheet.refresh_from_db()
    if spreadsheet.new != OPERATORS or spreadsheet.checked_at is None:
        raise RuntimeError("the table should be good")
    confirm(
        spreadsheet=spreadsheet,
        choice="all",
        user=user,
        address=None,
        checked_at=spreadsheet.checked_at,
    )
    measured[f"import in the browser, writing of {OPERATORS} rows"] = _timed(
        write_import, spreadsheet.pk
    )
    spreadsheet.refresh_from_db()
    undo = partial(undo_import, spreadsheet=spreadsheet, user=user)
    measured[f"import in the browser, undoing of {OPERATORS} rows"] = _timed(undo)
    return measured


def _timed(deed: Callable[..., object], *arguments: object) -> float:
    started = time.perf_counter()
    deed(*arguments)
    return time.perf_counter() - started


def large_workbook(count: int) -> bytes:
    """The sample's people over and over, each under numbers of his own.

    openpyxl writes texts into the cells, which takes longer to read than Excel's shared strings.
    """
    from openpyxl import Workbook

    from employees.importing.columns import COLUMNS
    from employees.importing.sample import sample_rows

    people = sample_rows()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Операторы")
    sheet.append([column.heading for column in COLUMNS])
    for index in range(count):
        person = {**people[index % len(people)], **_own_numbers(index)}
        sheet.append([person.get(column.heading) for column in COLUMNS])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _own_numbers(index: int) -> dict[str, str]:
    from tests import identifiers

    return {
        "Табельный номер": f"{index + 1:06}",
        "СНИЛС": identifiers.snils(index),
        "ИНН": identifiers.person_inn(index),
        "Номер документа": f"{index + 1:06}",
    }


def _dry_run(table: Path) -> float:
    from employees.importing import import_operators

    started = time.perf_counter()
    report = import_operators(path=table, dry_run=True)
    seconds = time.perf_counter() - started
    if report.errors or report.new != OPERATORS:
        raise RuntimeError(f"the table should be good: {report.errors[:3]}")
    return seconds


@contextmanager
def _records(folder: Path) -> Iterator[None]:
    """Django on a database of its own, with the demo employer."""
    os.environ["MEDIA_ROOT"] = str(folder / "media")
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from employees.demo import load_demo
    from employees.models import Employment, Operator

    call_command("migrate", verbosity=0)
    examples = settings.BASE_DIR / "examples"
    load_demo(employer_file=examples / "employer.yaml", operators_file=examples / "operators.xlsx")
    Employment.objects.all().delete()
    Operator.objects.all().delete()
    yield
    connection.close()


if __name__ == "__main__":
    for row in rows():
        print(row)

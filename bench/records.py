"""How long the check of a large table of operators takes."""

import io
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OPERATORS = 10_000
TARGET_SECONDS = 30.0


def rows() -> list[dict[str, object]]:
    """The dry run of a workbook with 10,000 operators, all columns filled as in the sample.

    Building the workbook is not counted. The database is a throw-away SQLite file with the demo
    employer. Call it in a process where Django is not set up yet.
    """
    with tempfile.TemporaryDirectory() as folder, _records(Path(folder)):
        table = Path(folder) / "operators.xlsx"
        table.write_bytes(large_workbook(OPERATORS))
        seconds = _dry_run(table)
    return [
        {
            "measure": f"import_operators --dry-run, {OPERATORS} rows",
            "value": round(seconds, 1),
            "unit": "s",
            "target": TARGET_SECONDS,
            "met": seconds <= TARGET_SECONDS,
            "against": "",
        }
    ]


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

"""A file of operators, from its bytes to the records."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import TypeVar

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from employees.importing.archive import check_size, looks_like_workbook
from employees.importing.changes import changes_of
from employees.importing.delimited import open_delimited
from employees.importing.errors import UnusableFile
from employees.importing.headings import match_headings, split_headings
from employees.importing.parsing import parse_row
from employees.importing.planning import Planner
from employees.importing.report import ImportReport
from employees.importing.sheet import MAX_ROWS, Row, Sheet
from employees.importing.staging import StagedRow
from employees.importing.workbook import open_workbook
from employees.importing.writing import Writer

Item = TypeVar("Item")

_BATCH = 500
_BOOK_SUFFIXES = {".xlsx", ".xlsm", ".xls"}
_TEXT_SUFFIXES = {".csv", ".txt", ".tsv"}


def import_operators(
    *,
    path: Path,
    name: str = "",
    dry_run: bool = False,
    skip_bad: bool = False,
    user: User | None = None,
) -> ImportReport:
    """Create and update operators with their employments by personnel number.

    `name` is the file's name in the report, where `path` is a temporary one; `user` is who imports
    it (None: the command line). The history of the records names both. Nothing is written in
    a dry run, nor when any row is bad, unless `skip_bad` lets the good ones pass: all good rows are
    written in one transaction. Raises UnusableFile, with nothing written, when the file itself is
    no good.
    """
    report = ImportReport(file=name or path.name)
    with _open(path, Path(report.file).suffix.lower()) as sheet:
        if dry_run:
            for batch in _planned(sheet, report):
                _count(batch, report)
        else:
            _write(sheet, report, skip_bad=skip_bad, user=user)
    return report


def _write(sheet: Sheet, report: ImportReport, *, skip_bad: bool, user: User | None) -> None:
    """Write the good rows batch by batch; a bad row takes all of them back, unless skipped."""
    writer = Writer(user, f"импорт файла «{report.file}»")
    try:
        with transaction.atomic():
            for batch in _planned(sheet, report):
                _count(batch, report)
                if skip_bad or not report.errors:
                    writer.write([row for row in batch if not row.errors])
            report.written = skip_bad or not report.errors
            if not report.written:
                transaction.set_rollback(True)
    except IntegrityError as error:
        raise UnusableFile(
            "База данных не приняла строки: похоже, записи изменились во время импорта.",
            "Повторите импорт.",
        ) from error


def _open(path: Path, suffix: str) -> AbstractContextManager[Sheet]:
    """The content decides about a workbook, the name about CSV."""
    check_size(path)
    if looks_like_workbook(path) or suffix in _BOOK_SUFFIXES:
        return open_workbook(path)
    if suffix in _TEXT_SUFFIXES:
        return open_delimited(path)
    raise UnusableFile(f"Формат «{suffix}» не поддерживается.", "Нужен файл .xlsx или .csv.")


def _planned(sheet: Sheet, report: ImportReport) -> Iterator[list[StagedRow]]:
    """Batches of planned rows; rows that are empty do not count."""
    heading_row, rows = split_headings(row for row in sheet.rows if not row.is_empty)
    if heading_row is None:
        raise UnusableFile(
            f"Лист «{sheet.title}» пуст." if sheet.title else "Файл пуст.",
            "Заполните таблицу по образцу.",
        )
    headings = match_headings(heading_row, sheet)
    report.unknown_headings = headings.unknown
    planner = Planner()
    parsed = (parse_row(row, headings) for row in _counted(rows, report))
    while batch := list(islice(parsed, _BATCH)):
        yield planner.plan(batch)
    if not report.rows:
        raise UnusableFile("Под заголовками нет ни одной строки.", "Заполните таблицу по образцу.")


def _counted(rows: Iterator[Row], report: ImportReport) -> Iterator[Row]:
    for row in rows:
        report.rows += 1
        if report.rows > MAX_ROWS:
            raise UnusableFile(
                f"В таблице больше {MAX_ROWS} строк.", "Разделите её на несколько файлов."
            )
        yield row


def _count(batch: list[StagedRow], report: ImportReport) -> None:
    for row in batch:
        if row.errors:
            report.errors += row.errors
        elif row.is_new:
            report.new += 1
        elif row.is_same:
            report.same += 1
        else:
            report.changed += 1
            report.changes.append(changes_of(row))

"""A file of operators, from its bytes to the records."""

from pathlib import Path

from django.db import IntegrityError, transaction

from employees.importing.changes import changes_of
from employees.importing.errors import UnusableFile
from employees.importing.planning import Planner
from employees.importing.reading import Table, open_table
from employees.importing.report import ImportReport
from employees.importing.staging import Outcome, StagedRow
from employees.importing.writing import Writer


def import_operators(
    *,
    path: Path,
    dry_run: bool = False,
    skip_bad: bool = False,
) -> ImportReport:
    """Create and update operators with their employments by personnel number.

    Nothing is written in a dry run, nor when any row is bad, unless `skip_bad` lets the good ones
    pass: all good rows are written in one transaction. The history of the records names the file.
    Raises UnusableFile, with nothing written, when the file itself is no good.
    """
    report = ImportReport(file=path.name)
    with open_table(path, report.file) as table:
        report.unknown_headings = table.headings.unknown
        if dry_run:
            for batch in table.planned(Planner()):
                _count(batch, table, report)
        else:
            _write(table, report, skip_bad=skip_bad)
    return report


def _write(table: Table, report: ImportReport, *, skip_bad: bool) -> None:
    """Write the good rows batch by batch; a bad row takes all of them back, unless skipped."""
    writer = Writer(None, f"импорт файла «{report.file}»")
    try:
        with transaction.atomic():
            for batch in table.planned(Planner()):
                _count(batch, table, report)
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


def _count(batch: list[StagedRow], table: Table, report: ImportReport) -> None:
    report.rows += len(batch)
    report.hidden += table.hidden_among(batch)
    for row in batch:
        if row.outcome is Outcome.BAD:
            report.errors += row.errors
        elif row.outcome is Outcome.NEW:
            report.new += 1
        elif row.outcome is Outcome.SAME:
            report.same += 1
        else:
            report.changed += 1
            report.changes.append(changes_of(row))

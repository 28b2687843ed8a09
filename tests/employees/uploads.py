"""Uploaded tables, brought from the file to the records as pages and workers do it."""

from collections.abc import Callable

from employees.models import SpreadsheetImport
from employees.spreadsheets.choosing import confirm
from employees.spreadsheets.writing import write_import

Status, Choice = SpreadsheetImport.Status, SpreadsheetImport.Choice
Upload = Callable[..., SpreadsheetImport]


def write(spreadsheet: SpreadsheetImport, choice: str = Choice.TICKED) -> SpreadsheetImport:
    """Confirm and write, as the page and the worker do."""
    assert spreadsheet.checked_at is not None
    assert confirm(
        spreadsheet=spreadsheet,
        choice=choice,
        user=spreadsheet.user,
        address="127.0.0.1",
        checked_at=spreadsheet.checked_at,
    )
    write_import(spreadsheet.pk)
    spreadsheet.refresh_from_db()
    return spreadsheet

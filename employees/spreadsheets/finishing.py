"""The end of writing: what came of the chosen rows, in the import and in the audit log."""

from django.db import transaction

from employees.models import SpreadsheetImport
from employees.spreadsheets.storing import drop_file
from hr_docs.access.audit import Action, record_unattended


def finish_writing(spreadsheet: SpreadsheetImport) -> None:
    """Note how many rows are in the records now, and forget the file. Raises LostLeaseError.

    Chosen rows that are not among them are what `left_out` finds.
    """
    with transaction.atomic():
        written = spreadsheet.rows.written().count()
        status = SpreadsheetImport.Status.WRITTEN
        spreadsheet.release(status=status, attempts=0, written=written, file="")
        _audit(spreadsheet, written)
        drop_file(spreadsheet)


def _audit(spreadsheet: SpreadsheetImport, written: int) -> None:
    """The worker writes in the name of the user who confirmed."""
    details: dict[str, object] = {"rows": written, "choice": spreadsheet.choice}
    if left_out := spreadsheet.rows.left_out(spreadsheet.choice).count():
        details["left_out"] = left_out
    user, address = spreadsheet.confirmed_by, spreadsheet.confirmed_from
    record_unattended(user, Action.IMPORTED, spreadsheet, details, address=address)

"""The end of writing: what came of the chosen rows, in the import and in the audit log."""

from django.db import transaction

from employees.models import SpreadsheetImport
from employees.spreadsheets.storing import drop_file
from hr_docs.access.models import AuditEntry


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
    user = spreadsheet.confirmed_by
    left_out = spreadsheet.rows.left_out(spreadsheet.choice).count()
    AuditEntry.objects.create(
        user=user,
        username=user.get_username() if user else "",
        action=AuditEntry.Action.IMPORTED,
        subject_kind=spreadsheet._meta.label_lower,
        subject_id=str(spreadsheet.pk),
        subject=spreadsheet.name,
        details={"rows": written, "choice": spreadsheet.choice}
        | ({"left_out": left_out} if left_out else {}),
        address=spreadsheet.confirmed_from,
    )

"""What the employees' app does outside of requests; each job is safe to repeat."""

from django.conf import settings
from django.utils import timezone

from employees.models import SpreadsheetImport
from employees.spreadsheets.checking import check_import
from employees.spreadsheets.reaping import lost
from employees.spreadsheets.wiping import sweep
from employees.spreadsheets.writing import write_import
from hr_docs.background import enqueue, task
from hr_docs.background.chores import HOURLY, chore


@task()
def check_spreadsheet(pk: int) -> None:
    """Make the preview of an uploaded table."""
    check_import(pk)


@task()
def write_spreadsheet(pk: int) -> None:
    """Write what was chosen of it; overtaken, it is checked once more."""
    write_import(pk)
    if SpreadsheetImport.objects.filter(
        pk=pk, status=SpreadsheetImport.Status.CHECKING, token__isnull=True
    ).exists():
        enqueue(check_spreadsheet, pk)


def queue(spreadsheet: SpreadsheetImport) -> None:
    """Hand an import to a worker, by its state."""
    if spreadsheet.status == SpreadsheetImport.Status.WRITING:
        enqueue(write_spreadsheet, spreadsheet.pk)
    elif spreadsheet.status == SpreadsheetImport.Status.CHECKING:
        enqueue(check_spreadsheet, spreadsheet.pk)


def queue_if_lost(spreadsheet: SpreadsheetImport) -> None:
    """Queue an import again whose job was lost, or whose worker has fallen silent."""
    if spreadsheet.is_at_work and lost(spreadsheet, timezone.now()):
        queue(spreadsheet)


@chore(every=settings.RUN_LEASE_SECONDS)
def queue_lost() -> None:
    """Queue again whatever was lost, whether or not somebody looks at its page."""
    for spreadsheet in SpreadsheetImport.objects.free(timezone.now()):
        queue_if_lost(spreadsheet)


@chore(every=HOURLY)
def sweep_old() -> None:
    """Delete personal data of imports whose time is over."""
    sweep(now=timezone.now())

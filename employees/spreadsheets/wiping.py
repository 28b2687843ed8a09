"""Personal data of imports is not kept for ever.

The file goes as soon as the rows are written or refused. What the rows say of people (bad cells,
old and new values) goes when the import is undone, and at the latest `KEPT` after the upload; from
then on it cannot be undone. Which records an import made stays known.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from employees.models import SpreadsheetImport
from employees.spreadsheets.storing import drop_file, drop_orphans

KEPT = timedelta(days=30)
_Status = SpreadsheetImport.Status
_FORGOTTEN = {
    "reason": f"Импорт не подтвердили за {KEPT.days} дней.",
    "remedy": "Загрузите таблицу заново.",
}


def wipe(spreadsheet: SpreadsheetImport) -> None:
    """Empty what the rows say of people; the caller's transaction is open."""
    spreadsheet.rows.update(
        cells=[], errors=[], changes=[], before={}, person="", personnel_number="", fingerprint=""
    )
    SpreadsheetImport.objects.filter(pk=spreadsheet.pk).update(wiped_at=timezone.now(), file="")
    drop_file(spreadsheet)


def sweep(*, now: datetime) -> int:
    """Wipe the imports that were uploaded `KEPT` ago; returns how many."""
    old = SpreadsheetImport.objects.filter(wiped_at__isnull=True, uploaded_at__lt=now - KEPT)
    count = 0
    for spreadsheet in old.exclude(status=_Status.WRITING):
        with transaction.atomic():
            SpreadsheetImport.objects.filter(
                pk=spreadsheet.pk, status__in=[_Status.CHECKING, _Status.CHECKED]
            ).update(status=_Status.REFUSED, refusal=_FORGOTTEN, token=None)
            wipe(spreadsheet)
        count += 1
    drop_orphans()
    return count

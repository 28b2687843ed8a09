"""Imports whose worker was lost: queued again, and given up at last."""

from datetime import datetime, timedelta

from django.conf import settings

from employees.models import SpreadsheetImport
from employees.models.spreadsheet import SpreadsheetImportQuerySet
from employees.spreadsheets.finishing import finish_writing
from hr_docs.background.leases import FREE, MOST_ATTEMPTS, LostLeaseError

_Status = SpreadsheetImport.Status
_GIVEN_UP = {
    "reason": "Проверка прервалась три раза подряд.",
    "remedy": "Разделите таблицу на части поменьше или сообщите администратору.",
}


def lost(spreadsheet: SpreadsheetImport, now: datetime) -> bool:
    """Whether the import should be queued again; says so once a lease, and gives up at last."""
    waiting = SpreadsheetImport.objects.free(now).filter(
        pk=spreadsheet.pk, queued_at__lt=now - timedelta(seconds=settings.RUN_LEASE_SECONDS)
    )
    if _give_up(waiting.filter(attempts__gte=MOST_ATTEMPTS)):
        return False
    return bool(waiting.update(queued_at=now))


def _give_up(tired: SpreadsheetImportQuerySet) -> bool:
    """After so many broken attempts a check is refused, and a writing goes back to the choice.

    A writing that got through a part ends with that part, and names the rows that are left out.
    """
    ended = FREE | {"attempts": 0}
    checks = tired.filter(status=_Status.CHECKING)
    writings = tired.filter(status=_Status.WRITING)
    return bool(
        checks.update(status=_Status.REFUSED, refusal=_GIVEN_UP, **ended)
        + writings.filter(written=0).update(status=_Status.CHECKED, **ended)
        + sum(_ended(spreadsheet) for spreadsheet in writings.filter(written__gt=0))
    )


def _ended(spreadsheet: SpreadsheetImport) -> bool:
    try:
        finish_writing(spreadsheet)
    except LostLeaseError:  # somebody else has ended it
        return False
    return True

"""What the user decides about a checked table: which rows, yes or no."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from employees.models import SpreadsheetImport
from employees.spreadsheets.storing import drop_file

_Status = SpreadsheetImport.Status


@transaction.atomic
def tick(
    *, spreadsheet: SpreadsheetImport, shown: Collection[int], ticked: Collection[int]
) -> None:
    """Keep the ticks of the changed rows that a page has shown, by their numbers."""
    rows = spreadsheet.rows.changed().filter(number__in=shown)
    rows.filter(number__in=ticked).update(is_ticked=True)
    rows.exclude(number__in=ticked).update(is_ticked=False)


@transaction.atomic
def confirm(
    *,
    spreadsheet: SpreadsheetImport,
    choice: str,
    user: User,
    address: str | None,
    checked_at: datetime,
) -> bool:
    """Hand the chosen rows over for writing; False where that preview is no longer the last word.

    Sent twice, it is handed over once.
    """
    if not spreadsheet.rows.chosen(choice).exists():
        return False
    ready = SpreadsheetImport.objects.filter(
        pk=spreadsheet.pk, status=_Status.CHECKED, checked_at=checked_at
    )
    return bool(
        ready.update(
            status=_Status.WRITING,
            choice=choice,
            confirmed_by=user,
            confirmed_from=address,
            queued_at=timezone.now(),
            rows_read=0,
            written=0,
            overtaken=[],
        )
    )


@transaction.atomic
def abandon(*, spreadsheet: SpreadsheetImport) -> bool:
    """Import nothing of it, and forget what was in it; False once it is being written."""
    idle = SpreadsheetImport.objects.filter(
        pk=spreadsheet.pk, status__in=[_Status.CHECKING, _Status.CHECKED]
    )
    is_done = bool(
        idle.update(
            status=_Status.REFUSED,
            refusal={"reason": "Импорт отменён до записи.", "remedy": "Ничего не изменилось."},
            token=None,
            file="",
        )
    )
    if is_done:
        spreadsheet.rows.all().delete()
        drop_file(spreadsheet)
    return is_done

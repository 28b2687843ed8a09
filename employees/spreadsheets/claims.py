"""Which worker is at an import: the truth stands in its row, whatever the queue says.

A claim is one conditional UPDATE; a worker that falls silent loses it when its lease ends, and the
next one begins anew. A job may therefore be delivered twice, or late, without harm.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from employees.models import SpreadsheetImport
from employees.models.spreadsheet import SpreadsheetImportQuerySet
from employees.spreadsheets.errors import LostClaimError

LEASE = timedelta(seconds=60)
LONG_LEASE = timedelta(minutes=15)
"""For the one transaction that writes: nobody sees from outside how far it is."""
MAX_ATTEMPTS = 3

_Status = SpreadsheetImport.Status
_GIVEN_UP = {
    "reason": "Проверка прервалась три раза подряд.",
    "remedy": "Разделите таблицу на части поменьше или сообщите администратору.",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """The right of one worker to one import in one state."""

    spreadsheet: SpreadsheetImport

    def keep(self, lease: timedelta = LEASE, **changes: Any) -> None:
        """Note how far the work is, and go on. Raises LostClaimError."""
        self._update(lease_until=timezone.now() + lease, **changes)

    def finish(self, **changes: Any) -> None:
        """Note what came of it, and give the import back. Raises LostClaimError."""
        self._update(token=None, lease_until=None, attempts=0, **changes)

    def _update(self, **changes: Any) -> None:
        own = SpreadsheetImport.objects.filter(
            pk=self.spreadsheet.pk, status=self.spreadsheet.status, token=self.spreadsheet.token
        )
        if not own.update(**changes):
            raise LostClaimError


def claim(pk: int, status: str) -> Claim | None:
    """Take an import in that state, unless another worker is at it or it was tried too often."""
    now = timezone.now()
    free = SpreadsheetImport.objects.free(now).filter(
        pk=pk, status=status, attempts__lt=MAX_ATTEMPTS
    )
    taken = free.update(token=uuid.uuid4(), lease_until=now + LEASE, attempts=F("attempts") + 1)
    return Claim(SpreadsheetImport.objects.select_related("user").get(pk=pk)) if taken else None


def lost(spreadsheet: SpreadsheetImport, now: datetime) -> bool:
    """Whether the import should be queued again; says so once a lease, and gives up at last."""
    waiting = SpreadsheetImport.objects.free(now).filter(
        pk=spreadsheet.pk, queued_at__lt=now - LEASE
    )
    if _give_up(waiting.filter(attempts__gte=MAX_ATTEMPTS)):
        return False
    return bool(waiting.update(queued_at=now))


def _give_up(tired: SpreadsheetImportQuerySet) -> bool:
    """After so many broken attempts a check is refused, and a writing goes back to the choice."""
    ended: dict[str, Any] = {"token": None, "lease_until": None, "attempts": 0}
    checks = tired.filter(status=_Status.CHECKING)
    writings = tired.filter(status=_Status.WRITING)
    return bool(
        checks.update(status=_Status.REFUSED, refusal=_GIVEN_UP, **ended)
        + writings.update(status=_Status.CHECKED, **ended)
    )

"""Which worker is at an import: the truth stands in its row, whatever the queue says.

A claim is one conditional UPDATE; a worker that falls silent loses it when its lease ends, and the
next one begins anew. A job may therefore be delivered twice, or late, without harm.
"""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from employees.models import SpreadsheetImport
from employees.spreadsheets.errors import LostClaimError

LEASE = timedelta(seconds=settings.RUN_LEASE_SECONDS)
MAX_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """The right of one worker to one import in one state."""

    spreadsheet: SpreadsheetImport

    def keep(self, **changes: Any) -> None:
        """Note how far the work is, and go on. Raises LostClaimError."""
        self._update(lease_until=timezone.now() + LEASE, **changes)

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

"""Leases: which worker holds a row of unfinished work, and until when.

Everything is decided by the `WHERE` of one UPDATE, on SQLite as on PostgreSQL: of two workers that
want the same row one changes it, the other none. A worker that was taken for dead and is not finds
another token in the row, and stops. A job may therefore come twice, or late, without harm.
"""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOST_ATTEMPTS = 3
FREE: dict[str, Any] = {"token": None, "lease_until": None}
"""What stands in a row that no worker holds."""


class LostLeaseError(Exception):
    """Another worker holds the row now, or it is no longer to be worked at: leave it."""


class Leased(models.Model):
    """A row that a worker holds by its `token` until `lease_until`; `attempts` counts workers.

    Its model has a `status`, which changes when the work is another one, or over.
    """

    token = models.UUIDField(_("token of the worker"), null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(_("claimed until"), null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def lease_end(cls) -> datetime:
        """Until when a worker that reports now need not report again."""
        return timezone.now() + timedelta(seconds=settings.RUN_LEASE_SECONDS)

    def hold(self, **changes: Any) -> None:
        """Write to the row and prolong the lease. Raises LostLeaseError, with nothing written."""
        self._write(**{"lease_until": self.lease_end()} | changes)

    def release(self, **changes: Any) -> None:
        """Write to the row and give it back. Raises LostLeaseError, with nothing written."""
        self._write(**FREE | changes)

    def _write(self, **changes: Any) -> None:
        own = {name: getattr(self, name) for name in ("pk", "token", "status")}
        if not type(self)._default_manager.filter(**own).update(**changes):
            raise LostLeaseError


def claim(rows: models.QuerySet[Any], **changes: Any) -> uuid.UUID | None:
    """Claim the row that `rows` finds, if there is one; returns the token it then has.

    Rows that were tried too often are not claimed.
    """
    token = uuid.uuid4()
    taken = rows.filter(attempts__lt=MOST_ATTEMPTS).update(
        token=token,
        lease_until=rows.model.lease_end(),
        attempts=F("attempts") + 1,
        **changes,
    )
    return token if taken else None

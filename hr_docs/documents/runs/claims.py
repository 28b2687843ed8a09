"""Claims: which worker holds which person of a run, and until when.

Everything is decided by the `WHERE` of one UPDATE, on SQLite as on PostgreSQL: of two workers that
want the same person one changes a row, the other none.
"""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from employees.models import Employment
from hr_docs.access.audit import record_unattended
from hr_docs.access.models import AuditEntry
from hr_docs.documents.models import Document, RunItem
from hr_docs.documents.models.run import RunItemQuerySet

MOST_ATTEMPTS = 3
DIED = (
    "Процесс трижды остановился, не закончив этого человека: повторите выпуск, а если это "
    "случится снова — сообщите администратору. Выданные номера не потеряны."
)
Status = RunItem.Status


class LostClaimError(Exception):
    """The lease ran out and another worker holds the person now: leave it to him."""


def claim_item(run: int) -> RunItem | None:
    """Claim the next person of the run; None when nobody is left to be claimed."""
    waiting = claimable_items(run).order_by("attempts", "pk").values_list("pk", flat=True)
    while (following := waiting.first()) is not None:
        token = uuid.uuid4()
        if (
            claimable_items(run)
            .filter(pk=following)
            .update(
                status=Status.RUNNING,
                token=token,
                attempts=F("attempts") + 1,
                lease_until=_lease(),
            )
        ):
            return RunItem.objects.select_related("ordered_by").get(token=token)
    return None


def claimable_items(run: int) -> RunItemQuerySet:
    """Who waits, or was held by a worker that has not reported in time."""
    expired = Q(status=Status.RUNNING, lease_until__lt=timezone.now())
    free = Q(status=Status.PENDING) | expired
    return RunItem.objects.filter(free, run=run, attempts__lt=MOST_ATTEMPTS)


def renew_lease(item: RunItem) -> None:
    """Report that the worker is alive; raises `LostClaimError` when it came too late."""
    if not _held(item).update(lease_until=_lease()):
        raise LostClaimError


@transaction.atomic
def finish_item(item: RunItem, employment: Employment, documents: Collection[Document]) -> None:
    """Enter the papers that the person has now.

    What was issued for this item is told from what was kept by its pack, so that an item that a
    killed worker had half done counts right when another one finishes it.
    """
    issued = sum(_is_issued_for(item, document) for document in documents)
    changes = {"issued": issued, "kept": len(documents) - issued}
    if _close(item, status=Status.DONE, error="", findings=[], **changes):
        item.documents.set(documents)
        if issued:
            record_unattended(
                item.ordered_by,
                AuditEntry.Action.ISSUED,
                employment,
                {"run": item.run_id, "documents": issued},
            )


def block_item(item: RunItem, error: str, findings: list[dict[str, Any]]) -> None:
    """Leave the person out until a record is mended."""
    _close(item, status=Status.BLOCKED, error=error, findings=findings)


def fail_item(item: RunItem, error: str) -> None:
    """Give the person up: the same would happen again."""
    _close(item, status=Status.FAILED, error=error)


def give_back_item(item: RunItem, error: str) -> None:
    """Let it be tried again after the others; the third failure is the last."""
    if item.attempts >= MOST_ATTEMPTS:
        fail_item(item, error)
    else:
        _held(item).update(status=Status.PENDING, token=None, lease_until=None, error=error)


def give_back_expired() -> int:
    """Free whom workers held that have not reported in time; returns how many."""
    expired = RunItem.objects.filter(status=Status.RUNNING, lease_until__lt=timezone.now())
    dead = {"token": None, "lease_until": None}
    failed = expired.filter(attempts__gte=MOST_ATTEMPTS).update(
        status=Status.FAILED, error=DIED, finished_at=timezone.now(), **dead
    )
    return failed + expired.filter(attempts__lt=MOST_ATTEMPTS).update(status=Status.PENDING, **dead)


def _is_issued_for(item: RunItem, document: Document) -> bool:
    pack = document.pack
    return pack.issued_by_id == item.ordered_by_id and pack.issued_at >= item.ordered_at


def _close(item: RunItem, **changes: Any) -> bool:
    """Whether the claim still held, so that the result counts."""
    return bool(
        _held(item).update(token=None, lease_until=None, finished_at=timezone.now(), **changes)
    )


def _held(item: RunItem) -> RunItemQuerySet:
    return RunItem.objects.filter(pk=item.pk, token=item.token)


def _lease() -> datetime:
    return timezone.now() + timedelta(seconds=settings.RUN_LEASE_SECONDS)

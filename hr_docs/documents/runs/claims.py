"""Which worker holds which person of a run, and what came of it."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from employees.models import Employment
from hr_docs.access.audit import record_unattended
from hr_docs.access.models import AuditEntry
from hr_docs.background.leases import FREE, MOST_ATTEMPTS, LostLeaseError, claim
from hr_docs.documents.models import Document, RunItem
from hr_docs.documents.models.run import RunItemQuerySet

DIED = (
    "Процесс трижды остановился, не закончив этого человека: повторите выпуск, а если это "
    "случится снова — сообщите администратору. Выданные номера не потеряны."
)
Status = RunItem.Status


def claim_item(run: int) -> RunItem | None:
    """Claim the next person of the run; None when nobody is left to be claimed."""
    waiting = claimable_items(run).order_by("attempts", "pk").values_list("pk", flat=True)
    while (following := waiting.first()) is not None:
        token = claim(claimable_items(run).filter(pk=following), status=Status.RUNNING)
        if token is not None:
            return RunItem.objects.select_related("ordered_by").get(token=token)
    return None


def claimable_items(run: int) -> RunItemQuerySet:
    """Who waits, or was held by a worker that has not reported in time."""
    expired = Q(status=Status.RUNNING, lease_until__lt=timezone.now())
    free = Q(status=Status.PENDING) | expired
    return RunItem.objects.filter(free, run=run, attempts__lt=MOST_ATTEMPTS)


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
        _give_back(item, status=Status.PENDING, error=error)


def give_back_expired() -> int:
    """Free whom workers held that have not reported in time; returns how many."""
    expired = RunItem.objects.filter(status=Status.RUNNING, lease_until__lt=timezone.now())
    failed = expired.filter(attempts__gte=MOST_ATTEMPTS).update(
        status=Status.FAILED, error=DIED, finished_at=timezone.now(), **FREE
    )
    return failed + expired.filter(attempts__lt=MOST_ATTEMPTS).update(status=Status.PENDING, **FREE)


def _is_issued_for(item: RunItem, document: Document) -> bool:
    pack = document.pack
    return pack.issued_by_id == item.ordered_by_id and pack.issued_at >= item.ordered_at


def _close(item: RunItem, **changes: Any) -> bool:
    return _give_back(item, finished_at=timezone.now(), **changes)


def _give_back(item: RunItem, **changes: Any) -> bool:
    """Whether the claim still held, so that the result counts."""
    try:
        item.release(**changes)
    except LostLeaseError:
        return False
    return True

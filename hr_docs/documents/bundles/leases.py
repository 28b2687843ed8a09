"""Who works on a bundle: claimed by one conditional update, and given back when he is gone.

The queue may lose a job or deliver it twice; what counts is the row. A worker that was taken for
dead and is not finds another token in it, and stops.
"""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import F
from django.utils import timezone

from hr_docs.background.chores import HOURLY, chore
from hr_docs.documents.models import Bundle

LEASE = timedelta(minutes=5)
MAX_ATTEMPTS = 3
Status = Bundle.Status


class LostLeaseError(Exception):
    """Somebody else has the bundle by now: nothing is to be written any more."""


def claim(pk: str) -> Bundle | None:
    """The bundle, claimed for this worker; None when it is not waiting, or was given up."""
    waiting = Bundle.objects.filter(pk=pk, status=Status.WAITING)
    waiting.filter(attempts__gte=MAX_ATTEMPTS).update(
        status=Status.FAILED,
        error="Файл не удалось сделать: работа трижды прервана. Повторите.",
        finished_at=timezone.now(),
    )
    token = uuid4()
    claimed = waiting.update(
        status=Status.RUNNING,
        token=token,
        lease_until=timezone.now() + LEASE,
        attempts=F("attempts") + 1,
        done=0,
        error="",
    )
    return Bundle.objects.select_related("made_by").get(pk=pk) if claimed else None


def keep(bundle: Bundle, **changes: object) -> None:
    """Write to a bundle that is still ours, and prolong the lease. Raises LostLeaseError."""
    mine = Bundle.objects.filter(pk=bundle.pk, token=bundle.token, status=Status.RUNNING)
    if not mine.update(**{"lease_until": timezone.now() + LEASE} | changes):
        raise LostLeaseError


def give_back_stuck() -> list[str]:
    """Bundles whose worker, or whose place in the queue, is gone: waiting again, to be queued.

    Each is returned to one caller only, whoever asks at the same time.
    """
    now = timezone.now()
    stuck = Bundle.objects.filter(status__in=Bundle.UNFINISHED, lease_until__lt=now)
    return [
        str(pk)
        for pk in stuck.values_list("pk", flat=True)
        if stuck.filter(pk=pk).update(status=Status.WAITING, token=None, lease_until=now + LEASE)
    ]


@chore(every=HOURLY)
def expire_bundles() -> None:
    """Delete files that are older than `BUNDLE_DAYS`: they are full of personal data."""
    long_ago = timezone.now() - timedelta(days=settings.BUNDLE_DAYS)
    old = Bundle.objects.filter(created_at__lt=long_ago).exclude(status=Status.EXPIRED)
    for pk, file in old.values_list("pk", "file"):
        if file:
            default_storage.delete(file)
        Bundle.objects.filter(pk=pk).update(status=Status.EXPIRED, file="", token=None)

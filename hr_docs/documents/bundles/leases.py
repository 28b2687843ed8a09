"""Which worker makes a bundle; bundles whose worker is gone, and files whose term is over."""

from datetime import timedelta

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone

from hr_docs.background.chores import HOURLY, chore
from hr_docs.background.leases import MOST_ATTEMPTS, claim
from hr_docs.documents.models import Bundle

Status = Bundle.Status


def claim_bundle(pk: str) -> Bundle | None:
    """The bundle, claimed for this worker; None when it is not waiting, or was given up."""
    waiting = Bundle.objects.filter(pk=pk, status=Status.WAITING)
    waiting.filter(attempts__gte=MOST_ATTEMPTS).update(
        status=Status.FAILED,
        error="Файл не удалось сделать: работа трижды прервана. Повторите.",
        finished_at=timezone.now(),
    )
    token = claim(waiting, status=Status.RUNNING, done=0, error="")
    return Bundle.objects.select_related("made_by").get(token=token) if token else None


def give_back_stuck() -> list[str]:
    """Bundles whose worker, or whose place in the queue, is gone: waiting again, to be queued.

    Each is returned to one caller only, whoever asks at the same time.
    """
    stuck = Bundle.objects.filter(status__in=Bundle.UNFINISHED, lease_until__lt=timezone.now())
    waiting = {"status": Status.WAITING, "token": None}
    return [
        str(pk)
        for pk in stuck.values_list("pk", flat=True)
        if stuck.filter(pk=pk).update(**waiting, lease_until=Bundle.lease_end())
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

"""Looking after runs whose workers died or whose jobs a queue has lost."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from hr_docs.background import chore
from hr_docs.documents.models import Run, RunItem
from hr_docs.documents.runs.claims import give_back_expired
from hr_docs.documents.runs.ordering import queue_work


@chore(every=settings.RUN_LEASE_SECONDS / 4)
def reap() -> int:
    """Give expired leases back, then queue the runs that nobody works on; returns how many.

    Called at the start of the workers, from their timer, and when somebody looks at a run.
    """
    give_back_expired()
    return sum(_nudge(run) for run in _forsaken())


def _forsaken() -> list[Run]:
    """Runs in which people wait, nobody holds one, and the queue was last told long ago."""
    items = RunItem.objects.filter(run=OuterRef("pk"))
    waiting = Exists(items.filter(status=RunItem.Status.PENDING))
    held = Exists(items.filter(status=RunItem.Status.RUNNING))
    return list(Run.objects.filter(waiting, ~held, _told_long_ago()))


@transaction.atomic
def _nudge(run: Run) -> int:
    """Queue the run anew; of several who want to, one does."""
    told = Run.objects.filter(_told_long_ago(), pk=run.pk).update(nudged_at=timezone.now())
    if told:
        queue_work(run)
    return told


def _told_long_ago() -> Q:
    before = timezone.now() - timedelta(seconds=settings.RUN_LEASE_SECONDS)
    return Q(nudged_at__lt=before) | Q(nudged_at=None)

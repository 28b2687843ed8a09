"""Starting, cancelling and repeating a run."""

from collections.abc import Collection, Sequence
from datetime import date

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from employees.models import Employer, Employment, Signatory
from hr_docs.background import enqueue
from hr_docs.documents.errors import IssueError
from hr_docs.documents.models import Run, RunItem, WordMaster

MOST_PEOPLE = 5_000
BATCH = 1_000


@transaction.atomic
def start_run(
    *,
    employments: Sequence[Employment],
    masters: Collection[WordMaster],
    started_by: User,
    on: date | None = None,
    signatory: Signatory | None = None,
    allows_unconfirmed: bool = False,
) -> Run:
    """Order the papers of these people and queue the work; nothing is issued within the call."""
    if not employments or not masters:
        raise IssueError("Выберите людей и виды документов.")
    if len(employments) > MOST_PEOPLE:
        raise IssueError(f"За один выпуск — не больше {MOST_PEOPLE} человек: выберите часть.")
    now = timezone.now()
    run = Run.objects.create(
        on=on,
        signatory=signatory,
        allows_unconfirmed=allows_unconfirmed,
        started_by=started_by,
        nudged_at=now,
    )
    run.masters.set(masters)
    run.employers.set(Employer.objects.filter(pk__in={each.employer_id for each in employments}))
    items = [
        RunItem(run=run, employment=each, ordered_by=started_by, ordered_at=now)
        for each in employments
    ]
    RunItem.objects.bulk_create(items, batch_size=BATCH)
    queue_work(run)
    return run


@transaction.atomic
def cancel_run(*, run: Run, cancelled_by: User) -> int:
    """Leave out whom no worker has begun. Returns how many.

    Who was begun may have numbers already and is finished, by another worker if need be.
    """
    now = timezone.now()
    untouched = run.items.filter(status=RunItem.Status.PENDING, attempts=0)
    if not Run.objects.filter(pk=run.pk, cancelled_at=None).update(
        cancelled_at=now, cancelled_by=cancelled_by
    ):
        return 0
    return untouched.update(status=RunItem.Status.CANCELLED, finished_at=now)


@transaction.atomic
def repeat_run(*, run: Run, ordered_by: User) -> int:
    """Order again whoever has no papers: blocked, failed, cancelled. Returns how many."""
    run = Run.objects.select_for_update().get(pk=run.pk)
    now = timezone.now()
    repeated = run.items.filter(status__in=RunItem.REPEATABLE).update(
        status=RunItem.Status.PENDING,
        ordered_by=ordered_by,
        ordered_at=now,
        attempts=0,
        error="",
        findings=[],
        finished_at=None,
    )
    if repeated:
        Run.objects.filter(pk=run.pk).update(cancelled_at=None, cancelled_by=None, nudged_at=now)
        queue_work(run)
    return repeated


def queue_work(run: Run) -> None:
    """Ask as many workers as may share the run."""
    from hr_docs.documents.runs.working import work_on_run

    waiting = run.items.filter(status=RunItem.Status.PENDING).count()
    for _ in range(min(settings.RUN_JOBS, waiting)):
        enqueue(work_on_run, run.pk)

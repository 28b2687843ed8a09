"""Jobs that are over leave the database's queue."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hr_docs.background.chores import HOURLY, chore

KEPT_DAYS = 7


@chore(every=HOURLY)
def prune_jobs() -> int:
    """Delete jobs that ended a week ago; returns how many.

    A job whose worker was killed stays «running» for ever: nobody waits for it, since what it had
    to do is in our own tables, so it goes as well.
    """
    if settings.TASK_BACKEND != "database":
        return 0
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    abandoned = Q(finished_at=None, started_at__lt=before)
    old = DBTaskResult.objects.filter(Q(finished_at__lt=before) | abandoned)
    return int(old.delete()[0])

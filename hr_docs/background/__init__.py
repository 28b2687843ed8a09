"""Work outside of a request: the queue carries ids, the truth stands in our own tables.

A job is a module-level function decorated with `@task()`; it must be safe to repeat, since a queue
may lose it or deliver it twice. A chore is a function decorated with `@chore`: whoever keeps
unfinished work in a table looks there for what the queue has lost. `TASK_BACKEND` says who runs the
jobs (`hr_docs.settings`); `manage.py work` starts the workers and calls the chores.
"""

from typing import Any

from django.db import transaction
from django_tasks import task
from django_tasks.base import Task

from hr_docs.background.chores import chore

__all__ = ["chore", "enqueue", "task"]


def enqueue(job: Task[Any, Any], *ids: int | str) -> None:
    """Queue a job for these ids as soon as the transaction is committed; at once outside of one.

    A queue that does not answer is logged, not raised: what is committed stays, and a chore will
    find it.
    """

    def send() -> None:
        job.enqueue(*ids)

    transaction.on_commit(send, robust=True)

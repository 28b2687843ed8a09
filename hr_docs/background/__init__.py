"""Work outside of a request: the queue carries ids, the truth stands in our own tables.

A job is a module-level function decorated with `@task()`; it must be safe to repeat, since a queue
may lose it or deliver it twice. `TASK_BACKEND` says who runs it (`hr_docs.settings`).
"""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import task
from django_tasks.base import Task

__all__ = ["enqueue", "task"]


def enqueue(job: Task[Any, Any], *ids: int | str) -> None:
    """Queue a job for these ids as soon as the transaction is committed; at once outside of one."""
    transaction.on_commit(partial(job.enqueue, *ids))

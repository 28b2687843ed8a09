"""django-tasks over Celery: a queued job is its dotted path and its ids."""

from typing import Any

from django.utils import timezone
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.signals import task_enqueued

RETRY_ONCE = {"max_retries": 1, "interval_start": 0.2}  # a request waits for it


class CeleryBackend(BaseTaskBackend):
    """Sends jobs to the broker CELERY_BROKER_URL; results are not kept: our tables hold them."""

    def enqueue(
        self, task: Task[Any, Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> TaskResult[Any]:
        """Send the job; an error of the broker is raised."""
        from hr_docs.background.celery import run_job

        self.validate_task(task)
        if kwargs:
            raise TypeError("a job takes ids by position only")
        sent = run_job.apply_async(
            args=(task.module_path, list(args)), retry=True, retry_policy=RETRY_ONCE
        )
        result: TaskResult[Any] = TaskResult(
            task=task,
            id=sent.id,
            status=TaskResultStatus.READY,
            enqueued_at=timezone.now(),
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=list(args),
            kwargs={},
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
        task_enqueued.send(type(self), task_result=result)
        return result

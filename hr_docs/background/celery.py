"""Celery's side: one task of its own, which runs the jobs of the product by their address.

`celery -A hr_docs.background.celery worker` (or `manage.py work`, which starts it).
"""

import os
from typing import Any

import django
from celery import Celery
from django.conf import settings
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hr_docs.settings")
if not django.apps.apps.ready:
    django.setup()

QUEUE = "hr_docs"
app = Celery("hr_docs", broker=settings.CELERY_BROKER_URL)
app.conf.update(
    task_default_queue=QUEUE,
    task_ignore_result=True,
    # A job is done again when its worker was killed, and a worker holds no job but its own.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    worker_max_tasks_per_child=settings.JOBS_PER_PROCESS,
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
    broker_connection_timeout=5,
    broker_transport_options=(
        {
            "visibility_timeout": settings.JOB_VISIBILITY_SECONDS,
            "unacked_restore_interval": 10,
            "unacked_restore_throttle": 1,
            "socket_connect_timeout": 5,
        }
        if settings.CELERY_BROKER_URL.startswith("redis")
        else {}
    ),
)


@app.task(name="hr_docs.run_job")  # type: ignore[untyped-decorator]  # celery has no types
def run_job(path: str, arguments: list[Any]) -> None:
    """Call the job at this dotted path with ids."""
    import_string(path).call(*arguments)

"""`work`: the processes that do what the pages have queued."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.db import connections

from hr_docs.background.chores import Rounds
from hr_docs.background.processes import Family
from hr_docs.commands import UNUSABLE_INPUT, ProductCommand
from hr_docs.documents.arguments import MAX_WORKERS, worker_count


class Command(ProductCommand):
    """Runs until SIGTERM or Ctrl-C; then each worker finishes its turn, a minute at most."""

    help = "Выполнять фоновую работу: выпуски документов, импорт."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--workers",
            type=worker_count,
            default=settings.WORKERS,
            metavar=f"1…{MAX_WORKERS}",
            help="сколько процессов работает одновременно",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        if settings.TASK_BACKEND == "immediate":
            raise CommandError(
                "TASK_BACKEND=immediate: работа выполняется сразу, отдельные процессы не нужны.",
                returncode=UNUSABLE_INPUT,
            )
        rounds = Rounds()
        rounds.make()  # tells in words of a database that is not prepared, before anything starts
        connections.close_all()
        raise SystemExit(Family(worker_commands(options["workers"]), tick=rounds.make).run())


def worker_commands(workers: int) -> list[list[str]]:
    """The commands that TASK_BACKEND asks for; Celery's own parent keeps its processes."""
    if settings.TASK_BACKEND == "celery":
        options = ["--concurrency", str(workers), "--loglevel", settings.LOG_LEVEL]
        application = ["-A", "hr_docs.background.celery", "worker", "--without-gossip"]
        return [[sys.executable, "-m", "celery", *application, *options]]
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "db_worker"]
    options = ["--queue-name", "*", "--max-tasks", str(settings.JOBS_PER_PROCESS), "-v", "0"]
    # The parent has made the system checks already.
    return [[*command, *options, "--no-reload", "--skip-checks"] for _ in range(workers)]

"""`serve`: the web server and the workers in one terminal."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from hr_docs.background.processes import Family
from hr_docs.commands import ProductCommand
from hr_docs.documents.arguments import address, worker_count


class Command(ProductCommand):
    """Ctrl-C ends both; when one of them ends by itself, the other ends too, with status 1."""

    help = "Веб-сервер и фоновая работа вместе, для одной машины."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bind", type=address, default="127.0.0.1:8000", help="адрес и порт")
        parser.add_argument(
            "--workers", type=worker_count, default=settings.WORKERS, help="процессов работы"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        web = [sys.executable, "-m", "gunicorn", "hr_docs.wsgi", "--bind", options["bind"]]
        web += ["--workers", "2", "--timeout", "120", "--no-control-socket"]
        work = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work"]
        work += ["--workers", str(options["workers"])]
        raise SystemExit(Family([web, work], restarts=False).run())

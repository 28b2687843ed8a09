"""`manage.py sweep_imports`: deletes personal data of old imports; for a daily timer."""

from typing import Any

from django.utils import timezone

from employees.spreadsheets.wiping import KEPT, sweep
from hr_docs.commands import ProductCommand


class Command(ProductCommand):
    help = f"Удалить персональные данные импортов старше {KEPT.days} дней (для ежедневного таймера)"

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"Импортов очищено: {sweep(now=timezone.now())}.")

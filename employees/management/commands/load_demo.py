"""`manage.py load_demo`: the invented employer and operators of `examples/`."""

import sys
from typing import Any

from django.conf import settings

from employees.demo import load_demo
from hr_docs.commands import ProductCommand

_EXAMPLES = settings.BASE_DIR / "examples"


class Command(ProductCommand):
    help = "Внести вымышленные данные для знакомства; повторный запуск ничего не портит."

    def handle(self, *_args: Any, **_options: Any) -> None:
        report = load_demo(
            employer_file=_EXAMPLES / "employer.yaml",
            operators_file=_EXAMPLES / "operators.xlsx",
        )
        for error in report.errors:
            self.stdout.write(str(error))
        if report.errors:
            sys.exit(1)
        self.stdout.write(
            f"Операторов: {report.rows}. Новых: {report.new}, изменённых: {report.changed}, "
            f"без изменений: {report.same}."
        )

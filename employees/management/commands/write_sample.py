"""`manage.py write_sample FILE`: the sample workbook for the import."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from employees.importing.sample import sample_workbook
from hr_docs.commands import ProductCommand


class Command(ProductCommand):
    help = "Записать образец таблицы операторов: 24 вымышленных человека и справка по столбцам."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="куда записать .xlsx")

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        path.write_bytes(sample_workbook())
        self.stdout.write(f"Записан {path}")

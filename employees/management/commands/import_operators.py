"""`manage.py import_operators FILE`: operators and employments from a spreadsheet."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from employees.importing import ImportReport, UnusableFile, import_operators
from hr_docs.commands import UNUSABLE_INPUT, ProductCommand

DONE_WITH_ERRORS = 1


class Command(ProductCommand):
    help = (
        "Внести операторов из таблицы .xlsx или .csv; повторный импорт обновляет по табельному "
        "номеру. Образец: manage.py write_sample FILE."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="таблица .xlsx или .csv")
        parser.add_argument("--dry-run", action="store_true", help="проверить, ничего не записывая")
        parser.add_argument("--skip-bad", action="store_true", help="записать строки без ошибок")
        parser.add_argument("--json", action="store_true", help="один объект JSON вместо текста")

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            report = import_operators(
                path=path, dry_run=options["dry_run"], skip_bad=options["skip_bad"]
            )
        except UnusableFile as error:
            self._refuse(path, error, as_json=options["json"])
            sys.exit(UNUSABLE_INPUT)
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False, default=str))
        else:
            self._print(report, is_dry=options["dry_run"])
        if report.errors:
            sys.exit(DONE_WITH_ERRORS)

    def _refuse(self, path: Path, error: UnusableFile, *, as_json: bool) -> None:
        if as_json:
            reasons = {"reason": error.reason, "remedy": error.remedy}
            refusal = {"error": str(error), "file": path.name, **reasons, "written": False}
            self.stdout.write(json.dumps(refusal, ensure_ascii=False))
        self.stderr.write(f"{path.name}: {error} Ничего не записано.")

    def _print(self, report: ImportReport, *, is_dry: bool) -> None:
        for heading in report.unknown_headings:
            self.stdout.write(f"Неизвестный столбец {heading}: пропущен.")
        for error in report.errors:
            self.stdout.write(str(error))
        for row in report.changes:
            for change in row.changes:
                self.stdout.write(
                    f"{row.personnel_number}, «{change.heading}»: "
                    f"«{change.before}» → «{change.after}»"
                )
        if report.issued:
            self.stdout.write(
                f"Документы выпущены и останутся прежними: {', '.join(report.issued)}. Изменение "
                "условий оформляют дополнительным соглашением (ст. 72 ТК РФ)."
            )
        self.stdout.write(
            f"Строк: {report.rows}. Новых: {report.new}, изменённых: {report.changed}, "
            f"без изменений: {report.same}, с ошибками: {report.bad_rows}."
        )
        if report.hidden:
            self.stdout.write(
                f"В том числе скрыты в Excel (фильтром или вручную), но прочитаны: {report.hidden}."
            )
        self.stdout.write(_outcome(report, is_dry=is_dry))


def _outcome(report: ImportReport, *, is_dry: bool) -> str:
    if is_dry:
        return "Проверка: ничего не записано."
    if report.written:
        return "Записано."
    return "Ничего не записано: исправьте ошибки или запустите с --skip-bad."

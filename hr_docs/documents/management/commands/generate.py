"""`generate`: hiring packs of many operators into a folder and a ZIP."""

import gc
import json
import tempfile
import time
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from tqdm import tqdm

from employees.models import Employment
from hr_docs.commands import UNUSABLE_INPUT, ProductCommand, reason_of
from hr_docs.documents.arguments import FORMATS, day, formats, path, worker_count
from hr_docs.documents.errors import IssueError
from hr_docs.documents.issuing.generating import Order, Outcome, generate
from hr_docs.documents.issuing.packs import pack_versions
from hr_docs.documents.issuing.renewing import employments_with_papers
from hr_docs.engine.bundle import write_zip
from hr_docs.storage.local import flush_files

_BAR = (
    "{l_bar}{bar}| {n_fmt} из {total_fmt}, прошло {elapsed}, осталось {remaining}, "
    "{speed} чел. в минуту"
)


class _Progress(tqdm):  # type: ignore[type-arg]  # generic for the type checker alone
    """A bar that tells its speed in Russian."""

    @property
    def format_dict(self) -> MutableMapping[str, Any]:
        """What the bar's format may name."""
        shown = super().format_dict
        seconds = shown["elapsed"]
        shown["speed"] = f"{shown['n'] * 60 / seconds:.0f}" if seconds else "?"
        return shown


class Command(ProductCommand):
    """Issue packs and export them. Exit status: 0 done, 1 some failed, 2 unusable input."""

    help = "Выпустить пакеты документов при приёме и сложить их в папку."

    def add_arguments(self, parser: CommandParser) -> None:
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--operator", nargs="+", metavar="НОМЕР", help="табельные номера")
        who.add_argument("--all", action="store_true", help="все, с кем отношения не прекращены")
        who.add_argument("--status", choices=Employment.Status.values, help="по статусу")
        parser.add_argument("--kind", nargs="+", metavar="ВИД", help="только эти виды документов")
        parser.add_argument("--format", type=formats, default=FORMATS, help="docx,pdf")
        parser.add_argument("--on", type=day, help="дата документов: 2026-12-01 или 01.12.2026")
        parser.add_argument("--out", type=path, required=True, help="папка")
        parser.add_argument("--zip", type=path, help="сложить всё ещё и в один архив")
        parser.add_argument("--workers", type=worker_count, default=1, help="процессов вёрстки PDF")
        parser.add_argument("--json", action="store_true", help="отчёт одним объектом JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        started = time.monotonic()
        chosen = self._chosen(options)
        try:
            versions = pack_versions(options["kind"])
        except IssueError as error:
            raise CommandError(str(error), returncode=UNUSABLE_INPUT) from error
        _require_writable(options["out"], options["zip"])
        order = Order(
            versions, options["format"], options["out"], options["on"], options["workers"]
        )
        outcomes = self._run(chosen, order, quiet=options["json"])
        if options["zip"]:
            self._write_zip(options["zip"], options["out"], outcomes)
        self._report(outcomes, time.monotonic() - started, as_json=options["json"])
        if any(outcome.error for outcome in outcomes):
            raise SystemExit(1)

    def _chosen(self, options: dict[str, Any]) -> list[int]:
        employments = Employment.objects.exclude(status=Employment.Status.ENDED)
        if options["status"]:
            employments = Employment.objects.filter(status=options["status"])
        if options["operator"]:
            numbers = set(options["operator"])
            employments = employments.filter(operator__personnel_number__in=numbers)
            known = set(employments.values_list("operator__personnel_number", flat=True))
            if numbers - known:
                unknown = ", ".join(sorted(numbers - known))
                raise CommandError(
                    f"Нет операторов с табельным номером: {unknown} (или их трудовые отношения "
                    "прекращены).",
                    returncode=UNUSABLE_INPUT,
                )
        chosen = list(
            employments.order_by("operator__personnel_number", "pk").values_list("pk", flat=True)
        )
        if not chosen:
            raise CommandError("Выпускать некого: никто не подходит.", returncode=UNUSABLE_INPUT)
        return chosen

    def _run(self, chosen: list[int], order: Order, *, quiet: bool) -> list[Outcome]:
        gc.freeze()  # what is loaded by now stays: no search for garbage need look at it again
        outcomes = _Progress(
            generate(employments_with_papers(chosen), order),
            total=len(chosen),
            disable=quiet,
            desc="Выпуск",
            bar_format=_BAR,
        )
        try:
            finished = list(outcomes)
            flush_files([file for outcome in finished for file in outcome.files])
        except OSError as error:
            folder = Path(error.filename).parent if error.filename else order.out
            raise CommandError(
                f"Не удалось записать в папку {folder}: {reason_of(error)}. "
                "Освободите место или выберите другую папку и повторите: выпущенное не потеряно.",
                returncode=1,
            ) from error
        return finished

    def _write_zip(self, archive: Path, out: Path, outcomes: list[Outcome]) -> None:
        files = (file for outcome in outcomes for file in outcome.files)
        try:
            write_zip(archive, ((file.relative_to(out).as_posix(), file) for file in files))
        except OSError as error:
            raise CommandError(
                f"Архив {archive} не записан: {reason_of(error)}. Все файлы лежат в папке {out}.",
                returncode=1,
            ) from error

    def _report(self, outcomes: list[Outcome], seconds: float, *, as_json: bool) -> None:
        failed = [outcome for outcome in outcomes if outcome.error]
        report = {
            "operators": len(outcomes),
            "documents": sum(o.issued + o.kept for o in outcomes if not o.error),
            "issued": sum(outcome.issued for outcome in outcomes),
            "kept": sum(outcome.kept for outcome in outcomes),
            "files": sum(len(outcome.files) for outcome in outcomes),
            "failed": [_row(outcome) | {"error": outcome.error} for outcome in failed],
            "unconfirmed": [_row(o) for o in outcomes if not o.error and o.unconfirmed],
            "seconds": round(seconds, 2),
        }
        if as_json:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
            return
        self.stdout.write(
            "Операторов: {operators}. Документов: {documents} (выпущено {issued}, без изменений "
            "{kept}). Файлов: {files}. Время: {seconds} с.".format(**report)
        )
        for outcome in outcomes:
            for row in () if outcome.error else outcome.unconfirmed:
                who = f"{outcome.personnel_number} {outcome.name}"
                self.stdout.write(f"{who}: не подтверждено: {row['message']} [{row['rule']}]")
        for outcome in failed:
            self.stderr.write(f"{outcome.personnel_number} {outcome.name}: {outcome.error}")


def _row(outcome: Outcome) -> dict[str, Any]:
    return {
        "operator": outcome.personnel_number,
        "name": outcome.name,
        "findings": outcome.findings,
    }


def _require_writable(out: Path, archive: Path | None) -> None:
    """Refuse places that cannot be written while no number has been taken yet."""
    if archive is not None and archive.is_dir():
        raise CommandError(
            f"--zip {archive}: это папка, нужно имя файла.", returncode=UNUSABLE_INPUT
        )
    for folder in filter(None, (out, archive and archive.parent)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
        except OSError as error:
            raise CommandError(
                f"В папку {folder} писать нельзя: {reason_of(error)}.", returncode=UNUSABLE_INPUT
            ) from error

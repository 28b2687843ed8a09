"""`check_master`: what is wrong with a Word file, before anyone is hired with it."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from hr_docs.commands import UNUSABLE_INPUT, ProductCommand
from hr_docs.documents.masters.checking import check_master, fault_row
from hr_docs.documents.models import WordMaster


class Command(ProductCommand):
    """Check a master. Exit status: 0 fit for use, 1 errors found, 2 unusable input."""

    help = "Проверить шаблон Word: метки, имена, пропуски, то, чего не покажет PDF."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.docx")
        parser.add_argument("--kind", required=True, help="вид документа")
        parser.add_argument("--json", action="store_true", help="отчёт одним объектом JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        kinds = dict(WordMaster.objects.values_list("kind", "in_hiring_pack"))
        if options["kind"] not in kinds:
            raise CommandError(
                f"Нет вида документа «{options['kind']}». Есть: {', '.join(kinds)}.",
                returncode=UNUSABLE_INPUT,
            )
        faults = check_master(
            path.read_bytes(), options["kind"], for_everybody=kinds[options["kind"]]
        )
        if options["json"]:
            rows = [fault_row(fault) for fault in faults]
            report = {"file": str(path), "kind": options["kind"], "faults": rows}
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            for fault in faults:
                self.stdout.write(f"{fault.severity}: {fault}")
            if not faults:
                self.stdout.write("Шаблон годен.")
        if any(fault.code == "file" for fault in faults):
            raise SystemExit(UNUSABLE_INPUT)
        if any(fault.severity == "error" for fault in faults):
            raise SystemExit(1)

"""`check_law`: which figures of the law end or are missing soon."""

import json
from typing import Any

from django.core.management.base import CommandParser

from hr_docs.commands import ProductCommand
from hr_docs.documents.arguments import day, day_count
from hr_docs.documents.legal.gaps import DAYS_AHEAD, FigureGap, figure_gaps, unknown_regions


class Command(ProductCommand):
    """Look ahead. Exit status: 0 every figure is known, 1 some are missing, 2 unusable input."""

    help = "Каких величин закона не хватит в ближайшее время: МРОТ, нормы часов, пределы."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--on", type=day, required=True, help="день: 2026-12-01 или 01.12.2026")
        parser.add_argument(
            "--days", type=day_count, default=DAYS_AHEAD, help="на сколько дней вперёд"
        )
        parser.add_argument("--json", action="store_true", help="отчёт одним объектом JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        gaps = figure_gaps(on=options["on"], days=options["days"])
        regions = unknown_regions(on=options["on"])
        if options["json"]:
            report = {
                "on": options["on"].isoformat(),
                "days": options["days"],
                "missing": [gap.row() for gap in gaps],
                "regions_without_figure": regions,
            }
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            self._report(gaps, regions)
        if gaps:
            raise SystemExit(1)

    def _report(self, gaps: list[FigureGap], regions: list[str]) -> None:
        for gap in gaps:
            self.stdout.write(str(gap))
        if not gaps:
            self.stdout.write("Все величины известны.")
        if regions:
            self.stdout.write(
                f"Нет данных о региональной минимальной зарплате: {', '.join(regions)}. "
                "Проверьте, есть ли в регионе соглашение (ст. 133.1 ТК РФ)."
            )

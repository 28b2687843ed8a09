"""Rebuild the shipped Word masters and the page of placeholders from their sources."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from hr_docs.commands import ProductCommand
from hr_docs.documents.context.reference import reference_page
from hr_docs.engine.authoring import build_master, parse_source
from hr_docs.engine.errors import TemplateError


class Command(ProductCommand):
    help = "Build templates/word/*.docx from the .txt beside them, and PLACEHOLDERS.md."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dir",
            type=Path,
            default=Path(settings.WORD_MASTERS_DIR),
            help="where the sources are",
        )

    def handle(self, **options: Any) -> None:
        folder: Path = options["dir"]
        for source in sorted(folder.glob("*.txt")):
            try:
                content = build_master(parse_source(source.read_text(encoding="utf-8")))
            except TemplateError as error:
                raise CommandError(f"{source.name}: {error}", returncode=2) from error
            source.with_suffix(".docx").write_bytes(content)
            self.stdout.write(f"{source.stem}.docx")
        (folder / "PLACEHOLDERS.md").write_text(reference_page(), encoding="utf-8")
        self.stdout.write("PLACEHOLDERS.md")

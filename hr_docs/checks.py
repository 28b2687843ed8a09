"""System checks: a machine that cannot make right documents is told so at the start."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from hr_docs.engine.pdf import missing_libraries
from hr_docs.engine.wordml.fonts import missing_fonts

SHIPPED_KINDS = ("job_description", "confidentiality_undertaking", "employment_contract")


@register()
def check_fonts(**_kwargs: Any) -> list[CheckMessage]:
    """Every font family that Word files are mapped to must be installed: no silent fallback."""
    return [
        Error(
            f"Font family {family} is not installed.",
            hint="apt-get install fonts-liberation fonts-crosextra-carlito fonts-crosextra-caladea",
            id="hr_docs.E001",
        )
        for family in missing_fonts()
    ]


@register()
def check_libraries(**_kwargs: Any) -> list[CheckMessage]:
    """Pango lays out the text; without libharfbuzz-subset PDFs take half as long again."""
    missing = missing_libraries()
    messages: list[CheckMessage] = []
    for library in missing:
        kind = Warning if "subset" in library else Error
        messages.append(
            kind(
                f"Library {library} is not installed.",
                hint="apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
                id="hr_docs.W002" if kind is Warning else "hr_docs.E002",
            )
        )
    return messages


@register()
def check_masters(**_kwargs: Any) -> list[CheckMessage]:
    """The Word masters that the product ships must be there."""
    return [
        Error(
            f"Word master {kind}.docx is missing in {settings.WORD_MASTERS_DIR}.",
            hint="manage.py build_masters",
            id="hr_docs.E003",
        )
        for kind in SHIPPED_KINDS
        if not (settings.WORD_MASTERS_DIR / f"{kind}.docx").is_file()
    ]

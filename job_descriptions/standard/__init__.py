"""The job descriptions that ship with the product: four tiers, eight sections each.

A tier's text is the common text of every tier joined with its own (and, for a senior operator,
with the duties of an operator): one sentence stands in one file.
"""

from functools import cache
from pathlib import Path
from string import Template
from typing import Any

import yaml

from job_descriptions.models import JobDescriptionEdition

Section = JobDescriptionEdition.Section

TIER_CODES = ("trainee", "operator", "senior", "mentor")
"""The seeded tiers that have a standard text."""

_TEXTS = Path(__file__).parent
_DEFAULT_SUPERIOR = "руководитель смены"


def standard_sections(
    *, tier_code: str, position: str, tier: str, superior: str = ""
) -> dict[str, list[str]]:
    """The whole text for a tier: `{section code: [paragraph, …]}`, in the order of `Section`.

    `position`, `tier` and `superior` (position of the immediate superior, nominative) are printed
    as they are given; KeyError for a tier without a standard text.
    """
    if tier_code not in TIER_CODES:
        raise KeyError(tier_code)
    own, common = _read(tier_code), _read("common")
    borrowed: dict[str, Any] = (
        {"duties": _read(own["duties_of"])["duties"]} if "duties_of" in own else {}
    )
    words = {"position": position, "tier": tier, "superior": superior or _DEFAULT_SUPERIOR}
    return {
        code.value: [
            Template(paragraph).substitute(words)
            for text in (common, borrowed, own)
            for paragraph in text.get(code, [])
        ]
        for code in Section
    }


@cache
def _read(name: str) -> dict[str, Any]:
    """A text of this folder; YAML folds its lines into paragraphs."""
    text = yaml.safe_load((_TEXTS / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(text, dict)  # noqa: S101 - our own file
    return text

"""Placeholders of words that decline: nominative from the record, oblique cases as stored."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from hr_docs.documents.context.placeholder import Placeholder, text

OBLIQUE = {
    "родительный": "gent",
    "дательный": "datv",
    "винительный": "accs",
    "творительный": "ablt",
    "предложный": "loct",
}
"""Case names in placeholders → codes in the stored forms."""


def in_cases(
    name: str,
    meaning: str,
    examples: Sequence[str],
    *,
    nominative: str,
    forms: str,
    spelled: Callable[[str], str] = str,
) -> tuple[Placeholder, ...]:
    """Six placeholders: `nominative` and `forms` are attribute paths from the employment.

    The oblique cases are those that HR saw and could edit; one that is not stored is "", so that
    printing it stops the document instead of inventing a form. `spelled` adapts the spelling.
    """
    nominative_of = attrgetter(f"employment.{nominative}")
    forms_of = attrgetter(f"employment.{forms}")

    def stored(code: str) -> Callable[[Any], str]:
        return lambda source: spelled(stored_form(forms_of(source), code))

    first = text(
        f"{name}.именительный",
        examples[0],
        f"{meaning}: кто? что?",
        nominative_of,
    )
    others = (
        text(f"{name}.{case}", example, f"{meaning}, падеж {case}", stored(code))
        for (case, code), example in zip(OBLIQUE.items(), examples[1:], strict=True)
    )
    return (first, *others)


def stored_form(forms: Mapping[str, Any], code: str) -> str:
    """The stored form of a case: `{code: {"value": …}}`; a person's value has three parts."""
    value = forms.get(code, {}).get("value", "")
    if isinstance(value, Mapping):
        value = " ".join(filter(None, map(value.get, ("surname", "name", "patronymic"))))
    return str(value)

"""Placeholders of words that decline: nominative from the record, oblique cases as stored."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from hr_docs.documents.context.placeholder import Placeholder, text
from hr_docs.russian import Case
from hr_docs.russian.declensions import MissingForm, StoredForms, read_person, read_phrase

OBLIQUE: dict[str, Case] = {
    "родительный": "gent",
    "дательный": "datv",
    "винительный": "accs",
    "творительный": "ablt",
    "предложный": "loct",
}
"""Case names in placeholders → codes in the stored forms."""


def person_in_cases(
    name: str, meaning: str, person: str, examples: Sequence[str]
) -> tuple[Placeholder, ...]:
    """Six placeholders of the name of a person; `person` is its path from the employment."""
    return _in_cases(
        name,
        meaning,
        examples,
        nominative=attrgetter(f"employment.{person}.full_name"),
        oblique=_stored(f"{person}.name_forms", lambda forms, case: str(read_person(forms, case))),
    )


def phrase_in_cases(
    name: str,
    meaning: str,
    paths: tuple[str, str],
    examples: Sequence[str],
    *,
    spelled: Callable[[str], str] = str,
) -> tuple[Placeholder, ...]:
    """Six placeholders of a title or a name of an organisation.

    `paths` lead from the employment to the nominative and to the stored forms; `spelled` adapts
    the spelling of the oblique cases, which stand inside a sentence.
    """
    nominative, forms = paths
    return _in_cases(
        name,
        meaning,
        examples,
        nominative=attrgetter(f"employment.{nominative}"),
        oblique=_stored(forms, lambda found, case: spelled(read_phrase(found, case))),
    )


def _in_cases(
    name: str,
    meaning: str,
    examples: Sequence[str],
    *,
    nominative: Callable[[Any], str],
    oblique: Callable[[Case], Callable[[Any], str]],
) -> tuple[Placeholder, ...]:
    first = text(f"{name}.именительный", examples[0], f"{meaning}: кто? что?", nominative)
    others = (
        text(f"{name}.{case}", example, f"{meaning}, падеж {case}", oblique(code))
        for (case, code), example in zip(OBLIQUE.items(), examples[1:], strict=True)
    )
    return (first, *others)


def _stored(
    path: str, read: Callable[[StoredForms, Case], str]
) -> Callable[[Case], Callable[[Any], str]]:
    """How to read a stored case; one that is not stored is "", so that printing it is an error."""
    forms_of = attrgetter(f"employment.{path}")

    def of_case(case: Case) -> Callable[[Any], str]:
        def value(source: object) -> str:
            try:
                return read(forms_of(source), case)
            except MissingForm:
                return ""

        return value

    return of_case

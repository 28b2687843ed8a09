"""The stored oblique forms of a name or a phrase: proposed, edited by HR, kept up to date.

What is stored is JSON: `{"gent": {"value": …, "origin": "proposed" | "edited", "flagged": bool,
"stale": bool}, …}` with the five cases of `OBLIQUE`. `value` is a string for a phrase and
`{"surname": …, "name": …, "patronymic": …}` for a person. `flagged` asks HR to check a proposed
form; `stale` marks an edited form whose nominative has changed since.

Every function returns a new mapping and leaves its argument alone.
"""

from collections.abc import Mapping
from typing import Any

from hr_docs.russian.cases import OBLIQUE, Case, Gender
from hr_docs.russian.persons import PersonName
from hr_docs.russian.proposals import propose_person, propose_phrase

StoredForms = Mapping[str, Mapping[str, Any]]
Forms = dict[str, dict[str, Any]]
PersonEdits = Mapping[Case, PersonName]
PhraseEdits = Mapping[Case, str]


class MissingForm(LookupError):  # noqa: N818 - reads as what it reports
    """A case is not stored: the record was not saved by its service."""

    def __init__(self, case: str) -> None:
        super().__init__(case)
        self.case = case


def refresh_person(
    stored: StoredForms, name: PersonName, *, gender: Gender, is_renamed: bool = False
) -> Forms:
    """The forms of a person after saving.

    Missing forms are proposed. `is_renamed` says that the nominative or the gender is not the one
    that the stored forms were made from: the proposed ones are then made again, the edited ones
    stay and become stale.
    """
    if _is_complete(stored) and not is_renamed:
        return _copy(stored)
    proposal = propose_person(
        surname=name.surname, name=name.name, patronymic=name.patronymic, gender=gender
    )
    values = {case: _stored_person(form) for case, form in proposal.forms.items()}
    return _merge(stored, values, flagged=proposal.flagged, is_renamed=is_renamed)


def refresh_phrase(stored: StoredForms, phrase: str, *, is_renamed: bool = False) -> Forms:
    """The forms of a title, department or organisation after saving; see `refresh_person`."""
    if _is_complete(stored) and not is_renamed:
        return _copy(stored)
    proposal = propose_phrase(phrase)
    return _merge(stored, proposal.forms, flagged=proposal.flagged, is_renamed=is_renamed)


def edit_person(stored: StoredForms, edits: PersonEdits) -> Forms:
    """Put forms that HR wrote in place of the stored ones; see `edit_phrase`."""
    return _edit(stored, {case: _stored_person(form) for case, form in edits.items()})


def edit_phrase(stored: StoredForms, edits: PhraseEdits) -> Forms:
    """Put forms that HR wrote in place of the stored ones.

    A form handed back as it was stays proposed, and its flag and staleness are settled: HR has
    seen it.
    """
    return _edit(stored, edits)


def kept_phrase(
    stored: StoredForms, phrase: str, *, before: str | None, edits: PhraseEdits | None
) -> Forms:
    """What a record keeps after saving: refreshed, then as HR wrote.

    `before` is the phrase that was stored with the record (None: the record is new).
    """
    forms = refresh_phrase(stored, phrase, is_renamed=before not in {None, phrase})
    return edit_phrase(forms, edits or {})


def read_person(stored: StoredForms, case: Case) -> PersonName:
    """A stored form of a person. Raises MissingForm."""
    value = _value(stored, case)
    return PersonName(value["surname"], value["name"], value["patronymic"])


def read_phrase(stored: StoredForms, case: Case) -> str:
    """A stored form of a phrase. Raises MissingForm."""
    return str(_value(stored, case))


def _value(stored: StoredForms, case: Case) -> Any:
    try:
        return stored[case]["value"]
    except KeyError as error:
        raise MissingForm(case) from error


def _merge(
    stored: StoredForms, values: Mapping[Case, Any], *, flagged: bool, is_renamed: bool
) -> Forms:
    merged: Forms = {}
    for case in OBLIQUE:
        form = dict(stored.get(case, {}))
        if form.get("origin") == "edited":
            form["stale"] = form["stale"] or is_renamed
        elif not form or is_renamed:
            form = _form(values[case], origin="proposed", flagged=flagged)
        merged[case] = form
    return merged


def _edit(stored: StoredForms, edits: Mapping[Case, Any]) -> Forms:
    edited = _copy(stored)
    for case, value in edits.items():
        form = edited.get(case, {})
        is_kept = form.get("value") == value
        edited[case] = _form(value, origin=form["origin"] if is_kept else "edited")
    return edited


def _form(value: Any, *, origin: str, flagged: bool = False) -> dict[str, Any]:
    return {"value": value, "origin": origin, "flagged": flagged, "stale": False}


def _stored_person(name: PersonName) -> dict[str, str]:
    return {"surname": name.surname, "name": name.name, "patronymic": name.patronymic}


def _is_complete(stored: StoredForms) -> bool:
    return all(case in stored for case in OBLIQUE)


def _copy(stored: StoredForms) -> Forms:
    return {case: dict(form) for case, form in stored.items()}

"""What a form declines: names of persons, and phrases such as titles and organisations."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hr_docs.russian import OBLIQUE, Case, Gender, PersonName, propose_person, propose_phrase
from hr_docs.russian.declensions import (
    Forms,
    PersonEdits,
    PhraseEdits,
    StoredForms,
    edit_person,
    edit_phrase,
    refresh_person,
    refresh_phrase,
)

CASES: dict[Case, Promise] = {
    "gent": _("Genitive"),
    "datv": _("Dative"),
    "accs": _("Accusative"),
    "ablt": _("Instrumental"),
    "loct": _("Prepositional"),
}
Words = tuple[str, ...]  # what stands in the fields that are declined
Edits = Mapping[Case, Mapping[str, str]]  # by case, by part of the form


@dataclass(frozen=True, slots=True)
class Declined(ABC):
    """Something that a record keeps in five oblique cases.

    `name` is the prefix of the table's fields; `nominative` are the form fields that it is made of;
    `stored_in` is the record's field with the stored forms (`hr_docs.russian.declensions`).
    """

    name: str
    title: Promise
    nominative: tuple[str, ...]
    stored_in: str = "name_forms"
    parts: ClassVar[Mapping[str, Promise]]

    @abstractmethod
    def is_known(self, words: Words) -> bool:
        """Whether there is enough to decline."""

    @abstractmethod
    def refresh(self, stored: StoredForms, words: Words, *, is_renamed: bool) -> Forms:
        """The forms as they will be stored for these words."""

    @abstractmethod
    def edit(self, stored: StoredForms, edits: Edits) -> Forms:
        """The stored forms with those that HR wrote."""

    @abstractmethod
    def doubts(self, words: Words) -> tuple[str, ...]:
        """Why a proposal should be checked, in Russian."""

    @abstractmethod
    def values(self, form: Any) -> dict[str, str]:
        """The texts of one stored form, by part."""


class DeclinedPerson(Declined):
    """The name of a person: three words a case. `nominative`: surname, name, patronymic, gender."""

    parts = {"surname": _("Surname"), "name": _("First name"), "patronymic": _("Patronymic")}

    def is_known(self, words: Words) -> bool:
        return bool(words[0]) and words[3] in ("m", "f")

    def refresh(self, stored: StoredForms, words: Words, *, is_renamed: bool) -> Forms:
        gender = cast("Gender", words[3])
        return refresh_person(stored, PersonName(*words[:3]), gender=gender, is_renamed=is_renamed)

    def edit(self, stored: StoredForms, edits: Edits) -> Forms:
        return edit_person(stored, person_edits(edits))

    def doubts(self, words: Words) -> tuple[str, ...]:
        surname, name, patronymic, gender = words
        return propose_person(
            surname=surname, name=name, patronymic=patronymic, gender=cast("Gender", gender)
        ).doubts

    def values(self, form: Any) -> dict[str, str]:
        return dict(form)


class DeclinedPhrase(Declined):
    """A title, a department, an organisation: one text a case."""

    parts = {"text": _("Form")}

    def is_known(self, words: Words) -> bool:
        return bool(words[0])

    def refresh(self, stored: StoredForms, words: Words, *, is_renamed: bool) -> Forms:
        return refresh_phrase(stored, words[0], is_renamed=is_renamed)

    def edit(self, stored: StoredForms, edits: Edits) -> Forms:
        return edit_phrase(stored, phrase_edits(edits))

    def doubts(self, words: Words) -> tuple[str, ...]:
        return propose_phrase(words[0]).doubts

    def values(self, form: Any) -> dict[str, str]:
        return {"text": form}


def person_edits(edits: Edits) -> PersonEdits:
    """Edits as the services of persons take them."""
    return {case: PersonName(**parts) for case, parts in edits.items()}


def phrase_edits(edits: Edits) -> PhraseEdits:
    """Edits as the services of titles and organisations take them."""
    return {case: parts["text"] for case, parts in edits.items()}


def written(form: Any) -> str:
    """One stored form as a line of text."""
    if isinstance(form, str):
        return form
    # By name: PostgreSQL gives the keys of an object back in an order of its own.
    return " ".join(filter(None, map(form.get, ("surname", "name", "patronymic"))))


def state(form: Mapping[str, Any]) -> str:
    """What HR should know of a stored form: stale, flagged, edited or proposed."""
    return next((mark for mark in ("stale", "flagged") if form.get(mark)), str(form["origin"]))


STATES: dict[str, Promise] = {
    "stale": _("name changed, check"),
    "flagged": _("check"),
    "edited": _("edited"),
    "proposed": _("proposed"),
}


def shown_forms(stored: StoredForms) -> list[dict[str, Any]]:
    """Lines of a declension for reading: case, text, state in words."""
    return [
        {
            "case": CASES[case],
            "text": written(stored[case]["value"]),
            "state": state(stored[case]),
            "state_label": STATES[state(stored[case])],
        }
        for case in OBLIQUE
        if case in stored
    ]

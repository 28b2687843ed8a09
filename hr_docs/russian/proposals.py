"""All five oblique forms of a name or a phrase at once, and what HR should look at in them.

The dictionary is a second opinion on names: where it disagrees with the forms, they stand and the
proposal is flagged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from hr_docs.russian.cases import OBLIQUE, Case, Gender
from hr_docs.russian.dictionary import Parse, forms, parses
from hr_docs.russian.genders import evident_gender, is_patronymic
from hr_docs.russian.persons import PersonName, Word, decline_person, paradigm, words
from hr_docs.russian.petrovich import Part
from hr_docs.russian.phrases import decline_phrase, plan_of
from hr_docs.russian.rules import Paradigm
from hr_docs.russian.spelling import VOWELS, is_cyrillic, tidy

Form = TypeVar("Form")

_PART_NAMES: dict[Part, str] = {"surname": "фамилия", "name": "имя", "patronymic": "отчество"}
_GENDERS: dict[Gender, str] = {"m": "masc", "f": "femn"}


@dataclass(frozen=True, slots=True)
class Proposal(Generic[Form]):
    """Proposed forms by case (all but the nominative), and doubts about them in Russian."""

    forms: Mapping[Case, Form]
    doubts: tuple[str, ...] = ()

    @property
    def flagged(self) -> bool:
        """Whether HR should check the forms («проверьте»)."""
        return bool(self.doubts)


def propose_person(
    *, surname: str, name: str, patronymic: str, gender: Gender
) -> Proposal[PersonName]:
    """The oblique forms of a name, with doubts: contested norms, wrong alphabet, other gender."""
    parts: dict[Part, str] = {"surname": surname, "name": name, "patronymic": patronymic}
    doubts = [
        doubt for part, text in parts.items() for doubt in _doubts_about(tidy(text), part, gender)
    ]
    evident = evident_gender(surname=surname, name=name, patronymic=patronymic)
    if evident and evident != gender:
        doubts.append("пол не похож на имя и отчество")
    declined = {
        case: decline_person(
            surname=surname, name=name, patronymic=patronymic, gender=gender, case=case
        )
        for case in OBLIQUE
    }
    return Proposal(declined, tuple(doubts))


def propose_phrase(phrase: str) -> Proposal[str]:
    """The oblique forms of a title, department or organisation, with a doubt about its head."""
    declined = {case: decline_phrase(phrase, case) for case in OBLIQUE}
    doubt = plan_of(tidy(phrase)).doubt
    return Proposal(declined, (doubt,) if doubt else ())


def _doubts_about(text: str, part: Part, gender: Gender) -> list[str]:
    label = _PART_NAMES[part]
    return [
        f"{label} «{word.text}»: {reason}"
        for word in words(text, part, gender)
        if (reason := _doubt_about(word, part, gender))
    ]


def _doubt_about(word: Word, part: Part, gender: Gender) -> str | None:
    lower = word.text.lower()
    if not is_cyrillic(lower):
        return "не все буквы русские, не склоняется"
    if word.frozen or (part == "patronymic" and is_patronymic(lower)):
        return None
    ours = paradigm(lower, part, gender)
    if ours.contested:
        return "норма допускает и другие формы, спросите работника"
    womans_stays = part == "surname" and gender == "f" and lower[-1] not in VOWELS
    if not womans_stays and not _dictionary_agrees(lower, ours, gender):
        return "словарь склоняет иначе"
    return None


def _dictionary_agrees(word: str, ours: Paradigm, gender: Gender) -> bool:
    """Whether some reading declines like ours, or there is no reading to compare with.

    The accusative is left out: of a common noun that is a surname it follows animacy.
    """
    readings = [parse for parse in parses(word) if _may_be(parse, gender)]
    return not readings or any(
        _comparable(forms(each)) == _comparable(ours.forms) for each in readings
    )


def _may_be(parse: Parse, gender: Gender) -> bool:
    tag = parse.tag
    if tag.POS not in ("NOUN", "ADJF") or tag.case != "nomn" or tag.number != "sing":
        return False
    return tag.gender in (None, _GENDERS[gender]) or "ms-f" in tag


def _comparable(five: tuple[str, ...]) -> tuple[str, ...]:
    genitive, dative, _, instrumental, locative = five
    return tuple(form.replace("ё", "е") for form in (genitive, dative, instrumental, locative))

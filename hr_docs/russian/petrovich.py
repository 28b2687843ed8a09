"""The petrovich rules for Russian names (package pytrovich), behind plain words."""

import logging
from collections.abc import Callable
from functools import cache, partial
from typing import Literal

from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case as PetrovichCase
from pytrovich.enums import Gender as PetrovichGender
from pytrovich.enums import NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from hr_docs.russian.cases import OBLIQUE, Case, Gender
from hr_docs.russian.rules import Paradigm

Part = Literal["surname", "name", "patronymic"]

_CASES: dict[Case, PetrovichCase] = {
    "gent": PetrovichCase.GENITIVE,
    "datv": PetrovichCase.DATIVE,
    "accs": PetrovichCase.ACCUSATIVE,
    "ablt": PetrovichCase.INSTRUMENTAL,
    "loct": PetrovichCase.PREPOSITIONAL,
}
_GENDERS: dict[Gender, PetrovichGender] = {"m": PetrovichGender.MALE, "f": PetrovichGender.FEMALE}
_PARTS: dict[Part, NamePart] = {
    "surname": NamePart.LASTNAME,
    "name": NamePart.FIRSTNAME,
    "patronymic": NamePart.MIDDLENAME,
}


def paradigm(word: str, part: Part, gender: Gender) -> Paradigm:
    """The forms of one lower-case word of a name; all unchanged where no rule fits."""
    make = partial(_maker().make, _PARTS[part], _GENDERS[gender])
    return Paradigm(tuple(str(make(_CASES[case], word)) for case in OBLIQUE))


def gender_of_first_name(word: str) -> Gender | None:
    """The gender of a first name; None where it may be either or no rule fits."""
    detect: Callable[..., PetrovichGender] = _detector().detect
    detected = detect(firstname=word)
    return next((ours for ours, theirs in _GENDERS.items() if theirs == detected), None)


@cache
def _maker() -> PetrovichDeclinationMaker:
    _keep_names_out_of_logs()
    return PetrovichDeclinationMaker()


@cache
def _detector() -> PetrovichGenderDetector:
    _keep_names_out_of_logs()
    return PetrovichGenderDetector()


def _keep_names_out_of_logs() -> None:
    # pytrovich writes every name it declines at level DEBUG: personal data.
    logging.getLogger("pytrovich").setLevel(logging.CRITICAL)

"""The person inside a phrase: «индивидуальный предприниматель Иванов Иван Иванович»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hr_docs.russian.cases import Case, Gender
from hr_docs.russian.genders import guess_gender
from hr_docs.russian.persons import decline_person

_CAPITALISED = re.compile(r"[А-ЯЁ][а-яёА-ЯЁ'’-]+")
_INITIALS = re.compile(r"(?:[А-ЯЁ]\.-?)+")
_PATRONYMIC = re.compile(r".(?:[иы]ч|[оеё]вна|[иы]чна)$", re.IGNORECASE)
_TURKIC = re.compile(r"(?:оглы|оглу|угли|улы|уулу|кызы|кизи|гызы)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EmbeddedPerson:
    """A name found in a phrase: its words in the order in which they stand, and a gender."""

    words: tuple[str, ...]
    order: tuple[str, ...]
    gender: Gender

    def decline(self, case: Case) -> tuple[str, ...]:
        """The words in a case, in the same order."""
        parts = {"surname": "", "name": "", "patronymic": "", **self._parts()}
        name = decline_person(**parts, gender=self.gender, case=case)
        return tuple(
            getattr(name, part) if part else word
            for part, word in zip(self.order, self.words, strict=True)
        )

    def _parts(self) -> dict[str, str]:
        return {part: word for part, word in zip(self.order, self.words, strict=True) if part}


def person_at(tokens: Sequence[str], place: int, *, trader: bool) -> EmbeddedPerson | None:
    """A full name that begins at `place`; of a sole trader also without a patronymic or initials.

    None where there is no name there or where nothing tells the gender.
    """
    order = _order(tokens[place : place + 4], trader=trader)
    if not order:
        return None
    words = tuple(tokens[place : place + len(order)])
    parts = {part: word for part, word in zip(order, words, strict=True) if part}
    if order[-1] == "" and _TURKIC.fullmatch(words[-1]):
        parts["patronymic"] = words[-1]
    gender = guess_gender(**parts)
    return EmbeddedPerson(words, order, gender) if gender else None


def is_name_at(tokens: Sequence[str], place: int, *, trader: bool) -> bool:
    """Whether a name begins at `place`, though nothing may tell its gender (ИП Шевчук А. П.)."""
    return bool(_order(tokens[place : place + 4], trader=trader))


def _order(words: Sequence[str], *, trader: bool) -> tuple[str, ...]:
    """What each word of a name at the beginning of `words` is; "" for one that never declines."""
    capitalised = [bool(_CAPITALISED.fullmatch(word)) for word in words]
    patronymic = [bool(_PATRONYMIC.search(word)) for word in words]
    if len(words) > 3 and all(capitalised[:3]) and _TURKIC.fullmatch(words[3]):
        return ("surname", "name", "", "")
    if len(words) > 2 and all(capitalised[:3]) and patronymic[2]:
        return ("surname", "name", "patronymic")
    if len(words) > 2 and all(capitalised[:3]) and patronymic[1]:
        return ("name", "patronymic", "surname")
    return _short_order(words, capitalised) if trader else ()


def _short_order(words: Sequence[str], capitalised: Sequence[bool]) -> tuple[str, ...]:
    initials = [bool(_INITIALS.fullmatch(word)) for word in words]
    if capitalised[:1] == [True] and initials[1:2] == [True]:
        return ("surname", "", "") if initials[2:3] == [True] else ("surname", "")
    if capitalised[:2] == [True, True]:
        return ("surname", "name")
    return ()

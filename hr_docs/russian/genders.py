"""The gender that a name suggests: a default for a form, never a fact."""

import re

from hr_docs.russian import petrovich
from hr_docs.russian.cases import Gender
from hr_docs.russian.dictionary import is_from_dictionary, parses
from hr_docs.russian.spelling import is_cyrillic, tidy

_PATRONYMIC: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"(?:[иы]ч|оглы|оглу|углы|угли|улы|уулу)$"),
    "f": re.compile(r"(?:[оеё]вна|[иы]чна|кызы|кизи|гызы)$"),
}
_SURNAME: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"..(?:[оеё]в|[иы]н|[сц]кий|[сц]кой|ый)$"),
    "f": re.compile(r"..(?:[оеё]ва|[иы]на|[сц]кая|ая|яя)$"),
}


def guess_gender(*, surname: str = "", name: str = "", patronymic: str = "") -> Gender | None:
    """'m' or 'f' by the patronymic, else by the first name and the surname together.

    None where they contradict each other (Иванов Анна) or say nothing (Шевчук Саша).
    """
    by_patronymic = _by_ending(patronymic, _PATRONYMIC)
    if by_patronymic:
        return by_patronymic
    guesses = {_by_first_name(name), _by_ending(surname, _SURNAME)} - {None}
    return guesses.pop() if len(guesses) == 1 else None


def _by_ending(text: str, endings: dict[Gender, re.Pattern[str]]) -> Gender | None:
    word = tidy(text).lower()
    return next((gender for gender, ending in endings.items() if ending.search(word)), None)


def _by_first_name(text: str) -> Gender | None:
    words = [word for word in re.split(r"[\s-]+", tidy(text).lower()) if is_cyrillic(word)]
    if not words:
        return None
    known = {
        parse.tag.gender
        for parse in parses(words[-1])
        if is_from_dictionary(parse) and {"Name", "nomn", "sing"} in parse.tag
    }
    if known == {"masc"}:
        return "m"
    if known == {"femn"}:
        return "f"
    return petrovich.gender_of_first_name(words[-1])

"""The gender that a name suggests: a default for a form, never a fact."""

import re

from hr_docs.russian import petrovich
from hr_docs.russian.cases import Gender
from hr_docs.russian.dictionary import is_from_dictionary, parses
from hr_docs.russian.spelling import is_cyrillic, tidy

_PATRONYMIC: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"(?:[иы]ч|оглы|оглу|углы|угли|ўғли|ўгли|улы|ұлы|уулу)$"),
    "f": re.compile(r"(?:[оеё]вна|[иы]чна|кызы|қызы|кизи|қизи|гызы)$"),
}
_SURNAME: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"..(?:[оеё]в|[иы]н|[сц]кий|[сц]кой|ый)$"),
    "f": re.compile(r"..(?:[оеё]ва|[иы]на|[сц]кая|ая|яя)$"),
}


def is_patronymic(text: str) -> bool:
    """Whether a word, or two of them (Ильдар оглы), end as a patronymic does."""
    return _by_ending(text, _PATRONYMIC) is not None


def guess_gender(*, surname: str = "", name: str = "", patronymic: str = "") -> Gender | None:
    """'m' or 'f' by the patronymic, else by the first name and the surname together.

    None where they contradict each other (Иванов Анна) or say nothing (Шевчук Саша).
    """
    by_patronymic = _by_ending(patronymic, _PATRONYMIC)
    return by_patronymic or _agreed(_in_dictionary(name) or _by_rules(name), surname)


def evident_gender(*, surname: str = "", name: str = "", patronymic: str = "") -> Gender | None:
    """The same without the rules, which take Кетеван and Айпери for men: too weak to contradict."""
    by_patronymic = _by_ending(patronymic, _PATRONYMIC)
    return by_patronymic or _agreed(_in_dictionary(name), surname)


def _agreed(by_name: Gender | None, surname: str) -> Gender | None:
    guesses = {by_name, _by_ending(surname, _SURNAME)} - {None}
    return guesses.pop() if len(guesses) == 1 else None


def _by_ending(text: str, endings: dict[Gender, re.Pattern[str]]) -> Gender | None:
    word = tidy(text).lower()
    return next((gender for gender, ending in endings.items() if ending.search(word)), None)


def _in_dictionary(name: str) -> Gender | None:
    known = {
        parse.tag.gender
        for parse in parses(_last_word(name))
        if is_from_dictionary(parse) and {"Name", "nomn", "sing"} in parse.tag
    }
    if known == {"masc"}:
        return "m"
    return "f" if known == {"femn"} else None


def _by_rules(name: str) -> Gender | None:
    word = _last_word(name)
    return petrovich.gender_of_first_name(word) if word else None


def _last_word(name: str) -> str:
    words = [word for word in re.split(r"[\s-]+", tidy(name).lower()) if is_cyrillic(word)]
    return words[-1] if words else ""

"""Digits beside words: «350 (триста пятьдесят) рублей» must be one number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hr_docs.law.text import plain
from hr_docs.russian import OBLIQUE, Case, number_in_words
from hr_docs.russian.numbers import NumeralGender

_PAIR = re.compile(
    r"(?<![\d.,/№-])(?P<whole>\d{1,3}(?: \d{3})+|\d+)(?:[.,](?P<fraction>\d+))?"
    r"(?P<unit>[ %₽а-я.]{0,25})\((?P<words>[а-я][а-я -]*)"
)
_UNIT = re.compile(
    r"руб|коп|час|мин|дн|ден|день|недел|месяц|год|лет|процент|экземпляр|календарн|рабоч|цел|сут|"
    r"раз|человек|смен|балл"
)
_SMALL = (*range(20), *range(20, 100, 10), *range(100, 1000, 100))
_GENDERS: tuple[NumeralGender, ...] = ("m", "f", "n")
_CASES: tuple[Case, ...] = ("nomn", *OBLIQUE)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Digits and the number that the words beside them name."""

    quote: str
    digits: str
    named: int


def mismatches(text: str) -> Iterator[Mismatch]:
    """Every place where the words name another number than the digits before them."""
    for found in _PAIR.finditer(plain(text)):
        named = number_named(found["words"], is_fraction=bool(int(found["fraction"] or 0)))
        if named is not None and named != int(found["whole"].replace(" ", "")):
            end = ")" if found.string.startswith(")", found.end()) else "…)"
            yield Mismatch(found[0].strip() + end, found["whole"], named)


def number_named(words: str, *, is_fraction: bool = False) -> int | None:
    """The whole number that begins `words` («двух рабочих дней»: 2), in any case and gender.

    None when they begin with something else, or go on as no counted thing does («двадцать
    пятого»). Of a fraction only «две целых …» is read, its whole part.
    """
    total, group, rest = 0, 0, words.replace("-", " ").split()
    is_read = False
    while rest and (value := _values().get(rest[0])) is not None:
        is_read = True
        group, total = (group + value, total) if value < 1000 else (0, total + (group or 1) * value)
        rest = rest[1:]
    follows = rest[0] if rest else ""
    if not is_read or (follows and not _UNIT.match(follows)):
        return None
    return None if is_fraction and not follows.startswith("цел") else total + group


@cache
def _values() -> dict[str, int]:
    """Every form of every word that numerals are made of, without ё."""
    values = {
        plain(number_in_words(number, case=case, gender=gender, animate=animate)): number
        for number in _SMALL
        for case in _CASES
        for gender in _GENDERS
        for animate in (False, True)
    }
    for scale in (10**3, 10**6, 10**9):
        for count in (1, 2, 5):
            for case in _CASES:
                words = plain(number_in_words(count * scale, case=case)).split()
                values[words[-1]] = scale
    return values

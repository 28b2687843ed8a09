"""Names of people."""

import unicodedata
from collections.abc import Iterator

from employees.models.person import Person
from employees.rules.problem import Problem

_PARTS = {"surname": "фамилии", "name": "имени", "patronymic": "отчестве"}
_MARKS = frozenset(" -'’ʼ`.()")


def name_problems(person: Person) -> Iterator[Problem]:
    """Signs that no name has, and Latin look-alikes inside a Russian word."""
    for field, where in _PARTS.items():
        text: str = getattr(person, field)
        stray = [sign for sign in text if not (sign.isalpha() or sign in _MARKS)]
        if stray:
            yield Problem(
                field,
                f"В {where} «{text}» посторонний знак «{stray[0]}».",
                "Оставьте буквы, дефис, апостроф и пробел, как в документе.",
            )
        elif latin := _look_alikes(text):
            yield Problem(
                field,
                f"В {where} «{text}» среди русских букв есть латинские: «{latin}».",
                "Наберите слово заново русскими буквами.",
            )


def _look_alikes(text: str) -> str:
    """The Latin letters of the first word that mixes them with Cyrillic ones."""
    for word in text.replace("-", " ").split():
        scripts = {sign: unicodedata.name(sign, "").split()[0] for sign in word if sign.isalpha()}
        if {"LATIN", "CYRILLIC"} <= set(scripts.values()):
            return "".join(sign for sign in word if scripts.get(sign) == "LATIN")
    return ""

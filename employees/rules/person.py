"""Names of people."""

import unicodedata
from collections.abc import Iterator

from employees.models.person import Person
from employees.rules.problem import Problem
from hr_docs.russian import evident_gender

_PARTS = {"surname": "фамилии", "name": "имени", "patronymic": "отчестве"}
_ABSENT = frozenset({"нет", "отсутствует", "без отчества", "нет отчества", "б/о", "н/д"})
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


def spelling_problems(person: Person) -> Iterator[Problem]:
    """A name without a capital letter, and «нет» in place of an absent patronymic."""
    for field, where in _PARTS.items():
        text: str = getattr(person, field)
        if text and text == text.lower() != text.upper():
            if field == "patronymic" and text.strip(" .") in _ABSENT:
                yield Problem(
                    field,
                    f"Вместо отчества стоит «{text}».",
                    "Оставьте отчество пустым: иначе слово попадёт в договор.",
                )
            else:
                yield Problem(
                    field, f"В {where} «{text}» нет заглавной буквы.", "Напишите, как в документе."
                )


def gender_problems(person: Person) -> Iterator[Problem]:
    """A patronymic has a gender of its own: Петрович is no woman."""
    evident = evident_gender(patronymic=person.patronymic)
    if evident and evident != person.gender:
        kind = "мужское" if evident == "m" else "женское"
        yield Problem(
            "gender",
            f"Отчество «{person.patronymic}» {kind}, а пол указан другой.",
            "Исправьте пол или отчество: от пола зависят склонение и слова договора.",
        )


def _look_alikes(text: str) -> str:
    """The Latin letters of the first word that mixes them with Cyrillic ones."""
    for word in text.replace("-", " ").split():
        scripts = {sign: unicodedata.name(sign, "").split()[0] for sign in word if sign.isalpha()}
        if {"LATIN", "CYRILLIC"} <= set(scripts.values()):
            return "".join(sign for sign in word if scripts.get(sign) == "LATIN")
    return ""

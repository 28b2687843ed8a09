"""Spaces that must not break: after № and «г.», before a dash, between a number and its unit."""

import re
from functools import lru_cache

NO_BREAK = "\u00a0"
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")

# What is written before a number or a name: articles of law, parts of an address, rooms.
_ABBREVIATED = (
    "гл|им|пп?|разд|ст|ч|"
    "г|гор|д|дер|мкр|наб|обл|пер|пл|пос|просп|пр|р|с|ул|ш|"
    "каб|кв|комн?|корп|к|лит|оф|под|пом|стр|эт"
)
_NAMED = "класс|комната|офис|редакция|серия|дом|корпус|строение|квартира|а/я|литера|стать[а-я]+"
_UNITS = (
    "балл|год|дн|день|календарн|коп|лет\\b|месяц|минут|недел|процент|рабоч|разговор|руб|"
    "секунд|смен|стаж|час|человек|экземпляр"
)
_NOT_AFTER_NUMBER = r"(?<!\d[ \u00a0])"  # «2026 г. Работник»: the sentence ends there
_RULES = tuple(
    (re.compile(pattern), replacement.replace("_", NO_BREAK))
    for pattern, replacement in (
        (r" —", "_—"),
        (r"№ ", "№_"),
        (rf"\b{_NOT_AFTER_NUMBER}((?i:{_ABBREVIATED})\.) (?=[\dА-ЯЁа-яё«{{]|$)", r"\1_"),
        (r"(?<=\d) (?=гг?\.)", "_"),
        (r"\b(ИНН|КПП|БИК|ОГРН|ОГРНИП|ЕАЭС) (?=\d|$)", r"\1_"),
        (rf"\b({_NAMED}) (?=\d|$)", r"\1_"),
        (rf"(?<=\d) (?=\(|{_UNITS})", "_"),
        (r"(?<=\)) (?=\d{2,3}-\d)", "_"),
        (r"(?<![^\W\d_]) (?=%)", "_"),
        (r"\b([А-ЯЁ][а-яё]+) (?=[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.)", r"\1_"),
        (r"(?<!\w)([А-ЯЁ]\.) (?=[А-ЯЁ](?:\.|[а-яё]))", r"\1_"),
    )
)


def with_no_break_spaces(text: str) -> str:
    """Set no-break spaces in the literal text between placeholders, and `~` as one everywhere."""
    parts = _TAG.split(text)
    return "".join(
        part if _TAG.fullmatch(part) else typeset(part.replace("~", NO_BREAK)) for part in parts
    )


@lru_cache(maxsize=8192)
def typeset(text: str) -> str:
    """Set no-break spaces in plain text: «г. Пенза», «№ 5», «40 (сорок)», «О. Н. Ким».

    Remembered, for most facts of a run are the same for everybody.
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text

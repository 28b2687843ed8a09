"""Spaces that must not break: after №, around dashes, between numbers and their units."""

import re

NO_BREAK = "\u00a0"
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
_RULES = (
    (re.compile(r" —"), f"{NO_BREAK}—"),
    (re.compile(r"№ "), f"№{NO_BREAK}"),
    (re.compile(r"\b(ст|ч|п|гл|г|ул|д|кв|стр)\. (?=[\dА-ЯЁ«{]|$)"), rf"\1.{NO_BREAK}"),
    (re.compile(r"\b(ИНН|КПП|БИК|ОГРН|ОГРНИП|ЕАЭС) (?=[\d]|$)"), rf"\1{NO_BREAK}"),
    (re.compile(r"\b(стать[а-я]+|серия|редакция|класс) (?=\d|$)"), rf"\1{NO_BREAK}"),
    (
        re.compile(r"(?<=\d) (?=час|минут|календарн|рабоч|лет\b|год|процент|руб|дн|человек)"),
        NO_BREAK,
    ),
    (re.compile(r"(?<![^\W\d_]) (?=%)"), NO_BREAK),
)


def with_no_break_spaces(text: str) -> str:
    """Set no-break spaces in the literal text between placeholders, and `~` as one everywhere."""
    parts = _TAG.split(text)
    return "".join(part if _TAG.fullmatch(part) else _typeset(part) for part in parts)


def _typeset(literal: str) -> str:
    literal = literal.replace("~", NO_BREAK)
    for pattern, replacement in _RULES:
        literal = pattern.sub(replacement, literal)
    return literal

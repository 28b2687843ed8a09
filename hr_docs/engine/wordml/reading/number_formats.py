"""Numbers of list levels, notes and pages as Word writes them (ST_NumberFormat, §17.18.59)."""

from collections.abc import Callable

# Word's Russian letters for lists: ё, й, ъ, ы and ь are left out.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHICAGO = "*†‡§"
_CIRCLED_FIRST, _CIRCLED_LAST = 0x2460, 20
_PAREN_FIRST, _FULLSTOP_FIRST = 0x2474, 0x2488
_MOST_REPEATS = 30
# What the layout, which alone knows the numbers of pages, can write them in.
OF_PAGES = frozenset({
    "decimal", "decimalZero", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter",
    "numberInDash",
})  # fmt: skip


def letters(number: int, alphabet: str) -> str:
    """а, б, … я, аа, бб, … (the letter is repeated, not combined)."""
    if number < 1:
        return ""
    repeats = (number - 1) // len(alphabet) + 1
    return alphabet[(number - 1) % len(alphabet)] * min(repeats, _MOST_REPEATS)


def roman(number: int) -> str:
    """Lower-case Roman numeral; plain digits outside 1–3999."""
    if not 0 < number < 4000:
        return str(number)
    parts = []
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        parts.append(sign * count)
    return "".join(parts)


def _enclosed(first: int) -> Callable[[int], str]:
    return lambda n: chr(first + n - 1) if 1 <= n <= _CIRCLED_LAST else str(n)


def _ordinal(number: int) -> str:
    return f"{number}-й"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": lambda n: letters(n, _LATIN),
    "upperLetter": lambda n: letters(n, _LATIN).upper(),
    "russianLower": lambda n: letters(n, _RUSSIAN),
    "russianUpper": lambda n: letters(n, _RUSSIAN).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "none": lambda _: "",
    "bullet": lambda _: "",
    "hex": lambda n: f"{n:X}",
    "ordinal": _ordinal,
    "numberInDash": lambda n: f"- {n} -",
    "chicago": lambda n: letters(n, _CHICAGO),
    "decimalEnclosedCircle": _enclosed(_CIRCLED_FIRST),
    "decimalEnclosedParen": _enclosed(_PAREN_FIRST),
    "decimalEnclosedFullstop": _enclosed(_FULLSTOP_FIRST),
}


def is_known(number_format: str) -> bool:
    """Whether the format is written as Word writes it, rather than as plain digits."""
    return number_format in _FORMATS or number_format.startswith("0")


def formatted(number: int, number_format: str) -> str:
    """`number` in one of Word's formats; a format such as "001" (§17.9.17) pads with zeros."""
    if number_format.startswith("0"):
        return str(number).zfill(len(number_format))
    return _FORMATS.get(number_format, str)(number)

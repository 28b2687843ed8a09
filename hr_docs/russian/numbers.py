"""Numbers in words, in any case and gender, and the form of a noun beside a number."""

from typing import Literal

from num2words.lang_RU import Num2Word_RU

from hr_docs.russian.cases import Case, require_case

NumeralGender = Literal["m", "f", "n"]

LIMIT = 10**12
_CASES: dict[Case, str] = {
    "nomn": "n",
    "gent": "g",
    "datv": "d",
    "accs": "a",
    "ablt": "i",
    "loct": "p",
}
_THOUSAND: dict[Case, tuple[str, str, str]] = {
    "nomn": ("тысяча", "тысячи", "тысяч"),
    "gent": ("тысячи", "тысяч", "тысяч"),
    "datv": ("тысяче", "тысячам", "тысячам"),
    "accs": ("тысячу", "тысячи", "тысяч"),
    "ablt": ("тысячей", "тысячами", "тысячами"),
    "loct": ("тысяче", "тысячах", "тысячах"),
}
_MILLION_ENDINGS: dict[Case, tuple[str, str, str]] = {
    "nomn": ("", "а", "ов"),
    "gent": ("а", "ов", "ов"),
    "datv": ("у", "ам", "ам"),
    "accs": ("", "а", "ов"),
    "ablt": ("ом", "ами", "ами"),
    "loct": ("е", "ах", "ах"),
}
_SMALL = Num2Word_RU()


def number_in_words(
    n: int, *, case: Case = "nomn", gender: NumeralGender = "m", animate: bool = False
) -> str:
    """A whole number from 0 below 10¹² in words: 21 → «двадцать один», gent «двадцати одного».

    `gender` is that of the counted noun; `animate` matters in the accusative of 1–4 (двух
    операторов, two; два дня). TypeError for anything but an int, ValueError out of range.
    """
    require_case(case)
    if not isinstance(n, int) or isinstance(n, bool):
        raise TypeError(f"a whole number is expected, not {type(n).__name__}")
    if not 0 <= n < LIMIT:
        raise ValueError("the number must be from 0 to 999 999 999 999")
    if n == 0:
        return _below_thousand(0, case, gender, animate)
    words = [
        *_scaled(n // 10**9 % 1000, _declined("миллиард", case), case, "m"),
        *_scaled(n // 10**6 % 1000, _declined("миллион", case), case, "m"),
        *_scaled(n // 1000 % 1000, _THOUSAND[case], case, "f"),
    ]
    if n % 1000:
        # «двадцать два оператора»: compound numerals take the accusative of things.
        counts_persons = animate and (n < 20 or n % 10 == 1)
        words.append(_below_thousand(n % 1000, case, gender, counts_persons))
    return " ".join(words)


def plural(n: int, one: str, few: str, many: str) -> str:
    """The form beside `n` in the nominative: 1 час, 2 часа, 5 часов, 11 часов, 21 час."""
    if n % 10 == 1 and n % 100 != 11:
        return one
    if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14):
        return few
    return many


def governs_genitive(n: int) -> bool:
    """Whether the last word of `n` is a noun, whose unit stays in the genitive plural.

    To нолю рублей, двум миллионам рублей, but to двум рублям («Русская грамматика», § 1365 ff.).
    """
    return n % 1000 == 0


def grouped(n: int) -> str:
    """Digits in threes, with no-break spaces: 1 250."""
    return f"{n:,}".replace(",", "\N{NO-BREAK SPACE}")


def _scaled(n: int, forms: tuple[str, str, str], case: Case, gender: NumeralGender) -> list[str]:
    # num2words itself counts millions as feminine («одна миллион»), hence one group at a time.
    return [_below_thousand(n, case, gender, animate=False), plural(n, *forms)] if n else []


def _declined(noun: str, case: Case) -> tuple[str, str, str]:
    one, few, many = _MILLION_ENDINGS[case]
    return noun + one, noun + few, noun + many


def _below_thousand(n: int, case: Case, gender: NumeralGender, animate: bool) -> str:
    return str(_SMALL.to_cardinal(n, case=_CASES[case], gender=gender, animate=animate))

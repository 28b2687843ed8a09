"""Sums of money in words."""

from decimal import ROUND_HALF_UP, Decimal

from hr_docs.russian.cases import Case
from hr_docs.russian.numbers import LIMIT, governs_genitive, grouped, number_in_words, plural

_ROUBLE: dict[Case, tuple[str, str, str]] = {
    "nomn": ("рубль", "рубля", "рублей"),
    "gent": ("рубля", "рублей", "рублей"),
    "datv": ("рублю", "рублям", "рублям"),
    "accs": ("рубль", "рубля", "рублей"),
    "ablt": ("рублём", "рублями", "рублями"),
    "loct": ("рубле", "рублях", "рублях"),
}
_KOPECK: dict[Case, tuple[str, str, str]] = {
    "nomn": ("копейка", "копейки", "копеек"),
    "gent": ("копейки", "копеек", "копеек"),
    "datv": ("копейке", "копейкам", "копейкам"),
    "accs": ("копейку", "копейки", "копеек"),
    "ablt": ("копейкой", "копейками", "копейками"),
    "loct": ("копейке", "копейках", "копейках"),
}


def money_in_words(amount: Decimal | int, *, case: Case = "nomn") -> str:
    """Roubles as «350 (триста пятьдесят) рублей 00 копеек», kopecks always with two digits.

    Thousands are parted by a no-break space; a third decimal rounds half up. TypeError for a
    float, whose kopecks are not exact, or for text; ValueError for a negative sum or one of 10¹²
    roubles and more.
    """
    roubles, kopecks = divmod(_in_kopecks(amount), 100)
    words = number_in_words(roubles, case=case)
    rouble = _counted(roubles, _ROUBLE, case)
    kopeck = _counted(kopecks, _KOPECK, case)
    return f"{grouped(roubles)} ({words}) {rouble} {kopecks:02} {kopeck}"


def _counted(n: int, unit: dict[Case, tuple[str, str, str]], case: Case) -> str:
    return plural(n, *unit["nomn" if governs_genitive(n) else case])


def _in_kopecks(amount: Decimal | int) -> int:
    if not isinstance(amount, Decimal | int) or isinstance(amount, bool):
        raise TypeError(f"money is a Decimal, not {type(amount).__name__}")
    value = Decimal(amount)
    if not value.is_finite() or not 0 <= value < LIMIT:
        raise ValueError("a sum of money must be from 0 to 999 999 999 999 roubles")
    return int((value * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))

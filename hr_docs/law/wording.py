"""How amounts, days and lists stand in a message: «27 093 ₽», «01.12.2026», «20,5»."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

GAP = "\N{NO-BREAK SPACE}"
MONTH_NAMES = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)


def as_number(number: Decimal | int | None) -> str:
    """A number without needless zeros, with a decimal comma and thousands apart."""
    if number is None:
        return "не указано"
    return f"{Decimal(number).normalize():,f}".replace(",", GAP).replace(".", ",")


def as_money(amount: Decimal | int | None) -> str:
    """Roubles, with kopecks where there are any."""
    if amount is None:
        return "не указано"
    whole = Decimal(amount) == int(amount)
    text = f"{Decimal(amount):,.{0 if whole else 2}f}"
    return f"{text.replace(',', GAP).replace('.', ',')} ₽"


def as_day(day: dt.date | None) -> str:
    """A day as documents print it."""
    return "не указано" if day is None else f"{day:%d.%m.%Y}"


def as_list(words: Iterable[str]) -> str:
    """Words with commas between."""
    return ", ".join(words)

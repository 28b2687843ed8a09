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


def counted(number: Decimal | int | None, one: str, few: str, many: str) -> str:
    """«1 день», «24 дня», «28 дней»; of a fraction as of few: «2,5 дня»."""
    if number is None:
        return as_number(number)
    whole = int(number)
    tens, units = whole % 100, whole % 10
    if whole != number or (units in (2, 3, 4) and tens not in (12, 13, 14)):
        noun = few
    else:
        noun = one if units == 1 and tens != 11 else many
    return f"{as_number(number)} {noun}"


def as_years(age: int | None) -> str:
    """«17 лет», «21 год»; who is born after that day has lived none."""
    return counted(None if age is None else max(age, 0), "год", "года", "лет")


def as_list(words: Iterable[str]) -> str:
    """Words with commas between."""
    return ", ".join(words)

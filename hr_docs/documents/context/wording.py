"""How values are put into words: dates, money, quantities, spelling inside a sentence."""

from datetime import date, time
from decimal import Decimal

from hr_docs.russian import date_in_words, money_in_words, quantity_in_words

NO_BREAK = "\u00a0"

HOURS = ("час", "часа", "часов")
MINUTES = ("минута", "минуты", "минут")
YEARS = ("год", "года", "лет")
CALENDAR_DAYS = ("календарный день", "календарных дня", "календарных дней")


def day(value: date | None) -> str:
    """«15 марта 2026 г.», not to be broken; "" for no date."""
    return date_in_words(value).replace(" ", NO_BREAK) if value else ""


def money(value: Decimal | None) -> str:
    """«350 (триста пятьдесят) рублей 00 копеек»; "" for no sum."""
    return money_in_words(value) if value else ""


def clock(value: time | None) -> str:
    """«9:00»; "" for no time."""
    return f"{value.hour}:{value.minute:02}" if value else ""


def quantity(value: Decimal | int, forms: tuple[str, str, str]) -> str:
    """«40 (сорок) часов»; a fraction without words: «17,5 часа». `forms` suit 1, 2 and 5."""
    if value == int(value):
        return quantity_in_words(int(value), forms)
    return f"{Decimal(value).normalize():f}".replace(".", ",") + NO_BREAK + forms[1]


def in_sentence(title: str) -> str:
    """«Генеральный директор» → «генеральный директор»; «HR-директор» stays."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def capitalised(title: str) -> str:
    """«генеральный директор» → «Генеральный директор»."""
    return title[:1].upper() + title[1:]


def initials(surname: str, name: str, patronymic: str) -> str:
    """«Иванова А. П.», not to be broken; a double name gives one initial."""
    letters = (f"{part[0]}." for part in (name, patronymic) if part)
    return NO_BREAK.join((surname, *letters))

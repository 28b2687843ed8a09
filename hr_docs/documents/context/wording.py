"""How values are put into words: dates, money, quantities, spelling inside a sentence."""

from datetime import date, time
from decimal import Decimal

from employees.models.person import Person
from hr_docs.russian import PersonName, date_in_words, money_in_words, quantity_in_words

NO_BREAK = "\u00a0"


def day(value: date | None) -> str:
    """«15 марта 2026 г.», not to be broken; "" for no date."""
    return date_in_words(value).replace(" ", NO_BREAK) if value else ""


def money(value: Decimal | None) -> str:
    """«350 (триста пятьдесят) рублей 00 копеек»; "" for no sum."""
    return money_in_words(value) if value else ""


def clock(value: time | None) -> str:
    """«9:00»; "" for no time."""
    return f"{value.hour}:{value.minute:02}" if value else ""


def quantity(value: Decimal | int, unit: str) -> str:
    """«40 (сорок) часов»; "" for nothing."""
    return quantity_in_words(value, unit) if value else ""


def name_of(person: Person) -> PersonName:
    """The parts of a person's name."""
    return PersonName(person.surname, person.name, person.patronymic)


def in_text(words: str, text: str) -> bool:
    """Whether the words stand in the text, however they are spaced and capitalised."""
    return _squeezed(words) in _squeezed(text)


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def in_sentence(title: str) -> str:
    """«Генеральный директор» → «генеральный директор»; «HR-директор» stays."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def capitalised(title: str) -> str:
    """«генеральный директор» → «Генеральный директор»."""
    return title[:1].upper() + title[1:]

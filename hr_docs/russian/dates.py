"""Dates as documents write them; no locale, no clock, no time zone."""

from datetime import date

MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def date_in_words(day: date) -> str:
    """15 марта 2026 г."""
    month = _month(day)
    return f"{day.day} {month} {day.year} г."


def date_in_quotes(day: date) -> str:
    """«15» марта 2026 г., a day below ten as «05»."""
    month = _month(day)
    return f"«{day.day:02}» {month} {day.year} г."


def _month(day: date) -> str:
    if not isinstance(day, date):
        raise TypeError(f"a date is expected, not {type(day).__name__}")
    return MONTHS[day.month - 1]

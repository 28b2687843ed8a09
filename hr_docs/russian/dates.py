"""Dates as documents write them; no locale, no clock, no time zone."""

from datetime import date

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def date_in_words(day: date) -> str:
    """15 марта 2026 г."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year} г."


def date_in_quotes(day: date) -> str:
    """«15» марта 2026 г., a day below ten as «05»."""
    return f"«{day.day:02}» {_MONTHS[day.month - 1]} {day.year} г."

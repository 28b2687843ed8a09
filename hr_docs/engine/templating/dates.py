"""Filters that write a date another way: facts have it as «23 ноября 2026 г.»."""

import re

_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_DATE = re.compile(rf"(\d{{1,2}})\s({'|'.join(_MONTHS)})\s(\d{{4}})\sг\.")
_NO_BREAK = "\u00a0"


class NoDateError(ValueError):
    """A filter for dates was given something else; the message is Russian."""


def in_digits(value: object) -> str:
    """23.11.2026; an empty value stays empty. Raises NoDateError for what is no date."""
    if not value:
        return ""
    day, month, year = _parts(value)
    return f"{int(day):02}.{_MONTHS.index(month) + 1:02}.{year}"


def in_quotes(value: object) -> str:
    """«23» ноября 2026 г., a day below ten as «05», as forms want it."""
    if not value:
        return ""
    day, month, year = _parts(value)
    return f"«{int(day):02}» {month} {year}{_NO_BREAK}г."


def _parts(value: object) -> tuple[str, str, str]:
    found = _DATE.fullmatch(str(value).strip())
    if not found:
        raise NoDateError(f"«{value}» — не дата, а фильтр пишет по-другому только даты")
    return found[1], found[2], found[3]

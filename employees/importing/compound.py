"""Columns that hold several fields: «ФИО», and a passport with its series.

They are split only where there is no doubt; otherwise the cell is an error and HR gives each field
a column of its own.
"""

import re
from collections.abc import Callable

from employees.importing.cells import shown
from employees.importing.sheet import Cell
from hr_docs.russian import is_patronymic
from hr_docs.texts import one_line

Pieces = tuple[Cell, ...]
Split = Callable[[Cell], Pieces]

_UNCLEAR_NAME = Cell(None, fault="name")
_UNCLEAR_PASSPORT = Cell(None, fault="passport")
_PASSPORT_WORDS = re.compile(r"паспорт|серия|номер|сер\.|ном\.|№|[\s,:–—-]")


def split_name(cell: Cell) -> Pieces:
    """Surname, name and patronymic, in this order, the last one by its ending or absent."""
    words = one_line(shown(cell)).split()
    surname, name, patronymic = (*words[:2], " ".join(words[2:])) if len(words) > 1 else ("",) * 3
    if not name or is_patronymic(name) or (patronymic and not is_patronymic(patronymic)):
        return (_UNCLEAR_NAME,) * 3
    return Cell(surname), Cell(name), Cell(patronymic)


def split_passport(cell: Cell) -> Pieces:
    """Series and number of a passport of the Russian Federation: ten digits, none of them lost."""
    digits = _PASSPORT_WORDS.sub("", shown(cell).lower())
    if not re.fullmatch(r"[0-9]{10}", digits):
        return (_UNCLEAR_PASSPORT,) * 2
    return Cell(digits[:4]), Cell(digits[4:])


COMPOUNDS: tuple[tuple[tuple[str, ...], tuple[str, ...], Split], ...] = (
    (
        (
            "фио",
            "ф.и.о.",
            "фио работника",
            "фио сотрудника",
            "фио оператора",
            "фамилия, имя, отчество",
            "сотрудник",
            "работник",
        ),
        ("surname", "name", "patronymic"),
        split_name,
    ),
    (
        (
            "паспорт",
            "паспорт серия номер",
            "паспорт серия и номер",
            "серия и номер",
            "серия номер",
            "серия и номер паспорта",
            "серия номер паспорта",
            "серия и номер документа",
        ),
        ("identity_series", "identity_number"),
        split_passport,
    ),
)
"""Headings, the operator's fields in the cell, and how they are told apart."""

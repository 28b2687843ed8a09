"""Which column of the table is which: matching the heading row."""

import re
from dataclasses import dataclass

from employees.importing.cells import folded, shown
from employees.importing.column import Column
from employees.importing.columns import COLUMNS
from employees.importing.errors import UnusableFile
from employees.importing.sheet import MAX_COLUMNS, Row, Sheet, letter


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each known column stands (from 0), and the headings that nobody knows.

    `untitled` are the places between them without a heading; `width` counts all places up to the
    last heading.
    """

    places: dict[Column, int]
    unknown: tuple[str, ...]
    untitled: tuple[int, ...]
    width: int


def match_headings(row: Row, sheet: Sheet) -> Headings:
    """Find the known columns whatever their order, case, spaces and ё.

    Raises UnusableFile when there are none, when one stands twice, when an obligatory one lacks.
    """
    if len(row.cells) > MAX_COLUMNS and any(not cell.is_empty for cell in row.cells[MAX_COLUMNS:]):
        raise UnusableFile(
            f"В таблице больше {MAX_COLUMNS} столбцов.", "Оставьте столбцы из образца."
        )
    places: dict[Column, int] = {}
    unknown: list[str] = []
    for place, cell in enumerate(row.cells):
        if cell.is_empty:
            continue
        column = _KNOWN.get(_key(shown(cell)))
        if column is None:
            unknown.append(f"{letter(place)}: {shown(cell).strip()}")
        elif column in places:
            raise UnusableFile(
                f"Столбец «{column.heading}» встречается дважды: {letter(places[column])} "
                f"и {letter(place)}.",
                "Оставьте один из них.",
            )
        else:
            places[column] = place
    _require(places, sheet)
    titled = [place for place, cell in enumerate(row.cells) if not cell.is_empty]
    untitled = tuple(sorted(set(range(titled[-1])) - set(titled)))
    return Headings(places, tuple(unknown), untitled, width=titled[-1] + 1)


def _require(places: dict[Column, int], sheet: Sheet) -> None:
    if not places:
        where = f"На листе «{sheet.title}»" if sheet.title else "В файле"
        others = f" Листы книги: {', '.join(sheet.titles)}." if len(sheet.titles) > 1 else ""
        raise UnusableFile(
            f"{where} нет знакомых заголовков в первой заполненной строке.{others}",
            "Возьмите заголовки из образца; таблица читается с листа «Операторы» или с первого.",
        )
    lacking = [column.heading for column in COLUMNS if column.is_required and column not in places]
    if lacking:
        raise UnusableFile(
            f"Нет обязательных столбцов: {', '.join(lacking)}.",
            "Добавьте их; порядок столбцов любой.",
        )


def _key(heading: str) -> str:
    """Letters, digits and «%», «₽», «№» only: «Таб. №*» is «таб. №», a unit may be left out."""
    return re.sub(r"[^0-9a-zа-я%₽№]+", " ", folded(heading)).strip()


_KNOWN = {_key(name): column for column in COLUMNS for name in (column.heading, *column.synonyms)}

"""Which column of the table is which: matching the heading row."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from employees.importing.cells import folded, shown
from employees.importing.column import Column, Target
from employees.importing.columns import COLUMNS
from employees.importing.compound import COMPOUNDS, Split
from employees.importing.errors import UnusableFile
from employees.importing.sheet import MAX_COLUMNS, Cell, Row, Sheet, letter

REMARKS = "Что исправить"
"""The heading that the product writes over its own remarks; they are not read."""
_HEADED_WITHIN = 10
_FEWEST_HEADINGS = 2
_LISTED = 8


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each known column stands (from 0), and the headings that nobody knows.

    `splits` take the value of a column out of a cell that it shares with others («ФИО»).

    `lacking` are the obligatory ones that the table has not; `untitled` are the places between them
    without a heading; `width` counts all places up to the last heading.
    """

    places: dict[Column, int]
    splits: dict[Column, Callable[[Cell], Cell]]
    unknown: tuple[str, ...]
    lacking: tuple[str, ...]
    untitled: tuple[int, ...]
    width: int

    def require_all(self, row: int) -> None:
        """Refuse the table: the operator of this row is new, so every obligatory column counts."""
        if self.lacking:
            strange = "; ".join(self.unknown[:_LISTED])
            raise UnusableFile(
                f"Нет обязательных столбцов: {', '.join(self.lacking)}."
                + (f" Незнакомые заголовки: {strange}." if strange else ""),
                "Добавьте их; порядок столбцов любой. Без них можно только обновлять внесённых "
                f"операторов, а в строке {row} новый.",
            )


def split_headings(rows: Iterator[Row]) -> tuple[Row | None, Iterator[Row]]:
    """The heading row and the rows below it; a title and notes may stand above.

    Where no row looks like one it is the first, so that the user is told what it lacks. None for a
    table without rows.
    """
    first = list(islice(rows, _HEADED_WITHIN))
    place = next((at for at, row in enumerate(first) if _is_heading_row(row)), 0)
    heading_row = first[place] if first else None
    below = first[place + 1 :]
    if below and _is_numbering(below[0]):
        below = below[1:]
    return heading_row, chain(below, rows)


def _is_numbering(row: Row) -> bool:
    """The row of forms that numbers their columns: 1, 2, 3 and so on."""
    numbers = [shown(cell).strip() for cell in row.cells if not cell.is_empty]
    return len(numbers) >= _FEWEST_HEADINGS and numbers == [
        str(number) for number in range(1, len(numbers) + 1)
    ]


def _is_heading_row(row: Row) -> bool:
    keys = [_key(shown(cell)) for cell in row.cells]
    return sum(key in _KNOWN or key in _SHARED for key in keys) >= _FEWEST_HEADINGS


def match_headings(row: Row, sheet: Sheet) -> Headings:
    """Find the known columns whatever their order, case, spaces and ё.

    Raises UnusableFile when there are none, or no personnel number, and when one stands twice.
    """
    if len(row.cells) > MAX_COLUMNS and any(not cell.is_empty for cell in row.cells[MAX_COLUMNS:]):
        raise UnusableFile(
            f"В таблице больше {MAX_COLUMNS} столбцов.", "Оставьте столбцы из образца."
        )
    places, splits, unknown = _find_columns(row)
    if not places:
        raise _nothing_known(sheet)
    lacking = tuple(each.heading for each in COLUMNS if each.is_required and each not in places)
    titled = [place for place, cell in enumerate(row.cells) if not cell.is_empty]
    untitled = tuple(sorted(set(range(titled[-1])) - set(titled)))
    headings = Headings(places, splits, tuple(unknown), lacking, untitled, width=titled[-1] + 1)
    if COLUMNS[0] not in places:
        headings.require_all(row.number + 1)
    return headings


def _find_columns(
    row: Row,
) -> tuple[dict[Column, int], dict[Column, Callable[[Cell], Cell]], list[str]]:
    """The places and splits of the known columns, and the headings that nobody knows."""
    places: dict[Column, int] = {}
    splits: dict[Column, Callable[[Cell], Cell]] = {}
    unknown: list[str] = []
    for place, cell in enumerate(row.cells):
        key = _key(shown(cell))
        if cell.is_empty or key == _key(REMARKS):
            continue
        columns = _columns(key)
        if not columns:
            unknown.append(f"{letter(place)}: {shown(cell).strip()}")
        for column, split in columns:
            if column in places:
                raise _stands_twice(column, places[column], place)
            places[column] = place
            if split:
                splits[column] = split
    return places, splits, unknown


def _columns(key: str) -> list[tuple[Column, Callable[[Cell], Cell] | None]]:
    """The columns under a heading; of a shared one each with its split."""
    if key in _KNOWN:
        return [(_KNOWN[key], None)]
    if key not in _SHARED:
        return []
    fields, split = _SHARED[key]
    return [(_OPERATOR_COLUMNS[name], partial(_piece, split, at)) for at, name in enumerate(fields)]


def _piece(split: Split, at: int, cell: Cell) -> Cell:
    return cell if cell.is_empty or cell.fault else split(cell)[at]


def _stands_twice(column: Column, first: int, second: int) -> UnusableFile:
    return UnusableFile(
        f"Столбец «{column.heading}» встречается дважды: {letter(first)} и {letter(second)}.",
        "Оставьте один из них.",
    )


def column_named(title: str) -> Column | None:
    """The column that a heading means; None for one that nobody knows."""
    return _KNOWN.get(_key(title))


def _nothing_known(sheet: Sheet) -> UnusableFile:
    if not sheet.title:
        return UnusableFile(
            "В файле нет знакомых заголовков.",
            "Возьмите заголовки из образца. Разделитель — точка с запятой, запятая или табуляция; "
            "если вместо русских букв видны другие знаки, сохраните файл как «CSV UTF-8».",
        )
    others = f" Листы книги: {', '.join(sheet.titles)}." if len(sheet.titles) > 1 else ""
    return UnusableFile(
        f"На листе «{sheet.title}» нет знакомых заголовков.{others}",
        "Возьмите заголовки из образца; таблица читается с листа «Операторы» или с первого.",
    )


def _key(heading: str) -> str:
    """Letters, digits, «%» and «№» only: «Таб. №*» is «таб. №».

    Roubles go: Windows-1251 has no «₽», Excel writes «?» for it.
    """
    plain = re.sub(r"[^0-9a-zа-я%№]+", " ", folded(heading))
    return " ".join(re.sub(r"\bруб(?:лей|ли|ля)?\b", " ", plain).split())


_KNOWN = {_key(name): column for column in COLUMNS for name in (column.heading, *column.synonyms)}
_SHARED = {_key(name): (fields, split) for names, fields, split in COMPOUNDS for name in names}
_OPERATOR_COLUMNS = {each.field: each for each in COLUMNS if each.target is Target.OPERATOR}

"""A file as a table of operators: opened, its headings found, its rows planned in batches."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from employees.importing.archive import check_size, looks_like_workbook
from employees.importing.cells import shown
from employees.importing.delimited import open_delimited
from employees.importing.errors import UnusableFile
from employees.importing.headings import Headings, match_headings, split_headings
from employees.importing.parsing import parse_row
from employees.importing.planning import Planner
from employees.importing.sheet import MAX_ROWS, Row, Sheet
from employees.importing.staging import StagedRow
from employees.importing.workbook import open_workbook

_BATCH = 500
_BOOK_SUFFIXES = {".xlsx", ".xlsm", ".xls"}
_TEXT_SUFFIXES = {".csv", ".txt", ".tsv"}


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a file, and the rows below them that are not empty: walked once.

    `titles` are the headings as they are written, by place; `total` is how many rows there are at
    most; `hidden` are the numbers of rows that are out of sight in Excel, and read all the same.
    """

    headings: Headings
    titles: tuple[str, ...]
    total: int
    rows: Iterator[Row]
    hidden: frozenset[int] = frozenset()

    def planned(self, planner: Planner, *, limit: int | None = None) -> Iterator[list[StagedRow]]:
        """Batches of planned rows. Raises UnusableFile for none, and for more than `limit`."""
        parsed = (parse_row(row, self.headings) for row in _at_most(self.rows, limit or MAX_ROWS))
        is_empty = True
        while batch := list(islice(parsed, _BATCH)):
            is_empty = False
            yield planner.plan(batch)
        if is_empty:
            raise UnusableFile(
                "Под заголовками нет ни одной строки.", "Заполните таблицу по образцу."
            )

    def hidden_among(self, batch: list[StagedRow]) -> int:
        """How many of these rows are out of sight in Excel."""
        return sum(row.parsed.row.number in self.hidden for row in batch)


@contextmanager
def open_table(path: Path, name: str) -> Iterator[Table]:
    """Open a file called `name`. Raises UnusableFile, here and while the rows are walked."""
    with _open(path, Path(name).suffix.lower()) as sheet:
        heading_row, rows = split_headings(row for row in sheet.rows if not row.is_empty)
        if heading_row is None:
            raise UnusableFile(
                f"Лист «{sheet.title}» пуст." if sheet.title else "Файл пуст.",
                "Заполните таблицу по образцу.",
            )
        if sheet.has_merged_since(heading_row.number):
            # Of the columns or rows that share a value, all but one would read as empty.
            raise UnusableFile(
                f"На листе «{sheet.title}» объединены ячейки {sheet.merged}.",
                "Отмените объединение: в каждой ячейке должно быть своё значение.",
            )
        headings = match_headings(heading_row, sheet)
        titles = tuple(shown(cell).strip() for cell in heading_row.cells[: headings.width])
        total = max(0, sheet.total - heading_row.number)
        yield Table(headings, titles, total, rows, sheet.hidden)


def _open(path: Path, suffix: str) -> AbstractContextManager[Sheet]:
    """The content decides about a workbook, the name about CSV."""
    check_size(path)
    if looks_like_workbook(path) or suffix in _BOOK_SUFFIXES:
        return open_workbook(path)
    if suffix in _TEXT_SUFFIXES:
        return open_delimited(path)
    raise UnusableFile(f"Формат «{suffix}» не поддерживается.", "Нужен файл .xlsx или .csv.")


def _at_most(rows: Iterator[Row], limit: int) -> Iterator[Row]:
    for count, row in enumerate(rows, start=1):
        if count > limit:
            raise UnusableFile(
                f"В таблице больше {limit} строк.", "Разделите её на несколько файлов."
            )
        yield row

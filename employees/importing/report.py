"""What an import found and did, for the screen, for JSON and for a page."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class RowError:
    """One cell that cannot be imported.

    `row` is Excel's number, `column` Excel's letter (empty where the table lacks the column),
    `value` what stands in the cell: the user's own data, never to be logged.
    """

    row: int
    column: str
    heading: str
    value: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        named = f", «{self.heading}»" if self.heading else ", столбец"
        place = f"строка {self.row}{named}" + (f" ({self.column})" * bool(self.column))
        value = f" «{self.value}»" if self.value else ""
        return f"{place}{value}: {self.reason} {self.remedy}"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose stored value the table changes; both values as HR would read them."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that changes stored records; `is_issued`: their papers are out and stay as they are."""

    row: int
    personnel_number: str
    changes: tuple[FieldChange, ...]
    is_issued: bool = False


@dataclass(slots=True)
class ImportReport:
    """The outcome of one file.

    `rows` counts the rows that are not empty; `new`, `changed` and `same` the good ones among
    them; `hidden` those that are out of sight in Excel. `written` tells whether the database was
    touched.
    """

    file: str
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    hidden: int = 0
    written: bool = False
    errors: list[RowError] = field(default_factory=list)
    changes: list[ChangedRow] = field(default_factory=list)
    unknown_headings: tuple[str, ...] = ()

    @property
    def issued(self) -> list[str]:
        """The personnel numbers of those whose papers are out and will say something else."""
        return [row.personnel_number for row in self.changes if row.is_issued]

    @property
    def bad_rows(self) -> int:
        """How many rows have at least one error."""
        return len({error.row for error in self.errors})

    def as_json(self) -> dict[str, Any]:
        """The report as plain values."""
        return asdict(self)

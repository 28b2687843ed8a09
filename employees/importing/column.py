"""What one column of the spreadsheet is."""

import dataclasses
from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models

from employees.importing import cells
from employees.importing.cells import CellError, Parser
from employees.importing.sheet import Cell
from employees.models import Employment, Operator


class Target(Enum):
    """What a column fills: a field of a record, or a name by which another record is found."""

    OPERATOR = "operator"
    EMPLOYMENT = "employment"
    REFERENCE = "reference"


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A heading with the field behind it.

    `field` is the model's field name (for a reference, a name that `references` knows).
    `is_required` means that every row needs a value; otherwise an empty cell stands for the field's
    default. `hint` and `example` are what the sample tells the user; `names` are the values that a
    choice accepts.
    """

    heading: str
    target: Target
    field: str
    parse: Parser = cells.text
    hint: str = ""
    example: str = ""
    is_required: bool = False
    synonyms: tuple[str, ...] = ()
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def model_field(self) -> "models.Field[Any, Any]":
        """The field behind a column that is not a reference."""
        model: type[models.Model] = Operator if self.target is Target.OPERATOR else Employment
        return cast("models.Field[Any, Any]", model._meta.get_field(self.field))

    def read(self, cell: Cell) -> Any:
        """The value of a cell that is not empty, cleaned as the model wants it. CellError."""
        if cell.fault:
            raise CellError(*_FAULTS[cell.fault])
        value = self.parse(cell)
        if self.target is Target.REFERENCE:
            return value
        if value == "":
            if self.is_required and not self.model_field.blank:
                raise CellError(*EMPTY)
            return value
        try:
            return self.model_field.clean(value, None)
        except ValidationError as error:
            raise CellError(" ".join(error.messages), "Исправьте значение.") from error

    def is_blank(self, cell: Cell) -> bool:
        """Whether a cell is empty, or says «нет» where there is nothing that could be so called."""
        if cell.is_empty or self.is_required or self.field in _SAYS_NO:
            return cell.is_empty
        is_choice = cells.folded(cells.shown(cell)) in map(cells.folded, self.names)
        return cells.is_nothing(cell) and self.parse is not cells.flag and not is_choice

    def default(self) -> Any:
        """What an empty cell stands for."""
        return "" if self.target is Target.REFERENCE else self.model_field.get_default()


_SAYS_NO = frozenset({"citizenship"})
"""Where «нет» is an answer, and not the default: a person without citizenship is no Russian."""
EMPTY = ("Ячейка пуста.", "Заполните её: столбец обязательный.")
_FAULTS = {
    "formula": (
        "В ячейке формула, её значение не вычисляется.",
        "Скопируйте столбец и вставьте как значения.",
    ),
    "name": (
        "Не понять, где фамилия, имя и отчество.",
        "Внесите их в столбцы «Фамилия», «Имя», «Отчество».",
    ),
    "passport": (
        "Здесь не 10 цифр серии и номера паспорта РФ.",
        "Проверьте нули в начале; другой документ внесите в столбцы «Серия документа» и "
        "«Номер документа».",
    ),
    "error": ("В ячейке ошибка Excel.", "Впишите само значение."),
}


def chosen(
    heading: str, target: Target, name: str, names: Mapping[str, str], *synonyms: str
) -> Column:
    """A column that accepts the names of a choice."""
    return Column(
        heading,
        target,
        name,
        cells.choice(names),
        hint="Одно из: " + ", ".join(cells.main_names(names)[:_FEW]),
        example=next(iter(names)),
        synonyms=synonyms,
        names=names,
    )


_FEW = 12

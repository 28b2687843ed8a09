"""Operators from a spreadsheet: reading, understanding, planning, writing, each in its module."""

from employees.importing.errors import UnusableFile
from employees.importing.importer import import_operators
from employees.importing.report import ChangedRow, FieldChange, ImportReport, RowError

__all__ = [
    "ChangedRow",
    "FieldChange",
    "ImportReport",
    "RowError",
    "UnusableFile",
    "import_operators",
]

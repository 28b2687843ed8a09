"""Who hires, who is hired, and on what terms."""

from employees.models.acquaintance import Acquaintance
from employees.models.employer import Employer, LocalAct, Signatory, Site
from employees.models.employment import Employment, WorkMode
from employees.models.limit import EmployerLimit
from employees.models.operator import Operator
from employees.models.spreadsheet import ImportRow, SpreadsheetImport

__all__ = [
    "Acquaintance",
    "Employer",
    "EmployerLimit",
    "Employment",
    "ImportRow",
    "LocalAct",
    "Operator",
    "Signatory",
    "Site",
    "SpreadsheetImport",
    "WorkMode",
]

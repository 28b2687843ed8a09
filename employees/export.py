"""The list of operators as a table for a spreadsheet program."""

from collections.abc import Callable, Iterable

from employees.models import Employment, WorkMode
from employees.tables import EmploymentTable
from hr_docs.pages.export import ExportedTable, Value

READ_AT_ONCE = 2_000

#: What stands in each column of the list, as a plain value. No identity document, no СНИЛС, no
#: account: whoever may see the list may see all of it. Labels are looked up by their value:
#: Django's own `get_…_display` reads all choices anew for each row, half the time of a long list.
_VALUES: dict[str, Callable[[Employment], Value]] = {
    "personnel_number": lambda employment: employment.operator.personnel_number,
    "name": lambda employment: employment.operator.full_name,
    "phone": lambda employment: employment.operator.phone,
    "employer": lambda employment: str(employment.employer),
    "position": lambda employment: employment.position.title,
    "tier": lambda employment: employment.tier.title,
    "work_mode": lambda employment: str(WorkMode(employment.work_mode).label),
    "site": lambda employment: employment.site.name,
    "number": lambda employment: employment.number,
    "contract_date": lambda employment: employment.contract_date,
    "start_date": lambda employment: employment.start_date,
    "end_date": lambda employment: employment.end_date,
    "hourly_rate": lambda employment: employment.hourly_rate,
    "status": lambda employment: str(Employment.Status(employment.status).label),
}


def exported(table: EmploymentTable, *, title: str) -> ExportedTable:
    """The rows of the list in its order and with the columns that it shows, read piece by piece."""
    columns = [column for column in table.columns if column.name in _VALUES]
    values = [_VALUES[column.name] for column in columns]
    rows: Iterable[Employment] = table.data.data.for_export().iterator(chunk_size=READ_AT_ONCE)
    return ExportedTable(
        title=title,
        headings=[str(column.header) for column in columns],
        rows=([value(employment) for value in values] for employment in rows),
    )

"""The list of operators as a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from employees.export import exported
from employees.tables import EmploymentTable
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.lists.selection import chosen_employments
from hr_docs.pages.export import asked_format, table_answer
from hr_docs.pages.tables import arranged


@allowed("employees.view_employment", "employees.export_operators")
@require_POST
def employments_export(request: HttpRequest) -> HttpResponseBase:
    """The chosen rows, in the order and with the columns of the list that they were chosen in."""
    chosen = chosen_employments(request.POST, user=request.user)
    count, address = chosen.count(), request.POST.get("query", "")
    if problem := _problem(request.POST, count):
        messages.error(request, problem)
        return redirect(f"{reverse('employees:employments')}?{address}")
    table = arranged(EmploymentTable(chosen), QueryDict(address))
    file_format = asked_format(request.POST)
    with_columns = [column.name for column in table.columns]
    details = {"rows": count, "format": file_format, "columns": with_columns, "query": address}
    record(request, Action.EXPORTED, None, details)
    return table_answer(exported(table, title=gettext("Operators")), file_format)


def _problem(data: QueryDict, count: int) -> str:
    """Why these rows are not the ones that were meant; empty if they are."""
    if not count:
        return gettext("Nothing is chosen. Tick rows, or all found.")
    if "everything" in data and data.get("found") != str(count):
        return gettext("The list has changed since. Look at it and choose again.")
    return ""

"""What the contract check says of the rows of a list, asked for after the list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hr_docs.access.gate import allowed
from hr_docs.documents.legal.checking import Law, assess_all
from hr_docs.documents.lists.findings import waiting
from hr_docs.documents.lists.selection import chosen_employments
from hr_docs.documents.outcomes import renew_changed
from hr_docs.pages.tables import PAGE_SIZES


@allowed("employees.view_employment")
def list_findings(request: HttpRequest) -> HttpResponse:
    """For each row how many findings of the worst severity wait for an answer."""
    asked = request.GET.copy()
    asked.pop("everything", None)  # the rows of one page, never the whole list
    rows = chosen_employments(asked, user=request.user).with_records()
    law = Law.in_force()
    checked = list(assess_all(rows.select_related("assessment")[: PAGE_SIZES[-1]], law=law))
    renew_changed(checked)
    found = [(employment, _worst(waiting(known.findings))) for employment, known in checked]
    return render(request, "documents/list_findings.html", {"found": found})


def _worst(counts: dict[str, int]) -> dict[str, int]:
    return dict(list(counts.items())[:1])

"""The audit log: to read, and to take away."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.access.models import AuditEntry
from hr_docs.administration.entries import entries_for
from hr_docs.administration.filters import AuditFilter
from hr_docs.administration.tables import AuditTable
from hr_docs.administration.wording import details_in_words
from hr_docs.pages.export import ExportedTable, Value, asked_format, table_answer
from hr_docs.pages.tables import paged

AT_ONCE = 2_000  # rows fetched together for a file


@allowed("access.view_auditentry")
def audit_log(request: HttpRequest) -> HttpResponse:
    """Who did what, when and from where; `?kind=` and `?record=` show one record."""
    found = AuditFilter(request.GET, entries_for(request.user), request=request)
    table = paged(AuditTable(found.qs), request)
    return render(request, "administration/audit_log.html", {"filter": found, "table": table})


@allowed("access.view_auditentry")
def audit_export(request: HttpRequest) -> HttpResponseBase:
    """What the filters found, as a file; taking it away is an entry itself."""
    found = AuditFilter(request.GET, entries_for(request.user), request=request).qs
    file_format = asked_format(request.GET)
    latest = record(request, Action.EXPORTED, details={"page": "audit", "format": file_format})
    headings = [
        gettext(name) for name in ("When", "Who", "What", "With what", "Details", "From where")
    ]
    rows = _rows(found.filter(pk__lt=latest.pk).iterator(chunk_size=AT_ONCE))
    return table_answer(ExportedTable(gettext("Audit log"), headings, rows), file_format)


def _rows(entries: Iterator[AuditEntry]) -> Iterator[tuple[Value, ...]]:
    for entry in entries:
        yield (
            entry.at,
            entry.username,
            entry.get_action_display(),
            entry.subject,
            details_in_words(entry),
            entry.address,
        )

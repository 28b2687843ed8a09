"""The register as a file: the journal of registration."""

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.views.decorators.http import require_POST

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.lists.filters import RegisterFilter
from hr_docs.documents.lists.journal import journal
from hr_docs.documents.models import Document
from hr_docs.pages.export import asked_format, table_answer


@allowed("documents.view_document", "documents.export_register")
@require_POST
def register_export(request: HttpRequest) -> HttpResponseBase:
    """What the filters of the register find, in the order of a paper journal."""
    address, file_format = request.POST.get("query", ""), asked_format(request.POST)
    documents = Document.objects.visible_to(request.user)
    found = RegisterFilter(QueryDict(address), documents, user=request.user)
    details = {"rows": found.qs.count(), "format": file_format, "query": address}
    record(request, Action.EXPORTED, None, {"list": "register", **details})
    return table_answer(journal(found.qs, title=found.title), file_format)

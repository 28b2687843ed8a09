"""The papers of an employment, for the pages of other apps."""

from typing import Any

from django import template
from django.template.context import RequestContext

from employees.models import Employment
from employees.services import is_approved_elsewhere
from hr_docs.documents.forms import IssueForm
from hr_docs.documents.issuing.differing import records_differ
from hr_docs.documents.issuing.seen import mark_of
from hr_docs.documents.models import Document
from hr_docs.documents.models.signing import standing_marks

register = template.Library()


@register.inclusion_tag("documents/papers.html", takes_context=True)
def papers(context: RequestContext, employment: Employment) -> dict[str, Any]:
    """Documents in force, earlier ones, and what to issue: the card's panel."""
    rows = Document.objects.of_employment(employment)
    documents = list(rows.prefetch_related(standing_marks()))
    user = context["request"].user
    current = [document for document in documents if document.is_current]
    return {
        "employment": employment,
        "current": current,
        "records_differ": records_differ(employment, current),
        "is_approved_elsewhere": is_approved_elsewhere(employment),
        "is_signed": employment.status == Employment.Status.SIGNED,
        "former": [document for document in documents if not document.is_current],
        "form": IssueForm(initial={"on": employment.contract_date, "seen": mark_of(current)}),
        "perms": context["perms"],
        "may_sign": user.has_perm("documents.sign_document"),
        "may_read": user.has_perm("documents.read_files"),
        "request": context["request"],
        "csrf_token": context["csrf_token"],
    }

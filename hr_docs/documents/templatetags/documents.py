"""The papers of an employment, for the pages of other apps."""

from typing import Any

from django import template
from django.template.context import RequestContext

from employees.models import Employment
from hr_docs.documents.forms import IssueForm
from hr_docs.documents.models import Document
from hr_docs.documents.seen import mark_of

register = template.Library()


@register.inclusion_tag("documents/papers.html", takes_context=True)
def papers(context: RequestContext, employment: Employment) -> dict[str, Any]:
    """Documents in force, earlier ones, and what to issue: the card's panel."""
    documents = list(Document.objects.of_employment(employment))
    current = [document for document in documents if document.is_current]
    return {
        "employment": employment,
        "current": current,
        "former": [document for document in documents if not document.is_current],
        "form": IssueForm(initial={"on": employment.contract_date, "seen": mark_of(current)}),
        "perms": context["perms"],
        "csrf_token": context["csrf_token"],
    }

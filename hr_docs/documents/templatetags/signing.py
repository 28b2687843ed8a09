"""What became of papers on paper, for the pages that show them."""

from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils import timezone

from employees.models import Employment
from employees.services import readings_of
from hr_docs.documents.models import Document
from hr_docs.documents.signing import SigningState
from hr_docs.documents.signing.forms import ReadingsForm

register = template.Library()


@register.filter
def signing_state(document: Document) -> SigningState:
    """The marks of a document that stand, and the steps that may come next."""
    return SigningState.of(document)


@register.inclusion_tag("documents/mark_buttons.html", takes_context=True)
def mark_buttons(context: RequestContext, document: Document) -> dict[str, Any]:
    """One small form: a day, and a button for each step that may come next."""
    return {
        "document": document,
        "state": SigningState.of(document),
        "today": timezone.localdate(),
        "may_sign": context["request"].user.has_perm("documents.sign_document"),
        "here": context["request"].get_full_path(),
        "csrf_token": context["csrf_token"],
    }


@register.inclusion_tag("documents/readings.html", takes_context=True)
def readings(context: RequestContext, employment: Employment) -> dict[str, Any]:
    """What the operator must read before he signs, and when he did: a panel of the card."""
    found = readings_of(employment)
    return {
        "employment": employment,
        "unread": [each for each in found if not each.acquaintance],
        "form": ReadingsForm(readings=found),
        "may_sign": context["request"].user.has_perm("documents.sign_document"),
        "csrf_token": context["csrf_token"],
    }

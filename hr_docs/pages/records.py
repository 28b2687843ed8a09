"""The page of one reference record: a form, a service behind it, and back to the list."""

from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.db import transaction
from django.db.models import Model
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from hr_docs.pages.declension_forms import (
    DeclinedForm,
    asks_for_declension,
    declensions_answer,
)
from hr_docs.pages.forms import RecordForm
from hr_docs.pages.history import history_of
from hr_docs.pages.navigation import current_entry
from hr_docs.pages.tables import RecordTable, paged
from hr_docs.pages.usage import usage_of

record_stored = Signal()
"""A page has stored a record (`request`, `form`, `is_new`), in the transaction that stores it.

What is told of it is no business of the page: the audit log listens.
"""


def record_page(
    request: HttpRequest, form: RecordForm, *, listed_at: str, template: str = "pages/record.html"
) -> HttpResponse:
    """Show the form, or store it and return to the list at the address named `listed_at`."""
    if isinstance(form, DeclinedForm) and asks_for_declension(request):
        return declensions_answer(request, form)
    is_new = form.instance._state.adding
    if request.method == "POST" and _stored(request, form, is_new=is_new):
        messages.success(request, gettext("Saved: %(record)s.") % {"record": form.instance})
        for doubt in form.doubts():
            messages.warning(request, doubt)
        return redirect(listed_at)
    entry, options = current_entry(request.path), form.instance._meta
    context = {
        "form": form,
        "usage": usage_of(form.instance),
        "history": history_of(form.instance, request.GET.get("page")),
        "delete_at": delete_address(request, form.instance, listed_at),
        "kind": options.verbose_name,
        "list_title": entry.label if entry else options.verbose_name_plural,
        "is_new": is_new,
        "may_save": may(request, "add" if is_new else "change", form.instance),
        "listed_at": reverse(listed_at),
    }
    return render(request, template, context)


def _stored(request: HttpRequest, form: RecordForm, *, is_new: bool) -> bool:
    with transaction.atomic():
        is_stored = form.stored()
        if is_stored:
            record_stored.send(type(form.instance), request=request, form=form, is_new=is_new)
    return is_stored


def delete_address(request: HttpRequest, record: Model, listed_at: str) -> str:
    """Where a record that nothing uses is deleted; empty where the user may not, or none is.

    By convention: «namespace:model_delete» beside the list, for those who may change the record.
    """
    options = record._meta
    if record._state.adding or not request.user.has_perm(
        f"{options.app_label}.change_{options.model_name}"
    ):
        return ""
    namespace = listed_at.partition(":")[0]
    try:
        return reverse(f"{namespace}:{options.model_name}_delete", args=[record.pk])
    except NoReverseMatch:
        return ""


def records_page(
    request: HttpRequest, table: RecordTable, *, add_at: str, advice: str = ""
) -> HttpResponse:
    """A list of reference records; `advice` is what an empty one tells the reader to do.

    Whoever may not add records, or may not here (`add_at` is empty), is not asked to.
    """
    entry = current_entry(request.path)
    context = {
        "table": paged(table, request),
        "title": entry.label if entry else table._meta.model._meta.verbose_name_plural,
        "add_at": reverse(add_at) if add_at and may(request, "add", table._meta.model) else "",
        "advice": advice,
    }
    return render(request, "pages/records.html", context)


def may(request: HttpRequest, action: str, record: Model | type[Model]) -> bool:
    """Whether the user has Django's own permission to «add» or «change» such records."""
    label = record._meta.app_label
    codename = get_permission_codename(action, record._meta)
    return request.user.has_perm(f"{label}.{codename}")

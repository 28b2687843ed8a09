"""Deleting one reference record from its page, with its line in the audit log."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from hr_docs.access.audit import Action, record
from hr_docs.pages.usage import InUseError, delete_unused


def delete_page(request: HttpRequest, instance: Model, *, listed_at: str) -> HttpResponse:
    """Delete what nothing uses, and return to the list; what is in use stays, with a message."""
    name = {"record": str(instance)}
    try:
        with transaction.atomic():
            record(request, Action.DELETED, instance)
            delete_unused(record=instance)
    except InUseError:
        messages.error(request, gettext("“%(record)s” is in use and stays.") % name)
    else:
        messages.success(request, gettext("Deleted: %(record)s.") % name)
    return redirect(listed_at)

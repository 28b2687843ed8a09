"""What the shared pages store is in the audit log without a word of theirs."""

from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest

from hr_docs.access.audit import Action, record
from hr_docs.pages.forms import RecordForm
from hr_docs.pages.records import record_stored


@receiver(record_stored)
def note_record(request: HttpRequest, form: RecordForm, *, is_new: bool, **_options: Any) -> None:
    """Which record, and the names of the fields that the form changed."""
    if is_new:
        record(request, Action.ADDED, form.instance)
    else:
        record(request, Action.CHANGED, form.instance, {"fields": form.changed_data})

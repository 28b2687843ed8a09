"""The days on which an operator read what binds him."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from employees.models import Employment
from employees.services import readings_of, record_readings
from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.documents.signing.forms import ReadingsForm


@allowed("documents.sign_document")
def acquaintance(request: HttpRequest, pk: int) -> HttpResponse:
    """One form for the job description and all local acts of the employment."""
    rows = Employment.objects.visible_to(request.user).with_records()
    employment = get_object_or_404(rows, pk=pk)
    form = ReadingsForm(request.POST or None, readings=readings_of(employment))
    if request.method == "POST" and form.is_valid() and _recorded(request, employment, form):
        messages.success(request, gettext("The days of acquaintance are entered."))
        return redirect("employees:employment", pk)
    context = {"employment": employment, "form": form}
    return render(request, "documents/acquaintance.html", context)


@transaction.atomic
def _recorded(request: HttpRequest, employment: Employment, form: ReadingsForm) -> bool:
    """Hand the days over; False leaves the reasons in the form."""
    reason = form.cleaned_data["late_reason"]
    try:
        record_readings(employment=employment, days=form.days(), late_reason=reason)
    except ValidationError as error:
        form.add_error(None, ValidationError(error.messages))
        return False
    days = {key: str(day) for key, day in form.days().items()}
    record(request, Action.STATUS, employment, {"read": days})
    return True

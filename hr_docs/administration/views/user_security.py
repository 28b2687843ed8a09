"""Letting a user in again: a new password, a lost phone, a lock."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.access.lockout import unlock
from hr_docs.administration.people import managed_by
from hr_docs.administration.services import reset_second_factor, set_temporary_password


@allowed("auth.view_user", "auth.change_user")
@require_POST
def user_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a temporary password; the answer shows it, once."""
    shown = _found(request, pk)
    with transaction.atomic():
        password = set_temporary_password(user=shown)
        record(request, Action.RIGHTS, shown, {"security": "temporary password"})
    context = {"shown": shown, "password": password}
    return render(request, "administration/password.html", context)


@allowed("auth.view_user", "auth.change_user")
@require_POST
def user_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the second factor off: the phone is lost."""
    shown = _found(request, pk)
    with transaction.atomic():
        if reset_second_factor(user=shown):
            record(request, Action.RIGHTS, shown, {"security": "second factor reset"})
    messages.success(request, gettext("The second factor is switched off."))
    return redirect("administration:user", pk)


@allowed("auth.view_user", "auth.change_user")
@require_POST
def user_unlock(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift the lock after failed log-ins."""
    shown = _found(request, pk)
    with transaction.atomic():
        unlock(shown.get_username())
        record(request, Action.RIGHTS, shown, {"security": "unlocked"})
    messages.success(request, gettext("The lock is lifted."))
    return redirect("administration:user", pk)


def _found(request: HttpRequest, pk: int) -> User:
    return get_object_or_404(managed_by(request.user), pk=pk)

"""Users: the list, one of them, a new one."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from hr_docs.access.audit import Action, record
from hr_docs.access.gate import allowed
from hr_docs.access.lockout import is_locked
from hr_docs.administration.filters import UserFilter
from hr_docs.administration.forms import UserForm
from hr_docs.administration.people import managed_by, with_security
from hr_docs.administration.services import set_temporary_password
from hr_docs.administration.tables import UserTable
from hr_docs.pages.tables import paged
from hr_docs.pages.users import signed_in


@allowed("auth.view_user")
def users(request: HttpRequest) -> HttpResponse:
    """Who may log in."""
    rows = with_security(managed_by(request.user))
    found = UserFilter(request.GET, rows, request=request)
    table = paged(UserTable(found.qs), request)
    return render(request, "administration/users.html", {"filter": found, "table": table})


@allowed("auth.view_user", to_change="auth.change_user")
def user(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a user's name, roles, limit, or close the account."""
    shown = get_object_or_404(with_security(managed_by(request.user)), pk=pk)
    form = UserForm(request.POST or None, instance=shown, by=signed_in(request))
    if request.method == "POST" and _stored(request, form):
        messages.success(request, gettext("Saved: %(record)s.") % {"record": form.instance})
        return redirect("administration:users")
    context = {"form": form, "shown": shown, "is_locked": is_locked(request, shown.username)}
    return render(request, "administration/user.html", context)


@allowed("auth.add_user")
def user_add(request: HttpRequest) -> HttpResponse:
    """Add a user; the answer shows the first password, once."""
    form = UserForm(request.POST or None, by=signed_in(request))
    if request.method == "POST" and _stored(request, form):
        password = set_temporary_password(user=form.instance)
        context = {"shown": form.instance, "password": password, "is_new": True}
        return render(request, "administration/password.html", context)
    return render(request, "administration/user.html", {"form": form})


def _stored(request: HttpRequest, form: UserForm) -> bool:
    with transaction.atomic():
        is_stored = form.stored()
        if is_stored and form.changed:
            record(request, Action.RIGHTS, form.instance, form.changed)
    return is_stored

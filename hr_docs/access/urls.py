"""Addresses of the log-in and of the user's own security; allauth's names, for allauth asks them.

Of allauth there is what a user without e-mail needs: no sign-up, no reset by letter, no social
log-in.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import path

from hr_docs.access.gate import allowed_to_all
from hr_docs.access.views.home import home
from hr_docs.access.views.security import security

View = Callable[..., HttpResponseBase]


def own(view: View) -> View:
    """A page about the user's own account."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return allowed_to_all(page)


def second_factor(view: View) -> View:
    """A page that is not there when the organisation has switched the second factor off."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.SECOND_FACTOR == "off":
            raise Http404
        return view(request, *args, **kwargs)

    return own(page)


urlpatterns = [
    path("", home, name="home"),
    path("login/", account.login, name="account_login"),
    path("login/code/", mfa.authenticate, name="mfa_authenticate"),
    path("login/closed/", account.account_inactive, name="account_inactive"),
    path("logout/", account.logout, name="account_logout"),
    path("security/", security, name="mfa_index"),
    path("security/password/", own(account.password_change), name="account_change_password"),
    path("security/confirm/", own(account.reauthenticate), name="account_reauthenticate"),
    path("security/confirm/code/", second_factor(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("security/app/add/", second_factor(totp.activate_totp), name="mfa_activate_totp"),
    path("security/app/remove/", second_factor(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "security/codes/", second_factor(codes.view_recovery_codes), name="mfa_view_recovery_codes"
    ),
    path(
        "security/codes/download/",
        second_factor(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path(
        "security/codes/new/",
        second_factor(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
]

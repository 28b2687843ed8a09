"""The forms of the log-in and of the user's own security: allauth's, in the product's words."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hr_docs.access.lockout import is_locked

LABELS = {
    "login": _("User name"),
    "password": _("Password"),
    "oldpassword": _("Present password"),
    "password1": _("New password"),
    "password2": _("New password once more"),
    "code": _("Code"),
}


class Worded:
    """Labels in the product's words, and no placeholders that repeat them."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)


class LoginForm(Worded, account.LoginForm):  # type: ignore[misc]  # allauth is not followed
    """Name and password."""


class ReauthenticateForm(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before a change of the second factor."""


class ChangePasswordForm(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    """A new password has to be a new one: the old one may be known to whoever set it."""

    def clean_password1(self) -> str:
        """The new password, when it is not the present one."""
        password: str = self.cleaned_data["password1"]
        if self.user.check_password(password):
            raise ValidationError(gettext("This is the present password: choose another one."))
        return password


class Counted(Worded):
    """A code is guessed like a password, so it is counted, and locked, together with it."""

    user: Any

    def clean_code(self) -> str:
        """The code, unless the user is locked out."""
        if is_locked(context.request, self.user.get_username()):
            context.request.axes_locked_out = True
            context.request.axes_credentials = {"username": self.user.get_username()}
            raise ValidationError(gettext("Too many failed attempts."))
        code: str = super().clean_code()  # type: ignore[misc]  # of the form it is mixed into
        return code


class CodeForm(Counted, mfa.AuthenticateForm):  # type: ignore[misc]  # allauth is not followed
    """The code after the password."""


class CodeAgainForm(Counted, mfa.ReauthenticateForm):  # type: ignore[misc]
    """A code before a change of the second factor."""


class ActivateForm(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new second factor."""

"""What follows a log-in, a log-out, a failed try and a change of one's own security."""

from time import time
from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from hr_docs.access.audit import Action, record_of
from hr_docs.access.duties import ADD_FACTOR, CHANGE_PASSWORD, DUTIES, SEEN
from hr_docs.access.models import TemporaryPassword
from hr_docs.access.second_factor import is_second_factor_due


@receiver(user_logged_in)
def begin_session(request: HttpRequest, user: User, **_options: Any) -> None:
    """Note in the session what the user has to do before anything else."""
    duties = {
        CHANGE_PASSWORD: TemporaryPassword.objects.filter(user=user).exists(),
        ADD_FACTOR: is_second_factor_due(user),
    }
    request.session[DUTIES] = [duty for duty, is_due in duties.items() if is_due]
    request.session[SEEN] = int(time())
    if hasattr(request, "user"):  # else nobody is at a browser: a command, a test
        record_of(user, request, Action.LOGGED_IN)


@receiver(user_logged_out)
def note_the_end(request: HttpRequest, user: User | None, **_options: Any) -> None:
    """A session that had ended by itself has no user any more."""
    if user is not None and hasattr(request, "user"):
        record_of(user, request, Action.LOGGED_OUT)


@receiver(user_login_failed)
def note_the_failure(
    credentials: dict[str, Any], request: HttpRequest | None = None, **_options: Any
) -> None:
    """Name the user only if there is one: a password typed in the wrong field is no name."""
    if request is None:
        return
    user = User.objects.filter(username__iexact=credentials.get("username") or "").first()
    is_locked = bool(getattr(request, "axes_locked_out", False))
    details = {"locked": True} if is_locked else {}
    record_of(user, request, Action.LOGIN_FAILED, details=details)


@receiver(mfa.authentication_failed)
def count_the_code(request: HttpRequest, user: User, **_options: Any) -> None:
    """A wrong code is a failed log-in: the same count, the same lock, the same entry."""
    user_login_failed.send(
        sender=Authenticator, credentials={"username": user.get_username()}, request=request
    )


@receiver(password_changed)
def forget_temporary_password(request: HttpRequest, user: User, **_options: Any) -> None:
    """The user has a password that nobody else knows."""
    TemporaryPassword.objects.filter(user=user).delete()
    _settle(request, CHANGE_PASSWORD)
    record_of(user, request, Action.RIGHTS, subject=user, details={"security": "password"})


@receiver(mfa.authenticator_added)
def note_new_factor(
    request: HttpRequest, user: User, authenticator: Authenticator, **_options: Any
) -> None:
    """Set up by the user; recovery codes come with it."""
    if authenticator.type == Authenticator.Type.TOTP:
        _settle(request, ADD_FACTOR)
        details = {"security": "second factor on"}
        record_of(user, request, Action.RIGHTS, subject=user, details=details)


@receiver(mfa.authenticator_removed)
def note_lost_factor(
    request: HttpRequest, user: User, authenticator: Authenticator, **_options: Any
) -> None:
    """Taken off by the user."""
    if authenticator.type == Authenticator.Type.TOTP:
        details = {"security": "second factor off"}
        record_of(user, request, Action.RIGHTS, subject=user, details=details)


@receiver(mfa.authenticator_reset)
def note_new_codes(request: HttpRequest, user: User, **_options: Any) -> None:
    """New recovery codes; the earlier ones are worth nothing any more."""
    details = {"security": "recovery codes"}
    record_of(user, request, Action.RIGHTS, subject=user, details=details)


def _settle(request: HttpRequest, duty: str) -> None:
    request.session[DUTIES] = [each for each in request.session.get(DUTIES, []) if each != duty]

"""Who is at the page, and what users are called."""

from django.contrib.auth.models import User
from django.http import HttpRequest


def signed_in(request: HttpRequest) -> User:
    """The user; every view but the log-in page has one (LoginRequiredMiddleware)."""
    if not isinstance(request.user, User):
        raise TypeError("a view without log-in asks for the user")
    return request.user


def name_of(user: User | None) -> str:
    """The full name, else that of the log-in; empty for nobody (the command line)."""
    return (user.get_full_name() or user.get_username()) if user else ""

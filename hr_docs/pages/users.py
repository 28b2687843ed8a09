"""Who is at the page."""

from django.contrib.auth.models import User
from django.http import HttpRequest


def signed_in(request: HttpRequest) -> User:
    """The user; every view but the log-in page has one (LoginRequiredMiddleware)."""
    if not isinstance(request.user, User):
        raise TypeError("a view without log-in asks for the user")
    return request.user

"""What a view asks of its user.

Every view says it with one of two decorators, and a test walks all addresses to see that it does.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

READING = ("GET", "HEAD", "OPTIONS")
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def allowed(*permissions: str, to_change: str = "") -> Callable[[View], View]:
    """Answer only users who have every one of these permissions («app.codename»); others get 403.

    `to_change` is asked besides of whoever sends something: a page that many read and few change.
    It stands outermost on the view, so that what the view asks can be read off its address.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            changes = to_change and request.method not in READING
            asked = (*permissions, to_change) if changes else permissions
            if not request.user.has_perms(asked):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return cast("View", _marked(guarded, permissions))

    return guard


def allowed_to_all(view: View) -> View:
    """Answer whoever has logged in."""
    return _marked(view, ())


def permissions_of(view: Callable[..., Any]) -> tuple[str, ...] | None:
    """What a view asks; None for one that says nothing, which no page of the product may."""
    return getattr(view, "permissions", None)


def _marked(view: View, permissions: tuple[str, ...]) -> View:
    view.permissions = permissions  # type: ignore[attr-defined]  # read back by permissions_of
    return view

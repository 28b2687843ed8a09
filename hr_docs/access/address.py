"""Where a request comes from."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address of the client; None where there is none (a unix socket, a broken header).

    Behind the proxy that BEHIND_PROXY promises it is the last entry of X-Forwarded-For: the proxy
    appends what it saw itself, everything before it is the client's own word.
    """
    named = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        named = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or named
    try:
        return str(ip_address(named))
    except ValueError:
        return None

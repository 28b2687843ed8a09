"""Locking a user name after too many failed log-ins.

The name is locked and not the address: behind one address works a whole office. It opens again by
itself, and tries during the lock do not prolong it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import ceil

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

Credentials = Mapping[str, str]


def counted_name(_request: HttpRequest, credentials: Credentials | None = None) -> str:
    """The name under which a try is counted, in whatever case it was typed."""
    return _folded((credentials or {}).get("username") or "")


def is_locked(request: HttpRequest, username: str) -> bool:
    """Whether the name is locked now."""
    return not AxesProxyHandler.is_allowed(request, {"username": username})


def unlock(username: str) -> None:
    """Forget the failed log-ins of this name."""
    reset(username=_folded(username))


def locked_out(
    request: HttpRequest, _response: HttpResponse | None, credentials: Credentials | None = None
) -> HttpResponse:
    """What somebody reads whose name is locked: until when, and who can help."""
    until = _locked_until(counted_name(request, credentials))
    minutes = max(1, ceil((until - timezone.now()) / timedelta(minutes=1)))
    context = {"minutes": minutes, "until": until, "failures": settings.AXES_FAILURE_LIMIT}
    answer = render(request, "account/locked.html", context, status=429)
    answer.headers["Retry-After"] = str(minutes * 60)
    return answer


def _locked_until(name: str) -> datetime:
    found = AccessAttempt.objects.filter(username=name).aggregate(last=Max("attempt_time"))
    cool_off: timedelta = settings.AXES_COOLOFF_TIME
    return (found["last"] or timezone.now()) + cool_off


def _folded(username: str) -> str:
    return username.strip().lower()[:255]

"""What holds for every page behind the log-in: sessions end, duties come first."""

from collections.abc import Callable
from time import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django_htmx.http import HttpResponseClientRefresh

from hr_docs.access.duties import ADD_FACTOR, CHANGE_PASSWORD, DUTIES, OPEN_MEANWHILE, SEEN

Answer = Callable[[HttpRequest], HttpResponse]
NOTED_EVERY = 60  # seconds: not every request writes the session


def watched_session(get_response: Answer) -> Answer:
    """End a session that stood idle, and lead a user who has a duty to the page of it."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _end_idle_session(request)
            if duty := _duty_before(request):
                return _whole_page(request, redirect(duty))
        return _whole_page(request, get_response(request))

    return answer


def _end_idle_session(request: HttpRequest) -> None:
    now = int(time())
    idle = now - request.session.get(SEEN, now)
    if idle >= settings.SESSION_IDLE_MINUTES * 60:
        logout(request)
        messages.warning(request, gettext("The session has ended: nothing was done for a while."))
    elif idle >= NOTED_EVERY or SEEN not in request.session:
        request.session[SEEN] = now


def _duty_before(request: HttpRequest) -> str | None:
    """The name of the page that comes before the one asked for."""
    duties = request.session.get(DUTIES) or []
    if not duties:
        return None
    open_pages = {reverse(name) for name in (duties[0], *OPEN_MEANWHILE)}
    return None if request.path in open_pages else str(duties[0])


def _whole_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A part of a page that is refused reloads the page: the log-in does not fit into a part."""
    is_part = request.headers.get("HX-Request") == "true"
    if is_part and isinstance(response, HttpResponseRedirect) and _leaves(response.url):
        return HttpResponseClientRefresh()
    return response


def _leaves(address: str) -> bool:
    pages = (settings.LOGIN_URL, CHANGE_PASSWORD, ADD_FACTOR)
    return address.partition("?")[0] in {reverse(page) for page in pages}

"""What holds for every answer of the product: its language, and that no cache keeps it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import add_never_cache_headers

Answer = Callable[[HttpRequest], HttpResponse]


def chosen_language(get_response: Answer) -> Answer:
    """Speak the product's language unless the reader chose another one on the page.

    Django's own middleware follows the browser's language: an officer with an English browser
    would meet an English page with Russian documents in it.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = chosen in dict(settings.LANGUAGES)
        with translation.override(chosen if known else settings.LANGUAGE_CODE):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "")
            return response

    return answer


def private_answers(get_response: Answer) -> Answer:
    """Keep pages and files with personal data out of every cache, the browser's included."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        add_never_cache_headers(response)  # sets no-store and private
        return response

    return answer

"""What every page has in common: log-in, language, headers, errors, icons, the side bar."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, get_resolver, reverse
from django.views import defaults

from hr_docs.pages.navigation import GROUPS
from hr_docs.templatetags.pages import icon
from tests.reading import text_of

TEMPLATES = settings.BASE_DIR / "templates"
NAMESPACES = ("employees", "job_descriptions", "documents", "administration")
PLACEHOLDERS = {"pk": 1}


def _addresses() -> list[str]:
    """An address of every page of the product."""
    found = []
    for namespace in NAMESPACES:
        _, resolver = get_resolver().namespace_dict[namespace]
        for name in filter(lambda key: isinstance(key, str), resolver.reverse_dict):
            for arguments in ({}, {"pk": 1}, {"pk": "6f1d5b3e-9d0e-4a43-8c0e-2f2f6a3f9f11"}):
                try:
                    found.append(reverse(f"{namespace}:{name}", kwargs=arguments))
                except NoReverseMatch:
                    continue
    return sorted(set(found))


@pytest.mark.parametrize("address", _addresses())
def test_it_sends_a_stranger_to_the_log_in_page(client: Client, address: str):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (
        302,
        reverse("account_login"),
    )


def test_every_page_of_the_side_bar_opens(admin_client: Client):
    entries = [entry for group in GROUPS for entry in group]
    answers = {entry.view: admin_client.get(entry.url).status_code for entry in entries}
    assert set(answers.values()) == {200}, answers


def test_the_side_bar_marks_the_page_it_stands_on(desk: Client):
    page = desk.get(reverse("employees:sites")).content.decode()
    assert re.findall(r'href="([^"]+)" aria-current="page"', page) == [reverse("employees:sites")]


def test_the_first_page_is_the_day(desk: Client):
    assert desk.get("/").headers["Location"] == reverse("documents:today")


@pytest.mark.django_db
def test_it_logs_in_and_out(client: Client, officer: User):
    answer = client.post(
        reverse("account_login"), {"login": "olga", "password": "papers"}, follow=True
    )
    assert "Операторы" in text_of(answer)
    client.post(reverse("account_logout"))
    assert client.get(reverse("employees:employments")).status_code == 302


@pytest.mark.django_db
def test_a_wrong_password_is_refused_in_russian(client: Client, officer: User):
    answer = client.post(reverse("account_login"), {"login": "olga", "password": "?"})
    assert "Имя пользователя и/или пароль неверны" in text_of(answer)


@pytest.mark.django_db
def test_it_speaks_russian_to_an_english_browser(client: Client):
    page = client.get(reverse("account_login"), headers={"accept-language": "en"})
    assert "Войти" in text_of(page)
    assert page.headers["Content-Language"] == "ru"


@pytest.mark.django_db
def test_it_speaks_english_when_asked(client: Client):
    client.post(reverse("set_language"), {"language": "en", "next": reverse("account_login")})
    assert "Log in" in text_of(client.get(reverse("account_login")))


@pytest.mark.django_db
def test_a_language_that_is_not_spoken_is_russian(client: Client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "de"
    assert "Войти" in text_of(client.get(reverse("account_login")))


def test_no_cache_keeps_a_page(desk: Client):
    headers = desk.get(reverse("employees:employments")).headers
    assert {"no-store", "private"} <= set(headers["Cache-Control"].split(", "))


def test_the_content_policy_names_only_the_product_itself(desk: Client):
    policy = desk.get(reverse("employees:employments")).headers["Content-Security-Policy"]
    sources = {source for rule in policy.split("; ") for source in rule.split()[1:]}
    assert sources == {"'self'", "'none'", "data:"}


def test_no_page_stands_in_a_frame(desk: Client):
    headers = desk.get(reverse("employees:employments")).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_has_what_the_content_policy_forbids(path: Path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|https?://", text)


def _icons() -> list[str]:
    named = {entry.icon for group in GROUPS for entry in group}
    for path in TEMPLATES.rglob("*.html"):
        named |= set(re.findall(r'{% icon "([^"]+)"', path.read_text(encoding="utf-8")))
    return sorted(named)


@pytest.mark.parametrize("name", _icons())
def test_every_icon_exists_and_is_hidden_from_screen_readers(name: str):
    assert 'aria-hidden="true"' in icon(name)


def test_a_page_that_does_not_exist_says_so_in_russian(desk: Client):
    answer = desk.get("/nowhere/")
    assert answer.status_code == 404
    assert "Такой страницы нет" in text_of(answer)


def test_a_form_without_its_token_is_refused_in_russian(officer: User):
    client = Client(enforce_csrf_checks=True)
    answer = client.post(reverse("account_login"), {"login": "olga", "password": "papers"})
    assert answer.status_code == 403
    assert "Форма устарела" in text_of(answer)


ERRORS = [
    (defaults.bad_request, 400, "Запрос не понят"),
    (defaults.permission_denied, 403, "Эта страница вам недоступна"),
]


@pytest.mark.parametrize(("view", "status", "words"), ERRORS)
def test_an_error_is_explained_in_russian(rf: RequestFactory, view, status, words):
    answer = view(rf.get("/"), Exception("inner words"))
    assert answer.status_code == status
    assert words in text_of(answer)
    assert "inner words" not in text_of(answer)


def test_a_mistake_of_the_product_is_explained_without_its_traceback(rf: RequestFactory):
    answer = defaults.server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "Ошибка программы" in text_of(answer)

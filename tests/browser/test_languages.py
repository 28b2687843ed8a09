"""The words of the interface: no Russian in the English one, no English in the Russian one.

What a person, a template or the law says is Russian in both: looked at are the words that the pages
themselves put around it, on every page of the walk that has hardly any data on it.
"""

import re
from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from hr_docs.access.roles import ROLES
from hr_docs.documents.models import WordMaster
from tests.browser.addresses import LISTS

pytestmark = pytest.mark.django_db
#: Names of products and formats, and what is written in Latin letters by its nature.
LATIN = {
    *(
        "Word",
        "Excel",
        "CSV",
        "PDF",
        "ZIP",
        "JPEG",
        "PNG",
        "SHA",
        "English",
        "Enter",
        "xlsx",
        "docx",
    ),
    *(
        "csv",
        "xlsm",
        "ISO",
        "QR",
        "admin",
        "RU",
        "BY",
        "UZ",
        "XX",
        "II",
        "III",
        "Europe",
        "Moscow",
        "yyyy",
        "yy",
    ),
}
#: Pages of law and of templates: Russian through and through, their sources Latin addresses.
RUSSIAN = {"documents:figures", "documents:masters", "documents:rules", "documents:placeholders"}
CHROME = {"h1", "h2", "th", "legend", "label", "button", "summary", "caption", "nav", "title"}
SILENT = {"script", "style", "code", "svg", "select", "textarea"}


class Words(HTMLParser):
    """The words of a page: all, and those of its headings, labels, buttons and menus."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.all: list[str] = []
        self.chrome: list[str] = []
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CHROME | SILENT:
            self.open.append(tag if dict(attrs).get("lang") is None else "code")
        for name, value in attrs:
            if value and name in {"aria-label", "title", "placeholder", "alt"}:
                self.chrome.append(value)
                self.all.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag in CHROME | SILENT and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if set(self.open) & SILENT:
            return
        self.all.append(data)
        if self.open:
            self.chrome.append(data)


@pytest.fixture
def client(db) -> Client:
    olga = User.objects.create_user("ольга", password="papers")
    olga.groups.set(Group.objects.filter(name__in=ROLES))
    client = Client()
    client.force_login(olga)
    return client


def _strange(client: Client, language: str, letters: str) -> dict[str, list[str]]:
    client.post(reverse("set_language"), {"language": language})
    found = {}
    for name in LISTS.split():
        if name in RUSSIAN:
            continue
        words = Words(client.get(reverse(name), follow=True).content.decode())
        texts = words.all if language == "ru" else words.chrome
        strange = sorted(set(re.findall(letters, " ".join(texts))))
        if rest := [word for word in strange if word not in _KNOWN[language]()]:
            found[name] = rest
    return found


def _russian_data() -> set[str]:
    """Words of titles and roles, which are data, and of the button that changes the language."""
    titles = [*WordMaster.objects.values_list("title", flat=True), *ROLES, "ольга", "Русский"]
    return {word for title in titles for word in re.findall(r"[А-Яа-яЁё]+", title)}


_KNOWN = {"ru": lambda: LATIN, "en": _russian_data}


def test_the_russian_interface_has_no_english_words(client: Client):
    assert _strange(client, "ru", r"\b[A-Za-z]{2,}\b") == {}


def test_the_english_interface_has_no_russian_words(client: Client):
    assert _strange(client, "en", r"[А-Яа-яЁё]+") == {}

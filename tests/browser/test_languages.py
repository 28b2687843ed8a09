"""The words of the interface: no Russian in the English one, no English in the Russian one.

What a person, a template or the law says is Russian in both. On the lists the words are looked at
that the pages themselves put around it; on the pages of one record everything that is neither
stored nor marked as Russian (`lang`).
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as project
from django.contrib.auth.models import Group, User
from django.db import models
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from employees.importing.columns import COLUMNS
from employees.services import save_employer, save_operator, save_signatory
from hr_docs.access.roles import ROLES
from hr_docs.documents.models import WordMaster
from job_descriptions.services import save_position
from tests.browser.addresses import LISTS, every_page
from tests.factories import make_employment, make_every_local_act

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
RUSSIAN_WORD = r"[А-Яа-яЁё]+"
#: What the papers print, given as an example beside a field; a country; a cell of the table.
SAID_IN_RUSSIAN = """
в связи с; понедельник и вторник — на рабочем месте, остальные — дистанционно; Ромашка;
А. П. Иванова; Россия; Узбекистан; вчера
"""
#: Pages of law and of templates: Russian through and through, their sources Latin addresses.
RUSSIAN = {"documents:figures", "documents:masters", "documents:rules", "documents:placeholders"}
CHROME = {"h1", "h2", "th", "legend", "label", "button", "summary", "caption", "nav", "title"}
SILENT = {"script", "style", "code", "svg", "select", "textarea"}
EMPTY = {"br", "col", "hr", "img", "input", "link", "meta"}
ATTRIBUTES = ("aria-label", "title", "placeholder", "alt")


class Words(HTMLParser):
    """The words of a page: all, and those of its headings, labels, buttons and menus.

    What says of itself in which language it is (`lang`) is left out of both.
    """

    def __init__(self, body: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.all: list[str] = []
        self.chrome: list[str] = []
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        if tag not in EMPTY:
            self.open.append((tag, tag in SILENT or ("lang" in own and tag != "html")))
        if not self._is_silent:
            said = [own[name] or "" for name in ATTRIBUTES if name in own]
            self.chrome += said
            self.all += said

    def handle_endtag(self, tag: str) -> None:
        while any(each == tag for each, _ in self.open) and self.open.pop()[0] != tag:
            pass  # a tag that needs no end of its own

    def handle_data(self, data: str) -> None:
        if self._is_silent:
            return
        self.all.append(data)
        if {tag for tag, _ in self.open} & CHROME:
            self.chrome.append(data)

    @property
    def _is_silent(self) -> bool:
        return any(silent for _, silent in self.open)


@pytest.fixture
def client(db) -> Client:
    olga = User.objects.create_user("ольга", password="papers")
    olga.groups.set(Group.objects.filter(name__in=ROLES))
    client = Client()
    client.force_login(olga)
    return client


@pytest.fixture
def record_pages(client: Client, settings: Settings, tmp_path: Path) -> dict[str, str]:
    """The pages of one card, run, document, import, bundle, … and no list, by name."""
    settings.MEDIA_ROOT = tmp_path
    hired = make_employment()
    save_operator(operator=hired.operator)
    save_employer(employer=hired.employer)
    save_signatory(signatory=hired.signatory)
    save_position(position=hired.position)
    make_every_local_act(hired.employer)
    pages = every_page(hired, User.objects.get())
    skipped = {*LISTS.split(), *RUSSIAN, "missing"}
    return {name: address for name, address in pages.items() if name not in skipped}


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
    return set(re.findall(RUSSIAN_WORD, " ".join(titles)))


_KNOWN = {"ru": lambda: LATIN, "en": _russian_data}


def test_the_russian_interface_has_no_english_words(client: Client):
    assert _strange(client, "ru", r"\b[A-Za-z]{2,}\b") == {}


def test_the_english_interface_has_no_russian_words(client: Client):
    assert _strange(client, "en", RUSSIAN_WORD) == {}


def _stored_words() -> set[str]:
    """Every Russian word that a record holds, lists and dictionaries within it left out."""
    texts = (models.CharField, models.TextField)
    words = _russian_data()
    for model in apps.get_models():
        names = [each.attname for each in model._meta.concrete_fields if isinstance(each, texts)]
        for values in model._default_manager.values_list(*names) if names else ():
            words.update(re.findall(RUSSIAN_WORD, " ".join(map(str, values))))
    return words


def _said_in_russian() -> Iterator[str]:
    """Examples, headings of the table of operators, a permit as the templates call it."""
    yield SAID_IN_RUSSIAN
    yield from (column.heading for column in COLUMNS)
    lines = (project.BASE_DIR / "templates/word/PLACEHOLDERS.md").read_text().splitlines()
    yield from (line for line in lines if "работник.разрешение." in line)


def test_the_english_pages_of_records_add_no_russian_words(
    client: Client, record_pages: dict[str, str]
):
    client.post(reverse("set_language"), {"language": "en"})
    known = _stored_words() | set(re.findall(RUSSIAN_WORD, " ".join(_said_in_russian())))
    found = {}
    for name, address in record_pages.items():
        words = Words(client.get(address, follow=True).content.decode())
        said = set(re.findall(RUSSIAN_WORD, " ".join(words.all)))
        if rest := said - known:
            found[name] = sorted(rest)
    assert found == {}

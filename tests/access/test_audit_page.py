"""The page of the audit log: filters, the journal of a card, files."""

import ast
import csv
import io
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.urls import reverse
from openpyxl import load_workbook
from time_machine import travel

from employees.models import Employment
from hr_docs.access.audit import Action, record_of
from hr_docs.access.models import AuditEntry
from hr_docs.access.roles import MANAGER, OFFICER
from hr_docs.administration.wording import KEYS
from tests.access.people import browser_of, make_user
from tests.conftest import ROOT
from tests.factories import make_employment
from tests.reading import rows_of, text_of

LOG, EXPORT = "/audit/", "/audit/export/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def vera() -> User:
    return make_user("vera", OFFICER)


@pytest.fixture
def manager() -> Client:
    return browser_of(make_user("boss", MANAGER))


@pytest.fixture
def hired(vera: User, rf: RequestFactory) -> Employment:
    """Viewed on one day, changed on the next, by two people."""
    hired, request = make_employment(), rf.get("/", REMOTE_ADDR="10.0.0.7")
    with travel("2026-11-02T09:30:15+03:00"):
        record_of(vera, request, Action.VIEWED, subject=hired)
    with travel("2026-11-03T00:10:00+03:00"):
        changed = {"fields": ["hourly_rate", "surname"]}
        record_of(make_user("lev"), request, Action.CHANGED, subject=hired, details=changed)
    return hired


def test_it_says_who_did_what_when_and_from_where(manager: Client, hired: Employment):
    (latest, first) = rows_of(manager.get(LOG))
    assert first.startswith("02.11.2026 09:30:15 vera смотрел персональные данные")
    assert "10.0.0.7" in first
    assert "поля: часовая ставка, руб., фамилия" in latest


IN_WORDS = [
    (Action.ISSUED, {"run": 5, "documents": 3}, "выпустил", "выпуск: 5; документы: 3"),
    (Action.CHANGED, {"version": 2}, "изменил", "версия: 2"),
    (
        Action.STATUS,
        {"step": "handed_out", "on": "2026-11-30"},
        "изменил статус",
        "шаг: выдан; день: 30.11.2026",
    ),
    (Action.STATUS, {"status": "cancelled", "people": 20}, "изменил", "остановлен; людей: 20"),
    (Action.STATUS, {"read": {"act-1": "2026-11-30"}}, "изменил", "ознакомление: 30.11.2026"),
    (Action.EXPORTED, {"list": "register", "rows": 3}, "выгрузил", "список: журнал документов"),
    (Action.EXPORTED, {"columns": ["status", "surname"]}, "выгрузил", "столбцы: статус, фамилия"),
    (Action.IMPORTED, {"rows": 2, "choice": "new"}, "импортировал", "только новые строки"),
]


@pytest.mark.parametrize(("action", "details", "verb", "words"), IN_WORDS)
def test_it_speaks_to_people(manager: Client, rf: RequestFactory, action, details, verb, words):
    record_of(make_user("vera"), rf.get("/"), action, details=details)
    (row, *_others) = rows_of(manager.get(LOG, {"q": "vera"}))
    assert f"vera {verb}" in row
    assert words in row


def test_every_detail_that_is_recorded_has_its_word():
    calls = [
        call
        for path in ROOT.glob("*/**/views/*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"record", "record_of"}
    ]
    keys = {key.value for call in calls for key in _literal_keys(call)}
    assert {"step", "people", "format"} <= keys <= set(KEYS)


def _literal_keys(call: ast.Call) -> Iterator[ast.Constant]:
    for part in ast.walk(call):
        if isinstance(part, ast.Dict):
            yield from (key for key in part.keys if isinstance(key, ast.Constant))


FILTERS = [
    ({"action": "changed"}, ["lev"]),
    ({"q": "ИВАНОВА"}, ["lev", "vera"]),
    ({"q": "LEV"}, ["lev"]),
    ({"since": "2026-11-03"}, ["lev"]),
    ({"until": "2026-11-02"}, ["vera"]),
    ({"kind": "employees.employer", "record": "1"}, []),
]


@pytest.mark.parametrize(("asked", "names"), FILTERS)
def test_it_is_narrowed_down(manager: Client, hired: Employment, asked, names):
    shown = rows_of(manager.get(LOG, asked))
    assert [row.split()[2] for row in shown] == names


def test_it_is_narrowed_down_to_a_person(manager: Client, hired: Employment, vera: User):
    assert len(rows_of(manager.get(LOG, {"user": vera.pk}))) == 1


def test_the_card_leads_to_its_own_journal(manager: Client, hired: Employment, vera: User, rf):
    record_of(vera, rf.get("/"), Action.VIEWED, subject=make_employment())
    card = manager.get(reverse("employees:employment", args=[hired.pk])).content.decode()
    address = f"{LOG}?kind=employees.employment&amp;record={hired.pk}"
    assert address in card
    journal = rows_of(manager.get(address.replace("&amp;", "&")))
    assert [row.split()[2] for row in journal] == ["boss", "lev", "vera"]


def test_a_file_has_what_the_filters_found(manager: Client, hired: Employment):
    answer = manager.get(EXPORT, {"format": "csv", "action": "viewed"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    heading, *rows = csv.reader(io.StringIO(text), delimiter=";")
    assert heading[:3] == ["Когда", "Кто", "Что"]
    assert [row[1] for row in rows] == ["vera"]


def test_a_workbook_takes_no_text_for_a_formula(manager: Client, vera: User, rf):
    hired = make_employment(operator__personnel_number="=1+1")
    record_of(vera, rf.get("/"), Action.VIEWED, subject=hired)
    answer = manager.get(EXPORT, {"format": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    cell = sheet["D2"]
    assert (cell.data_type, cell.value[:4]) == ("s", "=1+1")


def test_taking_it_away_is_an_entry_itself(manager: Client, hired: Employment):
    b"".join(manager.get(EXPORT, {"format": "csv"}).streaming_content)  # type: ignore[attr-defined]
    entry = AuditEntry.objects.get(action="exported")
    assert (entry.username, entry.details) == ("boss", {"page": "audit", "format": "csv"})


def test_a_limited_reader_sees_what_concerns_his_employers(hired: Employment, vera: User, rf):
    record_of(vera, rf.get("/"), Action.VIEWED, subject=make_employment())
    record_of(vera, rf.get("/"), Action.LOGGED_IN)
    desk = browser_of(make_user("boss", MANAGER, limit=hired.employer))
    assert [row.split()[2] for row in rows_of(desk.get(LOG))] == ["lev", "vera"]


def test_a_wrong_day_is_told_in_words(manager: Client, hired: Employment):
    assert "Введите правильную дату" in text_of(manager.get(LOG, {"since": "завтра"}))


def test_the_number_of_queries_does_not_grow_with_the_log(
    manager: Client, hired: Employment, vera: User, rf, django_assert_max_num_queries
):
    for _ in range(30):
        record_of(vera, rf.get("/"), Action.VIEWED, subject=hired)
    with django_assert_max_num_queries(8):
        manager.get(LOG)

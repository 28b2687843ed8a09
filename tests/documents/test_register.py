"""The register: what it finds, how it is ordered, and the journal as a file."""

import csv
import io
from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import EmployerLimit
from hr_docs.access.models import AuditEntry
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions, void_document
from hr_docs.documents.models import Document, WordMaster
from tests.factories import make_employment
from tests.reading import rows_of, text_of
from tests.rights import grant

pytestmark = pytest.mark.django_db
REGISTER = reverse("documents:register")
EXPORT = reverse("documents:register_export")


def _issue(**values) -> list[Document]:
    return freeze_pack(employment=make_employment(**values), versions=pack_versions())


def _text(answer: Any) -> str:
    return b"".join(answer.streaming_content).decode("utf-8-sig")


@pytest.fixture
def contract() -> WordMaster:
    return WordMaster.objects.get(kind="employment_contract")


@pytest.mark.parametrize("typed", ["001/2026-тд", "001/2026-ТД", "ивано", "ПЕТРОВНА"])
def test_it_finds_by_a_part_of_number_or_name(desk: Client, typed: str):
    _issue()
    assert rows_of(desk.get(REGISTER, {"q": typed}))


def test_a_kind_of_one_year_stands_in_the_order_of_numbers(desk: Client, contract):
    first = _issue()[0].employer
    for _ in range(2):
        employment = make_employment(employer=first)
        freeze_pack(employment=employment, versions=pack_versions())
    answer = desk.get(REGISTER, {"kind": contract.pk, "year": 2026})
    assert [row.split("/")[0] for row in rows_of(answer)] == ["001", "002", "003"]
    assert "Журнал регистрации: Трудовой договор, 2026" in text_of(answer)


def test_the_newest_stand_first_otherwise(desk: Client):
    older, newer = _issue(operator__surname="Старая"), _issue(operator__surname="Новая")
    rows = rows_of(desk.get(REGISTER))
    assert len(rows) == len(older) + len(newer)
    assert "Новая" in rows[0]
    assert "Старая" in rows[-1]


def test_voided_and_superseded_ones_say_why(desk: Client, officer: User):
    old = _issue()[0]
    (new,) = freeze_pack(employment=old.employment, versions=[old.master_version])
    void_document(document=new, reason="Ошибка в имени", voided_by=officer)
    text = text_of(desk.get(REGISTER))
    assert f"заменён на № {new.number}" in text
    assert "Ольга: Ошибка в имени" in text


def test_the_journal_has_every_number_with_its_fate(desk: Client, officer: User, contract):
    grant(officer, "documents.export_register")
    old = _issue()[-1]
    (new,) = freeze_pack(employment=old.employment, versions=[old.master_version])
    void_document(document=new, reason="=ошибка", voided_by=officer)
    answer = desk.post(EXPORT, {"format": "csv", "query": f"kind={old.master_id}&sort=-number"})
    text = _text(answer)
    heading, first, second = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    journal = [dict(zip(heading, row, strict=True)) for row in (first, second)]
    assert [row["Номер документа"] for row in journal] == [old.number, new.number]
    assert journal[0]["Заменён на"] == journal[1]["Номер документа"]
    assert journal[1]["Взамен"] == old.number
    assert journal[1]["Причина аннулирования"] == "'=ошибка"


@pytest.mark.parametrize(
    ("query", "name"), [("", "Журнал регистрации 2"), ("year=2026", "Журнал регистрации 2026 2")]
)
def test_the_file_is_named_after_what_was_asked_for(desk: Client, officer: User, query, name):
    grant(officer, "documents.export_register")
    _issue()
    answer = desk.post(EXPORT, {"format": "csv", "query": query})
    assert unquote(answer.headers["Content-Disposition"]).partition("''")[2].startswith(name)


def test_the_journal_is_in_the_audit_log(desk: Client, officer: User):
    grant(officer, "documents.export_register")
    _issue()
    desk.post(EXPORT, {"format": "csv"})
    assert AuditEntry.objects.get(action="exported").details["rows"] == 3


def test_the_journal_is_closed_to_those_who_may_not_export_it(client: Client):
    client.force_login(grant(User.objects.create_user("watcher"), "documents.view_document"))
    _issue()
    assert client.post(EXPORT).status_code == 403
    assert "Excel" not in text_of(client.get(REGISTER))


def test_another_employers_documents_are_neither_shown_nor_exported(desk: Client, officer: User):
    grant(officer, "documents.export_register")
    EmployerLimit.objects.create(user=officer)
    number = _issue()[0].number
    assert number not in text_of(desk.get(REGISTER))
    answer = desk.post(EXPORT, {"format": "csv"})
    assert number not in _text(answer)


@pytest.mark.parametrize("asked", [{}, {"q": "ивано", "sort": "operator"}, {"sort": "-number"}])
def test_a_page_takes_at_most_twelve_queries(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries, asked
):
    for _ in range(10):
        _issue()
    with django_assert_max_num_queries(12):
        desk.get(REGISTER, asked)

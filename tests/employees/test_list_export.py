"""The list of operators as a file: which rows, which columns, for whom."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from employees.models import EmployerLimit, Operator
from employees.tables import EmploymentTable
from hr_docs.access.models import AuditEntry
from tests.factories import EmploymentFactory, make_employment
from tests.reading import text_of
from tests.rights import grant

pytestmark = pytest.mark.django_db
EXPORT = reverse("documents:employments_export")
LIST = reverse("employees:employments")


@pytest.fixture
def exporter(officer: User) -> User:
    return grant(officer, "employees.export_operators")


def _bytes(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def _table(answer: Any) -> list[list[str]]:
    text = _bytes(answer).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_it_writes_the_ticked_rows_with_the_columns_of_the_list(desk: Client, exporter):
    chosen = make_employment(operator__surname="Ли")
    make_employment(operator__surname="Другая")
    data = {"chosen": chosen.pk, "format": "csv", "query": "columns=start_date&columns=hourly_rate"}
    assert _table(desk.post(EXPORT, data)) == [
        ["ФИО", "Первый день", "Ставка, ₽"],
        ["Ли Анна Петровна", "01.12.2026", "300,00"],
    ]


def test_a_workbook_has_real_days_and_numbers(desk: Client, exporter):
    data = {"chosen": make_employment().pk, "query": "columns=start_date&columns=hourly_rate"}
    content = _bytes(desk.post(EXPORT, data))
    _, row = load_workbook(io.BytesIO(content)).active.values
    assert (row[1].date(), row[2]) == (date(2026, 12, 1), 300)


def test_it_writes_all_that_the_filters_find_in_the_order_of_the_list(desk: Client, exporter):
    for surname in ("Абрамова", "Яшина"):
        make_employment(operator__surname=surname, status="draft")
    make_employment(operator__surname="Готовая")
    query = "status=draft&sort=-name&columns=status"
    data = {"everything": "on", "found": "2", "query": query, "format": "csv"}
    rows = _table(desk.post(EXPORT, data))[1:]
    assert [row[0].split()[0] for row in rows] == ["Яшина", "Абрамова"]


def test_it_never_writes_identifiers(desk: Client, exporter):
    operator = make_employment().operator
    columns = "&".join(f"columns={name}" for name in Operator.PERSONAL)
    data = {"everything": "on", "found": "1", "format": "csv", "query": columns}
    written = str(_table(desk.post(EXPORT, data)))
    assert operator.full_name in written
    assert not any(
        str(getattr(operator, name)) in written
        for name in Operator.PERSONAL
        if getattr(operator, name)
    )


def test_a_list_that_has_changed_since_is_not_written(desk: Client, exporter):
    make_employment()
    data = {"everything": "on", "found": "1240", "query": "status=ready"}
    answer = desk.post(EXPORT, data, follow=True)
    assert answer.redirect_chain[0][0] == f"{LIST}?status=ready"
    assert "Список с тех пор изменился" in text_of(answer)
    assert not AuditEntry.objects.filter(action="exported").exists()


def test_nothing_chosen_is_said_so(desk: Client, exporter):
    assert "Ничего не выбрано" in text_of(desk.post(EXPORT, {}, follow=True))


def test_the_export_is_in_the_audit_log(desk: Client, exporter):
    desk.post(EXPORT, {"chosen": make_employment().pk, "format": "csv"})
    details = AuditEntry.objects.get(action="exported").details
    assert (details["rows"], details["format"]) == (1, "csv")


def test_rows_of_another_employer_are_not_written(desk: Client, exporter):
    EmployerLimit.objects.create(user=exporter)
    answer = desk.post(EXPORT, {"chosen": make_employment().pk}, follow=True)
    assert "Ничего не выбрано" in text_of(answer)


def test_it_is_closed_to_those_who_may_not_export(client: Client):
    client.force_login(grant(User.objects.create_user("watcher"), "employees.view_employment"))
    make_employment()
    assert client.post(EXPORT).status_code == 403
    assert "Excel" not in text_of(client.get(LIST))


def test_the_list_offers_only_what_the_user_may_do(desk: Client, exporter):
    make_employment()
    page = desk.get(LIST).content.decode()
    assert f'formaction="{EXPORT}"' in page
    assert 'name="chosen"' in page
    assert "все найденные (1)" in text_of(desk.get(LIST))


def test_its_queries_do_not_grow_with_the_rows(
    desk: Client, exporter, django_assert_max_num_queries: DjangoAssertNumQueries
):
    EmploymentFactory.create_batch(20)
    query = "&".join(f"columns={name}" for name in EmploymentTable.choosable)
    data = {"everything": "on", "found": "20", "query": query, "format": "csv"}
    with django_assert_max_num_queries(16):
        rows = _table(desk.post(EXPORT, data))
    assert (len(rows), len(rows[1])) == (21, len(EmploymentTable.choosable) + 1)

"""The list of operators: what is found, how it is sorted, what an empty one says."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import EmployerLimit, Employment
from employees.services import save_operator
from hr_docs.documents.lists import missing_papers
from hr_docs.documents.lists.attention import BY_CODE
from hr_docs.documents.lists.tables import CheckedEmploymentTable
from tests.factories import EmploymentFactory, make_employment, make_site, make_tier
from tests.reading import rows_of, text_of
from tests.rights import grant

LIST = reverse("employees:employments")


def _hire(surname: str, name: str = "Анна", patronymic: str = "Петровна", **values) -> Employment:
    employment = make_employment(
        operator__surname=surname, operator__name=name, operator__patronymic=patronymic, **values
    )
    save_operator(operator=employment.operator)
    return employment


@pytest.fixture
def cast(db) -> None:
    _hire("Ёлкина", operator__personnel_number="КЦ-7", operator__phone="+7 912 345-67-89")
    _hire("Абрамова", "Зоя", start_date=date(2026, 12, 5), status="signed")
    _hire("Яшина", "Ольга", remote=True, start_date=date(2026, 12, 3))


def _names(answer) -> list[str]:
    return [row.split()[1] for row in rows_of(answer)]


@pytest.mark.parametrize(
    "words",
    ["ёлкина", "ЕЛКИНА", "елк анна", "петровна ёлк", "кц-7", "912 345-67-89", "+7 (912) 345"],
)
def test_it_finds_an_operator_by_any_part(cast, desk: Client, words: str):
    assert _names(desk.get(LIST, {"q": words})) == ["Ёлкина"]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"status": "signed"}, ["Абрамова"]),
        ({"work_mode": "remote"}, ["Яшина"]),
        ({"q": "анна", "status": "signed"}, []),
    ],
)
def test_it_narrows_the_list_down(cast, desk: Client, filters, names):
    assert _names(desk.get(LIST, filters)) == names


def test_it_narrows_the_list_down_to_a_tier_and_a_site(desk: Client):
    site, tier = make_site(), make_tier(code="senior", rank=3, title="старший оператор")
    _hire("Ёлкина", site=site, employer=site.employer, tier=tier)
    _hire("Яшина")
    assert _names(desk.get(LIST, {"site": site.pk, "tier": tier.pk})) == ["Ёлкина"]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (None, ["Абрамова", "Ёлкина", "Яшина"]),
        ("-name", ["Яшина", "Ёлкина", "Абрамова"]),
        ("start_date", ["Ёлкина", "Яшина", "Абрамова"]),
        ("no_such_column", ["Абрамова", "Ёлкина", "Яшина"]),
    ],
)
def test_it_sorts(cast, desk: Client, order, names):
    assert _names(desk.get(LIST, {"sort": order} if order else {})) == names


def test_the_heading_says_how_the_list_is_sorted(cast, desk: Client):
    page = desk.get(LIST, {"sort": "-start_date"}).content.decode()
    assert page.count("aria-sort=") == 1
    assert 'aria-sort="descending"' in page


def test_sorting_and_paging_keep_the_filters(cast, desk: Client):
    page = desk.get(LIST, {"q": "на", "size": "25"}).content.decode()
    assert "?q=%D0%BD%D0%B0&amp;size=25&amp;sort=status" in page


def test_it_shows_a_page_of_the_size_asked_for(desk: Client):
    EmploymentFactory.create_batch(27)
    second = desk.get(LIST, {"size": "25", "page": "2"})
    assert len(rows_of(second)) == 2


@pytest.mark.parametrize("address", ["?page=999", "?page=x", "?size=100000", "?size=x"])
def test_an_address_that_asks_too_much_gets_what_there_is(cast, desk: Client, address: str):
    assert len(rows_of(desk.get(LIST + address))) == 3


def test_an_empty_list_says_what_to_do(desk: Client):
    assert "Операторов пока нет. Загрузите таблицу группы" in text_of(desk.get(LIST))


def test_a_search_without_results_offers_to_reset(cast, desk: Client):
    answer = desk.get(LIST, {"q": "нетакого"})
    assert "По этим условиям ничего не найдено" in text_of(answer)
    assert "Сбросить отбор" in text_of(answer)


def test_a_name_is_shown_as_text_not_as_markup(desk: Client):
    make_employment(operator__surname="<b>Ли</b>")
    assert "<b>Ли</b>" not in desk.get(LIST).content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"q": "иванова", "sort": "-site", "columns": ["site", "employer"]},
        {"status": "ready", "papers": "pack", "first_day_since": "2026-01-01", "page": "2"},
        {"papers": "acquaintance", "size": "50"},
        *({"papers": what} for what, _ in missing_papers.Missing.choices),
        *({"today": code, "sort": "-name"} for code in BY_CODE),
        *({"sort": f"-{name}", "columns": [name]} for name in CheckedEmploymentTable.choosable),
    ],
    ids=str,
)
@pytest.mark.parametrize("limited", [False, True])
def test_a_page_takes_at_most_twelve_queries(
    desk: Client,
    officer: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    asked: dict[str, Any],
    limited: bool,
):
    employer = EmploymentFactory.create_batch(27)[0].employer
    if limited:
        EmployerLimit.objects.create(user=officer).employers.add(employer)
    with django_assert_max_num_queries(12):
        assert desk.get(LIST, {"size": "25"} | asked).status_code == 200


@pytest.mark.parametrize("name", ["employees:employments", "documents:today", "findings"])
def test_reading_a_list_waits_for_nobody_who_writes(desk: Client, officer: User, name: str):
    """SQLite has one write lock: what writes nothing does not queue for it."""
    grant(officer, "documents.view_document", "employees.view_employment")
    chosen = {"chosen": make_employment().pk}
    address = reverse("documents:list_findings" if name == "findings" else name)
    assert desk.get(address, chosen).status_code == 200  # notes that the session is in use
    with CaptureQueriesContext(connection) as asked:
        desk.get(address, chosen)
    assert {query["sql"].lstrip("(").split()[0] for query in asked} == {"SELECT"}

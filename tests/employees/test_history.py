"""The history of records: who changed what, when and why, and what of it a reader may see."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.forms.employment import EmploymentForm
from employees.forms.operator import OperatorForm
from employees.importing import import_operators
from employees.models import EmployerLimit, Employment, Operator, Signatory
from employees.services import save_employment, save_operator, save_signatory
from hr_docs.access.history import BEGUN, changed_by
from hr_docs.access.models import AuditEntry
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions
from tests.employees.conftest import good_row
from tests.employees.uploads import Upload, write
from tests.factories import make_employment, make_signatory
from tests.forms import answers_of
from tests.reading import rows_of, text_of
from tests.rights import grant

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(officer: User) -> User:
    return officer


@pytest.fixture
def employment() -> Employment:
    return make_employment()


def _page(desk: Client, employment: Employment, **asked):
    return desk.get(reverse("employees:employment_history", args=[employment.pk]), asked)


def test_it_says_field_by_field_what_was_changed(desk: Client, reader, employment):
    employment.hourly_rate, employment.work_mode = 310, "remote"
    employment.remote_locality, employment.interaction_system = "г. Пенза", "почта"
    save_employment(employment=employment)
    rows = rows_of(_page(desk, employment))
    assert "Часовая ставка, руб. 300,00 310,00" in rows
    assert "Режим работы на рабочем месте дистанционно" in rows
    assert "Местность дистанционной работы — г. Пенза" in rows


def test_it_names_related_records_and_dates_in_words(desk: Client, reader, employment):
    other = make_signatory(employer=employment.employer, surname="Ли")
    employment.signatory, employment.start_date = other, date(2026, 12, 3)
    save_employment(employment=employment)
    rows = rows_of(_page(desk, employment))
    assert any(row.endswith(f"{other}") and row.startswith("Подписант") for row in rows)
    assert "Первый рабочий день 01.12.2026 03.12.2026" in rows


def test_it_names_who_changed_the_record_in_the_browser(desk: Client, reader, employment):
    grant(reader, "employees.view_personal_data", "employees.change_operator")
    forms = (
        OperatorForm(instance=employment.operator, user=reader),
        EmploymentForm(instance=employment, user=reader),
    )
    answers = answers_of(*forms) | {"email": "new@example.com"}
    desk.post(reverse("employees:employment_edit", args=[employment.pk]), answers)
    text = text_of(_page(desk, employment))
    assert "· Ольга" in text
    assert "new@example.com" in text


def test_it_shows_a_changed_declension_by_case(desk: Client, reader, employment):
    employment.operator.surname = "Орлова"
    save_operator(operator=employment.operator)
    rows = rows_of(_page(desk, employment))
    assert any("дательный" in row and row.endswith("Орловой Анне Петровне") for row in rows)


def test_secrets_are_not_shown_to_a_user_who_may_not_see_them(client: Client, employment):
    client.force_login(grant(User.objects.create_user("watcher"), "employees.view_employment"))
    employment.operator.identity_series = "9988"
    save_operator(operator=employment.operator)
    text = text_of(_page(client, employment))
    assert "Серия изменено; значение скрыто" in text
    assert "9988" not in text


def test_secrets_are_shown_to_a_user_who_may_see_them(desk: Client, reader, employment):
    employment.operator.identity_series = "9988"
    save_operator(operator=employment.operator)
    assert "Серия 4510 9988" in rows_of(_page(desk, employment))


def test_an_import_is_the_reason_of_its_rows(employer, uploaded: Upload, officer: User):
    write(uploaded(good_row()))
    write(uploaded(good_row(Фамилия="Орлова")))
    changed, added = Operator.objects.get().history.all()
    assert {each.history_user for each in (changed, added)} == {officer}
    assert {each.history_change_reason for each in (changed, added)} == {
        "импорт файла «Группа.xlsx»"
    }
    assert changed.surname == "Орлова"
    assert Employment.objects.get().history.get().history_user == officer


def test_an_import_of_the_command_line_has_no_user(employer, table):
    import_operators(path=table(good_row()))
    added = Operator.objects.get().history.get()
    assert (added.history_user, added.history_change_reason) == (None, "импорт файла «table.xlsx»")


def test_the_issue_of_papers_is_noted_with_the_number(employment, officer: User):
    freeze_pack(employment=employment, versions=pack_versions(), issued_by=officer)
    last = employment.history.first()
    assert (last.status, last.history_user, last.history_change_reason) == (
        "issued",
        officer,
        "выпуск документов",
    )
    assert last.number == Employment.objects.get().number != ""


def test_the_signatory_who_gives_way_keeps_the_change(employment):
    first = make_signatory(employer=employment.employer, is_default=True)
    save_signatory(
        signatory=Signatory(
            employer=employment.employer,
            surname="Ли",
            gender="m",
            position="Директор",
            authority="charter",
            is_default=True,
        )
    )
    assert [row.is_default for row in first.history.all()] == [False, True]


def test_records_from_before_the_history_get_a_beginning(employment):
    employment.history.all().delete()
    migration = import_module("employees.migrations.0003_history")
    migration.begin(apps, None)
    begun = employment.history.get()
    assert (begun.history_type, begun.history_change_reason) == ("+", BEGUN)
    assert begun.hourly_rate == employment.hourly_rate


def test_it_is_read_page_by_page_in_few_queries(
    desk: Client, reader, employment, django_assert_max_num_queries: DjangoAssertNumQueries
):
    for rate in range(251, 281):
        employment.hourly_rate = rate
        changed_by(employment, reader).save()
    with django_assert_max_num_queries(12):
        first = _page(desk, employment)
    assert text_of(first).count("Часовая ставка") == 25
    assert text_of(_page(desk, employment, page=2)).count("Часовая ставка") == 5


def test_another_employers_history_is_not_found(desk: Client, reader, employment):
    EmployerLimit.objects.create(user=reader)
    assert _page(desk, employment).status_code == 404


def test_it_is_closed_to_a_user_without_the_permission(client: Client, employment):
    client.force_login(User.objects.create_user("nobody"))
    assert _page(client, employment).status_code == 403


def test_the_reading_is_in_the_audit_log(desk: Client, reader, employment):
    _page(desk, employment)
    assert AuditEntry.objects.get(action="viewed").subject_id == str(employment.pk)

"""The same table once more: what changes, and what stays."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from employees.importing import FieldChange, UnusableFile, import_operators
from employees.models import Employment, Operator
from tests.employees.conftest import good_row
from tests.factories import make_site

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer")]


def test_it_changes_nothing_the_second_time(table):
    path = table(good_row(1), good_row(2))
    import_operators(path=path)
    report = import_operators(path=path)
    assert (report.new, report.changed, report.same) == (0, 0, 2)
    assert Operator.objects.count() == Employment.objects.count() == 2


def test_it_updates_by_personnel_number_and_tells_what(table):
    import_operators(path=table(good_row()))
    report = import_operators(path=table(good_row(**{"Часовая ставка, ₽": 310})))
    assert report.changes[0].changes == (FieldChange("Часовая ставка, ₽", "300", "310"),)
    assert Employment.objects.get().hourly_rate == Decimal("310")


def test_it_declines_a_new_surname(table):
    import_operators(path=table(good_row()))
    import_operators(path=table(good_row(Фамилия="Орлова")))
    operator = Operator.objects.get()
    assert operator.name_forms["datv"]["value"]["surname"] == "Орловой"
    assert operator.search_key.startswith("орлова ")


def test_it_leaves_fields_alone_whose_columns_are_missing(table):
    import_operators(path=table(good_row(**{"Эл. почта": "a@example.com"})))
    import_operators(path=table(good_row()))
    assert Operator.objects.get().email == "a@example.com"


def test_an_empty_cell_clears_its_field(table):
    import_operators(path=table(good_row(**{"Эл. почта": "a@example.com"})))
    report = import_operators(path=table(good_row(**{"Эл. почта": None})))
    assert report.changes[0].changes == (FieldChange("Эл. почта", "a@example.com", ""),)
    assert Operator.objects.get().email == ""


def test_it_takes_the_job_description_of_a_new_tier(table):
    import_operators(path=table(good_row()))
    promoted = good_row(**{"Уровень": "старший оператор", "Часовая ставка, ₽": 330})
    report = import_operators(path=table(promoted))
    headings = [change.heading for change in report.changes[0].changes]
    assert headings == ["Часовая ставка, ₽", "Уровень", "Должностная инструкция"]
    assert Employment.objects.get().job_description.tier.code == "senior"


def test_it_hires_again_after_an_ended_employment(table):
    import_operators(path=table(good_row()))
    Employment.objects.update(status=Employment.Status.ENDED)
    report = import_operators(path=table(good_row()))
    assert report.changes[0].changes == (FieldChange("Трудовые отношения", "", "новые"),)
    assert Employment.objects.count() == 2


def test_it_keeps_a_second_job_apart(table):
    import_operators(path=table(good_row()))
    hours = {"Часов в неделю": 20, "Часов в смене": 4, "Неполное время": "да"}
    import_operators(path=table(good_row(**{"Вид работы": "совместительство", **hours})))
    assert set(Employment.objects.values_list("kind", flat=True)) == {"main", "secondary"}


def test_it_keeps_the_status_of_an_issued_employment(table):
    import_operators(path=table(good_row()))
    Employment.objects.update(status=Employment.Status.ISSUED)
    import_operators(path=table(good_row(**{"Испытание до": date(2027, 2, 28)})))
    assert Employment.objects.get().status == Employment.Status.ISSUED


def test_its_queries_do_not_grow_with_the_rows(table):
    few, many = table(*map(good_row, range(5)), name="few.xlsx"), table(*map(good_row, range(60)))
    with CaptureQueriesContext(connection) as of_few:
        import_operators(path=few, dry_run=True)
    with CaptureQueriesContext(connection) as of_many:
        import_operators(path=many, dry_run=True)
    assert len(of_many) == len(of_few) <= 10


def test_a_table_of_changes_needs_no_other_columns(table):
    import_operators(path=table(good_row(1), good_row(2)))
    raises = ({"Таб. №": f"{index:04}", "Часовая ставка, руб.": 310} for index in (1, 2))
    report = import_operators(path=table(*raises))
    assert (report.changed, report.errors) == (2, [])
    assert set(Employment.objects.values_list("hourly_rate", flat=True)) == {Decimal("310")}


def test_a_table_of_changes_can_name_another_site(table, employer):
    import_operators(path=table(good_row()))
    make_site(employer=employer, name="Омск")
    import_operators(path=table({"Табельный номер": "0001", "Место работы": "Омск"}))
    assert Employment.objects.get().site.name == "Омск"


def test_a_table_of_changes_knows_no_new_operators(table):
    import_operators(path=table(good_row()))
    rows = [{"Табельный номер": number, "Телефон": "+7 900 000-00-00"} for number in ("1", "0001")]
    with pytest.raises(UnusableFile, match=r"Нет обязательных столбцов: Фамилия, .*строке 2 новый"):
        import_operators(path=table(*rows))
    assert Operator.objects.get().phone == ""

"""Good tables: what the import makes of them."""

from datetime import date, time
from decimal import Decimal

import pytest
from openpyxl import Workbook

from employees.importing import import_operators
from employees.importing.planning import Planner
from employees.importing.reading import open_table
from employees.importing.staging import Outcome
from employees.models import Employment, Operator
from tests.employees.conftest import good_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer")]


def test_it_creates_operator_and_employment(table):
    report = import_operators(path=table(good_row(Фамилия="Королёва")))
    employment = Employment.objects.get(operator__surname="Королёва")
    assert (report.new, report.written, report.errors) == (1, True, [])
    assert employment.hourly_rate == Decimal("300")
    assert employment.status == Employment.Status.READY
    assert employment.job_description.tier.code == "operator"


def test_it_proposes_the_declension_and_the_search_key(table):
    import_operators(path=table(good_row(Телефон="8 912 345 67 89")))
    operator = Operator.objects.get()
    assert operator.name_forms["gent"]["value"]["surname"] == "Ивановой"
    assert operator.search_key == "иванова анна петровна 0001 79123456789"


def test_it_finds_columns_in_any_order_case_and_spelling(table):
    row = dict(reversed(good_row().items()))
    row["  ТАБЕЛЬНЫЙ   номер*"] = row.pop("Табельный номер")
    row["Ставка"] = row.pop("Часовая ставка, ₽")
    assert import_operators(path=table(row)).new == 1


def test_it_reports_headings_that_it_does_not_know(table):
    report = import_operators(path=table(good_row(Рост=170)))
    assert report.unknown_headings == ("S: Рост",)
    assert report.new == 1


@pytest.mark.parametrize(
    ("heading", "written", "field", "stored"),
    [
        ("Дата договора", "30.11.2026", "contract_date", date(2026, 11, 30)),
        ("Дата договора", "2026-11-30", "contract_date", date(2026, 11, 30)),
        ("Дата договора", "30.11.2026 г.", "contract_date", date(2026, 11, 30)),
        ("Часовая ставка, ₽", "251,50", "hourly_rate", Decimal("251.50")),
        ("Часовая ставка, ₽", "300 ₽", "hourly_rate", Decimal("300")),
        ("Часовая ставка, ₽", 250.1, "hourly_rate", Decimal("250.10")),
        ("Доплата до МРОТ", "Нет", "has_minimum_wage_top_up", False),
        ("Премия", True, "has_bonus", True),
        ("Доплата за ночь, %", "40 %", "night_percent", 40),
        ("График", "СКОЛЬЗЯЩИЙ", "schedule", "sliding"),
        ("Оборудование", "работодателя", "equipment", "employer"),
    ],
)
def test_it_reads_a_cell(table, heading, written, field, stored):
    report = import_operators(path=table(good_row(**{heading: written})))
    assert report.errors == []
    assert getattr(Employment.objects.get(), field) == stored


@pytest.mark.parametrize("written", ["09:00", "9:00", time(9), 0.375, "9.00"])
def test_it_reads_a_time(table, written):
    row = good_row(**{"Начало смены": written, "Окончание смены": "18:00"})
    assert import_operators(path=table(row)).errors == []
    assert Employment.objects.get().shift_start == time(9)


@pytest.mark.parametrize(
    ("written", "mode"),
    [("дистанционно", "remote"), ("Удалённо", "remote"), ("дистанционно постоянно", "remote")],
)
def test_it_knows_the_words_for_work_modes(table, written, mode):
    remote = {"Местность дистанционной работы": "г. Пенза", "Средства связи": "почта"}
    row = good_row(**{"Режим работы": written, **remote})
    assert import_operators(path=table(row)).errors == []
    assert Employment.objects.get().work_mode == mode


@pytest.mark.parametrize(
    ("heading", "typed", "field", "stored"),
    [
        ("СНИЛС", 11223344595, "snils", "112-233-445 95"),
        ("СНИЛС", "112 233 445-95", "snils", "112-233-445 95"),
        ("ИНН", 500100732259, "inn", "500100732259"),
        ("Телефон", "89123456789", "phone", "+7 (912) 345-67-89"),
        ("Гражданство", "РФ", "citizenship", "RU"),
        ("Отчество", "—", "patronymic", ""),
        (
            "Адрес регистрации",
            " Пенза,\n ул. «А & Б» ",
            "registration_address",
            "Пенза, ул. «А & Б»",
        ),
    ],
)
def test_it_stores_one_spelling(table, heading, typed, field, stored):
    report = import_operators(path=table(good_row(**{heading: typed})))
    assert report.errors == []
    assert getattr(Operator.objects.get(), field) == stored


def test_it_keeps_the_zeros_that_a_number_format_shows(table, tmp_path):
    from openpyxl import load_workbook

    path = table(good_row())
    book = load_workbook(path)
    book.active["A2"].value = 7
    book.active["A2"].number_format = "0000"
    book.save(path)
    import_operators(path=path)
    assert Operator.objects.get().personnel_number == "0007"


def test_it_writes_nothing_in_a_dry_run(table):
    report = import_operators(path=table(good_row()), dry_run=True)
    assert (report.new, report.written) == (1, False)
    assert not Operator.objects.exists()


def test_it_skips_empty_rows(table):
    report = import_operators(path=table(good_row(1), {}, {"Фамилия": "  "}, good_row(2)))
    assert (report.rows, report.new) == (2, 2)


def test_the_name_of_an_upload_tells_its_format(delimited):
    row = good_row()
    row["Ставка"] = row.pop("Часовая ставка, ₽")
    path = delimited([row])
    upload = path.rename(path.with_name("upload_8fa3"))
    with open_table(upload, "Операторы, декабрь.csv") as read:
        (staged,) = next(read.planned(Planner()))
    assert staged.outcome is Outcome.NEW


def test_it_skips_the_note_about_the_delimiter(delimited):
    row = good_row()
    row["Ставка"] = row.pop("Часовая ставка, ₽")
    path = delimited([row], encoding="utf-8")
    path.write_text("sep=;\r\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert import_operators(path=path).new == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_it_reads_csv(delimited, encoding, delimiter):
    address = 'г. Пенза; ул. "Маяк", д. 1'
    rows = [good_row(**{"Адрес регистрации": address, "Часовая ставка, ₽": "300,00"})]
    for row in rows:
        row["Ставка"] = row.pop("Часовая ставка, ₽")
    report = import_operators(path=delimited(rows, delimiter=delimiter, encoding=encoding))
    assert report.errors == []
    assert Operator.objects.get().registration_address == address


def test_a_title_may_stand_above_the_headings(tmp_path):
    book = Workbook()
    for cells in (["Список операторов на 01.12.2026"], [], ["Контакт-Пример", "Пенза"]):
        book.active.append(cells)
    book.active.append(list(good_row()))
    book.active.append(list(good_row().values()))
    book.save(tmp_path / "table.xlsx")
    report = import_operators(path=tmp_path / "table.xlsx")
    assert (report.new, report.errors) == (1, [])

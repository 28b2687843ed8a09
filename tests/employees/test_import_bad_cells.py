"""Bad cells: each is listed with its place, the reason and the remedy; nothing is written."""

from datetime import date, datetime, time

import pytest

from employees.importing import import_operators
from employees.importing.columns import COLUMNS
from employees.models import Operator
from tests import factories, identifiers
from tests.employees.conftest import good_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer")]

HEADINGS = [column.heading for column in COLUMNS]

BAD_CELLS = [
    ("Табельный номер", None, "Ячейка пуста."),
    ("Фамилия", "Иванова2", "посторонний знак «2»"),
    ("Фамилия", "Иванoва", "среди русских букв есть латинские: «o»"),
    ("Фамилия", "И" * 101, "не более 100 символов"),
    ("Имя", None, "Ячейка пуста."),
    ("Пол", "неизвестен", "Такого значения нет."),
    ("Дата рождения", "17 апреля", "Дата не разобрана."),
    ("Дата рождения", "31.02.1998", "Такого дня нет в календаре."),
    ("Дата рождения", 36000, "Здесь нужна дата."),
    ("Дата рождения", date(1919, 5, 1), "слишком давняя"),
    ("Гражданство", "Атлантида", "Такого значения нет."),
    ("СНИЛС", "112-233-445 96", "онтрольн"),
    ("СНИЛС", "112-233", "Должно быть 11 цифр"),
    ("ИНН", "500100732258", "онтрольн"),
    ("Серия документа", "45 1", "нужно 4 цифры"),
    ("Номер документа", 12345, "нужно 6 цифр"),
    ("Код подразделения", None, "Не указан код подразделения"),
    ("Дата выдачи", date(2010, 1, 1), "до 14 лет"),
    ("Телефон", "12-34", "10 цифр"),
    ("Эл. почта", "ivanova(at)example.com", "электронной почты"),
    ("Номер счёта", 40817810000000000001, "только 15 цифр"),
    ("Номер счёта", "40817810000000000001", "Указан счёт, но не указан"),
    ("Уровень", "гуру", "Такого уровня нет."),
    ("Место работы", "Тверь", "Такого места работы нет."),
    ("Должность", "Водитель", "Такой должности нет."),
    ("Дата договора", date(2026, 1, 5), "нет действующей должностной инструкции"),
    ("Дата начала работы", date(2062, 12, 1), "больше года"),
    ("Дата окончания", date(2027, 1, 1), "Договор бессрочный"),
    ("Срок договора", "срочный", "основание не выбрано"),
    ("Испытание до", date(2026, 11, 1), "до первого рабочего дня"),
    ("Режим работы", "дистанционно", "местность дистанционной работы"),
    ("Местность дистанционной работы", "г. Пенза", "«на территории работодателя», но заполнено"),
    ("Часов в неделю", 48, "Часов в неделю: 48"),
    ("Неполное время", "да", "Отмечено неполное время"),
    ("Неполное время", "иногда", "Здесь нужно «да» или «нет»."),
    ("Начало смены", "девять", "Время не разобрано."),
    ("Начало смены", "09:00", "только начало или только окончание"),
    ("Учётный период", "квартал", "суммированный учёт не отмечен"),
    ("Часовая ставка, ₽", "триста", "Здесь нужно число."),
    ("Часовая ставка, ₽", 1000, "вне границ уровня «оператор»: от 250 до 330 ₽"),
    ("Часовая ставка, ₽", "300,555", "не более 2 цифр"),
    ("Отпуск, дней", 28.5, "целое число"),
    ("Отпуск, дней", -1, "меньше нуля"),
    ("Статус в РФ", "временно пребывающий", "У гражданина России"),
    ("Согласие родителя", "=1+1", "В ячейке формула"),
]


@pytest.mark.parametrize(("heading", "value", "reason"), BAD_CELLS)
def test_it_lists_a_bad_cell(table, heading, value, reason):
    report = import_operators(path=table(good_row(**{heading: value})))
    found = [error for error in report.errors if reason in error.reason]
    assert found, [str(error) for error in report.errors]
    assert found[0].row == 2
    assert found[0].remedy
    assert not Operator.objects.exists()


STRANGE = [
    *(0, -1, 10**14, 1.5, True, date(1900, 3, 1), time(10, 5)),
    datetime(9999, 12, 31),  # noqa: DTZ001 - Excel knows no time zones
    *("а" * 600, "=A1", "\u202e", "²", "NaN", "1e5", "-", "12.13.2026", "24:00", "😀"),
]


def test_no_value_breaks_the_import_in_any_column(table):
    places = [(column.heading, value) for column in COLUMNS for value in STRANGE]
    rows = [good_row(index, **{heading: value}) for index, (heading, value) in enumerate(places)]
    report = import_operators(path=table(dict.fromkeys(HEADINGS), *rows), skip_bad=True)
    assert report.rows == len(rows)
    assert report.new + report.bad_rows == len(rows)
    assert 0 < report.new == Operator.objects.count() < len(rows)


def test_it_names_the_column_and_the_value(table):
    report = import_operators(path=table(good_row(**{"Дата рождения": "вчера"})))
    assert str(report.errors[0]) == (
        "строка 2, «Дата рождения» (F) «вчера»: Дата не разобрана. "
        "Введите её цифрами как 15.03.2026."
    )


def test_it_lists_every_bad_cell_of_every_row(table):
    bad = {"Дата рождения": "вчера", "Пол": "х", "СНИЛС": "1"}
    report = import_operators(path=table(good_row(1, **bad), good_row(2, **bad)))
    assert len(report.errors) == 6
    assert report.bad_rows == 2


def test_good_rows_wait_for_the_bad_ones(table):
    import_operators(path=table(good_row(1), good_row(2, Пол="х")))
    assert not Operator.objects.exists()


def test_good_rows_pass_on_request(table):
    path = table(good_row(1), good_row(2, Пол="х"), good_row(3))
    report = import_operators(path=path, skip_bad=True)
    assert (report.new, report.bad_rows, report.written) == (2, 1, True)
    assert set(Operator.objects.values_list("personnel_number", flat=True)) == {"0001", "0003"}


def test_a_personnel_number_stands_once_in_a_table(table):
    report = import_operators(path=table(good_row(1), good_row(2, **{"Табельный номер": "0001"})))
    assert "уже стоит в строке 2" in report.errors[0].reason
    assert report.errors[0].row == 3


@pytest.mark.parametrize(
    ("heading", "value"),
    [("СНИЛС", identifiers.snils(1)), ("ИНН", identifiers.person_inn(1))],
)
def test_an_identifier_stands_once_in_a_table(table, heading, value):
    report = import_operators(path=table(good_row(1), good_row(2, **{heading: value})))
    assert [error.heading for error in report.errors] == [heading]
    assert "уже стоит в строке 2" in report.errors[0].reason


@pytest.mark.parametrize("number", ["0001", "0002"])
def test_a_stored_identifier_belongs_to_its_personnel_number(table, number):
    factories.make_operator(personnel_number="0001", snils=identifiers.snils(77))
    row = good_row(5, **{"Табельный номер": number, "СНИЛС": identifiers.snils(77)})
    report = import_operators(path=table(row), dry_run=True)
    taken = [error.reason for error in report.errors if "за табельным номером 0001" in error.reason]
    assert bool(taken) == (number == "0002")


def test_a_stored_passport_belongs_to_its_personnel_number(table):
    factories.make_operator(
        personnel_number="0007", identity_series="4518", identity_number="000001"
    )
    report = import_operators(path=table(good_row(1)))
    assert "Документ с этой серией и номером уже записан" in report.errors[0].reason


def test_a_value_under_no_heading_is_not_lost(table):
    from openpyxl import load_workbook

    path = table(good_row())
    book = load_workbook(path)
    book.active["Z2"].value = "потерялось"
    book.save(path)
    report = import_operators(path=path)
    assert [(error.column, error.value) for error in report.errors] == [("Z", "потерялось")]


def test_several_sites_must_be_told_apart(table, employer):
    factories.make_site(employer=employer, name="Самара")
    report = import_operators(path=table(good_row()))
    assert report.errors[0].heading == "Место работы"
    assert "Мест работы: 2" in report.errors[0].reason


def test_a_rule_about_a_relation_is_told_at_its_own_column(table, employer):
    signatory = employer.signatories.get()
    signatory.valid_from, signatory.valid_until = None, date(2026, 11, 30)
    signatory.save()
    late = {"Дата договора": date(2026, 12, 1), "Представитель": signatory.full_name}
    report = import_operators(path=table(good_row(1, **late)), dry_run=True)
    assert [(each.heading, each.column) for each in report.errors] == [("Представитель", "S")]

"""Tables as personnel departments keep them: titles, shared columns, dashes, rough values."""

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from employees.importing import UnusableFile, import_operators
from employees.models import Employment, Operator
from tests import factories
from tests.employees.conftest import good_row, with_hidden

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer")]
PASSPORT = ("Серия документа", "Номер документа")


def without(row, *headings, **others):
    """A row that keeps what it says under other headings."""
    return {heading: value for heading, value in row.items() if heading not in headings} | others


def imported(path) -> Operator:
    report = import_operators(path=path)
    assert report.errors == []
    return Operator.objects.get()


def reason_for(path) -> str:
    report = import_operators(path=path)
    assert not Operator.objects.exists()
    return " ".join(error.reason for error in report.errors)


def with_title(path, *, merged):
    book = load_workbook(path)
    book.active.insert_rows(1, 2)
    book.active["A1"] = "Список принимаемых на декабрь 2026 г."
    book.active.merge_cells(merged)
    book.save(path)
    return path


def test_a_merged_title_may_stand_above_the_headings(table):
    assert imported(with_title(table(good_row()), merged="A1:H2")).surname == "Иванова"


def test_merged_headings_are_refused_below_a_title(table):
    with pytest.raises(UnusableFile, match="объединены ячейки B3:C3"):
        import_operators(path=with_title(table(good_row()), merged="B3:C3"))


def test_rows_hidden_by_a_filter_are_taken_and_counted(table):
    report = import_operators(path=with_hidden(table(good_row(1), good_row(2), good_row(3)), 2, 4))
    assert (report.rows, report.new, report.hidden) == (3, 3, 2)


def test_hidden_rows_without_an_operator_do_not_count(table):
    report = import_operators(path=with_hidden(table(good_row()), 1, 3, 4))
    assert (report.rows, report.hidden) == (1, 0)


def test_the_numbers_of_columns_are_no_operator(table):
    row = good_row()
    numbering = dict(zip(row, range(1, len(row) + 1), strict=True))
    assert import_operators(path=table(numbering, row)).rows == 1


def test_a_total_is_one_error(table):
    report = import_operators(path=table(good_row(), {"Фамилия": "Итого: 1 чел."}))
    (error,) = report.errors
    assert (error.row, error.column) == (3, "B")
    assert error.reason.startswith("Это не строка оператора")


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Иванова  Анна Петровна", ("Иванова", "Анна", "Петровна")),
        ("Ли Анна", ("Ли", "Анна", "")),
        ("Алиева Лала Эльдар кызы", ("Алиева", "Лала", "Эльдар кызы")),
    ],
)
def test_a_full_name_in_one_column_is_parted(table, written, parts):
    row = without(good_row(), "Фамилия", "Имя", "Отчество", **{"Ф.И.О.": written})
    operator = imported(table(row))
    assert (operator.surname, operator.name, operator.patronymic) == parts


@pytest.mark.parametrize(
    "written", ["Ким", "Анна Петровна Иванова", "Нгуен Тхи Ань", "Анна Ивановна"]
)
def test_a_name_in_another_order_is_not_guessed(table, written):
    row = without(good_row(), "Фамилия", "Имя", "Отчество", ФИО=written)
    (error,) = import_operators(path=table(row)).errors
    assert error.value == written
    assert error.reason == "Не понять, где фамилия, имя и отчество."


@pytest.mark.parametrize(
    "written", ["45\u00a018\u00a0000123", "4518 № 000123", "серия 45 18 номер 000123", 4518000123]
)
def test_a_passport_in_one_column_is_parted(table, written):
    operator = imported(table(without(good_row(), *PASSPORT, Паспорт=written)))
    assert (operator.identity_series, operator.identity_number) == ("4518", "000123")


@pytest.mark.parametrize("written", [518000123, "AB 123456", "45 18"])
def test_a_passport_of_other_length_is_not_guessed(table, written):
    row = without(good_row(), *PASSPORT, Паспорт=written)
    assert reason_for(table(row)) == "Здесь не 10 цифр серии и номера паспорта РФ."


@pytest.mark.parametrize("word", ["нет", "Нет", "-", "б/о", "н/д", "отсутствует", "без отчества"])
def test_a_word_for_no_patronymic_gets_into_no_contract(table, word):
    assert imported(table(good_row(Отчество=word))).patronymic == ""


@pytest.mark.parametrize(
    ("heading", "field"),
    [("ИНН", "inn"), ("Телефон", "phone"), ("Эл. почта", "email"), ("Банк", "bank_name")],
)
@pytest.mark.parametrize("word", ["нет", "—", "н/д"])
def test_a_word_for_nothing_is_an_empty_cell(table, heading, field, word):
    assert getattr(imported(table(good_row(**{heading: word}))), field) == ""


def test_no_citizenship_is_not_the_russian_one(table):
    assert "Такого значения нет." in reason_for(table(good_row(Гражданство="нет")))


def test_no_in_a_column_of_yes_and_no_is_an_answer(table):
    imported(table(good_row(Премия="нет")))
    assert Employment.objects.get().has_bonus is False


@pytest.mark.parametrize(
    "written",
    ["1.12.1998г.", "01.12.1998 г.", "1 декабря 1998 г.", "«1» декабря 1998 года", "1998-12-01"],
)
def test_a_certain_date_is_read(table, written):
    born = imported(table(good_row(**{"Дата рождения": written}))).birth_date
    assert f"{born:%d.%m.%Y}" == "01.12.1998"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("01.12.98", "Год даты записан двумя цифрами."),
        ("1/12/98", "Год даты записан двумя цифрами."),
        ("03/04/1998", "По дате с косой чертой не понять, где день, а где месяц."),
        ("31 июня 1998 г.", "Такого дня нет в календаре."),
        ("36130", "Дата не разобрана."),
    ],
)
def test_a_doubtful_date_is_not_guessed(table, written, reason):
    assert reason_for(table(good_row(**{"Дата рождения": written}))) == reason


@pytest.mark.parametrize(
    ("written", "rate"),
    [
        *(("300,5", "300.50"), ("300 руб.", "300"), ("300.00 р.", "300"), ("300 ₽", "300")),
        *(("300 руб/час", "300"), ("300 р./ч", "300"), ("300 руб. в час", "300")),
    ],
)
def test_a_rate_is_read_with_its_unit(table, written, rate):
    imported(table(good_row(**{"Часовая ставка, ₽": written})))
    assert Employment.objects.get().hourly_rate == Decimal(rate)


@pytest.mark.parametrize("written", ["300-00", "250-300", "300=50"])
def test_a_rate_with_a_dash_is_not_guessed(table, written):
    reason = reason_for(table(good_row(**{"Часовая ставка, ₽": written})))
    assert reason == "Не понять, что после чёрточки: копейки или другое число."


def test_several_lost_zeros_are_not_guessed(table):
    assert reason_for(table(good_row(СНИЛС=12345))) == "Должно быть 11 цифр, а здесь 5."


def test_two_phones_are_asked_about(table):
    row = good_row(Телефон="+7 900 123-45-67, дом. 8 (8412) 20-00-00")
    assert reason_for(table(row)) == "Здесь больше одного номера или есть лишний текст."


def test_a_heading_without_the_rouble_sign_is_known(delimited):
    """Windows-1251 has no «₽»."""
    row = without(
        good_row(),
        "Часовая ставка, ₽",
        **{"Часовая ставка, ?": "300", "Возмещение расходов в месяц, ?": ""},
    )
    path = delimited([row], encoding="cp1251")
    report = import_operators(path=path)
    assert (report.errors, report.unknown_headings) == ([], ())


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"Имя": "Пётр", "Отчество": "Петрович"},
            "Отчество «Петрович» мужское, а пол указан другой.",
        ),
        ({"Фамилия": "иванова"}, "В фамилии «иванова» нет заглавной буквы."),
    ],
)
def test_a_name_that_would_spoil_the_contract_is_refused(table, changes, reason):
    assert reason_for(table(good_row(**changes))) == reason


def test_a_column_that_is_needed_after_all_is_named(table, employer):
    factories.make_site(employer=employer, name="Тверь")
    (error,) = import_operators(path=table(good_row())).errors
    assert error.reason == "Мест работы: 2, неясно, о чём речь."
    assert error.remedy == "Укажите, кто или что из них, в столбце «Место работы»."

"""Lists as CSV and XLSX: nothing computed, days and numbers as such, memory bounded."""

import csv
import io
import tracemalloc
from contextlib import closing
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from hr_docs.pages.export import ExportedTable, table_answer

pytestmark = pytest.mark.django_db  # closing an answer looks after the database's connections
HOSTILE = ["=1+1", "+7 900", "-2", "@SUM(A1)", "\tx", "\rx", "  =HYPERLINK(1)", "＝1"]


def _table(*rows, headings=("Поле", "Значение")) -> ExportedTable:
    return ExportedTable(title="Операторы", headings=headings, rows=rows)


def _bytes(table: ExportedTable, file_format) -> bytes:
    with closing(table_answer(table, file_format)) as answer:
        return answer.getvalue()


def _csv(table: ExportedTable) -> list[list[str]]:
    text = _bytes(table, "csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def _xlsx(table: ExportedTable):
    return load_workbook(io.BytesIO(_bytes(table, "xlsx"))).active


def test_a_csv_begins_with_the_mark_that_excel_needs():
    assert _bytes(_table(("Имя", "Ёлкина")), "csv").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_csv_holds_no_formula(text: str):
    assert _csv(_table(("х", text)))[1] == ["х", "'" + text]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_workbook_holds_no_formula(text: str):
    cell = _xlsx(_table(("х", text)))["B2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value.strip() == text.strip()


def test_days_and_numbers_stay_what_they_are_in_a_workbook():
    sheet = _xlsx(_table((date(2026, 3, 15), Decimal("300.50"))))
    assert (sheet["A2"].value.date(), sheet["A2"].number_format) == (
        date(2026, 3, 15),
        "DD.MM.YYYY",
    )
    assert sheet["B2"].value == 300.5


def test_a_csv_writes_values_as_they_are_written_in_russia():
    moment = datetime(2026, 3, 15, 9, 5, tzinfo=UTC)
    row = _csv(
        _table((date(2026, 3, 15), Decimal("-300.50"), moment, True, None), headings="абвгд")
    )
    assert row[1] == ["15.03.2026", "-300,50", "15.03.2026 12:05", "да", ""]


def test_a_moment_stands_in_a_workbook_in_the_local_time():
    sheet = _xlsx(_table((datetime(2026, 3, 15, 9, 5, tzinfo=UTC), "")))
    assert sheet["A2"].value == datetime(2026, 3, 15, 12, 5)  # noqa: DTZ001  # Excel knows no zones


def test_semicolons_quotes_and_lines_stay_within_their_cell():
    assert _csv(_table(("а;б", 'в "г"\nд')))[1] == ["а;б", 'в "г"\nд']


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_a_character_that_no_spreadsheet_takes_is_left_out(file_format):
    table = _table(("а\x0bб", "в"))
    first = _csv(table)[1][0] if file_format == "csv" else _xlsx(table)["A2"].value
    assert first == "аб"


def test_a_table_without_rows_has_its_headings():
    assert _csv(_table()) == [["Поле", "Значение"]]
    assert [cell.value for cell in _xlsx(_table())[1]] == ["Поле", "Значение"]


def test_the_file_is_named_safely():
    table = ExportedTable('Журнал: "договоры"/2026', ("а",), [])
    assert table.file_name("csv").startswith("Журнал договоры 2026 20")
    assert "filename*=utf-8''" in table_answer(table, "csv").headers["Content-Disposition"]


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_memory_does_not_grow_with_the_rows(file_format):
    def peak(count: int) -> int:
        tracemalloc.start()
        rows = ((f"Иванова {n}", date(2026, 3, 15)) for n in range(count))
        with closing(table_answer(ExportedTable("Т", ("а", "б"), rows), file_format)) as answer:
            for _ in answer:
                pass
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)  # what is loaded once
    assert peak(6_000) < peak(1_000) + 1_000_000


def test_a_time_and_a_long_text_stand_in_a_workbook():
    sheet = _xlsx(_table((time(9, 30), "я" * 40_000), ("<&>", " с\nкраю ")))
    assert (sheet["A2"].value, len(sheet["B2"].value)) == (time(9, 30), 32_767)
    assert (sheet["A3"].value, sheet["B3"].value) == ("<&>", " с\nкраю ")


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_it_is_written_in_the_language_of_the_reader(file_format):
    with override("en"):
        answer = table_answer(_table((True, "х")), file_format)
    with closing(answer):
        content = answer.getvalue()
    book = file_format == "xlsx"
    text = load_workbook(io.BytesIO(content)).active["A2"].value if book else content.decode()
    assert "yes" in text

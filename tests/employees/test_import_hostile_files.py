"""Files that cannot be a table of operators: refused whole, with the reason, nothing written."""

import io
import zipfile

import pytest
from django.db import IntegrityError
from openpyxl import Workbook, load_workbook

from employees.importing import UnusableFile, import_operators, reading
from employees.importing import archive as archive_limits
from employees.importing.writing import Writer
from employees.models import Operator
from tests.employees.conftest import good_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("employer")]

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refusal(path):
    with pytest.raises(UnusableFile) as caught:
        import_operators(path=path)
    assert not Operator.objects.exists()
    assert caught.value.remedy
    return caught.value.reason


def repacked(path, *, without=(), **parts):
    """The same archive with parts replaced, added or left out; `parts` are by name with `__`."""
    contents = {}
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist() if name not in without}
    contents.update({name.replace("__", "/"): data for name, data in parts.items()})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.xlsx", b"", "пустой"),
        ("text.xlsx", b"hello", "не книга Excel"),
        ("cut.xlsx", b"PK\x03\x04" + b"\0" * 100, "повреждён"),
        ("old.xls", OLE + b"\0" * 600, "старого формата (.xls)"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "защищена паролем"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0", "не текстовый файл"),
        ("table.ods", b"PK\x03\x04 not really", "повреждён"),
        ("letter.docx.pdf", b"%PDF-1.7", "не поддерживается"),
        ("empty.csv", b"\n\n;;;\n", "пуст"),
        ("quotes.csv", 'Табельный номер;"Фамилия\n1;2\n'.encode(), "не разбирается"),
        ("huge.csv", f"Табельный номер;Фамилия\n1;{'Я' * 10_001}\n".encode(), "ячейка длиннее"),
    ],
)
def test_it_refuses_what_is_no_table(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)
    assert reason in refusal(path)


def test_it_refuses_a_missing_file(tmp_path):
    assert "не читается" in refusal(tmp_path / "nowhere.xlsx")


def test_it_refuses_another_office_file(tmp_path):
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "не книга Excel" in refusal(path)


def test_it_refuses_macros(table):
    path = repacked(table(good_row()), **{"xl__vbaProject.bin": b"macro"})
    assert "макросы" in refusal(path)


def test_it_refuses_a_macro_book_under_another_name(table):
    types = b"<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>"
    assert ".xlsm" in refusal(repacked(table(good_row()), **{"[Content_Types].xml": types}))


def test_it_refuses_links_to_other_books(table):
    path = repacked(table(good_row()), **{"xl__externalLinks__externalLink1.xml": b"<x/>"})
    assert "ссылается на другие книги" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_it_refuses_entities(table, encoding):
    bomb = '<?xml version="1.0" encoding="{}"?>{}<!DOCTYPE s [<!ENTITY a "b">]><s>&a;</s>'
    part = bomb.format(encoding, "<!--" + "x" * 9000 + "-->").encode(encoding)
    assert "DOCTYPE" in refusal(repacked(table(good_row()), **{"xl__sharedStrings.xml": part}))


def test_it_refuses_a_zip_bomb(table):
    zeros = b"<s>" + b"0" * (archive_limits.MAX_OTHER_PART_BYTES + 1) + b"</s>"
    path = repacked(table(good_row()), **{"xl__styles.xml": zeros})
    assert path.stat().st_size < 100_000
    assert "непомерный объём" in refusal(path)


def test_it_refuses_a_sheet_that_shrinks_too_well(table):
    zeros = b"<s>" + b"0" * (archive_limits.MAX_OTHER_PART_BYTES + 1) + b"</s>"
    path = repacked(table(good_row()), **{"xl__worksheets__sheet1.xml": zeros})
    assert "непомерный объём" in refusal(path)


def test_it_tells_of_records_that_changed_meanwhile(table, monkeypatch):
    monkeypatch.setattr(Writer, "write", raise_integrity_error)
    assert "изменились во время импорта" in refusal(table(good_row()))


def raise_integrity_error(_writer, _rows):
    raise IntegrityError


def test_it_refuses_a_bomb_of_many_parts(table):
    parts = {f"xl__media__{index}.bin": b"" for index in range(archive_limits.MAX_PARTS)}
    assert "непомерный объём" in refusal(repacked(table(good_row()), **parts))


def test_it_refuses_a_huge_file(table, monkeypatch):
    monkeypatch.setattr(archive_limits, "MAX_FILE_BYTES", 1000)
    assert "слишком велик" in refusal(table(good_row()))


def test_it_refuses_too_many_rows(table, monkeypatch):
    monkeypatch.setattr(reading, "MAX_ROWS", 2)
    assert "больше 2 строк" in refusal(table(*map(good_row, range(3))))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [b"", b"<broken", b"<worksheet/>", b"\xff\xfe\x00"])
def test_it_refuses_a_damaged_part(table, part, content):
    path = repacked(table(good_row()), **{part: content})
    try:
        new = import_operators(path=path).new
    except UnusableFile:
        new = 0
    assert Operator.objects.count() == new


def test_it_refuses_an_absurd_row_number(table):
    path = table(good_row())
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(
            b'<row r="2"', b'<row r="99999999"'
        )
    assert refusal(repacked(path, **{"xl__worksheets__sheet1.xml": sheet}))


def test_it_refuses_merged_cells(table):
    path = table(good_row())
    book = load_workbook(path)
    book.active.merge_cells("B1:C1")
    book.save(path)
    assert "объединены ячейки B1:C1" in refusal(path)


def test_it_refuses_an_empty_sheet(tmp_path):
    packed = io.BytesIO()
    Workbook().save(packed)
    path = tmp_path / "empty.xlsx"
    path.write_bytes(packed.getvalue())
    assert refusal(path) == "Лист «Sheet» пуст."


def test_it_refuses_headings_without_rows(table):
    assert "ни одной строки" in refusal(table(dict.fromkeys(good_row())))


def test_it_refuses_a_sheet_about_something_else(table):
    assert "На листе «Отпуска» нет знакомых заголовков" in refusal(
        table({"Месяц": "май", "Дней": 3}, title="Отпуска")
    )


def test_it_names_the_obligatory_columns_that_lack(table):
    row = good_row()
    del row["Пол"], row["Уровень"]
    row["Формат"] = "x"
    reason = "Нет обязательных столбцов: Пол, Уровень. Незнакомые заголовки: Q: Формат."
    assert refusal(table(row)) == reason


def test_it_cannot_do_without_the_personnel_number(table):
    row = good_row()
    del row["Табельный номер"]
    assert refusal(table(row)) == "Нет обязательных столбцов: Табельный номер."


def test_it_refuses_a_column_that_stands_twice(table):
    assert "«Часовая ставка, ₽» встречается дважды: R и S" in refusal(table(good_row(Ставка=300)))


def test_it_refuses_to_import_into_nothing(table, employer):
    employer.sites.all().delete()
    assert "Не внесено: место работы" in refusal(table(good_row()))


def test_it_reads_the_sheet_of_operators_wherever_it_stands(table):
    path = table(good_row())
    book = load_workbook(path)
    book.create_sheet("Справка", 0).append(["Как заполнять"])
    book.save(path)
    assert import_operators(path=path).new == 1


def test_it_ignores_hidden_sheets(table):
    path = table(good_row(), title="Лист1")
    book = load_workbook(path)
    hidden = book.create_sheet("Черновик", 0)
    hidden.append(["Что-то"])
    hidden.sheet_state = "hidden"
    book.save(path)
    assert import_operators(path=path).new == 1


def test_it_says_which_cell_holds_a_formula(table):
    report = import_operators(path=table(good_row(**{"Часовая ставка, ₽": "=250+50"})))
    error = report.errors[0]
    assert (error.row, error.column, error.value) == (2, "R", "=250+50")
    assert "формула" in error.reason


def test_it_names_a_libreoffice_table(tmp_path):
    path = tmp_path / "table.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refusal(path) == "Это таблица LibreOffice (.ods)."


def test_strange_letters_in_csv_are_explained(tmp_path, employer):
    path = tmp_path / "table.csv"
    path.write_bytes(";".join(good_row()).encode("koi8-r", "ignore"))
    with pytest.raises(UnusableFile, match="сохраните файл как «CSV UTF-8»"):
        import_operators(path=path)

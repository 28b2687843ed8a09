import io
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject
from weasyprint import HTML

from hr_docs.engine.bundle import (
    Content,
    Part,
    Printed,
    page_count,
    print_pdf,
    safe_name,
    write_zip,
)
from hr_docs.engine.errors import ConversionError
from hr_docs.engine.separator import separator_sheet


def pdf(path: Path, *pages: str, size: str = "A4") -> Path:
    """A PDF with these texts, one on each page."""
    style = f"<style>@page {{ size: {size} }} p {{ break-after: page }}</style>"
    body = "".join(f"<p>{text}</p>" for text in pages[:-1]) + f"<div>{pages[-1]}</div>"
    HTML(string=style + body).write_pdf(path)
    return path


def pages(path: Path) -> list[str]:
    return [page.extract_text().strip() for page in PdfReader(path).pages]


def entries(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_zip_takes_bytes_files_and_what_is_made_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "а.docx").write_bytes(b"2")
    contents: list[tuple[str, Content]] = [
        ("1/а.pdf", b"1"),
        ("1/б.docx", tmp_path / "а.docx"),
        ("2/в.txt", lambda: b"3"),
    ]
    assert write_zip(tmp_path / "pack.zip", contents) == 3
    assert entries(tmp_path / "pack.zip") == {"1/а.pdf": b"1", "1/б.docx": b"2", "2/в.txt": b"3"}


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("1.zip", "2.zip"):
        write_zip(tmp_path / name, [("а.txt", b"text")])
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_a_zip_can_be_written_to_a_stream() -> None:
    stream = io.BytesIO()
    write_zip(stream, [("а.txt", b"text")])
    assert zipfile.ZipFile(stream).read("а.txt") == b"text"


def test_nothing_is_left_of_a_zip_that_fails(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ConversionError("нет")

    (tmp_path / "pack.zip").write_bytes(b"old")
    with pytest.raises(ConversionError):
        write_zip(tmp_path / "pack.zip", [("а", b"1"), ("б", fail)])
    assert [path.name for path in tmp_path.iterdir()] == ["pack.zip"]
    assert (tmp_path / "pack.zip").read_bytes() == b"old"


def test_names_that_meet_are_numbered(tmp_path: Path) -> None:
    write_zip(tmp_path / "pack.zip", [("а/Б.pdf", b"1"), ("а/б.pdf", b"2"), ("а/Б.pdf", b"3")])
    assert list(entries(tmp_path / "pack.zip")) == ["а/Б.pdf", "а/б (2).pdf", "а/Б (3).pdf"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("0001_Иванова_АП/01_Договор.pdf", "0001_Иванова_АП/01_Договор.pdf"),
        ("../../etc/passwd", "etc/passwd"),
        ("/корень.pdf", "корень.pdf"),
        ("C:\\Windows\\x.pdf", "C__Windows_x.pdf"),
        ("ООО «А»: <договор>?.pdf", "ООО «А»_ _договор__.pdf"),
        ("точка. /пробел .", "точка/пробел"),
        ("а\nб\0.pdf", "а_б_.pdf"),
        ("..", "_"),
        ("а" * 300 + ".pdf", "а" * 116 + ".pdf"),
    ],
)
def test_a_name_unpacks_anywhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_memory_does_not_grow_with_a_zip(tmp_path: Path) -> None:
    def many(count: int) -> Iterator[tuple[str, bytes]]:
        return ((f"{number}.pdf", bytes(100_000)) for number in range(count))

    peaks = []
    for count in (10, 200):
        tracemalloc.start()
        write_zip(tmp_path / "pack.zip", many(count))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 500_000


@pytest.mark.pdf
def test_documents_follow_each_other(tmp_path: Path) -> None:
    paths = [
        pdf(tmp_path / "1.pdf", "Договор", "Подписи"),
        pdf(tmp_path / "2.pdf", "Обязательство"),
    ]
    assert print_pdf(map(Part, paths), tmp_path / "all.pdf", duplex=False).pages == 3
    assert pages(tmp_path / "all.pdf") == ["Договор", "Подписи", "Обязательство"]


@pytest.mark.pdf
def test_each_document_starts_on_an_odd_page(tmp_path: Path) -> None:
    paths = [
        pdf(tmp_path / "1.pdf", "а", size="A5 landscape"),
        pdf(tmp_path / "2.pdf", "б", "в"),
        pdf(tmp_path / "3.pdf", "г"),
    ]
    assert print_pdf(map(Part, paths), tmp_path / "all.pdf", duplex=True).pages == 5
    assert pages(tmp_path / "all.pdf") == ["а", "", "б", "в", "г"]
    boxes = [page.mediabox for page in PdfReader(tmp_path / "all.pdf").pages]
    assert boxes[1] == boxes[0] != boxes[2]


@pytest.mark.pdf
def test_a_page_keeps_what_it_inherits(tmp_path: Path) -> None:
    writer = PdfWriter()
    page = writer.add_page(PageObject.create_blank_page(width=300, height=200))
    tree = cast("DictionaryObject", page["/Parent"])
    tree[NameObject("/MediaBox")] = page.mediabox
    del page["/MediaBox"]
    writer.write(tmp_path / "1.pdf")
    print_pdf([Part(tmp_path / "1.pdf")], tmp_path / "all.pdf", duplex=False)
    assert PdfReader(tmp_path / "all.pdf").pages[0].mediabox.width == 300


@pytest.mark.pdf
def test_what_is_no_pdf_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "а.pdf").write_bytes(b"no pdf")
    with pytest.raises(ConversionError, match=r"«а\.pdf»"):
        print_pdf([Part(tmp_path / "а.pdf")], tmp_path / "all.pdf", duplex=False)
    assert [path.name for path in tmp_path.iterdir()] == ["а.pdf"]


@pytest.mark.pdf
def test_memory_does_not_grow_with_a_merged_pdf(tmp_path: Path) -> None:
    one = pdf(tmp_path / "1.pdf", "текст " * 200)
    print_pdf([Part(one)] * 3, tmp_path / "all.pdf", duplex=True)
    peaks = []
    for count in (5, 100):
        tracemalloc.start()
        print_pdf([Part(one)] * count, tmp_path / "all.pdf", duplex=True)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 500_000


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pages of text."""
    return pdf(tmp_path_factory.mktemp("pdf") / "contract.pdf", "раз", "два", "три")


@pytest.mark.pdf
def test_copies_begin_on_sheets_of_their_own(tmp_path: Path, contract: Path) -> None:
    one = pdf(tmp_path / "1.pdf", "лист")
    parts = [Part(contract.read_bytes(), copies=2), Part(one.read_bytes, copies=2)]
    printed = print_pdf(parts, tmp_path / "all.pdf", duplex=True)
    texts = ["раз", "два", "три", "", "раз", "два", "три", "", "лист", "", "лист"]
    assert pages(tmp_path / "all.pdf") == texts
    assert printed == Printed(pages=11, sheets=6)


@pytest.mark.pdf
def test_one_sided_copies_follow_each_other_without_blanks(tmp_path: Path, contract: Path) -> None:
    printed = print_pdf([Part(contract, copies=2)], tmp_path / "all.pdf", duplex=False)
    assert pages(tmp_path / "all.pdf") == ["раз", "два", "три"] * 2
    assert printed == Printed(pages=6, sheets=6)


@pytest.mark.pdf
def test_only_some_pages_are_printed_again(tmp_path: Path, contract: Path) -> None:
    printed = print_pdf([Part(contract, 2, (3,))], tmp_path / "all.pdf", duplex=True)
    assert pages(tmp_path / "all.pdf") == ["три", "", "три"]
    assert printed == Printed(pages=3, sheets=2)


@pytest.mark.pdf
def test_a_page_that_is_not_there_is_named(tmp_path: Path, contract: Path) -> None:
    with pytest.raises(ConversionError, match="страницы 4 нет: в документе страниц 3"):
        print_pdf([Part(contract, pages=(1, 4))], tmp_path / "all.pdf", duplex=True)
    assert not (tmp_path / "all.pdf").exists()


@pytest.mark.pdf
def test_a_second_copy_costs_next_to_nothing(tmp_path: Path, contract: Path) -> None:
    sizes = []
    for copies in (1, 50):
        print_pdf([Part(contract, copies)], tmp_path / "all.pdf", duplex=False)
        sizes.append((tmp_path / "all.pdf").stat().st_size)
    assert sizes[1] < sizes[0] + 49 * 3 * 500


@pytest.mark.pdf
def test_pages_are_counted(contract: Path) -> None:
    assert page_count(contract.read_bytes()) == 3
    with pytest.raises(ConversionError):
        page_count(b"%PDF-1.7 broken")


@pytest.mark.pdf
def test_a_separator_names_the_person_and_the_papers(tmp_path: Path) -> None:
    sheet = separator_sheet(name="Ли <Анна>", note="№ 0001", papers=["Договор & лист", "Памятка"])
    (tmp_path / "1.pdf").write_bytes(sheet)
    assert pages(tmp_path / "1.pdf") == ["Ли <Анна>\n№ 0001\nДоговор & лист\nПамятка"]
    assert sheet == separator_sheet(
        name="Ли <Анна>", note="№ 0001", papers=["Договор & лист", "Памятка"]
    )

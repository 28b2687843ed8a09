"""Oddities from the wild: all text is there, in its order, and stands where Word puts it."""

import io
import re
import shutil
import subprocess
from html import unescape

import pytest
from PIL import Image

from hr_docs.engine import ConversionError, conversion_report, docx_to_pdf
from hr_docs.engine.wordml import docx_to_html
from tests.engine.wild_files import WILD, scaled_letters
from tests.engine.wordml_files import A4, WordFile, paragraph, text

SAYS = {
    "hand_numbering": ["1.1.", "а)", "по основному", "М.П."],
    "signature_tabs": ["Генеральный директор", "____", "И. С. Ким"],
    "nested_tables": ["Работодатель", "ИНН", "770701001", "Работник: Орлова"],
    "content_controls": ["Договор № ", "15-ТД", "Пенза", ", Россия", "а", "б", "в", "г"],
    "revisions": ["вставлено", "перенесено сюда", "жирно", "с примечанием"],
    "alternate_content": ["Текст", "запасной", "вставленный файл"],
    "footnotes": ["В тексте", "1", "Сноска 1.", "В ячейке", "2", "Сноска 2."],
    "signs": ["прописные", "КАПИТЕЛЬ", "пере\u00adнос", "кол\u2011центр", "согласен"],
    "centred_tabs": ["слева", "середина", "....", "справа", "321,50"],
}
NEVER = {"revisions": ["удалено", "отсюда"], "alternate_content": ["нельзя"]}


def words_of(name: str) -> str:
    markup = docx_to_html(WILD[name]().build()).markup
    body = markup.partition("<body>")[2]
    return unescape(re.sub(r"<[^>]+>", "", body)).replace("\u00a0", " ").replace("\u200b", "")


@pytest.mark.parametrize("name", SAYS)
def test_all_the_text_is_there_in_its_order(name: str) -> None:
    shown, place = words_of(name), 0
    for words in SAYS[name]:
        place = shown.lower().find(words.lower(), place)
        assert place >= 0, words


@pytest.mark.parametrize("name", NEVER)
def test_what_was_deleted_is_not(name: str) -> None:
    assert [words for words in NEVER[name] if words in words_of(name)] == []


@pytest.mark.pdf
@pytest.mark.parametrize("name", WILD)
def test_it_becomes_a_pdf_the_same_twice(name: str) -> None:
    docx = WILD[name]().build()
    assert docx_to_pdf(docx) == docx_to_pdf(docx, reuse=False)


def css_of(file: WordFile) -> str:
    return docx_to_html(file.build()).css


def test_a_table_beside_the_text_floats() -> None:
    assert "float:right" in css_of(WILD["floating_table"]())


def test_squeezed_letters_take_the_room_that_word_gives_them() -> None:
    css = css_of(scaled_letters())
    assert "letter-spacing:-" in css
    warning, *_ = conversion_report(scaled_letters().build())
    assert warning.what.startswith("масштаб знаков 66%")


def test_line_numbers_are_told_of() -> None:
    (warning,) = conversion_report(WILD["line_numbers"]().build())
    assert warning.what == "номера строк не показаны"


@pytest.mark.parametrize(
    ("half_points", "warnings"),
    [("100000000", 1), ("500", 1), ("24", 0)],
)
def test_letters_of_an_absurd_size_are_kept_small(half_points: str, warnings: int) -> None:
    file = WordFile(body=paragraph(text("Слово", f'<w:sz w:val="{half_points}"/>'))).build()
    sizes = [float(size) for size in re.findall(r"([\d.]+)pt/", docx_to_html(file).css)]
    assert max(sizes) <= 200
    assert len(conversion_report(file)) == warnings


@pytest.mark.parametrize("size", ['w:w="1" w:h="16838"', 'w:w="11906" w:h="9"', 'w:w="-5" w:h="x"'])
def test_paper_always_leaves_room_for_text(size: str) -> None:
    file = WordFile(body=paragraph("а"), section=A4.replace('w:w="11906" w:h="16838"', size))
    width, height = map(float, re.findall(r"size:([\d.]+)pt ([\d.]+)pt", css_of(file))[0])
    assert width >= 36 + 42.5 + 85
    assert height >= 36 + 56.7 * 2


@pytest.mark.pdf
def test_a_box_alone_in_a_paragraph_is_the_same_with_and_without_reuse() -> None:
    box = (
        '<w:r><w:pict><v:shape style="position:absolute;margin-left:50pt;width:100pt;height:40pt">'
        f"<v:textbox><w:txbxContent>{paragraph('внутри')}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    docx = WordFile(body=paragraph(box)).build()
    assert docx_to_pdf(docx) == docx_to_pdf(docx, reuse=False)


@pytest.mark.pdf
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler-utils")
def test_the_line_above_footnotes_is_a_line() -> None:
    pdf = docx_to_pdf(WILD["footnotes"]().build())
    image = subprocess.run(
        ["pdftoppm", "-r", "40", "-gray", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    page = Image.open(io.BytesIO(image))
    dark = sum(page.histogram()[:64])
    assert 0 < dark / (page.width * page.height) < 0.01


def test_a_package_of_the_future_is_no_word_file() -> None:
    docx = bytearray(WordFile(body=paragraph("а")).build())
    directory = docx.index(b"PK\x01\x02")
    docx[directory + 6] = 65  # version 6.5 is needed to extract the first part
    with pytest.raises(ConversionError, match="не является документом Word"):
        docx_to_pdf(bytes(docx))

"""Whole PDF files, read back: text, places, pages, metadata, equal bytes."""

import io
import json
import re
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from hr_docs.engine.errors import ConversionError
from hr_docs.engine.pdf import docx_to_pdf, missing_libraries
from hr_docs.engine.wordml import fonts
from tests.engine.wordml_files import (
    A4,
    WordFile,
    abstract,
    cell,
    level,
    num,
    numbered,
    paragraph,
    row,
    table,
    text,
)

pytestmark = pytest.mark.pdf

LEFT, RIGHT = 85.05, 552.8  # the text's edges on an A4 page with margins of 30 and 15 mm
CLAUSE = "Работник обязуется лично выполнять определённую настоящим Договором функцию. "
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
PAGE_OF_PAGES = (
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>0</w:t></w:r></w:fldSimple>'
    + text(" из ")
    + '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>0</w:t></w:r></w:fldSimple>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Трудовой договор</dc:title>'
    "<dc:creator>ООО «Ромашка»</dc:creator><dc:language>ru-RU</dc:language>"
    "<dcterms:created>2026-03-01T09:00:00Z</dcterms:created></cp:coreProperties>"
)


def read(pdf: bytes) -> Any:
    """Reader of a PDF; pypdf's types know too little of what a file holds."""
    return PdfReader(io.BytesIO(pdf))


def font_names(pdf: bytes) -> set[str]:
    """Faces of the first page, without the tags of their subsets."""
    found = read(pdf).pages[0]["/Resources"]["/Font"].values()
    return {font["/BaseFont"].partition("+")[2] for font in found}


def pages(**parts) -> list[str]:
    """Text of each page, lines kept."""
    reader = read(docx_to_pdf(WordFile(**parts).build()))
    return [page.extract_text() for page in reader.pages]


def places(page: int = 0, **parts) -> dict[str, tuple[float, float]]:
    """Left end and baseline of each stretch of text, points from the page's lower left corner."""
    found: dict[str, tuple[float, float]] = {}

    def visit(words, outer, inner, _font, _size):
        if words.strip():
            x = outer[0] * inner[4] + outer[4]
            y = outer[3] * inner[5] + outer[5]
            found.setdefault(words.strip(), (x, y))

    reader = read(docx_to_pdf(WordFile(**parts).build()))
    reader.pages[page].extract_text(visitor_text=visit)
    return found


def words(docx: bytes) -> list[tuple[str, float, float, float, float]]:
    """Every word of the first page with xMin, yMin, xMax, yMax, by poppler."""
    run = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=docx_to_pdf(docx), capture_output=True, check=True
    )
    pattern = r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>'
    found = re.findall(pattern, run.stdout.decode())
    return [(one[4], *(float(number) for number in one[:4])) for one in found]


def test_labels_hang_and_text_begins_at_the_indent():
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    found = places(body=numbered("Предмет", 1), numbering=numbering)
    assert found["1."][0] == pytest.approx(LEFT, abs=0.2)
    assert found["Предмет"][0] == pytest.approx(LEFT + 36, abs=0.3)


def test_lines_stand_a_line_height_apart():
    found = places(body=paragraph("раз") + paragraph("два", '<w:spacing w:line="360"/>'))
    natural = 12 * 1.14990234375
    assert found["раз"][1] - found["два"][1] == pytest.approx(natural * 1.25, abs=0.2)


@pytest.mark.parametrize(
    ("alignment", "x"), [("left", 300.0), ("right", 300.0 - 30), ("center", 300.0 - 15)]
)
def test_tab_stops_align(alignment, x):
    stop = f'<w:tabs><w:tab w:val="{alignment}" w:pos="6000"/></w:tabs>'
    body = paragraph(text("а") + "<w:r><w:tab/></w:r>" + text("12345"), stop)
    assert places(body=body)["12345"][0] == pytest.approx(LEFT + x, abs=0.4)


def test_a_decimal_tab_aligns_the_separator():
    stop = '<w:tabs><w:tab w:val="decimal" w:pos="6000"/></w:tabs>'
    body = paragraph("<w:r><w:tab/></w:r>" + text("12,75"), stop)
    assert places(body=body)["12,75"][0] == pytest.approx(LEFT + 300 - 12, abs=0.4)


def test_a_fill_in_line_reaches_its_end():
    stop = '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="9355"/></w:tabs>'
    docx = WordFile(body=paragraph(text("Подпись") + "<w:r><w:tab/></w:r>", stop)).build()
    assert max(word[3] for word in words(docx)) == pytest.approx(RIGHT, abs=1.5)


def test_underscores_too_many_for_a_line_do_not_leave_the_page():
    docx = WordFile(body=paragraph("Фамилия: " + "_" * 200)).build()
    assert max(word[3] for word in words(docx)) <= RIGHT + 0.5


def test_headers_footers_and_page_numbers():
    body = paragraph("а") + paragraph(PAGE_BREAK) + paragraph("б")
    found = pages(
        body=body,
        section=A4 + "<w:titlePg/>",
        headers={"default": paragraph("обычный"), "first": paragraph("первый")},
        footers={"default": paragraph(PAGE_OF_PAGES), "first": paragraph(PAGE_OF_PAGES)},
    )
    assert ["первый" in page for page in found] == [True, False]
    assert ["обычный" in page for page in found] == [False, True]
    assert re.findall(r"\d из \d", "\n".join(found)) == ["1 из 2", "2 из 2"]


def test_page_numbers_start_where_the_section_says():
    footer = {"default": paragraph(PAGE_OF_PAGES)}
    found = pages(
        body=paragraph("а") + paragraph(PAGE_BREAK) + paragraph("б"),
        section=A4 + '<w:pgNumType w:start="5"/>',
        footers=footer,
    )
    assert re.findall(r"\d из \d", "\n".join(found)) == ["5 из 2", "6 из 2"]


def test_pages_of_a_section_are_counted():
    section_pages = '<w:fldSimple w:instr="SECTIONPAGES"><w:r><w:t>0</w:t></w:r></w:fldSimple>'
    reference = '<w:footerReference w:type="default" r:id="footerdefault"/>'
    first = paragraph("а") + paragraph(
        PAGE_BREAK + text("б"), f"<w:sectPr>{reference}{A4}</w:sectPr>"
    )
    footer = {"default": paragraph(text("всего ") + section_pages)}
    found = pages(body=first + paragraph("в"), footers=footer)
    assert re.findall(r"всего \d", "\n".join(found)) == ["всего 2", "всего 2", "всего 1"]


def test_page_numbers_take_the_format_of_their_section():
    found = pages(
        body=paragraph("а"),
        section=A4 + '<w:pgNumType w:fmt="upperRoman" w:start="4"/>',
        footers={"default": paragraph(text("лист ") + PAGE_OF_PAGES)},
    )
    assert "лист IV из 1" in found[0]


def test_a_tall_header_pushes_the_text_down():
    header = {"default": "".join(paragraph(f"строка {n}") for n in range(8))}
    found = places(body=paragraph("текст"), headers=header)
    assert found["текст"][1] < found["строка 7"][1] - 12


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (paragraph("а") + paragraph(PAGE_BREAK) + paragraph("б"), 2),
        (paragraph(text("а") + PAGE_BREAK + text("б")), 2),
        (paragraph("а") + paragraph(PAGE_BREAK + PAGE_BREAK) + paragraph("б"), 3),
        (paragraph("а") + paragraph("б", "<w:pageBreakBefore/>"), 2),
        (paragraph("а") + paragraph(text("б") + PAGE_BREAK), 1),
        (paragraph("а", f"<w:sectPr>{A4}</w:sectPr>") + paragraph("б"), 2),
        (paragraph("а", f"<w:sectPr>{A4}</w:sectPr>") + table(row("б")), 2),
    ],
)
def test_breaks_make_pages(body, count):
    assert len(pages(body=body)) == count


def test_landscape_and_portrait_pages_follow_each_other():
    wide = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    body = paragraph("а", f"<w:sectPr>{wide}</w:sectPr>") + paragraph("б")
    reader = read(docx_to_pdf(WordFile(body=body).build()))
    sizes = [round(float(page.mediabox.width)) for page in reader.pages]
    assert sizes == [842, 595]


def test_a_heading_row_is_repeated_on_every_page():
    rows = [row("Наименование", properties="<w:tblHeader/>")]
    rows += [row(f"строка {n}") for n in range(80)]
    found = pages(body=table(*rows, widths=(9000,)))
    assert len(found) > 1
    assert all("Наименование" in page for page in found)


def test_merged_cells_stand_where_the_grid_says():
    body = table(
        row(cell("широкая", '<w:gridSpan w:val="2"/>'), "в"),
        row(cell("высокая", '<w:vMerge w:val="restart"/>'), "д", "е"),
        row(cell("", "<w:vMerge/>"), "ж", "з"),
        widths=(3000, 3000, 3000),
    )
    found = places(body=body)
    assert found["в"][0] - found["широкая"][0] == pytest.approx(300, abs=0.5)
    assert found["ж"][0] == pytest.approx(found["д"][0], abs=0.1)
    assert found["ж"][0] - found["высокая"][0] == pytest.approx(150, abs=0.5)


def test_space_above_is_dropped_at_the_top_of_a_page_but_kept_after_a_break():
    spaced = '<w:spacing w:before="1200"/>'
    filler = "".join(paragraph(f"строка {n}") for n in range(52))
    flowing = places(page=1, body=filler + paragraph("верх", spaced))["верх"][1]
    broken = places(
        page=1, body=paragraph("а") + paragraph("верх", spaced + "<w:pageBreakBefore/>")
    )
    assert flowing - broken["верх"][1] == pytest.approx(60, abs=0.5)


def test_footnotes_stand_at_the_foot_of_their_page():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>'
    found = places(
        body=paragraph(text("текст") + reference) + paragraph("дальше"),
        footnotes=note.format(text("сноска")),
    )
    note_place = next(place for words, place in found.items() if "сноска" in words)
    assert note_place[1] < 100 < found["дальше"][1]


def test_latin_letters_may_be_set_in_a_font_of_their_own():
    fonts_of_run = '<w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman"/>'
    docx = WordFile(body=paragraph(text("слово word", fonts_of_run))).build()
    names = font_names(docx_to_pdf(docx))
    assert names == {"LiberationSansPinned", "LiberationSerifPinned"}


def test_metadata_comes_from_the_document():
    reader = read(docx_to_pdf(WordFile(body=paragraph("а"), core=CORE).build()))
    assert reader.metadata.title == "Трудовой договор"
    assert reader.metadata.author == "ООО «Ромашка»"
    assert reader.metadata["/CreationDate"] == "D:20260301090000Z"
    assert reader.trailer["/Root"]["/Lang"] == "ru-RU"


@pytest.mark.parametrize(
    ("properties", "language"), [("", "ru-RU"), ('<w:lang w:val="en-GB"/>', "en-GB")]
)
def test_the_language_is_that_of_most_of_the_text(properties, language):
    body = paragraph(text("слово words", properties))
    assert read(docx_to_pdf(WordFile(body=body).build())).trailer["/Root"]["/Lang"] == language


def test_headings_become_bookmarks_and_the_file_is_tagged():
    body = paragraph("Предмет договора", '<w:outlineLvl w:val="0"/>')
    reader = read(docx_to_pdf(WordFile(body=body).build()))
    assert [entry.title for entry in reader.outline] == ["Предмет договора"]
    assert "/StructTreeRoot" in reader.trailer["/Root"]


def test_pages_are_read_without_the_logical_structure():
    reader = read(docx_to_pdf(WordFile(body=paragraph("Предмет договора")).build()))
    assert len(reader.pages) == 1
    read_so_far = reader.resolved_objects.values()
    assert not [one for one in read_so_far if isinstance(one, dict) and "/Pg" in one]
    assert reader.trailer["/Root"]["/StructTreeRoot"]["/K"]


# WeasyPrint leaves its own colour profile open.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_archival_variant_declares_itself():
    pdf = docx_to_pdf(WordFile(body=paragraph("а"), core=CORE).build(), pdf_variant="pdf/a-2b")
    metadata = read(pdf).trailer["/Root"]["/Metadata"].get_data()
    assert b"pdfaid" in metadata


def test_an_unknown_variant_is_refused():
    with pytest.raises(ConversionError):
        docx_to_pdf(WordFile(body=paragraph("а")).build(), pdf_variant="pdf/z")


def test_equal_input_gives_equal_bytes_in_another_process(tmp_path):
    body = "".join(paragraph(CLAUSE * 3, '<w:jc w:val="both"/>') for _ in range(30))
    docx = WordFile(body=body + table(row("а", "б")), core=CORE).build()
    (tmp_path / "in.docx").write_bytes(docx)
    script = (
        "import sys, hashlib, pathlib; from hr_docs.engine.pdf import docx_to_pdf; "
        "data = pathlib.Path(sys.argv[1]).read_bytes(); "
        "print(hashlib.sha256(docx_to_pdf(data)).hexdigest())"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "in.docx")]
    sums = {
        subprocess.run(
            command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1
    assert docx_to_pdf(docx) == docx_to_pdf(docx)


def test_a_forked_process_converts_and_leaves_its_parents_fonts_alone():
    docx = WordFile(body=paragraph("а")).build()
    ours = docx_to_pdf(docx)
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        assert pool.submit(docx_to_pdf, docx).result() == ours
    bold = WordFile(body=paragraph(text("б", "<w:b/>"))).build()
    assert font_names(docx_to_pdf(bold)) == {"LiberationSerifPinned-Bold"}
    assert docx_to_pdf(docx) == ours


def test_threads_take_turns():
    docx = WordFile(body=paragraph(CLAUSE * 20)).build()
    with ThreadPoolExecutor(4) as pool:
        results = set(pool.map(docx_to_pdf, [docx] * 8))
    assert len(results) == 1


def test_a_missing_font_names_its_package(monkeypatch):
    monkeypatch.setattr(fonts, "_files", dict)
    fonts.face.cache_clear()
    with pytest.raises(ConversionError, match="fonts-crosextra-caladea"):
        fonts.face(fonts.CALADEA, bold=False, italic=False)
    assert fonts.missing_fonts() == [
        "fonts-crosextra-caladea", "fonts-crosextra-carlito", "fonts-liberation",
    ]  # fmt: skip


def test_a_missing_library_names_its_package(monkeypatch):
    def missing(name):
        raise OSError(name)

    monkeypatch.setattr("ctypes.CDLL", missing)
    assert "libharfbuzz-subset0" in missing_libraries()


def test_libraries_are_found_without_starting_a_process(monkeypatch):
    def refused(*_arguments, **_options):
        raise OSError("no processes left")

    monkeypatch.setattr("subprocess.Popen", refused)
    assert missing_libraries() == []


@pytest.mark.shared
@pytest.mark.parametrize("name", ["dogovor", "instr", "nda"])
def test_the_samples_come_out_as_the_reference_shows_them(shared, tmp_path, name):
    ours = tmp_path / f"{name}.pdf"
    source = shared / "word/samples" / f"{name}.docx"
    ours.write_bytes(docx_to_pdf(source.read_bytes()))
    (result,) = compared(shared, ours, source.with_suffix(".pdf"))
    assert result["text"] >= 0.998
    assert result["labels"] == 0
    assert result["pages"][0] == result["pages"][1]


@pytest.mark.shared
def test_the_corpus_keeps_its_text_and_pages(shared, tmp_path):
    pairs = []
    for source in sorted((shared / "word/corpus").glob("*.docx")):
        ours = tmp_path / f"{source.stem}.pdf"
        ours.write_bytes(docx_to_pdf(source.read_bytes()))
        pairs += [ours, source.with_suffix(".pdf")]
    results = compared(shared, *pairs)
    assert sum(one["text"] for one in results) / len(results) >= 0.98
    assert sum(one["pages"][0] == one["pages"][1] for one in results) >= 18
    # The reference prints bullets of Wingdings as private characters in one file.
    assert sum(one["labels"] for one in results if "numbering" not in one["file"]) == 0


def compared(shared: Path, *files: Path) -> Any:
    """What tools/compare_pdf.py says of pairs of our PDF and the reference."""
    command = [sys.executable, str(shared / "tools/compare_pdf.py"), *map(str, files), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

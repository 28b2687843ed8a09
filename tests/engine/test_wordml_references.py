"""References to pages show the pages of the PDF, and whatever else the file has for them."""

import pytest

from hr_docs.engine import docx_to_pdf
from tests.engine.test_pdf import pages
from tests.engine.wordml_files import WordFile, paragraph, text

pytestmark = pytest.mark.pdf
BREAK = paragraph('<w:r><w:br w:type="page"/></w:r>')
TARGET = '<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:bookmarkEnd w:id="1"/>'
TAB = "<w:r><w:tab/></w:r>"
RIGHT = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9354"/></w:tabs>'


def field(code: str, result: str) -> str:
    marks = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        marks.format("begin")
        + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        + marks.format("separate") + text(result) + marks.format("end")
    )  # fmt: skip


def shown(reference: str) -> str:
    """The first line of a document whose target is on its third page."""
    body = paragraph(text("стр. ") + reference) + BREAK * 2 + paragraph(TARGET + text("цель"))
    return pages(body=body)[0].splitlines()[0].strip()


@pytest.mark.parametrize(
    "reference",
    [
        field("PAGEREF _Toc1 \\h", "7"),
        field("PAGEREF _Toc1", ""),
        f'<w:fldSimple w:instr=" PAGEREF _Toc1 ">{text("7")}</w:fldSimple>',
        f'<w:hyperlink w:anchor="_Toc1">{field("PAGEREF _Toc1", "7")}</w:hyperlink>',
    ],
)
def test_a_reference_shows_the_page_that_the_pdf_has(reference):
    assert shown(reference) == "стр. 3"


@pytest.mark.parametrize(
    ("code", "result"),
    [
        ("PAGEREF _Toc2 \\h", "7"),
        ("PAGEREF _Toc1 \\p", "ниже"),
        ("PAGEREF _Toc1 \\h", "iv"),
    ],
    ids=["no such place", "above or below", "another number format"],
)
def test_what_the_layout_cannot_know_is_shown_as_the_file_has_it(code, result):
    assert shown(field(code, result)) == f"стр. {result}"


def test_a_place_that_is_not_shown_leaves_the_stored_page():
    hidden = f"<w:tr>{TARGET}<w:tc><w:p/></w:tc></w:tr>"
    body = paragraph(field("PAGEREF _Toc1", "7")) + f"<w:tbl>{hidden}</w:tbl>" + paragraph()
    assert pages(body=body)[0].strip() == "7"


def test_a_table_of_contents_ends_in_the_right_pages_and_is_the_same_twice():
    entries = "".join(
        paragraph(
            text(f"{n}. Раздел") + "<w:r><w:tab/></w:r>" + field(f"PAGEREF p{n} \\h", "99"), RIGHT
        )
        for n in range(1, 12)
    )
    sections = "".join(
        BREAK + paragraph(f'<w:bookmarkStart w:id="{n}" w:name="p{n}"/>' + text("раздел"))
        for n in range(1, 12)
    )
    docx = WordFile(body=entries + sections).build()
    assert docx_to_pdf(docx) == docx_to_pdf(docx, reuse=False)
    lines = pages(body=entries + sections)[0].strip().splitlines()
    assert [line.rpartition(".")[2].strip() for line in lines] == [str(n + 1) for n in range(1, 12)]

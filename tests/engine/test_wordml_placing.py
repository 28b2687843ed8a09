"""Where things of contracts from the wild stand on the page."""

import pytest

from tests.engine.test_pdf import PAGE_BREAK, pages, places
from tests.engine.wordml_files import WordFile, cell, paragraph, row, table, text

pytestmark = pytest.mark.pdf

LINE = 13.8  # points: Times New Roman of 12 pt
EMU = 12700


def text_box(
    content: str, x: int, y: int, *, wrap: str = "wrapNone", size: tuple[int, int] = (90, 40)
) -> str:
    """A run with a text box placed from its column and paragraph; points."""
    width, height = (side * EMU for side in size)
    return (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column">'
        f"<wp:posOffset>{x * EMU}</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y * EMU}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:{wrap}/>'
        '<wp:docPr id="1" name="b"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="rect"/></wps:spPr><wps:txbx>'
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


@pytest.mark.parametrize("wrap", ["wrapNone", "wrapSquare"])
def test_a_paragraph_with_only_a_floating_box_is_a_line_high(wrap):
    box = text_box(paragraph("М.П."), 300, 0, wrap=wrap)
    found = places(body=paragraph("верх") + paragraph(box) + paragraph("низ"))
    assert found["верх"][1] - found["низ"][1] == pytest.approx(2 * LINE, abs=0.5)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (paragraph(PAGE_BREAK) + paragraph("после"), 2),
        (table(row(f"<w:p><w:r><w:t>а</w:t></w:r>{PAGE_BREAK}</w:p>")) + paragraph("после"), 1),
        (paragraph(text_box(paragraph(PAGE_BREAK + text("б")), 0, 0)) + paragraph("после"), 1),
        (paragraph("а") + table(row(paragraph("б", "<w:pageBreakBefore/>"))), 2),
        (table(row("а"), row(paragraph("б", "<w:pageBreakBefore/>"))), 2),
        (table(row(paragraph("а", "<w:pageBreakBefore/>"))), 1),
        (table(row("а", paragraph("б") + paragraph("в", "<w:pageBreakBefore/>"))), 1),
    ],
    ids=["first", "cell", "box", "table", "row", "first table", "inside a cell"],
)
def test_breaks_count_where_word_counts_them(body, count):
    assert len(pages(body=body)) == count


def test_a_page_break_in_a_cell_still_parts_the_words():
    body = table(row(f"<w:p>{text('описание')}{PAGE_BREAK}{text('чувства')}</w:p>"))
    assert pages(body=body)[0].split() == ["описание", "чувства"]

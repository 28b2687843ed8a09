"""Finished pages: what stands at a height of its page, at its foot, or beside the text."""

import re
import subprocess

import pytest

from hr_docs.engine import docx_to_pdf
from tests.engine.conversion import ASCENT, PAPER, html_of, stamp, watermark
from tests.engine.test_pdf import pages, places, read
from tests.engine.test_pdf import words as words_of_pdf
from tests.engine.wild_files import section, words
from tests.engine.wordml_files import A4, WordFile, paragraph, row, table, text


def line_places(docx: bytes, page: int) -> list[float]:
    """Upper edges of the words of a page, from the paper's top."""
    run = subprocess.run(
        ["pdftotext", "-bbox", "-f", f"{page}", "-l", f"{page}", "-", "-"],
        input=docx_to_pdf(docx), capture_output=True, check=True,
    )  # fmt: skip
    return sorted({float(y) for y in re.findall(r'yMin="([\d.]+)"', run.stdout.decode())})


@pytest.mark.pdf
@pytest.mark.parametrize(("where", "share"), [("center", 0.5), ("bottom", 1.0), ("top", 0.0)])
def test_the_text_of_every_page_stands_where_its_section_wants_it(where, share):
    placed = A4 + f'<w:vAlign w:val="{where}"/>'
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    body = paragraph("первая") + paragraph(page_break + text("вторая")) + section("", A4)
    file = WordFile(body=paragraph("один") + section("", placed) + body, section=placed)
    file.body += paragraph("четвёртая") * 10
    docx = file.build()
    room = PAPER - 2 * 56.7
    lines = {1: 2, 4: 10}  # a section's end is a line of its own
    for page, count in lines.items():
        top = 56.7 + (room - count * 13.8) * share
        assert line_places(docx, page)[0] == pytest.approx(top, abs=1.5)
    for page in (2, 3):
        assert line_places(docx, page)[0] == pytest.approx(56.7, abs=1.5)


@pytest.mark.pdf
def test_what_the_page_places_stays_when_its_text_is_lowered():
    placed = A4 + '<w:vAlign w:val="center"/>'
    body = paragraph(text("тело") + stamp("печать", 200, 100))
    found = places(body=body, section=placed)
    assert found["печать"][1] == pytest.approx(PAPER - 100 - ASCENT, abs=1)
    assert found["тело"][1] == pytest.approx(PAPER / 2, abs=10)


def tall_box() -> str:
    """A text box of twelve lines beside its paragraph."""
    lines = "".join(paragraph(f"строка{number}.") for number in range(12))
    tall = stamp("x", 200, 0, from_="column").replace(paragraph("x"), lines)
    return tall.replace('positionV relativeFrom="column"', 'positionV relativeFrom="paragraph"')


@pytest.mark.pdf
@pytest.mark.parametrize("after", [0, 20])
def test_a_box_at_the_foot_of_a_page_stays_whole_and_on_the_paper(after):
    tall = tall_box().replace('tIns="0"/>', 'tIns="0"><a:spAutoFit/></wps:bodyPr>')
    body = words(17) + paragraph(tall + text("якорь")) + words(after)
    first = docx_to_pdf(WordFile(body=body).build())
    shown = read(first).pages[0].extract_text()
    assert [f"строка{number}." in shown for number in range(12)] == [True] * 12
    placed = {word: place for word, *place in words_of_pdf(WordFile(body=body).build())}
    assert placed["строка11."][3] <= PAPER


@pytest.mark.pdf
@pytest.mark.parametrize("after", [0, 20])
def test_a_box_beside_the_text_loses_nothing_at_the_foot_of_a_page(after):
    tall = tall_box().replace("wrapNone", "wrapSquare")
    shown = "".join(pages(body=words(17) + paragraph(tall + text("якорь")) + words(after)))
    assert [f"строка{number}." in shown for number in range(12)] == [True] * 12


@pytest.mark.pdf
def test_a_box_placed_below_the_paper_moves_onto_it():
    tall = stamp("строка " * 20, 300, 800).replace(
        'tIns="0"/>', 'tIns="0"><a:spAutoFit/></wps:bodyPr>'
    )
    placed = words_of_pdf(WordFile(body=paragraph(tall + text("якорь"))).build())
    assert max(y for *_, y in placed) <= PAPER


@pytest.mark.pdf
def test_a_table_beside_the_text_loses_nothing_at_the_end():
    beside = '<w:tblpPr w:vertAnchor="text" w:horzAnchor="margin" w:tblpXSpec="right" w:tblpY="1"/>'
    rows = (row(f"строка{number}.") for number in range(12))
    body = words(17) + table(*rows, widths=(2500,), properties=beside) + paragraph("конец")
    shown = "".join(pages(body=body))
    assert [f"строка{number}." in shown for number in range(12)] == [True] * 12


@pytest.mark.parametrize(
    ("rule", "least", "is_fixed"),
    [("exact", "40.00", True), ("atLeast", "40.00", False), ("", "", False)],
)
def test_a_frame_is_as_high_as_its_rule_says(rule, least, is_fixed):
    hint = f'w:hRule="{rule}"' if rule else ""
    frame = f'<w:framePr w:w="2500" w:h="800" {hint} w:wrap="around" w:vAnchor="text"/>'
    html = html_of(paragraph("рамка", frame) + paragraph("текст"))
    assert re.findall(r"min-height:([\d.]+)pt", html.css) == ([least] if least else [])
    assert ("data-fixed" in html.markup) == is_fixed


def beside(words_: str, x: int, y: int, wrap: str = "wrapSquare") -> str:
    return stamp(words_, x, y).replace("wrapNone", wrap)


@pytest.mark.pdf
@pytest.mark.parametrize("height", [200, 400])
def test_text_flows_around_a_box_at_its_height_of_the_page(height):
    body = words(7) + paragraph(beside("печать", 90, height) + text("якорь")) + words(7)
    placed = words_of_pdf(WordFile(body=body).build())
    (stands,) = [y for word, _, y, _, _ in placed if word == "печать"]
    assert stands == pytest.approx(height, abs=16)
    hidden = [word for word, x, y, _, _ in placed if x < 190 and abs(y - stands) < 5]
    assert hidden == ["печать"]


@pytest.mark.pdf
@pytest.mark.parametrize(("height", "count"), [(60, 1), (300, 1), (700, 1)])
def test_a_box_between_lines_stands_at_its_height_of_the_page(height, count):
    between = beside("печать", 200, height, "wrapTopAndBottom")
    body = words(5) + paragraph(between + text("якорь")) + words(8)
    assert len(pages(body=body)) == count
    placed = words_of_pdf(WordFile(body=body).build())
    (stands,) = [y for word, _, y, _, _ in placed if word == "печать"]
    last = max(y for word, _, y, _, _ in placed)
    assert stands == pytest.approx(min(height, last), abs=30)


@pytest.mark.pdf
def test_a_table_stands_at_its_height_of_the_page():
    place = '<w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="1701" w:tblpY="4000"/>'
    floating = table(row("печать"), widths=(2500,), properties=place)
    placed = words_of_pdf(WordFile(body=floating + words(12)).build())
    (stands,) = [y for word, _, y, _, _ in placed if word == "печать"]
    assert stands == pytest.approx(200, abs=16)


@pytest.mark.pdf
def test_what_stands_in_a_margin_takes_no_room_of_the_text():
    letterhead = paragraph(beside("шапка", 300, 5)) + paragraph("первая")
    assert places(body=letterhead)["шапка"] == pytest.approx((300, PAPER - 5 - ASCENT), abs=1)
    at_side = paragraph(beside("сбоку", 2, 300).replace('cx="1270000"', 'cx="900000"')) + words(9)
    found = places(body=at_side)
    assert found["сбоку"] == pytest.approx((2, PAPER - 300 - ASCENT), abs=1)


@pytest.mark.pdf
@pytest.mark.parametrize("wrap", ["wrapSquare", "wrapTopAndBottom"])
def test_below_the_last_words_a_box_stands_by_itself(wrap):
    body = words(2) + paragraph(beside("печать", 90, 600, wrap) + text("якорь"))
    placed = places(body=body)
    assert placed["печать"] == pytest.approx((90, PAPER - 600 - ASCENT), abs=1)


@pytest.mark.pdf
def test_what_is_moved_on_the_page_comes_out_the_same_twice():
    docx = WordFile(
        body=words(7) + paragraph(beside("печать", 90, 200) + stamp("низ", 300, 800)) + words(7),
        section=A4 + '<w:vAlign w:val="center"/>',
        headers={"default": paragraph(watermark())},
    ).build()
    assert docx_to_pdf(docx) == docx_to_pdf(docx) == docx_to_pdf(docx, reuse=False)

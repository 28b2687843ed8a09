"""Headers and footers: where they stand, what is placed in them, and watermarks."""

import re
from base64 import b64decode

import pytest

from tests.engine.conversion import ASCENT, PAPER, html_of, stamp, watermark
from tests.engine.test_pdf import places
from tests.engine.wild_files import LOREM, words
from tests.engine.wordml_files import A4, paragraph, text

FRAMED = A4 + (
    '<w:pgBorders w:offsetFrom="page">'
    + "".join(f'<w:{one} w:val="single" w:sz="8" w:space="24"/>' for one in ("top", "left"))
    + "</w:pgBorders>"
)


@pytest.mark.pdf
@pytest.mark.parametrize("header", [paragraph("шапка"), words(7)], ids=["low", "tall"])
@pytest.mark.parametrize("paper", [A4, FRAMED], ids=["plain", "framed"])
def test_what_is_placed_from_the_page_stands_there_also_in_headers_and_footers(header, paper):
    found = places(
        body=paragraph(text("слова") + stamp("тело", 200, 400)),
        headers={"default": header + paragraph(stamp("верх", 20, 10))},
        footers={"default": paragraph(text("подвал") + stamp("низ", 30, 790))},
        section=paper,
    )
    assert found["тело"] == pytest.approx((200, PAPER - 400 - ASCENT), abs=1)
    assert found["верх"] == pytest.approx((20, PAPER - 10 - ASCENT), abs=1)
    assert found["низ"] == pytest.approx((30, PAPER - 790 - ASCENT), abs=1)


@pytest.mark.pdf
def test_a_header_lies_under_the_text():
    body, header = paragraph("тело"), {"default": paragraph("шапка")}
    assert list(places(body=body, headers=header)) == ["шапка", "тело"]


@pytest.mark.pdf
def test_a_header_beside_a_picture_pushes_the_text_down_by_all_its_lines():
    beside = stamp("М.П.", 0, 0, from_="column").replace("wrapNone", "wrapSquare")
    beside = beside.replace('cx="1270000"', 'cx="4445000"').replace(
        'positionV relativeFrom="column"', 'positionV relativeFrom="paragraph"'
    )
    found = places(body=paragraph("тело"), headers={"default": paragraph(beside + text(LOREM))})
    lowest = min(y for words_, (_, y) in found.items() if words_ not in {"тело", "М.П."})
    assert found["тело"][1] < lowest - 10


def test_a_watermark_is_drawn_across_the_page():
    html = html_of(paragraph("тело"), headers={"default": paragraph(watermark())})
    assert 'alt="ОБРАЗЕЦ"' in html.markup
    assert "width:400.00pt;height:120.00pt;transform:rotate(315deg);opacity:0.5" in html.css
    assert "position:absolute;left:33.87pt;top:" in html.css
    (source,) = re.findall(r"base64,([^\"]+)", html.markup)
    assert 'fill="#c0c0c0"' in b64decode(source).decode()
    assert html.warnings == ()


@pytest.mark.parametrize(("opacity", "written"), [("32768f", "0.5"), ("0.25", "0.25"), ("x", "")])
def test_a_watermark_may_be_as_faint_as_it_says(opacity, written):
    fill = f'<v:fill opacity="{opacity}"/>'
    css = html_of(paragraph("т"), headers={"default": paragraph(watermark(fill=fill))}).css
    assert re.findall(r"opacity:([\d.]+)", css) == ([written] if written else [])

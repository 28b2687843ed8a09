"""Word files as people abuse them: no word is lost, none stands over another, pages are as many."""

import re

import pytest

from hr_docs.engine.wordml import Html, conversion_report, docx_to_html
from tests.engine.test_pdf import pages, places
from tests.engine.wild_files import LOREM
from tests.engine.wordml_files import A4, WordFile, cell, paragraph, row, table, text

DELETED_END = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


def html_of(body: str, **parts: object) -> Html:
    return docx_to_html(WordFile(body=body, **parts).build())  # type: ignore[arg-type]


def shown(body: str) -> str:
    """Text of the body without tags."""
    return re.sub(r"<[^>]+>", "", html_of(body).markup.partition("<body>")[2])


def told(body: str, **parts: object) -> list[str]:
    docx = WordFile(body=body, **parts).build()  # type: ignore[arg-type]
    return [warning.what for warning in conversion_report(docx)]


def widths_of(html: Html) -> list[float]:
    """Widths of the columns of the first table."""
    names = re.findall(r'<col class="(\w+)"', html.markup.partition("</colgroup>")[0])
    rules = {name: rest for name, rest in html.rules.classes.items() if name in names}
    return [float(re.findall(r"width:([\d.]+)pt", rules[name])[0]) for name in names]


# Text


def test_text_whose_end_is_deleted_stays_before_the_table_it_stood_before():
    body = paragraph("до таблицы", DELETED_END) + table(row("в таблице")) + paragraph("после")
    assert shown(body) == "до таблицыв таблицепосле"


def test_a_deleted_paragraph_before_a_table_leaves_no_line():
    gone = '<w:del w:id="2" w:author="x"><w:r><w:delText>нет</w:delText></w:r></w:del>'
    markup = html_of(paragraph(gone, DELETED_END) + table(row("а"))).markup
    assert markup.partition("<body>")[2].startswith("<div")
    assert "<p" not in markup.partition("<table")[0]


def test_letters_that_a_symbol_font_lacks_stay_letters():
    assert shown(paragraph(text("\uf0fe частный", WINGDINGS))) == "☑ частный"


def test_an_equation_between_paragraphs_leaves_a_labelled_frame():
    equation = "<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>"
    assert "[формула: a=b]" in shown(paragraph("до") + equation + paragraph("после"))
    assert told(equation) == ["формула «a=b»"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('<w:r><w:contentPart r:id="ink"/></w:r>', "рукописный ввод"),
        ('<w:subDoc r:id="other"/>', "вложенный документ"),
    ],
)
def test_what_comes_from_elsewhere_leaves_a_labelled_frame(content, what):
    assert f"[{what}]" in shown(paragraph(content))
    assert told(paragraph(content)) == [what]


def test_an_equation_field_leaves_a_labelled_frame():
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    code = r"<w:r><w:instrText> EQ \f(1;2) </w:instrText></w:r>"
    body = paragraph(begin + code + end)
    assert r"[формула: \f(1;2)]" in shown(body)
    assert told(body) == [r"формула «\f(1;2)»"]


# Lines and pages


@pytest.mark.pdf
def test_a_line_height_may_name_its_unit():
    exact = '<w:spacing w:line="18pt" w:lineRule="exact"/>'
    found = places(body=paragraph("раз", exact) + paragraph("два", exact))
    assert found["раз"][1] - found["два"][1] == pytest.approx(18, abs=0.2)


@pytest.mark.pdf
def test_a_column_break_without_columns_begins_a_page():
    column_break = '<w:r><w:br w:type="column"/></w:r>'
    assert len(pages(body=paragraph("а") + paragraph(column_break + text("б")))) == 2
    two = A4 + '<w:cols w:num="2" w:space="708"/>'
    assert len(pages(body=paragraph("а") + paragraph(column_break + text("б")), section=two)) == 1


# Tables


def test_cells_merged_across_are_one():
    begin, goes_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    merged = row(cell("а", begin), cell("", goes_on), "в")
    markup = html_of(table(merged, row(*"абв"), widths=(3000, 3000, 3000))).markup
    assert markup.count("<td") == 5
    assert 'colspan="2">а</td>' in markup


def test_cells_that_forget_their_span_reach_as_far_as_they_are_wide():
    def wide(content: str, width: int, extra: str = "") -> str:
        return cell(content, f'<w:tcW w:w="{width}" w:type="dxa"/>{extra}')

    html = html_of(table(
        row(wide("а", 3000), wide("б", 6000)),
        row(wide("в", 6000, '<w:gridSpan w:val="2"/>'), wide("г", 3000)),
        widths=(3000, 3000, 3000),
    ))  # fmt: skip
    assert widths_of(html) == [150, 150, 150]
    assert 'colspan="2">б</td>' in html.markup


def test_a_word_that_may_not_wrap_stays_in_its_cell():
    tight = cell(LOREM, "<w:noWrap/>")
    assert "white-space:nowrap" not in html_of(table(row(tight, "б"))).css
    assert "white-space:nowrap" in html_of(table(row(cell("мало", "<w:noWrap/>"), "б"))).css


@pytest.mark.parametrize(("place", "left"), [("center", -52.8), ("right", -105.6)])
def test_a_table_wider_than_the_text_overhangs_on_the_side_it_should(place, left):
    body = table(row("а"), widths=(11467,), properties=f'<w:jc w:val="{place}"/>')
    assert f"margin:0 0 0 {left}pt" in html_of(body).css


def test_a_table_without_widths_is_as_wide_as_its_text_asks():
    grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    body = table(row("№", LOREM), row("1", "мало")).replace(
        '<w:tblGrid><w:gridCol w:w="4677"/><w:gridCol w:w="4677"/></w:tblGrid>', grid
    )
    narrow, wide = widths_of(html_of(body))
    assert narrow < 40
    assert narrow + wide == pytest.approx(467.75, abs=0.1)
    small = widths_of(html_of(body.replace(LOREM, "мало")))
    assert sum(small) < 80

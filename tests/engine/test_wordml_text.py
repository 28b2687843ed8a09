"""What of a document's text is shown, and how."""

import io
import re
import zipfile
from typing import Any

import pytest
from lxml import etree

from hr_docs.engine.errors import ConversionError
from hr_docs.engine.wordml import conversion_report, docx_to_html
from hr_docs.engine.wordml.measuring import FontTable, fitted, text_width
from hr_docs.engine.wordml.ooxml import W_NS
from hr_docs.engine.wordml.properties import RunProperties
from hr_docs.engine.wordml.reading.formatting import Formatting
from tests.engine.conversion import told
from tests.engine.test_wordml_objects import declarations
from tests.engine.wordml_files import (
    STYLES,
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


def _package(files: dict[str, str]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return output.getvalue()


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(code: str, result: str = "") -> str:
    shown = FIELD.format("separate") + result if result else ""
    return (
        FIELD.format("begin")
        + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        + shown
        + FIELD.format("end")
    )


def markup(body: str, **parts: Any) -> str:
    return docx_to_html(WordFile(body=body, **parts).build()).markup


def shown(body: str, **parts: Any) -> str:
    """Text of the body without tags."""
    inside = markup(body, **parts).partition("<body>")[2]
    return re.sub(r"<[^>]+>", "", inside)


@pytest.mark.parametrize(
    ("case", "content", "expected"),
    [
        ("plain", text("слово"), "слово"),
        ("markup signs", text("A &amp; B &lt;c&gt;"), "A &amp; B &lt;c&gt;"),
        ("runs of one format are one", text("Ра") + text("ботник"), "Работник"),
        ("insertion", '<w:ins w:id="1" w:author="x">' + text("да") + "</w:ins>", "да"),
        (
            "deletion",
            text("а")
            + '<w:del w:id="1" w:author="x"><w:r><w:delText>нет</w:delText></w:r></w:del>',
            "а",
        ),
        ("moved away", '<w:moveFrom w:id="1" w:author="x">' + text("нет") + "</w:moveFrom>", ""),
        ("moved here", '<w:moveTo w:id="1" w:author="x">' + text("да") + "</w:moveTo>", "да"),
        ("hidden", text("явное") + text("скрытое", "<w:vanish/>"), "явное"),
        ("content control", f"<w:sdt><w:sdtContent>{text('поле')}</w:sdtContent></w:sdt>", "поле"),
        ("smart tag", f"<w:smartTag>{text('Москва')}</w:smartTag>", "Москва"),
        ("no-break hyphen", "<w:r><w:t>а</w:t><w:noBreakHyphen/><w:t>б</w:t></w:r>", "а‑б"),
        ("soft hyphen", "<w:r><w:t>а</w:t><w:softHyphen/><w:t>б</w:t></w:r>", "а\u00adб"),
        ("spaces", text("а   б"), "а\u00a0\u00a0 б"),
        ("leading spaces", text("  а"), "\u00a0 а"),
        ("spaces not preserved", "<w:r><w:t> а </w:t></w:r>", "а"),
        ("line breaks in the XML", "<w:r><w:t xml:space='preserve'>а\nб</w:t></w:r>", "а б"),
        ("symbol", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ("symbol font", text("\uf0b7", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "•"),
        ("small capitals", text("Иванов", "<w:smallCaps/>"), "Иванов"),
        ("stored result", field("REF x", text("№ 5")), "№ 5"),
        ("date is not the clock's", field("DATE", text("01.02.2020")), "01.02.2020"),
        ("nested fields", field("IF " + "1", field("REF y", text("да"))), "да"),
        ("macro button", field("MACROBUTTON x впишите имя"), "впишите имя"),
        ("symbol field", field('SYMBOL 183 \\f "Symbol"'), "•"),
        ("comment", text("а") + '<w:commentRangeStart w:id="0"/>' + text("б"), "аб"),
        ("ruby", f"<w:r><w:ruby><w:rubyBase>{text('осн')}</w:rubyBase></w:ruby></w:r>", "осн"),
    ],
)
def test_text_of_a_paragraph(case, content, expected):
    assert shown(paragraph(content)) == expected, case


@pytest.mark.parametrize(
    ("state", "sign"),
    [('<w:default w:val="0"/>', "☐"), ('<w:default w:val="0"/><w:checked/>', "☒")],
)
def test_a_check_box_of_a_form_shows_its_state(state, sign):
    form = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
    code = "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
    assert shown(paragraph(begin + code + FIELD.format("end"))) == sign


def test_page_numbers_are_computed_whatever_the_file_stored():
    found = docx_to_html(
        WordFile(body=paragraph(field("PAGE", text("7")) + field("NUMPAGES", text("9")))).build()
    )
    assert "counter(page)" in found.css
    assert "counter(pages)" in found.css
    assert "7" not in re.sub(r"<[^>]+>", "", found.markup)


def test_the_same_formatting_is_one_class_and_never_a_style_attribute():
    body = "".join(paragraph(f"абзац {n}", '<w:jc w:val="both"/>') for n in range(20))
    html = markup(body)
    assert "style=" not in html
    assert len(set(re.findall(r'<p class="([^"]+)"', html))) == 2  # the first keeps its space


def test_a_cell_of_one_paragraph_holds_its_text_directly():
    html = markup(table(row("раз", cell(paragraph("два") + paragraph("три")))))
    assert re.search(r"<td[^>]*>раз</td>", html)
    assert re.search(r"<td[^>]*><p[^>]*>два</p>", html)


def test_labels_are_text_in_the_markup():
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + num(1, 0)
    assert "1.1." in shown(numbered("а", 1) + numbered("б", 1, 1), numbering=numbering)


@pytest.mark.parametrize(
    ("case", "styles", "properties", "declaration"),
    [
        ("document defaults", "", "", "font:12pt/"),
        ("direct size", "", '<w:sz w:val="28"/>', "font:14pt/"),
        ("bold of a character style", "", '<w:rStyle w:val="B"/>', "font:bold "),
        ("toggles cancel", "<w:rPr><w:b/></w:rPr>", '<w:rStyle w:val="B"/>', "font:12pt/"),
        ("direct over toggles", "<w:rPr><w:b/></w:rPr>", "<w:b/>", "font:bold "),
        ("family", "", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "LiberationSansPinned"),
    ],
)
def test_formatting_cascades(case, styles, properties, declaration):
    bold = '<w:style w:type="character" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>'
    named = f'<w:style w:type="paragraph" w:styleId="P">{styles}</w:style>'
    body = paragraph(text("слово", properties), '<w:pStyle w:val="P"/>')
    css = docx_to_html(WordFile(body=body, styles=STYLES + bold + named).build()).css
    assert declaration in css.partition(".c")[2], case


def test_theme_fonts_are_resolved():
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    theme = etree.fromstring(
        f'<a:theme xmlns:a="{a}"><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>'
    )
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    run = etree.fromstring(f'<w:rPr xmlns:w="{W_NS}">{themed}</w:rPr>')
    found = Formatting.of_theme(theme).run(run)
    assert (found.font, found.ascii_font) == ("Calibri", "Calibri")


@pytest.mark.parametrize(
    ("case", "content", "what"),
    [
        ("equation", "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", "формула «E=mc»"),
        ("missing picture", "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>",
         "рисунок, которого нет в файле"),
        ("OLE", '<w:r><w:object><o:OLEObject/></w:object></w:r>', "внедрённый объект (OLE)"),
        ("font", text("а", '<w:rFonts w:ascii="Comic" w:hAnsi="Comic"/>'),
         "шрифт «Comic» заменён на Liberation Serif"),
        ("comment", '<w:r><w:commentReference w:id="0"/></w:r>', "примечания не показаны"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_reported(case, content, what):
    report = conversion_report(WordFile(body=paragraph(content)).build())
    assert [warning.what for warning in report] == [what], case


def test_an_equation_leaves_a_labelled_frame():
    assert "[формула: E]" in shown(paragraph("<m:oMath><m:r><m:t>E</m:t></m:r></m:oMath>"))


@pytest.mark.parametrize(
    ("case", "content"),
    [
        ("empty", b""),
        ("not a ZIP", b"Dear sirs"),
        ("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("damaged ZIP", WordFile(body=paragraph("а")).build()[:200]),
        ("broken XML", WordFile(body="<w:p>").build()),
        ("ZIP of something else", _package({"readme.txt": "text"})),
        ("no text", _package({"word/document.xml": f'<w:document xmlns:w="{W_NS}"/>'})),
        ("DTD", _package({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})),
    ],
)
def test_what_is_not_a_word_document_is_refused(case, content):
    with pytest.raises(ConversionError):
        docx_to_html(content)


def test_tables_nested_beyond_reason_do_not_break_the_conversion():
    body = paragraph("дно")
    for _ in range(40):
        body = table(row(cell(body + paragraph())), widths=(4000,))
    report = conversion_report(WordFile(body=body).build())
    assert "слишком глубоко вложенная таблица" in [warning.what for warning in report]


@pytest.mark.parametrize(("mark", "count"), [("dot", 1), ("none", 0)])
def test_marks_at_each_letter_are_told_of(mark, count):
    docx = WordFile(body=paragraph(text("слово", f'<w:em w:val="{mark}"/>'))).build()
    assert len(conversion_report(docx)) == count


@pytest.mark.parametrize(
    ("properties", "x", "padding"), [("", 200, ""), ('<w:ind w:left="4400"/>', 0, "20")]
)
def test_a_bar_tab_is_a_line_through_its_paragraph_and_stops_no_text(properties, x, padding):
    stops = '<w:tabs><w:tab w:val="bar" w:pos="4000"/><w:tab w:pos="5000" w:val="left"/></w:tabs>'
    html = docx_to_html(WordFile(body=paragraph("<w:r><w:tab/></w:r>", stops + properties)).build())
    found = declarations(html, "p")
    assert f"background:linear-gradient(#000) no-repeat {x:.2f}pt 0/0.5pt 100%" in found
    assert f"padding-left:{padding}pt" in found or not padding


def test_a_bar_tab_is_drawn_in_a_cell_too():
    bar = '<w:tabs><w:tab w:val="bar" w:pos="1000"/></w:tabs>'
    html = docx_to_html(WordFile(body=table(row(cell(paragraph("а", bar)), "б"))).build())
    assert "linear-gradient(#000) no-repeat 50.00pt 0" in html.css


@pytest.mark.parametrize("words", ["вписано", "сжато до самой короткой строки"])
def test_text_is_fitted_into_its_width(words):
    run = RunProperties(font="Times New Roman", size=12.0, fit=100.0)
    table = FontTable({})
    assert text_width(words, fitted(words, run, table), table) == pytest.approx(100, abs=0.1)


def test_only_words_are_underlined_where_that_is_asked():
    docx = WordFile(body=paragraph(text("два слова", '<w:u w:val="words"/>'))).build()
    html = docx_to_html(docx)
    assert re.findall(r'<span class="(\w+)">(\w+)</span>', html.markup)[0][1] == "два"
    assert "</span> <span" in html.markup


@pytest.mark.parametrize(
    ("look", "what"),
    [
        ("<w:outline/>", "буквы показаны без контура"),
        ("<w:shadow/>", "буквы показаны без тени"),
        ("<w:emboss/>", "буквы показаны без рельефа"),
        ("<w:imprint/>", "буквы показаны без гравировки"),
        ('<w:shadow w:val="0"/>', None),
    ],
)
def test_looks_of_letters_that_are_not_shown_are_told(look, what):
    report = conversion_report(WordFile(body=paragraph(text("слово", look))).build())
    assert [one.what for one in report] == ([what] if what else [])


WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


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


@pytest.mark.parametrize(
    ("name", "count"),
    [("PT Astra Serif", 0), ("TimesNewRomanPSMT", 0), ("XO Oriel", 0), ("PT Sans", 1)],
)
def test_only_fonts_of_other_widths_are_told_of(name, count):
    fonts = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'
    report = conversion_report(WordFile(body=paragraph(text("слово", fonts))).build())
    assert len([one for one in report if one.font]) == count

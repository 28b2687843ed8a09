"""Word files as people abuse them: no word is lost, none stands over another, pages are as many."""

import re
import subprocess
from base64 import b64decode

import pytest

from hr_docs.engine import docx_to_pdf
from hr_docs.engine.wordml import Html, conversion_report, docx_to_html
from tests.engine.test_pdf import pages, places, read
from tests.engine.test_pdf import words as words_of_pdf
from tests.engine.test_wordml_objects import declarations, picture_bytes
from tests.engine.wild_files import LOREM, section, words
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


# Headers and footers


def stamp(words_: str, x: int, y: int, *, from_: str = "page", behind: int = 0) -> str:
    """A run with a box placed from the corner of its page or margins; points."""
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="{behind}"><wp:positionH relativeFrom="{from_}">'
        f"<wp:posOffset>{x * 12700}</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="{from_}"><wp:posOffset>{y * 12700}</wp:posOffset>'
        '</wp:positionV><wp:extent cx="1270000" cy="508000"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="b"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="rect"/></wps:spPr><wps:txbx>'
        f"<w:txbxContent>{paragraph(words_)}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


PAPER = 841.9
ASCENT = 10.7  # of Times New Roman of 12 pt
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


def watermark(shape: str = "", fill: str = '<v:fill opacity=".5"/>') -> str:
    centred = (
        "position:absolute;margin-left:0;margin-top:0;width:400pt;height:120pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-vertical:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical-relative:margin"
    )
    style = "font-family:&quot;Calibri&quot;;font-size:1pt;font-weight:bold"
    return (
        f'<w:r><w:pict><v:shape type="#_x0000_t136" style="{centred}" fillcolor="silver" '
        f'stroked="f" {shape}>{fill}<v:textpath style="{style}" string="ОБРАЗЕЦ"/></v:shape>'
        "</w:pict></w:r>"
    )


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


# Drawings of older Words


def old(style: str, extra: str = "", inside: str = "", tag: str = "shape") -> str:
    """A run with a VML shape."""
    return f'<w:r><w:pict><v:{tag} style="{style}" {extra}>{inside}</v:{tag}></w:pict></w:r>'


def old_words(words_: str, style: str = "") -> str:
    content = f"<w:txbxContent>{paragraph(words_)}</w:txbxContent>"
    return f'<v:textbox style="{style}">{content}</v:textbox>'


OVER = "position:absolute;margin-left:100pt;margin-top:5pt;width:200pt;height:30pt"


@pytest.mark.parametrize(
    ("extra", "inside", "tag", "fill"),
    [
        ("", "", "rect", "#ffffff"),
        ("", old_words("слово"), "shape", "#ffffff"),
        ('type="#_x0000_t202"', "", "shape", "#ffffff"),
        ('fillcolor="yellow"', "", "oval", "#ffff00"),
        ('filled="f"', "", "rect", None),
        ("", '<v:fill on="f"/>', "rect", None),
        ('type="#_x0000_t32"', "", "shape", None),
        ('from="0,0" to="9pt,0"', "", "line", None),
    ],
)
def test_a_shape_is_white_unless_it_says_otherwise(extra, inside, tag, fill):
    css = html_of(paragraph(old(OVER, extra, inside, tag))).css
    assert re.findall(r"background:(#\w+)", css) == ([fill] if fill else [])


def test_a_thin_line_is_as_thin_as_it_says():
    css = html_of(paragraph(old(OVER, 'strokeweight=".25pt"', tag="rect"))).css
    assert "border:0.25pt solid" in css


@pytest.mark.parametrize(("share", "width"), [("", 467.75), ('o:hrpct="500"', 233.87)])
def test_a_rule_is_as_long_as_its_line(share, width):
    rule = old("width:0;height:1.5pt", f'o:hr="t" {share} stroked="f"', tag="rect")
    assert f"width:{width:.2f}pt;height:1.50pt" in html_of(paragraph(rule)).css


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("flow", "is_upwards"),
    [
        ("layout-flow:vertical;mso-layout-flow-alt:bottom-to-top", True),
        ("layout-flow:vertical", False),
    ],
)
def test_text_runs_along_a_box_as_it_says(flow, is_upwards):
    tall = "position:absolute;margin-left:0;margin-top:0;width:30pt;height:200pt"
    body = paragraph(old(tall, inside=old_words("первое второе", flow)))
    placed = {word: box for word, *box in words_of_pdf(WordFile(body=body).build())}
    first, second = placed["первое"], placed["второе"]
    assert (first[1] > second[1]) == is_upwards
    assert first[2] - first[0] < first[3] - first[1]  # taller than wide
    assert 85 <= first[0] < 115
    assert 56 <= min(first[1], second[1]) < max(first[3], second[3]) <= 257


def test_a_washed_out_picture_is_faint():
    image = '<v:imagedata r:id="rIdp" {}/>'
    file = WordFile(pictures={"p.png": picture_bytes("PNG")})
    file.body = paragraph(old(OVER, inside=image.format('gain="19661f" blacklevel="22938f"')))
    assert "opacity:0.2" in docx_to_html(file.build()).css
    file.body = paragraph(old(OVER, inside=image.format("")))
    assert "opacity" not in docx_to_html(file.build()).css


# Drawings of newer Words

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)


def box(
    properties: str, words_: str = "слово", body: str = "<wps:bodyPr/>", style: str = ""
) -> str:
    """A run with a box in the line, 100 by 50 points."""
    content = f"<wps:txbx><w:txbxContent>{paragraph(words_)}</w:txbxContent></wps:txbx>"
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><wp:docPr id="1" '
        f'name="b"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>{properties}</wps:spPr>{style}'
        f"{content if words_ else ''}{body}</wps:wsp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


BY_STYLE = '<wps:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></wps:style>'
GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs></a:gsLst></a:gradFill>'
)


def fill(name: str, change: str = "") -> str:
    return f'<a:solidFill><a:schemeClr val="{name}">{change}</a:schemeClr></a:solidFill>'


@pytest.mark.parametrize(
    ("properties", "style", "color"),
    [
        (fill("accent1"), "", "#4472c4"),
        (fill("tx1"), "", "#000000"),
        (fill("accent1", '<a:lumMod val="40000"/><a:lumOff val="60000"/>'), "", "#b4c7e7"),
        (fill("bg1", '<a:lumMod val="75000"/>'), "", "#bfbfbf"),
        ("", BY_STYLE, "#4472c4"),
        ("<a:noFill/>", BY_STYLE, None),
        (GRADIENT, "", "#ff0000"),
    ],
    ids=["accent", "text", "lighter", "darker", "by style", "none", "gradient"],
)  # fmt: skip
def test_a_box_has_the_colour_of_its_theme(properties, style, color):
    file = WordFile(body=paragraph(box(properties, style=style)), theme=THEME)
    found = re.findall(r"background:(#\w+)", docx_to_html(file.build()).css)
    assert found == ([color] if color else [])


@pytest.mark.pdf
@pytest.mark.parametrize(("vert", "is_upwards"), [("vert270", True), ("vert", False)])
def test_text_runs_along_a_newer_box_too(vert, is_upwards):
    body = paragraph(box("", "раз два", f'<wps:bodyPr vert="{vert}"/>'))
    placed = {word: place for word, *place in words_of_pdf(WordFile(body=body).build())}
    assert (placed["раз"][1] > placed["два"][1]) == is_upwards


def test_a_turned_box_is_turned():
    assert "rotate(45deg)" in html_of(paragraph(box('<a:xfrm rot="2700000"/>'))).css


def test_a_shape_drawn_as_a_box_is_told_of():
    arrow = '<a:prstGeom prst="rightArrow"/>'
    assert told(paragraph(box(arrow, ""))) == ["фигура «rightArrow» показана прямоугольником"]
    assert told(paragraph(box('<a:prstGeom prst="ellipse"/>', ""))) == []


@pytest.mark.pdf
def test_text_beside_a_box_in_the_line_stands_at_its_foot():
    placed = places(body=paragraph(box("", "внутри") + text("рядом")) + paragraph("ниже"))
    assert placed["рядом"][1] < placed["внутри"][1] - 20
    assert placed["рядом"][1] - placed["ниже"][1] < 20


# Finished pages


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


@pytest.mark.pdf
@pytest.mark.parametrize("after", [0, 20])
def test_a_box_at_the_foot_of_a_page_stays_whole_and_on_the_paper(after):
    lines = "".join(paragraph(f"строка{number}") for number in range(12))
    tall = stamp("x", 200, 0, from_="column").replace(paragraph("x"), lines)
    tall = tall.replace('positionV relativeFrom="column"', 'positionV relativeFrom="paragraph"')
    tall = tall.replace('tIns="0"/>', 'tIns="0"><a:spAutoFit/></wps:bodyPr>')
    body = words(17) + paragraph(tall + text("якорь")) + words(after)
    first = docx_to_pdf(WordFile(body=body).build())
    shown = read(first).pages[0].extract_text()
    assert [f"строка{number}" in shown for number in range(12)] == [True] * 12
    placed = {word: place for word, *place in words_of_pdf(WordFile(body=body).build())}
    assert placed["строка11"][3] <= PAPER


@pytest.mark.pdf
@pytest.mark.parametrize("after", [0, 20])
def test_a_box_beside_the_text_loses_nothing_at_the_foot_of_a_page(after):
    lines = "".join(paragraph(f"строка{number}.") for number in range(12))
    tall = stamp("x", 200, 0, from_="column").replace(paragraph("x"), lines)
    tall = tall.replace('positionV relativeFrom="column"', 'positionV relativeFrom="paragraph"')
    tall = tall.replace("wrapNone", "wrapSquare")
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


# Paragraphs


def test_reading_signs_stand_over_their_word():
    ruby = (
        f"<w:r><w:ruby><w:rt>{text('дополнение')}</w:rt><w:rubyBase>{text('слово')}</w:rubyBase>"
        "</w:ruby></w:r>"
    )
    assert shown(paragraph(ruby)) == "слово(дополнение)"
    assert told(paragraph(ruby)) == ["надстрочное пояснение «дополнение» показано в скобках"]


@pytest.mark.pdf
def test_long_words_of_a_narrow_paragraph_stay_on_the_paper():
    narrow = paragraph("определённую договором", '<w:ind w:left="8600"/>')
    placed = words_of_pdf(WordFile(body=narrow).build())
    assert max(right for _, _, _, right, _ in placed) <= 553.5


def test_a_pattern_is_as_dark_as_it_is_dense():
    def fill_of(pattern: str) -> list[str]:
        shade = f'<w:shd w:val="{pattern}" w:color="000000" w:fill="FFFFFF"/>'
        return re.findall(r"background:(#\w+)", html_of(table(row(cell("а", shade)))).css)

    assert fill_of("clear") == ["#ffffff"]
    assert fill_of("pct25") == ["#bfbfbf"]
    assert fill_of("solid") == ["#000000"]


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


def test_a_box_of_borders_ends_where_they_differ_between_paragraphs():
    def boxed(between: str) -> str:
        sides = ("top", "left", "bottom", "right")
        lines = "".join(f'<w:{one} w:val="single" w:sz="6" w:space="4"/>' for one in sides)
        return paragraph("а", f"<w:pBdr>{lines}{between}</w:pBdr>")

    between = '<w:between w:val="dashed" w:sz="4" w:space="1"/>'
    joined, apart = html_of(boxed("") * 2), html_of(boxed(between) + boxed(""))
    assert "border-bottom:" not in declarations(joined, "p")
    assert "border-bottom:" in declarations(apart, "p")


@pytest.mark.parametrize(
    ("properties", "what"),
    [
        ('<w:docGrid w:type="lines" w:linePitch="400"/>', "строки не выровнены по сетке страницы"),
        ('<w:docGrid w:linePitch="360"/>', None),
        (
            '<w:pgNumType w:fmt="russianLower"/>',
            "номера страниц вида «russianLower» показаны цифрами",
        ),
        ('<w:pgNumType w:fmt="upperRoman"/>', None),
    ],
)
def test_what_pages_do_not_show_is_told(properties, what):
    assert told(paragraph("а"), section=A4 + properties) == ([what] if what else [])


def test_a_line_across_a_cell_is_told_of():
    crossed = cell("а", '<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>')
    assert told(table(row(crossed))) == ["диагональные линии ячеек не показаны"]


# At a height of the page


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


def test_members_of_a_canvas_are_shown():
    member = (
        '<wps:wsp><wps:spPr><a:xfrm><a:off x="127000" y="0"/><a:ext cx="1270000" cy="254000"/>'
        f"</a:xfrm></wps:spPr><wps:txbx><w:txbxContent>{paragraph('на полотне')}"
        "</w:txbxContent></wps:txbx></wps:wsp>"
    )
    name = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
    canvas = f'<wpc:wpc xmlns:wpc="{name}"><wpc:bg/>{member}</wpc:wpc>'
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="2540000" cy="635000"/><wp:docPr id="1" '
        f'name="c"/><a:graphic><a:graphicData>{canvas}</a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    assert "на полотне" in shown(paragraph(drawing))
    assert told(paragraph(drawing)) == []


# Damaged structure


def test_cells_that_go_on_from_no_cell_keep_their_words():
    begin, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    orphans = table(row(cell("сирота", goes_on), "б"), row(cell("вторая", goes_on), "г"))
    assert shown(orphans) == "сиротабвтораяг"
    wider = cell("шире", goes_on + '<w:gridSpan w:val="2"/>')
    other_span = table(row(cell("начало", begin), "б", "в"), row(wider, "г"), widths=(3000,) * 3)
    assert shown(other_span) == "началобвширег"
    merged = table(row(cell("начало", begin), "б"), row(cell("скрыто", goes_on), "г"))
    assert shown(merged) == "началобг"


def test_a_field_without_an_end_hides_nothing_after_it():
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF y </w:instrText></w:r>'
    )
    body = paragraph(text("до ") + begin) + paragraph("после")
    assert shown(body) == "до после"
    assert told(body) == ["поле без конца показано как текст"]


def test_lists_in_notes_count_by_themselves():
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    file = WordFile(
        body=numbered("раз", 1) + paragraph(text("сноска") + call) + numbered("два", 1),
        footnotes=f'<w:footnote w:id="1">{numbered("в сноске", 1)}</w:footnote>',
        numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
    )
    markup = docx_to_html(file.build()).markup
    assert re.findall(r">(\d\.)<", markup) == ["1.", "1.", "2."]


@pytest.mark.parametrize("place", ["settings", "section"])
def test_notes_numbered_anew_on_each_page_are_told_of(place):
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    rule = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    notes = f'<w:footnote w:id="1">{paragraph("сноска")}</w:footnote>'
    parts = {"settings": rule} if place == "settings" else {"section": A4 + rule}
    assert told(paragraph(text("а") + call), footnotes=notes, **parts) == [
        "сноски пронумерованы подряд, а не заново"
    ]

"""Drawings of older and newer Words: shapes, boxes of text, rules, canvases."""

import re

import pytest

from hr_docs.engine.wordml import docx_to_html
from tests.engine.conversion import html_of, shown, told
from tests.engine.test_pdf import places
from tests.engine.test_pdf import words as words_of_pdf
from tests.engine.test_wordml_objects import picture_bytes
from tests.engine.wordml_files import WordFile, paragraph, text


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

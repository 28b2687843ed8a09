"""Pictures, text boxes, shapes, frames: shown, placed, and never silently dropped."""

import io
import re

import pytest
from PIL import Image

from hr_docs.engine.wordml import Html, docx_to_html
from tests.engine.wordml_files import WordFile, paragraph, text

EMU = 12700
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9'/></svg>"


def picture_bytes(kind: str) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (6, 4), "green").save(output, kind)
    return output.getvalue()


def blip(relation: str) -> str:
    return (
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    )


def extent(width: int, height: int) -> str:
    return f'<wp:extent cx="{width * EMU}" cy="{height * EMU}"/>'


def inline(relation: str, width: int = 60, height: int = 40) -> str:
    inside = f'{extent(width, height)}<wp:docPr id="1" name="p" descr="Логотип"/>{blip(relation)}'
    return f"<w:r><w:drawing><wp:inline>{inside}</wp:inline></w:drawing></w:r>"


def anchored(graphic: str, horizontal: str, vertical: str, wrap: str) -> str:
    inside = (
        f'<wp:positionH relativeFrom="page">{horizontal}</wp:positionH>'
        f'<wp:positionV relativeFrom="page">{vertical}</wp:positionV>{extent(60, 40)}'
        f'<wp:{wrap}/><wp:docPr id="1" name="p"/>{graphic}'
    )
    return f"<w:r><w:drawing><wp:anchor>{inside}</wp:anchor></w:drawing></w:r>"


def offset(points: int) -> str:
    return f"<wp:posOffset>{points * EMU}</wp:posOffset>"


def box(content: str) -> str:
    return (
        "<a:graphic><a:graphicData><wps:wsp><wps:spPr/>"
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic>"
    )


def html_of(body: str, **pictures: bytes) -> Html:
    named = {name.replace("_", "."): data for name, data in pictures.items()}
    return docx_to_html(WordFile(body=paragraph(body), pictures=named).build())


def declarations(html: Html, tag: str) -> str:
    """CSS of the first element with this tag."""
    found = re.search(rf'<{tag} class="(\w+)', html.markup)
    assert found
    rule = re.search(rf"\.{found[1]}\{{(.*?)\}}", html.css)
    assert rule
    return rule[1]


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a_png", picture_bytes("PNG"), "image/png"),
        ("a_jpg", picture_bytes("JPEG"), "image/jpeg"),
        ("a_gif", picture_bytes("GIF"), "image/gif"),
        ("a_bmp", picture_bytes("BMP"), "image/bmp"),
        ("a_svg", SVG, "image/svg+xml"),
        ("a_png", picture_bytes("JPEG"), "image/jpeg"),
    ],
)
def test_a_picture_is_shown_by_what_its_bytes_are(name, content, media_type):
    html = html_of(inline("rIda"), **{name: content})
    assert f'src="data:{media_type};base64,' in html.markup
    assert 'alt="Логотип"' in html.markup
    assert not html.warnings


def test_a_picture_without_a_description_is_called_a_picture():
    html = html_of(inline("rIda").replace(' descr="Логотип"', ""), a_png=picture_bytes("PNG"))
    assert 'alt="рисунок"' in html.markup


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a_emf", b"\x01\x00\x00\x00rest", "рисунок в формате EMF"),
        ("a_wmf", b"\xd7\xcd\xc6\x9arest", "рисунок в формате WMF"),
        ("a_png", b"\x89PNG\r\n\x1a\nrest", "повреждённый рисунок"),
        ("a_xyz", b"unknown", "рисунок в формате XYZ"),
    ],
)
def test_a_picture_that_cannot_be_shown_leaves_a_labelled_frame(name, content, what):
    html = html_of(inline("rIda"), **{name: content})
    assert f"[{what}]" in html.markup
    assert [warning.what for warning in html.warnings] == [what]


def test_a_picture_has_the_size_that_the_document_gives():
    html = html_of(inline("rIda", 60, 40), a_png=picture_bytes("PNG"))
    assert declarations(html, "img").startswith("width:60.00pt;height:40.00pt")


def test_a_picture_over_the_text_stands_where_its_anchor_says():
    drawing = anchored(blip("rIda"), offset(100), offset(200), "wrapNone")
    found = declarations(html_of(drawing, a_png=picture_bytes("PNG")), "img")
    assert "position:absolute" in found
    assert f"left:{100 - 85.05:.2f}pt" in found
    assert f"top:{200 - 56.7:.2f}pt" in found


def test_text_flows_around_a_square_picture():
    right = "<wp:align>right</wp:align>"
    drawing = anchored(blip("rIda"), right, offset(100), "wrapSquare")
    assert "float:right" in declarations(html_of(drawing, a_png=picture_bytes("PNG")), "img")


def test_a_text_box_keeps_its_paragraphs():
    drawing = anchored(box(paragraph("в рамке")), offset(100), offset(200), "wrapNone")
    assert "в рамке" in html_of(drawing + text("снаружи")).markup


def test_the_choice_that_is_understood_is_taken_once():
    fallback = "<mc:Fallback><w:pict/></mc:Fallback>"
    drawing = anchored(box(paragraph("надпись")), offset(0), offset(0), "wrapNone")
    inner = drawing.removeprefix("<w:r>").removesuffix("</w:r>")
    choice = f'<mc:Choice Requires="wps">{inner}</mc:Choice>'
    both = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    assert html_of(both).markup.count("надпись") == 1


def test_an_old_text_box_is_shown():
    shape = '<v:shape style="position:absolute;margin-left:20pt;margin-top:10pt;width:90pt">'
    inside = f"<v:textbox><w:txbxContent>{paragraph('VML')}</w:txbxContent></v:textbox>"
    assert "VML" in html_of(f"<w:r><w:pict>{shape}{inside}</v:shape></w:pict></w:r>").markup


def test_framed_paragraphs_share_one_box_before_the_text_they_stand_beside():
    frame = '<w:framePr w:w="4000" w:wrap="around" w:hAnchor="margin" w:xAlign="right"/>'
    body = paragraph("УТВЕРЖДАЮ", frame) + paragraph("Директор", frame) + paragraph("Текст")
    html = docx_to_html(WordFile(body=body).build())
    assert "float:right" in html.css
    order = [html.markup.index(word) for word in ("УТВЕРЖДАЮ", "Директор", "Текст")]
    assert order == sorted(order)
    assert html.markup.count("float") == 0


def test_a_chart_is_named():
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    graphic = f"<a:graphic><a:graphicData>{chart}</a:graphicData></a:graphic>"
    drawing = f"<w:r><w:drawing><wp:inline>{extent(90, 60)}{graphic}</wp:inline></w:drawing></w:r>"
    html = html_of(drawing)
    assert "[диаграмма]" in html.markup
    assert [warning.what for warning in html.warnings] == ["диаграмма"]


@pytest.mark.parametrize(
    ("target", "is_followed"),
    [("https://example.org", True), ("mailto:a@example.org", True), ("javascript:x()", False),
     ("file:///etc/passwd", False)],
)  # fmt: skip
def test_only_harmless_addresses_become_links(target, is_followed):
    code = f"<w:r><w:instrText>HYPERLINK {target}</w:instrText></w:r>"
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    markup = html_of(begin + code + middle + text("сайт") + end).markup
    assert "сайт" in markup
    assert ("<a href=" in markup) is is_followed

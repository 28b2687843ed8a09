"""Paper: its colour, its borders, and margins that change with the side of a page."""

import subprocess

import pytest
from PIL import Image, ImageChops

from hr_docs.engine import docx_to_pdf
from tests.engine.conversion import html_of, stamp, told
from tests.engine.test_pdf import pages, places
from tests.engine.wild_files import section, words
from tests.engine.wordml_files import A4, WordFile, paragraph, text

PAPER = 841.9
LEFT, RIGHT = 1701 / 20, 850 / 20
NEXT_PAGE = paragraph('<w:r><w:br w:type="page"/></w:r>')
BACKGROUND = '<w:background w:color="FFF2CC"/>'
SHOWN = "<w:displayBackgroundShape/>"
SIDES = ("top", "left", "bottom", "right")
HEADER = {"default": paragraph("шапка")}
FOOTER = {"default": paragraph("подвал")}


def framed(attributes: str, style: str = "single", space: int = 24) -> str:
    lines = "".join(
        f'<w:{side} w:val="{style}" w:sz="8" w:space="{space}" w:color="FF0000"/>' for side in SIDES
    )
    return f"{A4}<w:pgBorders {attributes}>{lines}</w:pgBorders>"


def page_images(**parts) -> list[Image.Image]:
    """Pages as pictures of a pixel a point."""
    pdf = docx_to_pdf(WordFile(**parts).build())
    shown = subprocess.run(
        ["pdftoppm", "-r", "72", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    size = len(b"P6\n596 842\n255\n") + 596 * 842 * 3
    assert len(shown) % size == 0
    return [
        Image.frombytes("RGB", (596, 842), shown[at + size - 596 * 842 * 3 : at + size])
        for at in range(0, len(shown), size)
    ]


def frame_of(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of what is red on a page; None when nothing is."""
    red, green, _ = image.split()
    return ImageChops.subtract(red, green).point(lambda one: 255 * (one > 40)).getbbox()


@pytest.mark.pdf
@pytest.mark.parametrize(("settings", "color"), [(SHOWN, (255, 242, 204)), ("", (255, 255, 255))])
def test_the_paper_has_the_colour_of_the_document_where_that_is_shown(settings, color):
    (page,) = page_images(body=paragraph("а"), background=BACKGROUND, settings=settings)
    assert {page.getpixel(place) for place in [(1, 1), (300, 400), (594, 840)]} == {color}


def test_a_pattern_on_the_paper_is_told_of():
    picture = '<v:background><v:fill type="frame"/></v:background>'
    background = f'<w:background w:color="FFF2CC">{picture}</w:background>'
    what = ["узор или рисунок фона страниц не показан, только цвет"]
    assert told(paragraph("а"), background=background, settings=SHOWN) == what
    assert told(paragraph("а"), background=background) == []


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("display", "pages"),
    [
        ("", [True, True, True]),
        ('w:display="firstPage"', [True, False, False]),
        ('w:display="notFirstPage"', [False, True, True]),
    ],
)
def test_borders_are_on_the_pages_that_they_are_for(display, pages):
    images = page_images(
        body=(words() + NEXT_PAGE) * 2 + words(),
        section=framed(f'w:offsetFrom="page" {display}'),
        headers=HEADER,
        footers=FOOTER,
    )
    assert [frame_of(image) is not None for image in images] == pages


@pytest.mark.pdf
@pytest.mark.parametrize("style", ["single", "double", "thinThickSmallGap"])
def test_text_stands_alike_with_and_without_borders(style):
    body, paper = (
        paragraph("тело") + NEXT_PAGE,
        framed('w:offsetFrom="page" w:display="firstPage"', style),
    )
    body += paragraph("тело")
    plain = places(body=body, headers=HEADER, footers=FOOTER)
    for page in (0, 1):
        found = places(page, body=body, section=paper, headers=HEADER, footers=FOOTER)
        assert found == {what: pytest.approx(place, abs=0.1) for what, place in plain.items()}


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("settings", "headers", "top"),
    [
        ("", HEADER, 35),
        ("", {}, 57),
        ("<w:bordersDoNotSurroundHeader/>", HEADER, 57),
    ],
    ids=["around header", "no header", "below header"],
)
def test_borders_off_the_text_go_around_headers_unless_asked_not_to(settings, headers, top):
    (page,) = page_images(
        body=paragraph("а"), section=framed("", space=4), settings=settings, headers=headers
    )
    frame = frame_of(page)
    assert frame is not None
    assert frame[1] == pytest.approx(top - 5, abs=1.5)
    assert frame[3] == pytest.approx(PAPER - 1134 / 20 + 5, abs=1.5)


def test_a_border_of_pictures_is_told_of():
    what = ["рамка страницы из рисунков показана линией"]
    assert told(paragraph("а"), section=framed("", "apples")) == what
    assert told(paragraph("а"), section=framed("", "thinThickSmallGap")) == []


@pytest.mark.pdf
@pytest.mark.parametrize("gutter", [0, 400])
def test_margins_change_sides_on_even_pages_where_they_are_mirrored(gutter):
    paper = A4.replace('w:gutter="0"', f'w:gutter="{gutter}"')
    body = (paragraph("тело") + NEXT_PAGE) * 2 + paragraph("тело")
    parts = {"body": body, "section": paper, "headers": HEADER, "footers": FOOTER}
    for page, left in enumerate([LEFT + gutter / 20, RIGHT, LEFT + gutter / 20]):
        found = places(page, settings="<w:mirrorMargins/>", **parts)
        assert [x for x, _ in found.values()] == pytest.approx([left] * 3, abs=0.1)


@pytest.mark.pdf
def test_a_section_may_begin_on_an_even_page_of_a_spread():
    body = paragraph("раз") + section() + paragraph("два")
    parts = {"body": body, "headers": {**HEADER, "even": paragraph("чётная")}}
    paper = A4 + '<w:pgNumType w:start="2"/>'
    settings = "<w:mirrorMargins/><w:evenAndOddHeaders/>"
    found = places(1, section=paper, settings=settings, **parts)
    assert {what: x for what, (x, _) in found.items()} == {
        "чётная": pytest.approx(RIGHT, abs=0.1), "два": pytest.approx(RIGHT, abs=0.1),
    }  # fmt: skip


@pytest.mark.pdf
def test_the_binding_may_be_at_the_top():
    paper = A4.replace('w:gutter="0"', 'w:gutter="1000"')
    plain = places(body=paragraph("тело"), headers=HEADER)
    bound = places(
        body=paragraph("тело"), headers=HEADER, section=paper, settings="<w:gutterAtTop/>"
    )
    lower = {what: (x, y - 50) for what, (x, y) in plain.items()}
    assert bound == {what: pytest.approx(place, abs=0.1) for what, place in lower.items()}


def test_the_binding_may_be_at_the_right():
    paper = A4.replace('w:gutter="0"', 'w:gutter="1000"') + "<w:rtlGutter/>"
    css = html_of(paragraph("а"), section=paper).css
    assert "margin:56.70pt 92.50pt 56.70pt 85.05pt" in css


@pytest.mark.pdf
@pytest.mark.parametrize(("columns", "count"), [("", 2), ('<w:cols w:num="2"/>', 1)])
def test_a_section_for_the_next_column_begins_a_page_where_there_is_none(columns, count):
    last = A4 + columns + '<w:type w:val="nextColumn"/>'
    body = paragraph("раз") + section("", A4 + columns) + paragraph("два")
    assert len(page_images(body=body, section=last)) == count


@pytest.mark.pdf
@pytest.mark.parametrize(("start", "header"), [(1, "нечётная"), (2, "чётная"), (3, "нечётная")])
def test_the_first_page_is_even_where_its_number_is(start, header):
    found = places(
        body=paragraph("тело"),
        section=f'{A4}<w:pgNumType w:start="{start}"/>',
        settings="<w:mirrorMargins/><w:evenAndOddHeaders/>",
        headers={"default": paragraph("нечётная"), "even": paragraph("чётная")},
    )
    left = LEFT if start % 2 else RIGHT
    assert {what: x for what, (x, _) in found.items()} == pytest.approx(
        {header: left, "тело": left}, abs=0.1
    )


@pytest.mark.pdf
def test_a_column_break_without_columns_begins_a_page():
    column_break = '<w:r><w:br w:type="column"/></w:r>'
    assert len(pages(body=paragraph("а") + paragraph(column_break + text("б")))) == 2
    two = A4 + '<w:cols w:num="2" w:space="708"/>'
    assert len(pages(body=paragraph("а") + paragraph(column_break + text("б")), section=two)) == 1


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


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("origin", "left"), [("page", 50.0), ("column", RIGHT + 50), ("margin", RIGHT + 50)]
)
def test_what_stands_by_the_edge_of_the_paper_stands_there_on_even_pages_too(origin, left):
    down = 'positionV relativeFrom="{}"'
    box = stamp("печать", 50, 5, from_=origin)
    box = box.replace(down.format(origin), down.format("paragraph"))
    body = NEXT_PAGE + paragraph(text("якорь") + box)
    found = places(1, body=body, settings="<w:mirrorMargins/>")
    assert found["якорь"][0] == pytest.approx(RIGHT, abs=0.1)
    assert found["печать"][0] == pytest.approx(left, abs=0.2)
    docx = WordFile(body=body, settings="<w:mirrorMargins/>").build()
    assert docx_to_pdf(docx) == docx_to_pdf(docx, reuse=False)

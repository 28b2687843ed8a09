"""Where things of contracts from the wild stand on the page."""

import io
import subprocess

import pytest
from PIL import Image

from hr_docs.engine import docx_to_pdf
from hr_docs.engine.wordml import docx_to_html
from tests.engine.test_pdf import PAGE_BREAK, pages, places, words
from tests.engine.wild_files import LOREM, PAGE_OF
from tests.engine.wordml_files import A4, WordFile, cell, paragraph, row, table, text

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


def vml(inside: str) -> str:
    return f"<w:r><w:pict>{inside}</w:pict></w:r>"


def vml_box(words: str, style: str, extra: str = "") -> str:
    return (
        f'<v:rect style="position:absolute;{style}"><v:textbox inset="0,0,0,0" {extra}>'
        f"<w:txbxContent>{paragraph(words)}</w:txbxContent></v:textbox></v:rect>"
    )


def test_members_of_an_old_group_stand_where_its_units_say():
    group = (
        '<v:group style="position:absolute;margin-left:100pt;margin-top:50pt;width:200pt;'
        'height:100pt" coordorigin="1000,2000" coordsize="4000,2000">'
        + vml_box("первый", "left:1000;top:2000;width:2000;height:1000")
        + vml_box("второй", "left:3000;top:3000;width:2000;height:1000")
        + "</v:group>"
    )
    found = places(body=paragraph("верх") + paragraph(vml(group) + text("край")))
    assert found["первый"][0] - found["край"][0] == pytest.approx(100, abs=1)
    assert found["второй"][0] - found["первый"][0] == pytest.approx(100, abs=0.5)
    assert found["первый"][1] - found["второй"][1] == pytest.approx(50, abs=0.5)


def test_a_group_in_the_line_keeps_its_room():
    group = (
        '<v:group style="width:200pt;height:100pt" coordsize="200,100">'
        + vml_box("внутри", "left:0;top:0;width:90;height:40")
        + "</v:group>"
    )
    found = places(body=paragraph(vml(group)) + paragraph("ниже"))
    assert found["внутри"][1] - found["ниже"][1] == pytest.approx(100, abs=8)


@pytest.mark.parametrize(("place", "share"), [("top", 0.0), ("middle", 0.5), ("bottom", 1.0)])
def test_text_of_a_box_stands_at_its_top_middle_or_foot(place, share):
    box = vml_box(
        "слово", f"margin-left:0;margin-top:0;width:90pt;height:80pt;v-text-anchor:{place}"
    )
    found = places(body=paragraph(vml(box) + text("строка")))
    assert found["строка"][1] - found["слово"][1] == pytest.approx((80 - LINE) * share, abs=1.5)


def test_a_box_is_placed_from_the_top_of_its_paragraph_wherever_its_anchor_stands():
    box = text_box(paragraph("М.П."), 200, 0)
    found = places(body=paragraph(text("Директор ") + box))
    assert found["М.П."][1] == pytest.approx(found["Директор"][1], abs=1)


def test_a_box_may_reach_into_the_margin():
    box = text_box(paragraph("УТВЕРЖДАЮ"), 400, 0, wrap="wrapSquare", size=(120, 60))
    found = places(body=paragraph(box + text("строка")))
    assert found["УТВЕРЖДАЮ"][0] - found["строка"][0] == pytest.approx(400, abs=1)


def test_a_round_stamp_is_round():
    shape = '<v:oval style="position:absolute;width:70pt;height:70pt"/>'
    assert "border-radius:50%" in docx_to_html(WordFile(body=paragraph(vml(shape))).build()).css


def test_a_line_is_as_long_as_its_ends_say():
    line = '<v:line style="position:absolute" from="10pt,5pt" to="160pt,5pt"/>'
    assert (
        "width:150.00pt;height:0.00pt"
        in docx_to_html(WordFile(body=paragraph(vml(line))).build()).css
    )


def test_a_picture_below_the_first_line_leaves_the_text_above_it():
    box = text_box(paragraph("рисунок"), 0, 30, wrap="wrapTopAndBottom")
    found = places(body=paragraph(text("подпись") + box))
    assert found["подпись"][1] > found["рисунок"][1]


def test_a_place_in_percent_falls_back_to_lengths():
    """Word 2010 keeps both in alternatives inside the anchor."""
    box = text_box(paragraph("сбоку"), 150, 0)
    place = box[box.index("<wp:positionH") : box.index("<wp:positionV")]
    both = (
        '<mc:AlternateContent><mc:Choice Requires="wp14"><wp:positionH relativeFrom="page"/>'
        f"</mc:Choice><mc:Fallback>{place}</mc:Fallback></mc:AlternateContent>"
    )
    found = places(body=paragraph(box.replace(place, both) + text("строка")))
    assert found["сбоку"][0] - found["строка"][0] == pytest.approx(150, abs=1)


def level_lines(docx: bytes, page: int, left: int, right: int) -> list[int]:
    """Heights (points from the top) of lines drawn all the way from `left` to `right`."""
    drawn = subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", "-f", str(page), "-l", str(page), "-"],
        input=docx_to_pdf(docx), capture_output=True, check=True,
    ).stdout  # fmt: skip
    image = Image.open(io.BytesIO(drawn))
    width = image.width
    pixels = image.tobytes()
    return [
        y
        for y in range(image.height)
        if all(one < 160 for one in pixels[y * width + left : y * width + right])
    ]


def torn() -> bytes:
    """A table whose first column is one cell over three pages."""
    merged = '<w:vMerge w:val="restart"/>'
    rows = row(cell("смена", merged), LOREM * 3)
    rows += row(cell(paragraph(), "<w:vMerge/>"), LOREM * 3) * 24
    return WordFile(body=table(rows, widths=(1500, 7854))).build()


@pytest.mark.parametrize(("left", "right"), [(92, 150), (170, 500)], ids=["merged", "row"])
def test_a_table_that_goes_on_overleaf_is_closed_at_the_foot_and_at_the_top(left, right):
    docx = torn()
    first = level_lines(docx, 1, left, right)
    second = level_lines(docx, 2, left, right)
    assert max(first) > 740
    assert min(second) < 60
    assert max(second) > 740


def test_the_paragraph_after_a_table_in_a_cell_takes_no_room():
    inner = table(row("ИНН"), widths=(2000,))
    body = table(row(cell(inner + paragraph()))) + paragraph("ниже")
    found = places(body=body)
    assert found["ИНН"][1] - found["ниже"][1] == pytest.approx(LINE, abs=2)


def test_turned_text_of_a_merged_cell_stands_along_all_its_rows():
    high = '<w:trHeight w:val="900"/>'
    turned = '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>'
    name = paragraph("Отдел", '<w:jc w:val="center"/>')
    first = cell(name, f'<w:vMerge w:val="restart"/>{turned}')
    second = cell(paragraph(), f"<w:vMerge/>{turned}")
    rows = row(first, "входящие", properties=high) + row(second, "исходящие", properties=high)
    body = table(rows, widths=(900, 4000)) + paragraph("ниже")
    found = {word: box for word, *box in words(WordFile(body=body).build())}
    assert found["исходящие"][1] - found["входящие"][1] == pytest.approx(45, abs=1)
    assert found["ниже"][1] - found["входящие"][1] == pytest.approx(90, abs=1)
    left, top, right, bottom = found["Отдел"]
    assert (top + bottom) / 2 - found["входящие"][1] == pytest.approx(45, abs=2)
    assert (left + right) / 2 - 85 == pytest.approx(45 / 2, abs=3)


@pytest.mark.parametrize(
    ("setting", "space"), [("", 20), ("<w:doNotUseHTMLParagraphAutoSpacing/>", 30)]
)
def test_old_files_add_the_spaces_between_paragraphs(setting, space):
    body = paragraph("верх", '<w:spacing w:after="200"/>') + paragraph(
        "низ", '<w:spacing w:before="400"/>'
    )
    found = places(body=body, settings=f"<w:compat>{setting}</w:compat>")
    assert found["верх"][1] - found["низ"][1] == pytest.approx(LINE + space, abs=0.5)


@pytest.mark.parametrize("properties", ["", "<w:keepLines/>"])
def test_a_row_is_cut_after_any_line(properties):
    """Word knows neither widows nor lines kept together in tables."""
    filler = "".join(paragraph(f"строка {n}") for n in range(50))
    lines = paragraph(
        "<w:r><w:t>один</w:t><w:br/><w:t>два</w:t><w:br/><w:t>три</w:t></w:r>", properties
    )
    body = filler + table(row("первый", "ряд"), row("норма", lines))
    first, second = pages(body=body)
    assert "норма" in first
    assert "один" in first
    assert "три" in second


def test_frames_of_paragraphs_in_cells_leave_the_text_in_its_cell():
    frame = '<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center" w:y="2000"/>'
    framed = places(body=table(row(paragraph("первая", frame), paragraph("вторая", frame))))
    plain = places(body=table(row("первая", "вторая")))
    assert framed["первая"] == pytest.approx(plain["первая"], abs=0.5)
    assert framed["вторая"] == pytest.approx(plain["вторая"], abs=0.5)


def test_columns_of_their_own_widths_keep_their_gap_and_are_reported():
    own = '<w:col w:w="6000" w:space="400"/><w:col w:w="2954"/>'
    columns = f'<w:cols w:num="2" w:space="708" w:equalWidth="0">{own}</w:cols>'
    html = docx_to_html(WordFile(body=paragraph("а"), section=A4 + columns).build())
    assert "column-count:2;column-gap:20pt" in html.css
    assert [one.what for one in html.warnings] == ["колонки разной ширины показаны равными"]


def test_a_large_initial_in_the_margin_stands_beside_its_text():
    place = '<w:framePr w:dropCap="margin" w:lines="3" w:hSpace="100" w:wrap="around" {}/>'
    place = place.format('w:vAnchor="text" w:hAnchor="page"')
    initial = paragraph(text("Р", '<w:sz w:val="100"/>'), place)
    docx = WordFile(body=initial + paragraph("аботник")).build()
    found = {one[0]: one for one in words(docx)}
    assert found["Р"][3] == pytest.approx(1701 / 20 - 5, abs=0.5)
    assert found["аботник"][1] == pytest.approx(1701 / 20, abs=0.5)


def test_a_frame_keeps_the_text_as_far_away_as_it_says():
    place = '<w:framePr w:w="2000" w:hSpace="200" w:vSpace="100" w:wrap="around" w:hAnchor="text"/>'
    docx = WordFile(body=paragraph("рамка", place) + paragraph(LOREM)).build()
    found = {one[0]: one for one in words(docx)}
    assert found["Работник"][1] == pytest.approx(found["рамка"][1] + 100 + 10, abs=0.5)


BEYOND = '<w:tabs><w:tab w:val="right" w:pos="9355"/></w:tabs>'
NARROW = A4.replace('w:right="850"', 'w:right="1134"')
RIGHT_STOP = (1701 + 9355) / 20


def right_ends(**parts) -> dict[str, float]:
    docx = WordFile(section=NARROW, **parts).build()
    return {one[0]: one[3] for one in words(docx)}


def test_a_right_tab_beyond_the_margin_keeps_its_line_whole():
    tabbed = text("слева") + "<w:r><w:tab/></w:r>" + text("справа тут ") + text("стоит", "<w:b/>")
    found = right_ends(body=paragraph("тело"), headers={"default": paragraph(tabbed, BEYOND)})
    assert found["стоит"] == pytest.approx(RIGHT_STOP, abs=0.6)
    assert len(found) == 5


def test_page_numbers_may_stand_beyond_the_margin():
    tabbed = "<w:r><w:tab/></w:r>" + PAGE_OF
    footer = {"default": paragraph(tabbed, BEYOND)}
    docx = WordFile(section=NARROW, body=paragraph("тело"), footers=footer).build()
    number = [one for one in words(docx) if one[0] == "1"][-1]
    assert number[3] == pytest.approx(RIGHT_STOP, abs=0.6)


@pytest.mark.parametrize("link", ["<w:hyperlink w:anchor='а'>{}</w:hyperlink>{}", "{}{}"])
def test_a_link_may_end_beyond_the_margin(link):
    inside = text("слева") + "<w:r><w:tab/></w:r>" + text("справа")
    anchor = '<w:bookmarkStart w:id="1" w:name="а"/>'
    tabbed = link.format(inside, text(" и всё"))
    found = right_ends(body=paragraph(anchor + tabbed, BEYOND))
    assert found["всё"] == pytest.approx(RIGHT_STOP, abs=0.6)
    assert found["слева"] < found["справа"] < found["всё"]


def test_in_a_cell_a_right_tab_ends_with_the_cell():
    tabbed = paragraph(text("слева") + "<w:r><w:tab/></w:r>" + text("справа"), BEYOND)
    found = right_ends(body=table(row(cell(tabbed), "второй"), widths=(3000, 3000)))
    assert found["справа"] < 1701 / 20 + 150


def test_a_frame_may_begin_above_the_text_beside_it():
    place = '<w:framePr w:w="3000" w:wrap="around" w:vAnchor="page" w:hAnchor="page" {}/>'
    frame = paragraph("гриф", place.format('w:x="7000" w:y="1000"'))
    found = {one[0]: one for one in words(WordFile(body=frame + paragraph(LOREM)).build())}
    assert found["гриф"][2] == pytest.approx(50, abs=1.5)
    assert found["Работник"][2] == pytest.approx(56.7, abs=1.5)


def test_leaders_reach_beyond_a_right_indent_with_their_number():
    stops = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9355"/></w:tabs>'
    line = paragraph(
        text(LOREM) + "<w:r><w:tab/></w:r>" + text("12"), stops + '<w:ind w:right="850"/>'
    )
    found = words(WordFile(body=line).build())
    (number,) = [one for one in found if one[0].endswith("12")]
    assert number[3] == pytest.approx(RIGHT_STOP, abs=0.6)
    (last,) = [one for one in found if one[0].startswith("распорядка.")]
    assert last[4] == number[4]


@pytest.mark.parametrize("place", ['w:horzAnchor="page" w:tblpX="1701"', 'w:tblpX="0"'])
def test_a_wide_table_with_a_place_of_its_own_stands_there(place):
    floating = f'<w:tblpPr w:vertAnchor="text" {place} w:tblpY="400"/>'
    docx = WordFile(body=table(row("слева", "справа"), properties=floating) + paragraph("под"))
    found = {one[0]: one for one in words(docx.build())}
    assert found["слева"][1] == pytest.approx(1701 / 20 + 5.4, abs=1)
    assert found["слева"][2] == pytest.approx(56.7 + 20, abs=1.5)


MANY_PAGES = paragraph('<w:r><w:br w:type="page"/></w:r>') * 11 + paragraph("тело")
ENDS = '<w:tabs><w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:pos="{}"/></w:tabs>'


@pytest.mark.parametrize("end", [9354, 9500], ids=["at the margin", "beyond it"])
def test_page_numbers_of_two_digits_stay_in_their_line(end):
    tab = "<w:r><w:tab/></w:r>"
    footer = paragraph(text("слева") + tab + tab + PAGE_OF, ENDS.format(end))
    header = paragraph(tab + PAGE_OF + tab + text("справа"), ENDS.format(end))
    parts = {"body": MANY_PAGES, "headers": {"default": header}, "footers": {"default": footer}}
    last = pages(**parts)[-1].splitlines()
    assert len(last) == 3
    assert last[0].split() == ["Стр.", "12", "из", "12", "справа"]
    found = places(11, **parts)
    assert found["справа"][0] == pytest.approx((1701 + end) / 20 - 34.4, abs=0.6)

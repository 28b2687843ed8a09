"""Paragraphs: their boxes, borders, shading and the space between them."""

import pytest

from tests.engine.conversion import html_of, shown, told
from tests.engine.test_pdf import pages, places
from tests.engine.test_pdf import words as words_of_pdf
from tests.engine.test_wordml_objects import declarations
from tests.engine.wild_files import LOREM
from tests.engine.wordml_files import STYLES, WordFile, paragraph, row, table, text

SHADED = '<w:shd w:val="clear" w:fill="F0F0F0"/>'
SPACED = '<w:spacing w:before="200" w:after="100"/>'
LINE = 13.8  # points: Times New Roman of 12 pt


def boxed(space: str) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f"<w:pBdr>{lines}</w:pBdr>{space}"


def test_the_space_between_paragraphs_of_one_shading_is_shaded():
    html = html_of(paragraph("раз", SHADED + SPACED) + paragraph("два", SHADED + SPACED))
    assert "padding-bottom:5pt" in declarations(html, "p")
    assert "padding-top:5pt" in html.css


@pytest.mark.parametrize(
    "other", ["", '<w:ind w:left="400"/>' + SHADED, SHADED.replace("F0", "FF")]
)
def test_paragraphs_of_other_shading_or_indent_stand_apart(other):
    html = html_of(paragraph("раз", SHADED + SPACED) + paragraph("два", other + SPACED))
    assert "padding" not in "".join(html.rules.classes.values())


@pytest.mark.pdf
@pytest.mark.parametrize("properties", [SPACED, SHADED + SPACED, boxed(SPACED)])
def test_of_two_spaces_the_larger_counts_in_one_box_too(properties):
    found = places(body=paragraph("раз", properties) + paragraph("два", properties))
    assert found["раз"][1] - found["два"][1] == pytest.approx(LINE + 10, abs=0.1)


THICK = '<w:pBdr><w:left w:val="single" w:sz="48" w:space="8"/></w:pBdr>'


@pytest.mark.pdf
@pytest.mark.parametrize("hanging", ["", '<w:ind w:left="700" w:hanging="700"/>'])
def test_a_border_stands_outside_of_the_text_at_its_indent(hanging):
    found = places(body=paragraph("текст", THICK + hanging))
    assert found["текст"][0] == pytest.approx(1701 / 20, abs=0.1)


def test_a_box_holds_the_hanging_line_too():
    css = html_of(paragraph("текст", THICK + '<w:ind w:left="700" w:hanging="700"/>')).css
    assert "margin:0pt 0pt 0pt -14pt;border-left:6pt solid #000;padding-left:43pt" in css


def test_paragraphs_in_one_box_may_hang_differently():
    hanging = '<w:ind w:left="700" w:hanging="700"/>'
    html = html_of(paragraph("раз", boxed("")) + paragraph("два", boxed(hanging)))
    assert "border-bottom:" not in declarations(html, "p")


@pytest.mark.pdf
def test_a_line_between_paragraphs_keeps_off_both():
    between = boxed('<w:between w:val="single" w:sz="8" w:space="6"/>')
    found = places(body=paragraph("раз", between) + paragraph("два", between))
    assert found["раз"][1] - found["два"][1] == pytest.approx(LINE, abs=0.1)


LARGE = text("крупно ", '<w:sz w:val="48"/>')


@pytest.mark.pdf
@pytest.mark.parametrize(("rule", "height"), [("atLeast", 27.6), ("auto", 27.6), ("exact", 15)])
def test_a_line_is_at_least_as_high_as_its_largest_letters(rule, height):
    spacing = f'<w:spacing w:line="{300 if rule != "auto" else 240}" w:lineRule="{rule}"/>'
    tall = paragraph(LARGE + text("мелко и долго " * 2), spacing)
    found = places(body=paragraph("над", "") + tall + paragraph("под"))
    assert found["над"][1] - found["под"][1] == pytest.approx(LINE + height, abs=1.5)


@pytest.mark.pdf
def test_raised_letters_make_their_line_higher():
    raised = paragraph(text("слово ") + text("выше", '<w:position w:val="12"/>'))
    found = places(body=paragraph("над") + raised + paragraph("под"))
    assert found["над"][1] - found["под"][1] == pytest.approx(LINE * 2 + 6, abs=0.3)


HIDDEN = (
    STYLES + '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="Hidden"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


def test_a_paragraph_of_a_hidden_style_leaves_no_line():
    hidden = paragraph("скрыто", '<w:pStyle w:val="h"/>')
    html = html_of(paragraph("раз") + hidden + paragraph("два"), styles=HIDDEN)
    assert "скрыто" not in html.markup
    assert html.markup.count("<p") == 2


def test_what_shows_in_a_hidden_paragraph_is_kept():
    shown = text("скрыто") + text("видно", '<w:vanish w:val="0"/>')
    hidden = paragraph(shown, '<w:pStyle w:val="h"/>')
    html = html_of(hidden + paragraph("два"), styles=HIDDEN)
    assert "видно" in html.markup
    assert "скрыто" not in html.markup


def test_a_paragraph_may_show_its_end_though_its_style_hides_it():
    ended = paragraph("скрыто", '<w:pStyle w:val="h"/><w:rPr><w:vanish w:val="0"/></w:rPr>')
    html = html_of(ended + paragraph("два"), styles=HIDDEN)
    assert html.markup.count("<p") == 2


HYPHENATED = "<w:autoHyphenation/>"


def lines_of(properties: str = "", settings: str = HYPHENATED) -> list[str]:
    (page,) = pages(body=paragraph(LOREM, properties), settings=settings)
    return page.strip().splitlines()


@pytest.mark.pdf
def test_words_are_hyphenated_where_the_document_asks():
    assert lines_of()[0].endswith("\u2010")


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("properties", "settings"),
    [
        ("", ""),
        ("<w:suppressAutoHyphens/>", HYPHENATED),
        ("", HYPHENATED + '<w:hyphenationZone w:val="3000"/>'),
    ],
    ids=["not asked", "not in this paragraph", "little room left"],
)
def test_no_other_words_are_hyphenated(properties, settings):
    assert not any("\u2010" in line for line in lines_of(properties, settings))


DELETED_END = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'


def test_text_whose_end_is_deleted_stays_before_the_table_it_stood_before():
    body = paragraph("до таблицы", DELETED_END) + table(row("в таблице")) + paragraph("после")
    assert shown(body) == "до таблицыв таблицепосле"


def test_a_deleted_paragraph_before_a_table_leaves_no_line():
    gone = '<w:del w:id="2" w:author="x"><w:r><w:delText>нет</w:delText></w:r></w:del>'
    markup = html_of(paragraph(gone, DELETED_END) + table(row("а"))).markup
    assert markup.partition("<body>")[2].startswith("<div")
    assert "<p" not in markup.partition("<table")[0]


@pytest.mark.pdf
def test_a_line_height_may_name_its_unit():
    exact = '<w:spacing w:line="18pt" w:lineRule="exact"/>'
    found = places(body=paragraph("раз", exact) + paragraph("два", exact))
    assert found["раз"][1] - found["два"][1] == pytest.approx(18, abs=0.2)


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
    ("style", "drawn"),
    [("thickThinSmallGap", "4.5pt double"), ("double", "9pt double"), ("thick", "3pt solid")],
)
def test_lines_of_several_are_drawn_as_several(style, drawn):
    line = f'<w:pBdr><w:bottom w:val="{style}" w:sz="24" w:space="1"/></w:pBdr>'
    assert f"border-bottom:{drawn} #000" in html_of(paragraph("шапка", line)).css

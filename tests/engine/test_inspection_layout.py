"""What does not fit, is hidden or is shown otherwise, told with its place."""

import pytest

from hr_docs.engine import conversion_faults, inspect_template, layout_report
from tests.engine.word import body, changed
from tests.engine.wordml_files import STYLES, WordFile, cell, row, table
from tests.engine.wordml_files import paragraph as p

LONG = "очень длинная строка, которая никуда не помещается целиком " * 3
OUTSIDE = '<w:ind w:left="-1500"/>'
EXACT = '<w:trHeight w:val="300" w:hRule="exact"/>'


def box(content: str, height: int, fit: str) -> str:
    return (
        "<w:r><w:drawing><wp:inline>"
        f'<wp:extent cx="1270000" cy="{height * 12700}"/><wp:docPr id="1" name="b"/>'
        "<a:graphic><a:graphicData><wps:wsp><wps:spPr/>"
        f"<wps:txbx><w:txbxContent>{p(content)}</w:txbxContent></wps:txbx>"
        f"<wps:bodyPr>{fit}</wps:bodyPr></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


TOO_MUCH = [
    ("page", table(row("а", "далеко справа"), widths=(12000, 4000))),
    ("page", p("слева", '<w:ind w:left="-3000"/>')),
    ("frame", table(row(LONG, "а", properties=EXACT))),
    ("frame", p(box(LONG, 20, ""))),
    ("cell", table(row("а", cell(p("левее", OUTSIDE) + p()), "в"), widths=(2000, 2000, 2000))),
]


@pytest.mark.pdf
@pytest.mark.parametrize(("limit", "xml"), TOO_MUCH)
def test_text_that_does_not_fit_is_found(limit: str, xml: str) -> None:
    found = layout_report(WordFile(body=xml + p()).build()).overflows
    assert [(one.page, one.limit) for one in found][:1] == [(1, limit)], found


FITS = [
    table(row(LONG, LONG)),
    table(row(LONG, "а", properties=EXACT.replace("exact", "atLeast"))),
    table(row("а", "б", properties=EXACT)),
    p(box(LONG, 20, "<a:spAutoFit/>")),
    p(box("а", 40, "")),
    p("а" * 400),
    table(row(cell("вверх", '<w:textDirection w:val="btLr"/>'), "б")),
]


@pytest.mark.pdf
@pytest.mark.parametrize("xml", FITS)
def test_text_that_fits_or_grows_is_not(xml: str) -> None:
    assert layout_report(WordFile(body=xml + p()).build()).overflows == ()


def test_a_font_that_nobody_has_is_placed_in_its_paragraph() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii="Ghost" w:hAnsi="Ghost"/></w:rPr><w:t>б</w:t></w:r>'
    (fault,) = conversion_faults(WordFile(body=p("а") + p(run)).build())
    assert (fault.code, str(fault.place)) == ("font", "абзац 2, «б»")
    assert "шрифт «Ghost» заменён на Liberation Serif" in fault.message


def test_a_font_of_a_style_is_placed_in_the_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="Заголовок договора"/>'
        '<w:rPr><w:rFonts w:ascii="Ghost" w:hAnsi="Ghost"/></w:rPr></w:style>'
    )
    file = WordFile(body=p("а", '<w:pStyle w:val="z"/>'), styles=STYLES + style)
    (fault,) = conversion_faults(file.build())
    assert str(fault.place) == "стиль, «Заголовок договора»"


def test_an_unsupported_construct_in_a_table_has_its_cell() -> None:
    equation = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    file = WordFile(body=p("а") + table(row("б", f"<w:p>{equation}</w:p>")) + p())
    (fault,) = conversion_faults(file.build())
    assert str(fault.place) == "таблица 1, строка 1, ячейка 2"


TAG = "{{ договор.номер }}"
HIDING = '<w:style w:type="{}" w:styleId="h"><w:name w:val="Тайный"/>{}</w:style></w:styles>'
VANISH = "<w:rPr><w:vanish/></w:rPr>"
HIDDEN = [
    ("paragraph", '<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r>{}</w:r></w:p>'),
    ("character", '<w:p><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr>{}</w:r></w:p>'),
]


def hidden_by(kind: str, xml: str, style: str = VANISH) -> list[str]:
    file = body(xml.format(f"<w:t>{TAG}</w:t>"))
    file = changed(file, "word/styles.xml", "</w:styles>", HIDING.format(kind, style))
    return [fault.message for fault in inspect_template(file) if fault.code == "tag-hidden"]


@pytest.mark.parametrize(("kind", "xml"), HIDDEN)
def test_a_tag_that_a_style_hides_is_found(kind: str, xml: str) -> None:
    (message,) = hidden_by(kind, xml)
    assert "его скрывает стиль «Тайный»" in message


def test_a_style_hides_through_the_one_that_it_is_based_on() -> None:
    heir = '</w:style><w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h"/>'
    xml = HIDDEN[0][1].replace('"h"', '"h2"')
    assert len(hidden_by("paragraph", xml, VANISH + heir)) == 1


def test_what_a_run_shows_again_is_not_hidden() -> None:
    shown = HIDDEN[0][1].replace("<w:r>", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>')
    assert hidden_by("paragraph", shown) == []


def test_a_warning_in_a_header_names_it() -> None:
    equation = "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"
    (fault,) = conversion_faults(WordFile(body=p("а"), headers={"default": equation}).build())
    assert str(fault.place) == "верхний колонтитул, абзац 1"


def test_a_template_without_oddities_has_no_warnings() -> None:
    assert conversion_faults(WordFile(body=p("{{ х }}") + table(row("а", "б")) + p()).build()) == []

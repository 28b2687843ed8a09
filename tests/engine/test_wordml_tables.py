"""Tables: the widths of their columns and the heights of their rows."""

import re

import pytest

from tests.engine.conversion import html_of, told, widths_of
from tests.engine.test_pdf import places
from tests.engine.wild_files import LOREM
from tests.engine.wordml_files import cell, paragraph, row, table


def exact(twips: int) -> str:
    return f'<w:trHeight w:val="{twips}" w:hRule="exact"/>'


def test_gaps_between_cells_are_part_of_the_width_of_a_table():
    spaced = table(row("а", "б"), properties='<w:tblCellSpacing w:w="40" w:type="dxa"/>')
    html = html_of(spaced)
    assert sum(widths_of(html)) == pytest.approx(467.7 - 3 * 4, abs=0.1)
    assert re.search(r"\{width:467\.70pt", html.css)


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("rows", "height"),
    [
        (row("", properties=exact(100)) * 10, 5),
        (row("строка", properties=exact(240)) * 10, 12),
        (row("строка", properties=exact(600)) * 10, 30),
    ],
    ids=["empty", "a little too low", "high"],
)
def test_rows_of_exact_height_are_no_higher(rows, height):
    found = places(body=paragraph("над") + table(rows, widths=(9354,)) + paragraph("под"))
    assert found["над"][1] - found["под"][1] == pytest.approx(13.8 + height * 10, abs=1)


def test_words_that_a_row_of_exact_height_would_hide_are_shown():
    html = html_of(table(row("слова " * 40, properties=exact(300))))
    assert "height:15.00pt" not in html.css
    assert told(table(row("слова", properties=exact(300)))) == []


WORD = "Работодательский"  # some 93 points wide


def widths(properties: str = "", *, first: str | None = None, second: str = "б") -> list[float]:
    whole = table(row(first or WORD, second), widths=(1000, 8354), properties=properties)
    return widths_of(html_of(whole))


def test_a_column_is_as_wide_as_its_longest_word():
    left, right = widths()
    assert left == pytest.approx(93 + 10.8 + 1, abs=1)
    assert left + right == pytest.approx(467.7, abs=0.1)


@pytest.mark.parametrize(
    ("properties", "parts"),
    [
        ('<w:tblLayout w:type="fixed"/>', {}),
        ("", {"first": "Рабо-то-дате-ль-ский"}),
        ("", {"first": cell(WORD, '<w:textDirection w:val="btLr"/>')}),
        ("", {"first": WORD * 3, "second": WORD * 3}),
    ],
    ids=["fixed", "hyphens", "upwards", "no room"],
)
def test_other_columns_are_as_wide_as_stated(properties, parts):
    assert widths(properties, **parts) == [50.0, 417.7]


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


def test_a_pattern_is_as_dark_as_it_is_dense():
    def fill_of(pattern: str) -> list[str]:
        shade = f'<w:shd w:val="{pattern}" w:color="000000" w:fill="FFFFFF"/>'
        return re.findall(r"background:(#\w+)", html_of(table(row(cell("а", shade)))).css)

    assert fill_of("clear") == ["#ffffff"]
    assert fill_of("pct25") == ["#bfbfbf"]
    assert fill_of("solid") == ["#000000"]


def test_a_line_across_a_cell_is_told_of():
    crossed = cell("а", '<w:tcBorders><w:tl2br w:val="single" w:sz="4"/></w:tcBorders>')
    assert told(table(row(crossed))) == ["диагональные линии ячеек не показаны"]

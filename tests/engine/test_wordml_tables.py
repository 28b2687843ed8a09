"""Tables: the widths of their columns and the heights of their rows."""

import re

import pytest

from tests.engine.test_pdf import places
from tests.engine.test_wordml_abuse import html_of, told, widths_of
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

"""Tables: the widths of their columns and the heights of their rows."""

import re

import pytest

from tests.engine.test_pdf import places
from tests.engine.test_wordml_abuse import html_of, told, widths_of
from tests.engine.wordml_files import paragraph, row, table


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

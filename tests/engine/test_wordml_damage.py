"""Damaged structure and odd counts: no word is lost, and what is not shown is told."""

import re

import pytest

from hr_docs.engine.wordml import docx_to_html
from tests.engine.conversion import shown, told
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

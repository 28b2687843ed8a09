"""Tables whose rows and cells depend on the facts."""

import pytest
from docx.document import Document as WordDocument

from hr_docs.engine.errors import TemplateError
from hr_docs.engine.template import WordTemplate
from tests.engine.word import cells, document_xml, docx, table_docx


def test_rows_repeat() -> None:
    template = table_docx(
        ("№", "Имя"),
        ("{%tr for о in х %}", ""),
        ("{{ loop.index }}", "{{ о }}"),
        ("{%tr endfor %}", ""),
    )
    assert cells(WordTemplate(template).render({"х": ["А", "Б"]})) == [
        ["№", "Имя"],
        ["1", "А"],
        ["2", "Б"],
    ]


def test_a_cell_never_stays_without_a_paragraph() -> None:
    def build(document: WordDocument) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "{%p if х %}"
        cell.add_paragraph("текст")
        cell.add_paragraph("{%p endif %}")

    template = WordTemplate(docx(build=build))
    assert "<w:p/></w:tc>" in document_xml(template.render({"х": False}))
    assert "<w:p/></w:tc>" not in document_xml(template.render({"х": True}))


def test_a_table_without_rows_goes_altogether() -> None:
    rows = table_docx(("{%tr for о in х %}",), ("{{ о }}",), ("{%tr endfor %}",))
    assert "<w:tbl" not in document_xml(WordTemplate(rows).render({"х": []}))
    assert "<w:tbl" in document_xml(WordTemplate(rows).render({"х": ["а"]}))


def test_a_row_without_cells_goes_altogether() -> None:
    rows = table_docx(("а", "б", "в"), ("{%tc for о in х %}", "{{ о }}", "{%tc endfor %}"))
    assert cells(WordTemplate(rows).render({"х": []})) == [["а", "б", "в"]]


def test_a_grid_fits_what_is_left_of_its_table() -> None:
    rows = table_docx(("{%tc for о in х %}", "{{ о }}", "{%tc endfor %}"))
    for count in (1, 3, 5):
        result = document_xml(WordTemplate(rows).render({"х": ["а"] * count}))
        assert result.count("<w:gridCol ") == count


def test_a_table_inside_leaves_the_grid_around_it_alone() -> None:
    def build(document: WordDocument) -> None:
        outer = document.add_table(1, 2)
        inner = outer.cell(0, 0).add_table(1, 3)
        for cell, text in zip(
            inner.rows[0].cells, ("{%tc if х %}", "а", "{%tc endif %}"), strict=True
        ):
            cell.text = text

    result = document_xml(WordTemplate(docx(build=build)).render({"х": True}))
    assert result.count("<w:gridCol ") == 2 + 1


def test_a_span_that_is_no_number_is_an_error_of_the_template() -> None:
    template = WordTemplate(table_docx(("{% colspan х %}а", "б")))
    with pytest.raises(TemplateError):
        template.render({"х": "много"})

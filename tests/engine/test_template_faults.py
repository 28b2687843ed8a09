"""Templates with a fault: the place and the cause of each."""

import pytest
from docx.document import Document as WordDocument

from hr_docs.engine.errors import DataError, EngineError, Place, TemplateError
from hr_docs.engine.template import WordTemplate
from tests.engine.word import DOCUMENT, body, docx, paragraph, table, table_docx

FAULTS = [
    (["а", "{{ х"], 2, "не закрыт"),
    (["а", "{{ х }"], 2, "не закрыт"),
    (["{{ х }} {{ у } {{ з }}"], 1, "не закрыт"),
    (["а", "{% if х"], 2, "не закрыт"),
    (["{{ х", "}}"], 1, "разорван между абзацами"),
    (["а", "{%p if х %}", "б"], 2, "не хватает тега endif"),
    (["{%p for а in б %}", "{{ а }}"], 1, "не хватает тега endfor"),
    (["{%p if х %}", "{%p for а in б %}", "{%p endif %}"], 2, "не хватает тега endfor"),
    (["а", "{%p endif %}"], 2, "открывающего тега для него нет"),
    (["{%p else %}"], 1, "открывающего тега для него нет"),
    (["{%p if х %}", "{%p endfor %}", "{%p endif %}"], 2, "открывающего тега для него нет"),
    (["а", "{%p iff х %}", "{%p endif %}"], 2, "неизвестный тег «iff»: может быть, «if»?"),
    (["{% endfro %}"], 1, "может быть, «endfor»?"),
    (["{% %}"], 1, "пустой тег"),
    (["{{ }}"], 1, "здесь ожидается имя"),
    (["{{ фио работника }}"], 1, "ожидается конец тега"),
    (["{{ х. }}"], 1, "после точки ожидается имя"),
    (["{{ х + }}"], 1, "здесь ожидается имя"),
    (["{{ (х }}"], 1, "а ожидается )"),
    (["{{ х|неттакого }}"], 1, "такого фильтра нет"),
    (["{{ х|uper }}"], 1, "может быть, upper?"),
    (["{% if х is dfined %}{% endif %}"], 1, "может быть, defined?"),
    (["{% if да %}{{ х|uper }}{% endif %}"], 1, "может быть, upper?"),
    (["{% for а б %}{% endfor %}"], 1, "слово in"),
    (["{% if х = 1 %}{% endif %}"], 1, "а стоит ="),
    (["{% if х = 1 %}{% endif %}"], 1, "двумя знаками, =="),
    (["{{{ х }}}"], 1, "лишняя фигурная скобка"),
    (["{{ х – 1 }}"], 1, "вместо дефиса стоит тире –"),
    (["{%— if х %}{% endif %}"], 1, "вместо дефиса стоит тире —"),
    (["{% Если х %}"], 1, "неизвестный тег «Если»: может быть, «if»?"),
    (["{% if х %}{% конец %}"], 1, "может быть, «endif» или «endfor»?"),
    (["{% ENDIF %}"], 1, "может быть, «endif»?"),
    (["{%р if х %}"], 1, "приставка «р» набрана не латиницей: нужна p"),
    (["{% if х и у %}{% endif %}"], 1, "and, or, not"),
    (["{% include 'а' %}"], 1, "не поддерживается"),
    (["{% filter upper %}а{% endfilter %}"], 1, "не поддерживается"),
    (["{% autoescape false %}{{ х }}{% endautoescape %}"], 1, "не поддерживается"),
    (["{% do х %}"], 1, "не поддерживается"),
    (["{{ х|safe }}"], 1, "такого фильтра нет"),
    (["{{ х|random }}"], 1, "такого фильтра нет"),
    (["{{ х.__class__ }}"], 1, "служебному имени"),
    (["{{ х['__class__'] }}"], 1, "служебному имени"),
    (["{% if ''.__class__ %}{% endif %}"], 1, "служебному имени"),
    (["а", "{%tr if х %}", "{%tr endif %}"], 2, "только в таблице"),
    (["{% cellbg х %}"], 1, "только в таблице"),
    (["{% p if х %}", "{% p endif %}"], 1, "без пробела"),
    (["{%p if х %} текст рядом", "{%p endif %}"], 1, "пропал бы из документа"),
    (["{%p if х %}{%p endif %}"], 1, "в одном абзаце"),
    (["{%p if х %}", "а", "{% endif %}"], 3, "приставки у них разные"),
    (["{%p if х %}", "а", "{%r endif %}"], 3, "приставки у них разные"),
    (["{{ х или у }}"], 1, "английскими словами"),
    (["{{ 'х }}"], 1, "лишний знак"),
    (["{%p if х % 2 %}", "{%p endif %}"], 1, "нельзя писать"),
    (["{% for а in б %}а{% endfor %}{{ а }}"], 1, "только внутри цикла"),
]


def refusal(file: bytes) -> TemplateError:
    with pytest.raises(TemplateError) as error:
        WordTemplate(file)
    return error.value


@pytest.mark.parametrize(
    ("paragraphs", "number", "cause"), FAULTS, ids=[" ¶ ".join(case[0]) for case in FAULTS]
)
def test_a_fault_has_its_place_and_cause(paragraphs: list[str], number: int, cause: str) -> None:
    error = refusal(docx(*paragraphs))
    assert cause in error.cause
    assert error.place == Place(DOCUMENT, number, paragraphs[number - 1])


CELLS = [
    ([("а", "б"), ("{{ х", "в")], (1, 2, 1), "не закрыт"),
    ([("а", "{%tr for о in х %}{{ о }}{%tr endfor %}")], (1, 1, 2), "в одной строке"),
    (
        [("{%tr for о in х %}", "текст"), ("{{ о }}", ""), ("{%tr endfor %}", "")],
        (1, 1, 1),
        "пропал",
    ),
    ([("{%tc for о in х %}", "а"), ("{%tc endfor %}", "б")], (1, 2, 1), "в разных строках"),
    ([("{%tr if х %}", ""), ("а", "б"), ("{% endif %}", "")], (1, 3, 1), "приставки у них разные"),
    ([("{% if х %}а", "б{% endif %}")], (1, 1, 1), "в разных местах"),
    ([("а", "{{ х|нет }}")], (1, 1, 2), "такого фильтра нет"),
]


@pytest.mark.parametrize(("rows", "cell", "cause"), CELLS)
def test_a_fault_in_a_table_has_its_cell(
    rows: list[tuple[str, ...]], cell: tuple[int, int, int], cause: str
) -> None:
    error = refusal(table_docx(*rows))
    assert cause in error.cause
    assert error.place is not None
    assert (error.place.cell, error.place.paragraph) == (cell, None)


def test_paragraphs_in_tables_do_not_count_and_tables_do() -> None:
    def build(document: WordDocument) -> None:
        table(document, ("а", "б"), ("в", "г"))
        document.add_paragraph("второй")
        table(document, ("{{ х }}",))
        document.add_paragraph("{{ х")

    error = refusal(docx("первый", build=build))
    assert error.place == Place(DOCUMENT, 3, "{{ х")


def test_a_block_over_two_tables_is_refused() -> None:
    def build(document: WordDocument) -> None:
        table(document, ("{%tr for о in х %}",), ("{{ о }}",))
        document.add_paragraph()
        table(document, ("{%tr endfor %}",))

    assert "в разных таблицах" in refusal(docx(build=build)).cause


def test_a_fault_in_a_header_names_the_part() -> None:
    def build(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ номер"

    error = refusal(docx("{{ х }}", build=build))
    assert error.place == Place("word/header1.xml", 1, "{{ номер")
    assert str(error).startswith("верхний колонтитул, абзац 1, «{{ номер»")


def test_a_fault_in_the_title_names_the_part() -> None:
    def build(document: WordDocument) -> None:
        document.core_properties.title = "{{ номер"

    error = refusal(docx("{{ х }}", build=build))
    assert error.place == Place("docProps/core.xml", None, "{{ номер")


def test_a_text_box_counts_with_its_paragraph() -> None:
    box = (
        f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('{{ х')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert refusal(body(paragraph("а") + box)).place == Place(DOCUMENT, 2, "{{ х")


def test_a_tag_that_swallows_half_a_link_is_refused() -> None:
    link = (
        "<w:p><w:r><w:t>{{ х</w:t></w:r><w:hyperlink><w:r><w:t> }}</w:t></w:r></w:hyperlink></w:p>"
    )
    assert "наберите его заново" in refusal(body(link)).cause


def test_a_tag_in_deleted_text_is_refused() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>{{ х }}</w:delText></w:r></w:del></w:p>"
    assert "в удалённом тексте" in refusal(body(deleted)).cause


def test_checks_cannot_be_switched_off_by_a_comment() -> None:
    file = docx("{# docxtpl-lint: disable=DTL209 #}", "{%p if х %} текст", "{%p endif %}")
    assert "пропал бы" in refusal(file).cause


RUNAWAYS = [
    "{% for а in range(10**9) %}{% endfor %}",
    "{% for а in range(99999) %}{% for б in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro м() %}{{ м() }}{% endmacro %}{{ м() }}",
    "{% macro м(н) %}{% if н %}{{ м(н - 1) }}{{ м(н - 1) }}{% endif %}{% endmacro %}{{ м(60) }}",
    "{{ 'а' * 1000000000 }}",
    "{{ [1] * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ 'а'.ljust(1000000000) }}",
    "{{ 5|round(-1000000000) }}",
    "{{ [1]|batch(1000000000, 'а')|list }}",
    "{{ [1]|slice(1000000000)|list }}",
    "{% set с = namespace(т='а') %}{% for и in range(60) %}{% set с.т = с.т ~ с.т %}{% endfor %}",
    "{% set с = namespace(т='а') %}{% for и in range(60) %}{% set с.т = с.т + с.т %}{% endfor %}",
    "{% set с = namespace(н=2) %}{% for и in range(60) %}{% set с.н = с.н * с.н %}{% endfor %}",
    "{% set с = namespace(т='а') %}{% for и in range(60) %}{% set с.т %}{{ с.т }}{{ с.т }}"
    "{% endset %}{% endfor %}",
    "{{ ('а' * 2)|replace('', 'б' * 3) }}",
    "{{ range(99999)|join(х|join(range(99999)|join)) }}",
]


@pytest.mark.parametrize("text", RUNAWAYS)
def test_endless_work_is_stopped(text: str) -> None:
    with pytest.raises(EngineError):
        WordTemplate(docx(text)).render({"х": ["а", "б"]})


FAILURES = [
    ("{{ х / 0 }}", "деление на ноль"),
    ("{{ х + 'а' }}", "не вычисляется"),
    ("{{ х.upper() }}", "нет значения: х.upper"),
    ("{% for а, б in [1, 2] %}{% endfor %}", "не вычисляется"),
    ("{{ 'а' > х }}", "не вычисляется"),
    ("{{ range(1, 2, 0)|join }}", "не вычисляется"),
]


@pytest.mark.parametrize(("text", "cause"), FAILURES)
def test_an_expression_that_cannot_be_computed_has_its_place(text: str, cause: str) -> None:
    template = WordTemplate(docx("первый", text))
    with pytest.raises(EngineError) as error:
        template.render({"х": 1})
    assert cause in str(error.value)
    assert "абзац 2" in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "{{ х[имя] }}",
        "{{ х|map(attribute='__class__')|list }}",
        "{{ range.__init__ }}",
        "{{ х.format.__globals__ }}",
        "{{ ''[имя].mro() }}",
        "{{ '{0.__class__}'.format(х) }}",
        "{{ х.append(1) }}",
        "{{ namespace.mro() }}",
    ],
)
def test_nothing_of_python_is_within_reach(text: str) -> None:
    with pytest.raises((TemplateError, DataError)):
        WordTemplate(docx(text)).render({"х": ["а"], "имя": "__class__"})

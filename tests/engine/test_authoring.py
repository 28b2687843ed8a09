"""Masters from text: what is written becomes real styles, numbering, fields and tables in Word."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from hr_docs.engine.authoring import Reason, build_master, clauses_of, parse_source
from hr_docs.engine.authoring.typography import with_no_break_spaces
from hr_docs.engine.errors import TemplateError

FRONT = """\
вид: note
название: Записка № {{ документ.номер }}
тема: Проба
верхний колонтитул: Записка
нижний колонтитул: Страница [[PAGE]] из [[NUMPAGES]]

"""


def blocks(body: str):
    return parse_source(FRONT + body).blocks


def word(body: str):
    return docx.Document(io.BytesIO(build_master(parse_source(FRONT + body))))


@pytest.mark.parametrize(
    ("line", "style", "text"),
    [
        ("= Записка", "Название документа", "Записка"),
        ("== Предмет", "Раздел", "Предмет"),
        (". Пункт", "Пункт", "Пункт"),
        (".. Подпункт", "Подпункт", "Подпункт"),
        ("- случай", "Перечисление", "случай"),
        ("[Реквизиты] ИНН 1", "Реквизиты", "ИНН 1"),
        ("Просто текст", "Основной текст", "Просто текст"),
    ],
)
def test_it_reads_a_mark_as_a_style(line, style, text):
    (block,) = blocks(line)
    assert (block.style, block.text) == (style, text)


def test_lines_of_a_block_are_one_paragraph():
    (block,) = blocks(". Работник\nобязан.")
    assert block.text == "Работник обязан."


def test_a_tag_with_a_minus_is_joined_without_a_space():
    (block,) = blocks(". ИНН 1\n{%- if кпп %}, КПП 2{% endif %}.")
    assert block.text == "ИНН 1{% if кпп %}, КПП 2{% endif %}."


def test_a_mark_begins_a_new_block_without_a_blank_line():
    assert [block.text for block in blocks(". Один\n. Два")] == ["Один", "Два"]


def test_notes_speak_of_the_next_block_only():
    first, second = blocks(
        "# основание: ТК РФ ст. 57\n# не проверено: срок\n# прочее\n. Один\n\n. Два"
    )
    assert (first.notes.basis, first.notes.unverified) == (("ТК РФ ст. 57",), ("срок",))
    assert second.notes.basis == ()


CONDITIONAL = """\
# основание: ТК РФ ст. 58
# почему: договор.срочный — договор заключён на срок
{%p if договор.срочный %}
. На срок.
{%p else %}
# основание: ТК РФ ст. 57
. Без срока.
{%p endif %}

. Всегда.
"""


def test_a_clause_knows_its_law_and_its_condition():
    fixed, indefinite, always = clauses_of(parse_source(FRONT + CONDITIONAL))
    assert fixed.basis == ("ТК РФ ст. 58",)
    assert fixed.conditions[0].expression == "договор.срочный"
    assert fixed.conditions[0].reasons == (Reason("договор.срочный", "договор заключён на срок"),)
    assert indefinite.basis == ("ТК РФ ст. 57",)
    assert indefinite.conditions[0].expression == "not (договор.срочный)"
    assert always.conditions == ()


TABLE = """\
{| сетка; ширины 20 80; шапка
! №
! Документ
{%tr for акт in акты %}
|-
| [Номер строки]
| {{ акт.название }}
{%tr endfor %}
|}
"""


def test_it_builds_a_table_with_a_repeated_heading_and_row_tags():
    (table,) = word(TABLE).tables
    assert [cell.text for cell in table.rows[0].cells] == ["№", "Документ"]
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert [row.cells[0].text for row in table.rows[1:]] == [
        "{%tr for акт in акты %}",
        "",
        "{%tr endfor %}",
    ]


def test_a_table_at_the_end_is_followed_by_a_paragraph():
    body = word(TABLE).element.body
    assert [child.tag for child in body][-2:] == [qn("w:p"), qn("w:sectPr")]


def test_columns_keep_their_rows_whole_and_have_no_borders():
    (table,) = word("{| колонки; ширины 50 50; не делить\n| Один\n\nЕщё\n\n| Два\n|}").tables
    assert [len(cell.paragraphs) for cell in table.rows[0].cells] == [2, 1]
    assert table.rows[0]._tr.find(f".//{qn('w:cantSplit')}") is not None
    assert table.style.name == "Колонки"


def test_it_marks_bold_tabs_breaks_and_fields():
    document = word(r"Имя **Анна** и\tтаб\nстрока")
    runs = document.paragraphs[0].runs
    assert [run.text for run in runs] == ["Имя ", "Анна", " и", "\t", "таб", "\n", "строка"]
    assert [bool(run.bold) for run in runs] == [False, True, False, False, False, False, False]
    footer = document.sections[0].footer.paragraphs[0]._p
    fields = [field.get(qn("w:instr")).strip() for field in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_block_can_be_kept_with_the_next():
    kept, other = word(". Один\\k\n\n. Два").paragraphs
    assert (kept.text, kept.paragraph_format.keep_with_next) == ("Один", True)
    assert other.paragraph_format.keep_with_next is None


def test_clauses_are_numbered_by_word():
    document = word("== Раздел\n\n. Пункт\n\n- случай")
    numbered = [p.style.element.find(f".//{qn('w:numPr')}") for p in document.paragraphs]
    levels = [n.find(qn("w:ilvl")).get(qn("w:val")) for n in numbered]
    assert levels == ["0", "1", "3"]
    level = document.part.numbering_part.element.findall(f".//{qn('w:lvl')}")[3]
    assert level.find(qn("w:numFmt")).get(qn("w:val")) == "russianLower"


def test_the_page_is_a4_with_the_margins_of_an_office_paper():
    section = word("Текст").sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.left_margin, section.right_margin, section.top_margin)
    assert [round(margin.mm) for margin in margins] == [30, 15, 20]


def test_the_same_source_gives_the_same_bytes():
    source = parse_source(FRONT + TABLE)
    assert build_master(source) == build_master(parse_source(FRONT + TABLE))
    with zipfile.ZipFile(io.BytesIO(build_master(source))) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("[Нет такого] текст", "строка 7: нет стиля «Нет такого»"),
        ("{| сетка; ширины 50 50\n| один", "строка 7: таблица не закрыта"),
        ("{| сетка; ширины 50 50\n| один\n|}", "строка 7: ячеек в строке 1, ширин 2"),
        ("{| сетка; ширины 100\nтекст\n|}", "строка 8: текст в таблице вне ячейки"),
        ("текст\n\n|-", "строка 9: разметка таблицы вне таблицы"),
    ],
)
def test_a_fault_names_its_line(body, fault):
    with pytest.raises(TemplateError) as error:
        word(body)
    assert str(error.value).startswith(fault)


@pytest.mark.parametrize(
    ("front", "fault"),
    [
        ("вид: note\nтекст\n\n", "строка 2: ожидалось «ключ: значение»"),
        ("вид: note\n\n", "в начале файла нет: название, тема"),
    ],
)
def test_a_fault_in_the_front_matter_is_named(front, fault):
    with pytest.raises(TemplateError) as error:
        parse_source(front)
    assert str(error.value).startswith(fault)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("договор № {{ договор.номер }} от", "договор №°{{ договор.номер }} от"),
        ("Работник — {{ работник.фио }} — тут", "Работник°— {{ работник.фио }}°— тут"),
        ("статьи 99 и 113", "статьи°99 и 113"),
        ("не менее 42 часов и 20 %", "не менее 42°часов и 20°%"),
        ("{{ оплата.ночной_процент }} % ставки", "{{ оплата.ночной_процент }}°% ставки"),
        ("ИНН {{ работодатель.инн }}", "ИНН°{{ работодатель.инн }}"),
        ("Дата~\\t", "Дата°\\t"),
        ("{% if а == 'б — в' %} да{% endif %}", "{% if а == 'б — в' %} да{% endif %}"),
        ("440000, г. Пенза, ул. Мира, д. 7, офис 10", "440000, г.°Пенза, ул.°Мира, д.°7, офис°10"),
        ("ПО Г. МОСКВЕ", "ПО Г.°МОСКВЕ"),
        ("15 марта 2026 г. Работник", "15 марта 2026°г. Работник"),
        ("40 (сорок) часов", "40°(сорок) часов"),
        (
            "за отпуском Ким О. Н., как просил А. П. Ли",
            "за отпуском Ким°О.°Н., как просил А.°П.°Ли",
        ),
        ("+7 (900) 000-00-01", "+7°(900)°000-00-01"),
        ("не более 5 баллов за 3 месяца", "не более 5°баллов за 3°месяца"),
        ("№ 5 от 02.11.2026", "№°5 от 02.11.2026"),
    ],
)
def test_it_sets_no_break_spaces_outside_placeholders(typed, printed):
    assert with_no_break_spaces(typed) == printed.replace("°", "\u00a0")

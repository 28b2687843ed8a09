"""The template check tells those who know Word and not Jinja what they meant to write."""

import pytest

from hr_docs.engine.errors import DataError, TemplateError
from hr_docs.engine.faults import Fault
from hr_docs.engine.inspection import inspect_template
from hr_docs.engine.template import WordTemplate
from tests.engine.test_inspection import run
from tests.engine.word import body, document_xml, docx, texts

VOCABULARY = (
    "работник.фамилия",
    "договор.номер",
    "договор.дата",
    "договор.срочный",
    "договор.срок.основание",
    "инструкция.обязанности[]",
    "инструкция.обязанности[].текст",
)
CHOICES = {"договор.срочный": (), "договор.срок.основание": ("студент", "временная работа")}
GROUND = "договор.срок.основание"


def found(file: bytes) -> list[Fault]:
    return inspect_template(file, VOCABULARY, CHOICES)


def condition(test: str) -> list[str]:
    return ["{% if " + test + " %}а{% endif %}"]


LOOP = "{%p for пункт in инструкция.обязанности %}"
SLIPS = [
    (["{{ if договор.срочный }}"], "пишут в теге {% … %}: {% if договор.срочный %}"),
    (["{% if договор.срочный %}а{{ endif }}{% endif %}"], "слово endif пишут в теге"),
    (["{% работник.фамилия %}"], "в двойных фигурных скобках: {{ работник.фамилия }}"),
    (["{%pif договор.срочный %}", "{%p endif %}"], "нужен пробел: {%p if"),
    (["{%p if договор.срочный %}", "{%pendif %}"], "нужен пробел: {%p endif"),
    (["{%p if договор.срочный %}", "{%p end if %}"], "может быть, «endif»?"),
    (["{%p if договор.срочный %}", "{%p else if договор.срочный %}", "{%p endif %}"], "elif"),
    (["{%p if договор.срочный %}", "{%p endif договор.срочный %}"], "уберите «договор.срочный»"),
    (["{%p if договор.срочный %}", "{%p else %}", "{%p else %}", "{%p endif %}"], "последняя"),
    (["{%p if договор.срочный %}", "{%p else %}", "{%p elif 1 %}", "{%p endif %}"], "последняя"),
    (condition("договор.срочный && договор.номер"), "вместо && пишут and"),
    (condition("договор.срочный || договор.номер"), "вместо || пишут or"),
    (condition("!договор.срочный"), "вместо ! пишут not"),
    (condition("договор.номер <> '5'"), "«не равно» пишут !="),
    (condition("договор.срочный AND договор.номер"), "строчными буквами"),
    (condition("не договор.срочный"), "пишут not перед именем"),
    (["{{ договор.номер|default:'—' }}"], "пишут в скобках: |default('—')"),
    (["{{ договор.номер|default '—' }}"], "пишут в скобках: |default('—')"),
    (["{{ номер договора }}"], "имя пишут без пробелов"),
    (["{%p for инструкция.обязанности %}", "{%p endfor %}"], "for пункт in инструкция.обяз"),
    (["{{ договор.дата|date('d.m.Y') }}"], "печатает |дата_цифрами"),
    (["{{ РАБОТНИК.ФАМИЛИЯ }}"], "может быть, «работник.фамилия»?"),
    (["{{ ФИО }}"], "на странице «Подстановки»"),
    (["{{ PAGE }}"], "«Номер страницы»"),
    (["{{ пункт.текст }}"], "внутри цикла"),
    ([LOOP, "{{ пункты.текст }}", "{%p endfor %}"], "может быть, «пункт.текст»?"),
    (["{{ инструкция.обязанности.текст }}"], "затем {{ пункт.текст }}"),
    (["{{ «работник.фамилия» }}"], "напечатается само: пишите {{ работник.фамилия }}"),
    (condition(f"{GROUND} == студент"), "берут в кавычки: 'студент'"),
    (condition(f"{GROUND} == 'студенты'"), "никогда не бывает «студенты»: бывает студент,"),
    (condition(f"'временная' == {GROUND}"), "никогда не бывает «временная»"),
    (condition(f"{GROUND} in ['студент', 'пенсия']"), "никогда не бывает «пенсия»"),
    (condition("договор.срочный == 'да'"), "пишите if договор.срочный или if not"),
    (condition("договор.срочный == да"), "без сравнения"),
]


@pytest.mark.parametrize(("paragraphs", "words"), SLIPS, ids=[case[1] for case in SLIPS])
def test_it_says_what_was_meant(paragraphs: list[str], words: str) -> None:
    messages = [fault.message for fault in found(docx(*paragraphs)) if fault.severity == "error"]
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    "test",
    [
        f"{GROUND} == 'временная\u00a0работа'",
        f"{GROUND} != ''",
        f"{GROUND} in ('студент', 'временная работа')",
        f"'врем' in {GROUND}",
        "договор.срочный == true",
        "договор.номер == 'любой'",
    ],
)
def test_a_comparison_that_may_be_true_is_no_fault(test: str) -> None:
    assert found(docx(*condition(test))) == []


@pytest.mark.parametrize(
    ("code", "xml"),
    [
        ("field-changes", '<w:fldSimple w:instr=" DATE \\@ dd.MM.yyyy "/>'),
        ("field-changes", "<w:r><w:instrText> SAVEDATE </w:instrText></w:r>"),
        ("reference-lost", "<w:r><w:t>п. Ошибка! Источник ссылки не найден.</w:t></w:r>"),
    ],
)
def test_a_field_that_says_something_else_later_is_found(code: str, xml: str) -> None:
    assert [fault.code for fault in found(run(xml))] == [code]


def test_a_changed_row_has_its_place() -> None:
    row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc></w:tr>"
    (fault,) = found(body(f"<w:tbl>{row}</w:tbl><w:p/>"))
    assert fault.place.cell == (1, 1, 1)


def test_changes_all_over_the_text_are_told_once() -> None:
    changed = "<w:p><w:ins><w:r><w:t>пункт {}</w:t></w:r></w:ins></w:p>"
    (fault,) = found(body("".join(changed.format(number) for number in range(3))))
    assert (fault.place.paragraph, "мест: 3" in fault.message) == (1, True)


@pytest.mark.parametrize(
    ("form", "printed"),
    [("дата_цифрами", "05.11.2026"), ("дата_в_кавычках", "«05» ноября 2026 г.")],
)
def test_a_date_is_written_another_way(form: str, printed: str) -> None:
    template = WordTemplate(docx("{{ д|" + form + " }}"))
    xml = template.render({"д": "5\u00a0ноября 2026\u00a0г."})
    assert printed in texts(xml)[0].replace("\u00a0", " ")


def test_a_date_that_is_none_is_named() -> None:
    with pytest.raises(TemplateError, match="«пять» — не дата"):
        WordTemplate(docx("{{ д|дата_цифрами }}")).render({"д": "пять"})


def test_a_date_without_a_value_is_a_gap() -> None:
    with pytest.raises(DataError, match="нет значения: д"):
        WordTemplate(docx("{{ д|дата_цифрами }}")).render({"д": ""})


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<w:footnoteReference w:id="2"/>', "стоит сноска"),
        ("<w:drawing/>", "стоит картинка"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "вставленный как символ"),
    ],
)
def test_what_a_tag_would_swallow_is_found(inside: str, words: str) -> None:
    halves = [f"<w:r><w:t>{half}</w:t></w:r>" for half in ("{{ договор", ".номер }}")]
    faults = found(run(f"{halves[0]}<w:r>{inside}</w:r>{halves[1]}"))
    assert any(words in fault.message for fault in faults if fault.code == "object-in-tag"), faults


def test_a_bookmark_inside_a_tag_is_kept() -> None:
    halves = [f"<w:r><w:t>{half}</w:t></w:r>" for half in ("{{ д", ".н }}")]
    file = run(f'{halves[0]}<w:bookmarkStart w:id="1" w:name="_Ref1"/>{halves[1]}')
    assert "_Ref1" in document_xml(WordTemplate(file).render({"д": {"н": "5"}}))

"""The job description, the undertaking, and what every paper carries outside its text."""

import io
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from hr_docs.documents.context import example_facts
from tests.documents.master_papers import (
    CONTRACT,
    DESCRIPTION,
    KINDS,
    PEOPLE,
    UNDERTAKING,
    changed,
    paper,
    sections_of,
    template_of,
)

PERMANENT = {
    "договор.дистанционный": True,
    "договор.дистанционный_постоянно": True,
    "договор.стационарное_место": False,
    "дистанционно.местность": "г. Пенза",
}


def test_the_body_of_a_job_description_is_the_same_for_all_of_a_tier():
    papers = [paper(DESCRIPTION, facts) for facts in PEOPLE.values()]
    bodies = {one.split("Лист ознакомления")[0] for one in papers if "ООО «Голос»" in one}
    assert len(bodies) == 1


def test_a_job_description_has_eight_sections_and_the_texts_of_the_edition():
    duties = [{"текст": "Принимать обращения."}, {"текст": "Вести карточку <CRM> & журнал."}]
    facts = changed(example_facts(), {"инструкция.обязанности": duties})
    content = template_of(DESCRIPTION).render(facts)
    assert len(sections_of(content)) == 8
    assert "Принимать обращения.\nВести карточку <CRM> & журнал." in paper(DESCRIPTION, facts)


def test_the_acquaintance_sheet_names_the_operator_and_the_edition():
    sheet = paper(DESCRIPTION, example_facts()).split("Лист ознакомления")[1]
    assert "с должностной инструкцией № ДИ-2 от 12 января 2026 г., редакция 1" in sheet
    assert "Орлова Анна Петровна\nОператор контактного центра" in sheet


def test_the_undertaking_quotes_the_regime_of_secrecy():
    text = paper(UNDERTAKING, example_facts())
    assert "приказом Работодателя от 12 января 2026 г. № 12-КТ" in text
    assert "наименьший срок — 3 (три) года" in text
    assert "Я, Орлова Анна Петровна, принимаемая на должность" in text


def test_the_undertaking_without_a_regime_keeps_silent_about_commercial_secrets():
    text = paper(UNDERTAKING, changed(example_facts(), {"тайна.режим": False}))
    exceptions = text.index("которые по закону нельзя относить")
    assert "коммерческ" not in text[: exceptions - 200].lower()
    assert "персональные данные клиентов" in text


UNDERTAKINGS = [
    ({}, "(работодатель — ООО «Голос», далее — Работодатель)", True),
    ({"работодатель.наименование.краткое": "ИП Петров П. П."}, "(работодатель — ИП Петров", True),
    ({}, "до конца рабочего дня (смены)", True),
    ({"тайна.срок_после_увольнения": ""}, "наименьший срок", False),
    ({"тайна.срок_после_увольнения": ""}, "пока действует режим коммерческой тайны.", True),
    (PERMANENT, "на личных устройствах и носителях.", True),
    (
        PERMANENT | {"дистанционно.оборудование_работника": True},
        "на личных устройствах и носителях вне рабочей учётной записи.",
        True,
    ),
    ({"представитель.есть": False}, "Генеральный директор", False),
]


@pytest.mark.parametrize(("changes", "words", "stands"), UNDERTAKINGS)
def test_the_undertaking_suits_the_employer_and_the_work_mode(changes, words, stands):
    assert (words in paper(UNDERTAKING, changed(example_facts(), changes))) is stands


@pytest.mark.parametrize(("changes", "is_remote"), [({}, False), (PERMANENT, True)])
def test_the_undertaking_has_rules_of_remote_work_for_remote_operators(changes, is_remote):
    text = paper(UNDERTAKING, changed(example_facts(), changes))
    assert ("члены семьи" in text) is is_remote


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_tells_which_document_it_is(kind):
    content = template_of(kind).render(example_facts())
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.identifier == example_facts()["документ"]["идентификатор"]
    assert properties.author == "ООО «Голос»"
    assert "{{" not in properties.title


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_recognised_in_header_and_footer(kind):
    section = docx.Document(io.BytesIO(template_of(kind).render(example_facts()))).sections[0]
    assert "ООО «Голос»" in section.header.paragraphs[0].text
    footer = section.footer.paragraphs[0]._p
    assert [f.get(qn("w:instr")).strip() for f in footer.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_that_announces_a_list_stays_with_it(kind):
    paragraphs = docx.Document(io.BytesIO(template_of(kind).render(example_facts()))).paragraphs
    loose = [
        before.text
        for before, after in pairwise(paragraphs)
        if [each.style and each.style.name for each in (before, after)] == ["Пункт", "Перечисление"]
        and not before.paragraph_format.keep_with_next
    ]
    assert loose == []


def test_signature_lines_are_level_however_long_the_title_above_them():
    *_, titles, lines = last_rows(CONTRACT)
    assert [len(cell.paragraphs) for cell in titles.cells] == [1, 1]
    assert [cell.paragraphs[0].text for cell in lines.cells] == ["\t", "\t"]


def test_lines_for_dates_are_level_however_long_the_names_above_them():
    *_, dates = last_rows(UNDERTAKING)
    assert [cell.text.split() for cell in dates.cells] == [["дата"], ["дата"]]


def last_rows(kind):
    content = template_of(kind).render(example_facts())
    return docx.Document(io.BytesIO(content)).tables[-1].rows

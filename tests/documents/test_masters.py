"""The shipped masters: built from their sources, whole for every example person."""

import io
import re
import zipfile
from itertools import pairwise

import pytest
from django.core.management import call_command
from docx.oxml.ns import qn

from hr_docs.documents.context import example_facts, vocabulary
from hr_docs.engine.authoring import build_master, clauses_of
from tests.documents.master_papers import (
    CONTRACT,
    DESCRIPTION,
    FOLDER,
    KINDS,
    PEOPLE,
    body_of,
    paper,
    sections_of,
    source_of,
    template_of,
    text_of_paragraph,
)

# Sources and Word files


@pytest.mark.parametrize("kind", KINDS)
def test_the_word_file_is_built_from_its_source(kind):
    built = zipfile.ZipFile(io.BytesIO(build_master(source_of(kind))))
    shipped = zipfile.ZipFile(FOLDER / f"{kind}.docx")
    assert built.namelist() == shipped.namelist()
    for name in built.namelist():
        assert built.read(name) == shipped.read(name), f"{name}: run manage.py build_masters"


def test_the_command_builds_what_is_shipped(tmp_path):
    for kind in KINDS:
        (tmp_path / f"{kind}.txt").write_bytes((FOLDER / f"{kind}.txt").read_bytes())
    call_command("build_masters", dir=tmp_path, stdout=io.StringIO())
    built = {path.name for path in tmp_path.iterdir() if path.suffix != ".txt"}
    assert built == {*(f"{kind}.docx" for kind in KINDS), "PLACEHOLDERS.md"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_master_uses_only_the_vocabulary(kind):
    assert template_of(kind).placeholders <= vocabulary()


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_names_its_kind(kind):
    assert source_of(kind).kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_conditional_clause_says_why_and_by_what_law(kind):
    for clause in clauses_of(source_of(kind)):
        for condition in clause.conditions:
            is_loop = " in " in condition.expression
            if not is_loop and clause.style != "Реквизиты":
                assert clause.basis, clause.text
                assert condition.reasons, clause.text


@pytest.mark.parametrize("kind", KINDS)
def test_a_reason_names_a_fact_of_its_condition(kind):
    for clause in clauses_of(source_of(kind)):
        for condition in clause.conditions:
            for reason in condition.reasons:
                assert reason.fact in vocabulary()
                assert reason.words


# Every person, every paper


PAPERS = [(kind, who) for kind in KINDS for who in PEOPLE]


@pytest.mark.parametrize(("kind", "who"), PAPERS)
def test_a_paper_has_no_gaps_and_no_slips_of_the_pen(kind, who):
    text = paper(kind, PEOPLE[who])
    slips = re.findall(r"None|  |\.\.| [,.;:]|\{|\}|\(\)|«»|,,|\bTrue\b|\bFalse\b", text)
    assert slips == []


@pytest.mark.parametrize(("kind", "who"), PAPERS)
def test_a_paper_has_no_empty_paragraph_outside_cells(kind, who):
    body = body_of(template_of(kind).render(PEOPLE[who]))
    empty = [p for p in body.findall(qn("w:p")) if not text_of_paragraph(p)]
    assert len(empty) <= (kind == DESCRIPTION)  # the one that Word demands after a last table


@pytest.mark.parametrize(("kind", "who"), PAPERS)
def test_no_section_is_left_without_a_clause(kind, who):
    body = body_of(template_of(kind).render(PEOPLE[who]))
    styles = [p.pPr.pStyle.get(qn("w:val")) for p in body.findall(qn("w:p")) if p.pPr is not None]
    assert ("Section", "Section") not in pairwise(styles)


@pytest.mark.parametrize("who", PEOPLE)
def test_the_contract_has_all_that_article_57_demands(who):
    facts = PEOPLE[who]
    text = paper(CONTRACT, facts)
    for part in (
        facts["работник"]["фио"]["именительный"],
        facts["работодатель"]["наименование"]["полное"]["именительный"],
        facts["работодатель"]["инн"],
        facts["работник"]["документ"]["номер"],
        facts["договор"]["дата"],
        facts["договор"]["место"],
        facts["договор"]["дата_начала"],
        facts["должность"]["название"]["именительный"],
        facts["договор"]["ставка"]["прописью"],
        facts["время"]["часов_в_неделю"],
        "подлежит обязательному социальному страхованию",
    ):
        assert part.replace("\u00a0", " ") in text


SECTIONS = (
    "Стороны договора", "Предмет договора, место работы и срок", "Дистанционная работа",
    "Права и обязанности Работника", "Права и обязанности Работодателя", "Рабочее время",
    "Время отдыха и отпуск", "Оплата труда", "Оборудование и возмещение расходов",
    "Условия и охрана труда", "Социальное страхование", "Конфиденциальность и персональные данные",
    "Ответственность Сторон", "Изменение и прекращение договора",
    "Электронный обмен документами", "Заключительные положения", "Реквизиты и подписи Сторон",
)  # fmt: skip


def test_a_remote_contract_has_seventeen_sections():
    facts = next(facts for facts in PEOPLE.values() if facts["договор"]["чередование"])
    assert sections_of(template_of(CONTRACT).render(facts)) == SECTIONS


def test_a_contract_on_site_leaves_out_the_remote_and_electronic_ones():
    absent = {"Дистанционная работа", "Электронный обмен документами"}
    shorter = {"Оборудование и возмещение расходов": "Оборудование"}
    expected = (shorter.get(section, section) for section in SECTIONS if section not in absent)
    assert sections_of(template_of(CONTRACT).render(example_facts())) == tuple(expected)

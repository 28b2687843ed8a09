"""The masters on paper: labels follow each other, pages are counted, signatures stay together."""

import io
import re
from functools import cache

import pytest
from pypdf import PdfReader

from hr_docs.engine.pdf import docx_to_pdf
from tests.documents.master_papers import CONTRACT, DESCRIPTION, KINDS, PEOPLE, template_of

pytestmark = pytest.mark.pdf
PAPERS = [(kind, who) for kind in KINDS for who in PEOPLE]


@cache
def pages_of(kind, who):
    pdf = docx_to_pdf(template_of(kind).render(PEOPLE[who]))
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def expected_after(label, section, clause, letter):
    """Whether a label is what follows the last section, clause and letter printed."""
    if label.endswith(")"):
        return label == f"{letter})"
    if label.count(".") == 1:
        return label == f"{section + 1}."
    return label == f"{section}.{clause + 1}."


@pytest.mark.parametrize(("kind", "who"), PAPERS)
def test_labels_follow_each_other_without_a_gap(kind, who):
    lines = "\n".join(pages_of(kind, who))
    labels = re.findall(r"^(\d{1,2}\.(?:\d{1,2}\.)?|[а-я]\))\s", lines, flags=re.MULTILINE)
    letters = "абвгдежзиклмнопрст"
    section = clause = letter = 0
    for label in labels:
        assert expected_after(label, section, clause, letters[letter]), label
        if label.endswith(")"):
            letter += 1
        elif label.count(".") == 1:
            section, clause, letter = section + 1, 0, 0
        else:
            clause, letter = clause + 1, 0
    assert section >= 6


@pytest.mark.parametrize(("kind", "who"), PAPERS)
def test_every_page_is_counted(kind, who):
    pages = pages_of(kind, who)
    for number, page in enumerate(pages, start=1):
        assert f"Страница {number} из {len(pages)}" in " ".join(page.split())


@pytest.mark.parametrize("who", PEOPLE)
def test_both_parties_sign_on_one_page(who):
    signed = [page for page in pages_of(CONTRACT, who) if "подпись" in page.splitlines()]
    assert len(signed) == 1
    assert "Реквизиты и подписи Сторон" in signed[0]


@pytest.mark.parametrize(("kind", "who"), [(k, w) for k, w in PAPERS if k != DESCRIPTION])
def test_no_page_has_signatures_alone(kind, who):
    signed = next(page for page in pages_of(kind, who) if "подпись" in page.splitlines())
    assert re.search(r"^\d+\.\d+\.\s", signed, flags=re.MULTILINE)


LOOSE = re.compile(r"(?:(?<!\d[ \xa0])\b(?:г|ул|д|кв|стр|ст)\.|№|\b(?:статья|статьи|серия))$")


@pytest.mark.parametrize(("kind", "who"), PAPERS)
def test_no_line_ends_where_words_belong_together(kind, who):
    lines = [line.strip() for page in pages_of(kind, who) for line in page.splitlines()]
    assert [line for line in lines if LOOSE.search(line)] == []
    assert [line for line in lines if re.match(r"—|%|\((?:сорок|три|двадцать)", line)] == []

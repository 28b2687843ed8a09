"""What tests of the shipped masters share: their sources, templates, and the text they produce."""

import io
from copy import deepcopy
from functools import cache
from pathlib import Path

import docx
from django.conf import settings
from docx.oxml.ns import qn

from hr_docs.documents.context import example_facts, example_people
from hr_docs.engine.authoring import parse_source
from hr_docs.engine.template import WordTemplate

FOLDER = Path(settings.WORD_MASTERS_DIR)
CONTRACT, DESCRIPTION, UNDERTAKING = KINDS = (
    "employment_contract",
    "job_description",
    "confidentiality_undertaking",
)
PEOPLE = example_people()


@cache
def source_of(kind):
    return parse_source((FOLDER / f"{kind}.txt").read_text(encoding="utf-8"))


@cache
def template_of(kind):
    return WordTemplate(FOLDER / f"{kind}.docx")


def changed(facts, changes):
    facts = deepcopy(facts)
    for name, value in changes.items():
        *groups, leaf = name.split(".")
        place = facts
        for group in groups:
            place = place[group]
        place[leaf] = value
    return facts


def body_of(content):
    return docx.Document(io.BytesIO(content)).element.body


def text_of_paragraph(paragraph):
    nodes = paragraph.iter(qn("w:t"), qn("w:tab"))
    runs = (node for node in nodes if node.getparent().tag == qn("w:r"))
    return "".join(node.text or "" if node.tag == qn("w:t") else "\t" for node in runs)


def paper(kind, facts):
    """The text of the Word file, a line for a paragraph, no-break spaces as plain ones."""
    body = body_of(template_of(kind).render(facts))
    lines = [text_of_paragraph(paragraph) for paragraph in body.iter(qn("w:p"))]
    return "\n".join(lines).replace("\u00a0", " ")


def contract(**changes):
    return paper(CONTRACT, changed(example_facts(), changes))


def sections_of(content):
    """The headings of the numbered sections."""
    return tuple(
        text_of_paragraph(p)
        for p in body_of(content).findall(qn("w:p"))
        if p.pPr is not None and p.pPr.pStyle.get(qn("w:val")) == "Section"
    )

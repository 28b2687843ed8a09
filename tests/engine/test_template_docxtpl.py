"""The engine's output against docxtpl's own, part by part.

Differences that are meant: the order, times and attributes of the ZIP; empty values and undefined
names are errors; `default` takes an empty value for an absent one; core properties are escaped once
and none are added; tables inside tables do not change the grid around them; no cell is left without
a paragraph, no row without cells, no table without rows; parts without tags are copied untouched.
"""

import io
import json
import posixpath
import re
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate, RichText, RichTextParagraph
from lxml import etree

from hr_docs.documents.context import example_people
from hr_docs.engine.template import WordTemplate
from tests.engine.every_tag import FACTS, every_tag
from tests.engine.word import parts

CORE = "docProps/core.xml"
MASTERS = sorted((Path(__file__).parent.parent.parent / "templates" / "word").glob("*.docx"))


def with_docxtpl(template: bytes, facts: dict[str, object]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(facts, autoescape=True)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def canonical(name: str, content: bytes) -> object:
    """What a part says, whatever way it is written."""
    if not name.endswith((".xml", ".rels")):
        return content
    root = etree.fromstring(content, etree.XMLParser(remove_blank_text=True))
    if name.endswith(".rels"):
        folder = posixpath.dirname(posixpath.dirname(name))
        return {(link.get("Id"), link.get("Type"), _target(link, folder)) for link in root}
    if name == "[Content_Types].xml":
        return {tuple(sorted(entry.attrib.items())) for entry in root}
    if name == CORE:
        return {element.tag: element.text for element in root if element.text}
    return etree.tostring(root, method="c14n")


def _target(link: etree._Element, folder: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))


def assert_same_package(ours: bytes, theirs: bytes) -> None:
    mine, other = parts(ours), parts(theirs)
    assert mine.keys() == other.keys()
    for name, content in mine.items():
        assert canonical(name, content) == canonical(name, other[name]), name


def facts() -> dict[str, object]:
    rich = RichText("жирно & <красно>\nс новой строки", bold=True, color="FF0000")
    paragraphs = RichTextParagraph("абзац первый")
    paragraphs.add(RichText("абзац второй", italic=True))
    return FACTS | {"оформлено": rich, "абзацы": paragraphs, "номер": "007-ТД"}


def test_every_tag_gives_the_same_package_as_docxtpl() -> None:
    template = every_tag()
    assert_same_package(WordTemplate(template).render(facts()), with_docxtpl(template, facts()))


@pytest.mark.parametrize("master", MASTERS, ids=[path.stem for path in MASTERS])
def test_a_master_gives_the_same_package_for_everybody(master: Path) -> None:
    source = master.read_bytes()
    template = WordTemplate(source)
    for person in example_people().values():
        assert_same_package(template.render(plain(person)), with_docxtpl(source, plain(person)))


def plain(person: dict[str, Any]) -> dict[str, Any]:
    """Facts without «&<>» in the employer's name: docxtpl escapes it twice in the properties."""
    name = person["работодатель"]["наименование"]["краткое"]
    text = json.dumps(person).replace(json.dumps(name)[1:-1], re.sub("[&<>]", "", name))
    freed: dict[str, Any] = json.loads(text)
    return freed


def test_the_other_branches_give_the_same_package_too() -> None:
    template, other = every_tag(), facts()
    duty = {"текст": "отвечать", "цвет": "FFEEDD", "срок": "сразу"}
    other |= {"дистанционно": False, "гибридно": True, "обязанности": [duty], "месяцы": ["янв"]}
    assert_same_package(WordTemplate(template).render(other), with_docxtpl(template, other))

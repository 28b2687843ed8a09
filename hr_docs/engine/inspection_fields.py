"""Word's fields and alternative texts: what they bring in from outside, and tags inside them.

Field codes and attributes are no text of a paragraph: a tag there is filled in with the rest, and
is found nowhere else.
"""

import re
from collections.abc import Iterator

from lxml import etree

from hr_docs.engine.faults import Fault
from hr_docs.engine.templating.paragraphs import P, Paragraph, T, W
from hr_docs.engine.templating.tags import Tag, find_tags

_TAG = re.compile(r"\{\{|\{%")
_CODE, _SIMPLE, _CHARACTER = f"{{{W}}}instrText", f"{{{W}}}fldSimple", f"{{{W}}}fldChar"
_INSTRUCTION, _KIND = f"{{{W}}}instr", f"{{{W}}}fldCharType"
_HINT = f"{{{W}}}sdtPr/{{{W}}}showingPlcHdr"
_FIRST_WORD = re.compile(r"\s*(\w+)")
# Fields that read a file, a database or another program (ECMA-376 part 1, 17.16.5).
_OUTSIDE = frozenset(
    {"INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE",
     "RD", "MACROBUTTON"}
)  # fmt: skip
# Fields whose value is that of the day, the person or the computer that opens the file.
_CHANGING = frozenset(
    {"DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE",
     "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "REVNUM"}
)  # fmt: skip
# What Word prints where a reference leads nowhere, in its Russian and English editions.
_LOST = re.compile(
    r"Ошибка! (?:Источник ссылки|Закладка|Недопустимый|Неизвестн)|Error! (?:Reference|Bookmark)"
)


def field_faults(paragraph: Paragraph) -> Iterator[Fault]:
    """Fields that a template must not have, and tags where Word keeps its own value."""
    codes = list(_codes(paragraph.element))
    if any(_TAG.search(code) for code in codes):
        message = "тег в коде поля: Word покажет прежнее значение, пока поле не обновят"
        yield Fault("tag-in-field", "warning", paragraph.place, message)
    for name in dict.fromkeys(_first_word(code) for code in codes):
        if name == "MERGEFIELD":
            message = "поле слияния Word не заполняется: поставьте вместо него тег {{ … }}"
            yield Fault("merge-field", "error", paragraph.place, message)
        elif name in _OUTSIDE:
            message = f"поле {name} берёт данные из другого файла или программы: удалите его"
            yield Fault("external-field", "error", paragraph.place, message)
        elif name in _CHANGING:
            message = (
                f"поле {name} меняется, когда файл открывают или печатают: вместо даты поставьте "
                "{{ документ.дата }}, остальное наберите текстом"
            )
            yield Fault("field-changes", "warning", paragraph.place, message)
    lost = _LOST.search(paragraph.text)
    if lost:
        message = (
            "ссылка Word ведёт в никуда, и слова об ошибке попадут в каждый документ: "
            "вставьте перекрёстную ссылку заново"
        )
        yield Fault("reference-lost", "error", paragraph.place, message)
    links = paragraph.element.iter(f"{{{W}}}hyperlink")
    if any("{" in "".join(map(str, link.itertext())) for link in links):
        message = "тег в тексте ссылки: адрес ссылки останется прежним"
        yield Fault("tag-in-link", "warning", paragraph.place, message)


def hint_faults(paragraph: Paragraph) -> Iterator[Fault]:
    """Content controls that still show what should be typed into them (17.5.2.39)."""
    around = paragraph.element.iterancestors(f"{{{W}}}sdt")
    controls = [*around, *paragraph.element.iter(f"{{{W}}}sdt")]
    if any(control.find(_HINT) is not None for control in controls):
        message = "незаполненный элемент управления: его подсказка попадёт в каждый документ"
        yield Fault("hint-left", "warning", paragraph.place, message)


def buried_tags(paragraph: Paragraph) -> list[Tag]:
    """Tags in field codes and in attributes (the alternative text of a picture)."""
    buried = [*_codes(paragraph.element), *_attributes(paragraph.element)]
    return [tag for text in buried if _TAG.search(text) for tag in _tags_in(text, paragraph)]


def _tags_in(text: str, paragraph: Paragraph) -> list[Tag]:
    holder = etree.Element(T)
    holder.text = text
    return find_tags(Paragraph(paragraph.place, holder, (holder,)))


def _codes(paragraph: etree._Element) -> Iterator[str]:
    """The codes of the fields of a paragraph; that of a complex field stands in several runs."""
    code: list[str] = []
    for element in _own(paragraph):
        if element.tag == _SIMPLE:
            yield element.get(_INSTRUCTION, "")
        elif element.tag == _CODE:
            code.append(element.text or "")
        elif element.tag == _CHARACTER and code and element.get(_KIND) != "begin":
            yield "".join(code)
            code = []
        elif element.tag == _CHARACTER and code and _first_word("".join(code)):
            code.append(" ")
    if code:
        yield "".join(code)


def _attributes(paragraph: etree._Element) -> Iterator[str]:
    for element in _own(paragraph):
        if element.tag != _SIMPLE:
            yield from (str(value) for value in element.attrib.values() if "{" in str(value))


def _own(element: etree._Element) -> Iterator[etree._Element]:
    """What is in a paragraph, without the paragraphs of text boxes in it."""
    for child in element:
        if child.tag != P:
            yield child
            yield from _own(child)


def _first_word(code: str) -> str:
    found = _FIRST_WORD.match(code)
    return found.group(1).upper() if found else ""

"""What a Word file must not bring with it: macros, outside links, entities, broken XML."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from hr_docs.engine.errors import Place, TemplateError

if TYPE_CHECKING:
    from hr_docs.engine.package import Relationship, WordPackage

_MACRO_TYPES = ("macroEnabled", "vbaProject", "vnd.ms-word.vbaData")
_OUTSIDE = {
    "image": "картинка лежит вне файла ({}): вставьте её в документ",
    "attachedTemplate": (
        "к файлу присоединён шаблон Word ({}): отсоедините его "
        "(«Разработчик» → «Шаблон документа» → Normal)"
    ),
    "oleObject": "в файле есть связь с внешним объектом ({}): разорвите связь или удалите объект",
    "subDocument": "вложенный документ лежит вне файла ({}): вставьте его текст",
    "frame": "рамка показывает внешний файл ({}): удалите её",
}
_OUTSIDE_OTHER = "файл ссылается на внешний источник ({}): удалите эту ссылку"
# Not «openxmlformats»: the workbook behind a chart is no XML.
_XML = re.compile(r"[+/]xml\b")
_DOCTYPE = "часть файла объявляет сущности XML (DOCTYPE), в документах Word их не бывает"


def parse_xml(content: bytes, part: str) -> etree._Element:
    """The root of a part; no DOCTYPE, no network, nesting of at most 256 elements.

    Blank text between elements, comments and processing instructions are dropped.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TemplateError(
            "часть файла повреждена: откройте файл в Word и сохраните заново", Place(part)
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise TemplateError(_DOCTYPE, Place(part))
    return root


class Danger(NamedTuple):
    """`code` is "macros", "external", "entities" or "broken"; `cause` is Russian, with a remedy.

    `link` is the id of the relationship that leads outside.
    """

    code: str
    cause: str
    place: Place
    link: str = ""


def dangers(package: "WordPackage") -> Iterator[Danger]:
    """Everything in the package that makes it unsafe to work with."""
    yield from _macros(package)
    yield from _unfit_xml(package)
    yield from _outside_links(package)


def _macros(package: "WordPackage") -> Iterator[Danger]:
    for name in package.names:
        content_type = package.content_type(name)
        if name.lower().endswith("vbaproject.bin") or any(t in content_type for t in _MACRO_TYPES):
            cause = "в файле есть макросы: сохраните его как .docx без макросов"
            yield Danger("macros", cause, Place(name))
            return


def _unfit_xml(package: "WordPackage") -> Iterator[Danger]:
    for name in package.names:
        if not name.endswith((".xml", ".rels")) and not _XML.search(package.content_type(name)):
            continue
        # Two-byte encodings hide the word from a plain search: look without their zero bytes too.
        content = package[name]
        if b"<!DOCTYPE" in content or b"<!DOCTYPE" in content.replace(b"\0", b""):
            yield Danger("entities", _DOCTYPE, Place(name))
            continue
        try:
            parse_xml(content, name)
        except TemplateError as error:
            yield Danger("broken", error.cause, Place(name))


def _outside_links(package: "WordPackage") -> Iterator[Danger]:
    for name in ("", *package.names):
        try:
            links = package.relationships(name)
        except TemplateError:
            continue  # told as a broken part
        for link in links:
            if link.external and link.kind != "hyperlink":
                yield Danger("external", _outside(link), Place(name), link.id)


def _outside(link: "Relationship") -> str:
    return _OUTSIDE.get(link.kind, _OUTSIDE_OTHER).format(link.target[:120])

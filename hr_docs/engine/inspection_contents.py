"""What stands in a template besides its tags: leftovers, foreign objects, tags in odd places."""

import re
from collections.abc import Iterator

from lxml import etree

from hr_docs.engine.errors import Place, TemplateError
from hr_docs.engine.faults import Fault
from hr_docs.engine.inspection_fields import field_faults, hint_faults
from hr_docs.engine.package import WordPackage
from hr_docs.engine.safety import Danger, dangers, parse_xml
from hr_docs.engine.template import read_part, rendered_names
from hr_docs.engine.templating.checks import ReadPart
from hr_docs.engine.templating.inside_tags import lost_objects
from hr_docs.engine.templating.paragraphs import TR, P, Paragraph, W
from hr_docs.engine.templating.tags import find_tags

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TAG = re.compile(r"\{\{|\{%")
_ESCAPED = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
_LIKE_A_TAG = re.compile(r"\{\s*[^\W\d][\w.\[\]]*\s*\}|[}%]\s*\}|\{\s+[{%]")
_REVISIONS = frozenset(
    f"{{{W}}}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel",
    )
)  # fmt: skip
_OBJECTS: dict[str, tuple[str, str]] = {
    f"{{{W}}}object": (
        "ole",
        "встроенный объект другой программы: замените его текстом, таблицей или картинкой",
    ),
    f"{{{W}}}control": ("activex", "элемент управления ActiveX: удалите его"),
    f"{{{W}}}altChunk": ("alt-chunk", "вставленный целиком чужой документ: вставьте его текст"),
    f"{{{W}}}subDoc": ("sub-document", "вложенный документ: вставьте его текст"),
}
# Parts of the main document with the last word of their content type (ECMA-376 part 1, 11.3).
_TYPED = ("styles", "numbering", "settings", "header", "footer", "footnotes", "endnotes")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CONTROL, _BINDING = f"{{{W}}}sdt", f"{{{W}}}sdtPr/{{{W}}}dataBinding"
_COMMENT = f"{{{W}}}commentReference"


def package_faults(package: WordPackage) -> Iterator[Fault]:
    """Dangers, and parts that are linked to and not there."""
    for danger in dangers(package):
        place = _place_of_link(package, danger) if danger.link else danger.place
        yield Fault(danger.code, "error", place, danger.cause)
    yield from _link_faults(package)


def _link_faults(package: WordPackage) -> Iterator[Fault]:
    for name in ("", *package.names):
        try:
            links = package.relationships(name)
        except TemplateError:
            continue  # dangers() has named the broken part
        for link in links:
            if not link.external and link.target not in package and link.target:
                cause = f"в файле нет части «{link.target}», на которую он ссылается"
                yield Fault("part-missing", "error", Place(name), cause)
            if link.external and _TAG.search(link.target.replace("%7B", "{").replace("%25", "%")):
                cause = f"тег в адресе ссылки не заполняется: {link.target}"
                yield Fault("tag-in-link", "error", Place(name), cause)


def type_faults(package: WordPackage) -> Iterator[Fault]:
    """Parts that say they are something else than the document takes them for: Word gives up."""
    for kind in _TYPED:
        for name in package.related(kind):
            found = package.content_type(name)
            if found != _TYPE.format(kind):
                cause = f"вид части указан неверно ({found or 'не указан'}): сохраните файл в Word"
                yield Fault("part-type", "error", Place(name), cause)


def _place_of_link(package: WordPackage, danger: Danger) -> Place:
    """The paragraph that shows what a relationship leads to."""
    try:
        if danger.place.part not in rendered_names(package):
            return danger.place
        part = read_part(package, danger.place.part)
    except TemplateError:
        return danger.place
    for element in part.root.iter():
        if danger.link in _links(element):
            return _place(element, _places(part), part)
    return danger.place


def _links(element: etree._Element) -> list[str]:
    return [str(value) for key, value in element.items() if str(key).startswith(f"{{{_R}}}")]


def unrendered_faults(package: WordPackage, rendered: set[str]) -> Iterator[Fault]:
    """Tags in parts that nobody fills in: comments, charts, document variables."""
    for name in package.names:
        if name in rendered or not name.endswith(".xml"):
            continue
        try:
            root = parse_xml(package[name], name)
        except TemplateError:
            continue  # dangers() has named the broken part
        texts = ["".join(map(str, root.itertext(with_tail=False)))]
        texts += (str(value) for element in root.iter() for value in element.attrib.values())
        if any(map(_TAG.search, texts)):
            kind = "в примечании" if "comments" in name else "в этой части файла"
            yield Fault("tag-not-filled", "error", Place(name), f"тег {kind} не заполняется")


def story_faults(package: WordPackage, part: ReadPart) -> Iterator[Fault]:
    """Leftovers and foreign objects of one text, and tags where they should not be."""
    yield from _lost_link_faults(package, part)
    for paragraph in part.paragraphs:
        yield from _brace_faults(paragraph)
        for tag, words in lost_objects(paragraph):
            message = (
                f"{tag.shown} — внутри тега стоит {words}, в документ не попадёт: вынесите из тега"
            )
            yield Fault("object-in-tag", "error", paragraph.place, message, tag.raw)
        if paragraph.element.tag == P:
            yield from _box_faults(paragraph)
            yield from _bound_faults(paragraph)
            yield from field_faults(paragraph)
            yield from hint_faults(paragraph)
    yield from _element_faults(part)


def _lost_link_faults(package: WordPackage, part: ReadPart) -> Iterator[Fault]:
    """Headers, pictures and links that the text names and the package does not know."""
    try:
        known = {link.id for link in package.relationships(part.name)}
    except TemplateError:
        return  # dangers() has named the broken part
    places = _places(part)
    for element in part.root.iter():
        lost = [name for name in _links(element) if name and name not in known]
        if lost:
            cause = f"файл ссылается на часть, которой в нём нет ({lost[0]}): сохраните его в Word"
            yield Fault("part-missing", "error", _place(element, places, part), cause)


def _brace_faults(paragraph: Paragraph) -> Iterator[Fault]:
    text = paragraph.text
    for tag in reversed(find_tags(paragraph)):
        text = text[: tag.span[0]] + text[tag.span[1] :]
    text = _ESCAPED.sub("", text)
    if _TAG.search(text):
        return  # a tag that is not closed: docxtpl-lint has said so
    if _LIKE_A_TAG.search(text):
        message = "одиночная фигурная скобка: теги пишут с двумя — {{ имя }} или {% if … %}"
        yield Fault("brace", "error", paragraph.place, message)


def _box_faults(paragraph: Paragraph) -> Iterator[Fault]:
    boxed = next(paragraph.element.iterancestors(P), None) is not None
    if boxed and find_tags(paragraph):
        message = "тег в надписи: длинное значение в неё может не поместиться"
        yield Fault("tag-in-box", "warning", paragraph.place, message)


def _bound_faults(paragraph: Paragraph) -> Iterator[Fault]:
    """Word fills a bound content control anew when it opens the file (ECMA-376 17.5.2.6)."""
    controls = [*paragraph.element.iterancestors(_CONTROL), *paragraph.element.iter(_CONTROL)]
    bound = [control for control in controls if control.find(_BINDING) is not None]
    if bound and find_tags(paragraph):
        message = "тег в элементе управления, связанном с данными: Word заменит значение своим"
        yield Fault("tag-bound", "error", paragraph.place, message)


def _element_faults(part: ReadPart) -> Iterator[Fault]:
    places = _places(part)
    revised: dict[Place, None] = {}
    for element in part.root.iter():
        if element.tag in _OBJECTS:
            code, message = _OBJECTS[element.tag]
            yield Fault(code, "error", _place(element, places, part), message)
        elif element.tag in _REVISIONS:
            revised[_place(element, places, part)] = None
        elif element.tag == _COMMENT:
            message = "примечание осталось в шаблоне и попадёт в каждый документ: удалите его"
            yield Fault("comment", "warning", _place(element, places, part), message)
    if revised:
        yield _revision_fault(list(revised))


def _revision_fault(places: list[Place]) -> Fault:
    """One for a whole text: they are accepted all at once, and may stand in every paragraph."""
    others = f" (мест: {len(places)}, это первое)" if len(places) > 1 else ""
    message = (
        f"непринятые исправления{others}: примите или отклоните их — вкладка «Рецензирование», "
        "«Принять все исправления», — и выключите запись исправлений"
    )
    return Fault("tracked-changes", "error", places[0], message)


def _places(part: ReadPart) -> dict[etree._Element, Place]:
    return {paragraph.element: paragraph.place for paragraph in part.paragraphs}


def _place(element: etree._Element, places: dict[etree._Element, Place], part: ReadPart) -> Place:
    """The paragraph around an element; for one between paragraphs the next, in a row its first."""
    around = next(element.iterancestors(P), None)
    inside = next(element.iter(P), None)
    following = next(element.itersiblings(P), None)
    row = next(element.iterancestors(TR), None)
    in_row = next(row.iter(P), None) if row is not None else None
    candidates = (around, inside, following, in_row)
    paragraph = next((found for found in candidates if found is not None), None)
    return places.get(paragraph, Place(part.name)) if paragraph is not None else Place(part.name)

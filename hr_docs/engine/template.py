r"""Word templates: a .docx with docxtpl's tags, compiled once and rendered many times.

Works as docxtpl does, with its own patching of the XML, and stricter:

- A placeholder without a value is never printed as a blank: every gap of a rendering is reported at
  once. Conditions may test empty values; a name that the facts do not have is a gap even there, so
  that a misspelt name cannot drop a clause. `x|default('—')` and `x or '—'` say on purpose what
  stands for an empty value; `default` is also content with an undefined one.
- Truth values, lists and groups of fields are not printed. A control character in a value is an
  error, but for those with a meaning in Word: line breaks (\n, \v), \t, \a for a new paragraph
  and \f for a new page. A value with `__html__` (docxtpl's RichText) is WordprocessingML.
- Whatever the facts are, the document is well-formed: a template whose branches would break the XML
  is refused when it is opened, as are tags that docxtpl would lose text with.
- References to numbered clauses show the numbers that the clauses of this document have.
- Only parts with tags are rendered; all the others are copied as they are, already compressed.
"""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from docxtpl import DocxTemplate
from lxml import etree

from hr_docs.engine.clause_numbers import Lists
from hr_docs.engine.cross_references import has_references, with_numbers
from hr_docs.engine.errors import Place, TemplateError
from hr_docs.engine.package import WordPackage
from hr_docs.engine.safety import parse_xml
from hr_docs.engine.templating.checks import ReadPart, tag_faults
from hr_docs.engine.templating.inside_tags import free_bookmarks
from hr_docs.engine.templating.paragraphs import W, read_paragraphs, read_properties
from hr_docs.engine.templating.part import CompiledPart
from hr_docs.engine.templating.printing import Gaps
from hr_docs.engine.templating.tags import clean_tags, mark_tags

_TAG = re.compile(rb"\{[{%#]")
# More text than a thousand pages; docxtpl's patching takes a second for each megabyte.
_MAX_PART = 8 * 1024 * 1024
_DATES = re.compile(r"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")
# docxtpl's patching of XML works on text and needs no file.
_DOCXTPL = DocxTemplate(io.BytesIO())


class WordTemplate:
    """A template found safe and whole.

    `sha256` is the hash of the source file, in hex. `placeholders` are the dotted names of all
    facts that the template reads, in conditions too; the items of a list are written
    `инструкция.пункты[]`, and what is read of each `инструкция.пункты[].текст`.
    """

    def __init__(self, source: bytes | Path) -> None:
        """Raises TemplateError for the first fault, with its place."""
        self._package = WordPackage.open(source)
        self._core = self._package.core_properties
        self.sha256 = self._package.sha256
        parts = read_parts(self._package)
        for fault in tag_faults(parts):
            raise TemplateError(fault.message, fault.place)
        self._parts = [compile_part(self._package, part) for part in parts]
        self._lists = self._lists_of_references(parts)
        self.placeholders = frozenset[str]().union(*(part.placeholders for part in self._parts))

    def render(self, facts: Mapping[str, object], *, modified: datetime | None = None) -> bytes:
        """The filled .docx; the same bytes for the same template, facts and moment.

        `facts` are nested mappings and lists of str, int and Decimal (bool for conditions), by
        name; `modified`, an aware moment, is written as the time of creation and of the last
        change, instead of the template's own. Raises DataError for gaps, TemplateError for an
        expression that cannot be computed.
        """
        gaps = Gaps()
        changed = {part.name: part.render(facts, gaps) for part in self._parts}
        if gaps:
            raise gaps.error()
        if self._lists is not None:
            main = self._package.main
            changed[main] = with_numbers(changed[main], main, self._lists)
        if modified is not None and self._core is not None:
            core = changed.get(self._core) or self._package[self._core]
            changed[self._core] = _dated(core, modified)
        return self._package.write(changed)

    def _lists_of_references(self, parts: Sequence[ReadPart]) -> Lists | None:
        """The lists whose numbers references in the body show; None for a body without any."""
        main = self._package.main
        if not has_references(self._package[main]) or main not in {part.name for part in parts}:
            return None
        of_kind = {kind: self._package.related(kind) for kind in ("styles", "numbering")}
        found = {kind: self._package[names[0]] for kind, names in of_kind.items() if names}
        return Lists.of_parts(found.get("styles"), found.get("numbering"))


def compile_part(package: WordPackage, part: ReadPart) -> CompiledPart:
    """Raises TemplateError when the part cannot be compiled; changes `part`."""
    if part.name != package.core_properties and part.root.nsmap.get("w") != W:
        cause = "файл записан не так, как это делает Word: откройте его в Word и сохраните"
        raise TemplateError(cause, Place(part.name))
    if len(package[part.name]) > _MAX_PART:
        raise TemplateError("текст слишком велик для шаблона", Place(part.name))
    tags = mark_tags(part.paragraphs)
    return CompiledPart(
        part.name,
        _DOCXTPL.patch_xml(etree.tostring(part.root, encoding="unicode")),
        tags=tags,
        body=part.name == package.main,
        namespaces=part.root.nsmap,
        resolve_listing=_DOCXTPL.resolve_listing,
    )


def read_parts(package: WordPackage) -> list[ReadPart]:
    """The parts with tags, of those that are rendered, with Word's autocorrection undone."""
    parts = [read_part(package, name) for name in rendered_names(package)]
    return [part for part in parts if _has_tags(package[part.name], part)]


def rendered_names(package: WordPackage) -> list[str]:
    """Names of the parts that may hold tags, the body first."""
    names = [package.main, *package.related("header", "footer", "footnotes", "endnotes")]
    return [*names, package.core_properties] if package.core_properties else names


def read_part(package: WordPackage, name: str) -> ReadPart:
    """A part with its paragraphs; raises TemplateError for what is no XML."""
    root = parse_xml(package[name], name)
    read = read_properties if name == package.core_properties else read_paragraphs
    paragraphs = read(root, name)
    clean_tags(paragraphs)
    for paragraph in paragraphs:
        if "{" in paragraph.text:
            free_bookmarks(paragraph)
    return ReadPart(name, root, paragraphs)


def _has_tags(xml: bytes, part: ReadPart) -> bool:
    """Tags may be split over runs, and stand in attributes and field codes."""
    return bool(_TAG.search(xml)) or any("{" in paragraph.text for paragraph in part.paragraphs)


def _dated(core: bytes, moment: datetime) -> bytes:
    if moment.tzinfo is None:
        raise ValueError("the moment of the last change needs a time zone")
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _DATES.sub(rf"\g<1>{stamp}", core.decode()).encode()

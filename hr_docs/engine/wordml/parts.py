"""The parts of a .docx package and the relations between them (ECMA-376 part 2, §6 and §9)."""

import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lxml import etree

from hr_docs.engine.errors import ConversionError, Place
from hr_docs.engine.wordml.ooxml import Element

_LARGEST_PACKAGE = 300 * 1024 * 1024
_LARGEST_XML = 60 * 1024 * 1024
_MOST_PARTS = 5_000
# What zipfile and its decompressors raise on damaged, encrypted or exotically packed entries.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError,
)  # fmt: skip
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
     b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/",
     b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math",
     b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a relation points: a part of the package, or an address outside it."""

    kind: str
    target: str
    external: bool


class Package:
    """Read-only view of one .docx file; parts are read and parsed on demand, once."""

    def __init__(self, docx: bytes) -> None:
        """Raise ConversionError for anything that is not a readable package."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(docx))
        except _DAMAGE as error:
            raise ConversionError("файл не является документом Word (.docx)") from error
        entries = self._zip.infolist()
        if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > _LARGEST_PACKAGE:
            raise ConversionError("документ слишком велик в распакованном виде")
        self._names = {entry.filename: entry.filename for entry in entries}
        self._xml: dict[str, Element | None] = {}
        self._relationships: dict[str, Mapping[str, Relationship]] = {}

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def read(self, part: str) -> bytes | None:
        """Bytes of a part; None when the package has no such part."""
        if part not in self._names:
            return None
        try:
            return self._zip.read(part)
        except _DAMAGE as error:
            raise ConversionError("часть документа повреждена", Place(part)) from error

    def xml(self, part: str | None) -> Element | None:
        """Root element of an XML part; None when the package has no such part."""
        if part is None:
            return None
        if part not in self._xml:
            content = self.read(part)
            self._xml[part] = None if content is None else parsed(content, part)
        return self._xml[part]

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Relations of a part by their id; `""` stands for the package itself."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def related(self, part: str, kind: str) -> str | None:
        """Name of the first part that `part` is related to as `kind` ("styles", "numbering"…)."""
        for relationship in self.relationships(part).values():
            if relationship.kind == kind and not relationship.external:
                return relationship.target
        return None

    @cached_property
    def main(self) -> str:
        """Name of the main document part."""
        part = self.related("", "officeDocument") or "word/document.xml"
        if part not in self:
            raise ConversionError("в файле нет основного текста: это не документ Word (.docx)")
        return part

    def _read_relationships(self, part: str) -> Mapping[str, Relationship]:
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        content = self.read(relations)
        return {} if content is None else _relationships(content, relations, folder)


@lru_cache(maxsize=64)  # documents of one template have the same ones
def _relationships(content: bytes, part: str, folder: str) -> Mapping[str, Relationship]:
    """What the part `part` says of relations; their targets are looked for from `folder`."""
    found: dict[str, Relationship] = {}
    for entry in parsed(content, part):
        target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = (entry.get("Type") or "").rpartition("/")[2]
        found[entry.get("Id", "")] = Relationship(kind, target, external)
    return found


def parsed(content: bytes, part: str) -> Element:
    """Root element of a part's bytes, in the transitional namespaces; ConversionError otherwise."""
    if len(content) > _LARGEST_XML:
        raise ConversionError("часть документа слишком велика", Place(part))
    if b"purl.oclc.org" in content[:8192]:
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ConversionError("часть документа не читается как XML", Place(part)) from error
    if b"<!DOCTYPE" in content[:4096]:
        raise ConversionError("объявления DTD в документе недопустимы", Place(part))
    return root

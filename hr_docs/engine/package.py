"""The .docx as an Open Packaging package (ECMA-376 part 2): parts, content types, relationships.

A package is opened once, checked, and written many times: parts that do not change are compressed
once, and the written file depends on nothing but the contents of its parts.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Self
from urllib.parse import unquote

from lxml import etree

from hr_docs.engine.archive import Packed, compress, pack, unpack
from hr_docs.engine.errors import TemplateError
from hr_docs.engine.safety import dangers, parse_xml

CONTENT_TYPES = "[Content_Types].xml"
OPC = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
# A part that never changes is compressed once, as well as possible. A rendered one is compressed
# for every document: level 4 takes a quarter of the time of level 6 and adds a tenth to the size.
_ONCE, _EACH_TIME = 9, 4

_OLD_WORD = b"\xd0\xcf\x11\xe0"  # a compound file: [MS-CFB] 2.2
_PASSWORD = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 1.3.3
_OTHER_FORMATS = {
    _OLD_WORD: "это документ .doc старого Word: откройте его в Word и сохраните как .docx",
    b"{\\rtf": "это файл RTF: откройте его в Word и сохраните как .docx",
    b"%PDF": "это файл PDF, а нужен документ Word (.docx)",
    b"<": "это веб-страница или XML, а не .docx: откройте файл в Word и сохраните как .docx",
}
_UNREADABLE: Mapping[type[OSError], str] = {
    FileNotFoundError: ": такого файла нет",
    IsADirectoryError: ": это папка",
    PermissionError: ": нет прав",
}
_OTHER_MAIN_TYPES = {
    "template.main+xml": "это шаблон .dotx: сохраните его в Word как обычный документ .docx",
    "macroEnabled": "в файле есть макросы (.docm, .dotm): сохраните его как .docx без макросов",
    "spreadsheetml": "это книга Excel, а нужен документ Word (.docx)",
    "presentationml": "это презентация PowerPoint, а нужен документ Word (.docx)",
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another part or, when `external`, to something outside the file.

    `kind` is the last step of the relationship's type ("header", "hyperlink", "attachedTemplate");
    `target` is a part name without the leading slash, or the address outside.
    """

    id: str
    kind: str
    target: str
    external: bool


class WordPackage:
    """The parts of a .docx that has been found safe to work with.

    `main` is the name of the main document part, as a rule "word/document.xml".
    """

    def __init__(self, parts: Mapping[str, bytes], source_sha256: str) -> None:
        self.sha256 = source_sha256
        self._parts = parts
        self.main = self._main_part()
        self._packed: dict[str, Packed] = {}

    @classmethod
    def open(cls, source: bytes | Path) -> Self:
        """A safe package.

        Raises TemplateError for anything but a sound .docx without macros and without links to
        outside files (hyperlinks may stay).
        """
        package = cls.unpack(source)
        for danger in dangers(package):
            raise TemplateError(danger.cause, danger.place)
        return package

    @classmethod
    def unpack(cls, source: bytes | Path) -> Self:
        """As `open`, but macros, outside links and entities are left for the caller to find."""
        content = _read(source)
        if not content.startswith(b"PK"):
            raise TemplateError(_other_format(content))
        return cls(unpack(content), sha256(content).hexdigest())

    @property
    def names(self) -> tuple[str, ...]:
        """Part names in writing order: the content types first, as Word writes them."""
        return tuple(sorted(self._parts, key=lambda name: name != CONTENT_TYPES))

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def __getitem__(self, name: str) -> bytes:
        return self._parts[name]

    def content_type(self, name: str) -> str:
        """Empty when the package says nothing of the part."""
        overrides, defaults = self._content_types
        extension = posixpath.splitext(name)[1].lstrip(".").lower()
        return overrides.get(name.lower()) or defaults.get(extension, "")

    def relationships(self, name: str = "") -> tuple[Relationship, ...]:
        """The links of a part; those of the package itself for an empty name."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self._parts:
            return ()
        root = parse_xml(self._parts[rels], rels)
        links = root.iter(f"{{{OPC}/relationships}}Relationship")
        return tuple(_relationship(link, folder) for link in links)

    def related(self, *kinds: str) -> list[str]:
        """Names of the existing parts that the main document links to in one of these roles."""
        targets = (
            link.target
            for link in self.relationships(self.main)
            if link.kind in kinds and not link.external and link.target in self
        )
        return list(dict.fromkeys(targets))

    @property
    def core_properties(self) -> str | None:
        """Name of the part with title, author and dates (docProps/core.xml)."""
        targets = [link.target for link in self.relationships() if link.kind == "core-properties"]
        return next((name for name in targets if name in self), None)

    def write(self, changed: Mapping[str, bytes]) -> bytes:
        """The package as a file, with the content of these parts in place of their own."""
        return pack(
            compress(name, changed[name], _EACH_TIME) if name in changed else self._once(name)
            for name in self.names
        )

    def _once(self, name: str) -> Packed:
        if name not in self._packed:
            self._packed[name] = compress(name, self._parts[name], _ONCE)
        return self._packed[name]

    @cached_property
    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        """Content types by lower-case part name, and by extension (ECMA-376 part 2, 7.2)."""
        root = parse_xml(self._parts[CONTENT_TYPES], CONTENT_TYPES)
        overrides = {
            unquote(entry.get("PartName", "")).lstrip("/").lower(): entry.get("ContentType", "")
            for entry in root.iter(f"{{{OPC}/content-types}}Override")
        }
        defaults = {
            entry.get("Extension", "").lower(): entry.get("ContentType", "")
            for entry in root.iter(f"{{{OPC}/content-types}}Default")
        }
        return overrides, defaults

    def _main_part(self) -> str:
        if CONTENT_TYPES not in self._parts:
            raise TemplateError(self._what_it_is())
        links = [link for link in self.relationships() if link.kind == "officeDocument"]
        name = next((link.target for link in links if link.target in self), "")
        content_type = self.content_type(name)
        if content_type == MAIN_TYPE and _STRICT.encode() not in self._parts[name]:
            return name
        for mark, cause in _OTHER_MAIN_TYPES.items():
            if mark in content_type:
                raise TemplateError(cause)
        if content_type == MAIN_TYPE:
            raise TemplateError(
                "файл сохранён в формате Strict Open XML: сохраните его как обычный .docx"
            )
        raise TemplateError("в файле нет основного документа Word: сохраните его в Word заново")

    def _what_it_is(self) -> str:
        if self._parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
            return "это документ OpenDocument (.odt, .ods): сохраните его как .docx"
        return "это архив ZIP, а не документ Word (.docx)"


def _other_format(content: bytes) -> str:
    if not content:
        return "файл пуст, это не документ Word (.docx)"
    if content.startswith(_OLD_WORD) and _PASSWORD in content:
        return "файл защищён паролем: откройте его в Word, снимите пароль и сохраните заново"
    text = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    known = (cause for magic, cause in _OTHER_FORMATS.items() if text.startswith(magic))
    return next(known, "это не документ Word (.docx)")


def _read(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        return source
    path = Path(source)
    try:
        return path.read_bytes()
    except OSError as error:
        reason = next((words for kind, words in _UNREADABLE.items() if isinstance(error, kind)), "")
        raise TemplateError(f"файл «{path.name}» не читается{reason}") from error


def _relationship(link: etree._Element, folder: str) -> Relationship:
    target = link.get("Target", "")
    external = link.get("TargetMode", "Internal") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    kind = link.get("Type", "").rpartition("/")[2]
    return Relationship(link.get("Id", ""), kind, target, external)

"""Several PDF files as one, written document by document: memory does not grow with their number.

Only pages and what they reach are taken over (ISO 32000-1, 7.5 and 7.7): no outlines, no structure.
"""

from array import array
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
)

from hr_docs.engine.errors import ConversionError

_CATALOG, _PAGES = 1, 2
_PARENT = NameObject("/Parent")
# What a page may leave to the nodes above it in the page tree (ISO 32000-1, table 30).
_INHERITED = tuple(map(NameObject, ("/Resources", "/MediaBox", "/CropBox", "/Rotate")))
_LEFT_OUT = ("/StructParents", "/StructParent", "/B")

Renumber = Callable[[IndirectObject], IndirectObject]


class PdfMerger:
    """Writes to `file`; only after `close` is it a whole PDF."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._length = 0
        # Where each object begins; the first is the free one (ISO 32000-1, 7.5.4).
        self._offsets = array("Q", [0, 0, 0])
        self._pages = array("Q")
        self._box = ArrayObject()
        self._last: list[bytes] = []
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    @property
    def pages(self) -> int:
        return len(self._pages)

    def append(self, source: Path | bytes, pages: Sequence[int] | None = None) -> int:
        """Take over the document, or those of its pages, counted from 1; how many were taken.

        Raises ConversionError for a file that is no PDF or locked by a password, and for a page
        that it has not.
        """
        before = self.pages
        try:
            with PdfReader(BytesIO(source) if isinstance(source, bytes) else source) as reader:
                self._append(reader, pages)
        except (PyPdfError, OSError, ValueError, RecursionError) as error:
            name = "" if isinstance(source, bytes) else f" «{source.name}»"
            raise ConversionError(f"файл{name} не читается как PDF") from error
        return self.pages - before

    def append_again(self) -> None:
        """The pages of the last document once more; what stands on them is written only once."""
        for page in self._last:
            self._pages.append(self._reserve())
            self._write_body(self._pages[-1], page)

    def append_blank_page(self) -> None:
        """An empty page of the size of the page before it."""
        page = _dictionary("/Page", MediaBox=self._box, Resources=DictionaryObject())
        page[_PARENT] = _reference(_PAGES)
        self._pages.append(self._reserve())
        self._write_object(self._pages[-1], page)

    def close(self) -> None:
        """Write the page tree, the catalogue and the trailer; without them it is no PDF."""
        kids = ArrayObject(_reference(number) for number in self._pages)
        self._write_object(_PAGES, _dictionary("/Pages", Count=NumberObject(len(kids)), Kids=kids))
        self._write_object(_CATALOG, _dictionary("/Catalog", Pages=_reference(_PAGES)))
        start = self._length
        self._write(f"xref\n0 {len(self._offsets)}\n0000000000 65535 f \n".encode())
        for offset in self._offsets[1:]:
            self._write(f"{offset:010} 00000 n \n".encode())
        size = f"/Size {len(self._offsets)} /Root {_CATALOG} 0 R"
        self._write(f"trailer\n<< {size} >>\nstartxref\n{start}\n%%EOF\n".encode())

    def _append(self, reader: PdfReader, chosen: Sequence[int] | None) -> None:
        numbers: dict[int, int] = {}
        waiting: list[IndirectObject] = []

        def renumber(old: IndirectObject) -> IndirectObject:
            if old.idnum not in numbers:
                numbers[old.idnum] = self._reserve()
                waiting.append(old)
            return _reference(numbers[old.idnum])

        first = self.pages
        for page in _chosen(reader, chosen):
            assert page.indirect_reference is not None  # noqa: S101 — pages of a file have numbers
            _complete(page.indirect_reference.get_object())
            self._box = ArrayObject(page.mediabox)
            self._pages.append(renumber(page.indirect_reference).idnum)
        own = dict.fromkeys(self._pages[first:], b"")
        while waiting:
            old = waiting.pop()
            number = numbers[old.idnum]
            body = self._write_object(number, _renumbered(old.get_object(), renumber))
            if number in own:
                own[number] = body
        self._last = [own[number] for number in self._pages[first:]]

    def _reserve(self) -> int:
        self._offsets.append(0)
        return len(self._offsets) - 1

    def _write_object(self, number: int, value: PdfObject) -> bytes:
        buffer = BytesIO()
        value.write_to_stream(buffer)
        self._write_body(number, buffer.getvalue())
        return buffer.getvalue()

    def _write_body(self, number: int, body: bytes) -> None:
        self._offsets[number] = self._length
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._length += len(content)


def _chosen(reader: PdfReader, pages: Sequence[int] | None) -> list[PageObject]:
    every = list(reader.pages)
    if pages is None:
        return every
    for page in pages:
        if not 1 <= page <= len(every):
            raise ConversionError(f"страницы {page} нет: в документе страниц {len(every)}")
    return [every[page - 1] for page in dict.fromkeys(pages)]


def _complete(page: PdfObject | None) -> None:
    """Give a page what it inherits, before it gets another parent."""
    assert isinstance(page, DictionaryObject)  # noqa: S101 — the reader has seen to it
    node: PdfObject | None = page
    while isinstance(node, DictionaryObject):
        for key in _INHERITED:
            if key in node and key not in page:
                page[key] = node.raw_get(key)
        above = node.get(_PARENT)
        node = above.get_object() if above is not None else None


def _renumbered(value: PdfObject | None, renumber: Renumber) -> PdfObject:
    """The object with new references, changed in place: its reader is thrown away afterwards."""
    if isinstance(value, IndirectObject):
        return renumber(value)
    if isinstance(value, DictionaryObject):
        if value.get("/Type") == "/Page":
            value[_PARENT] = _reference(_PAGES)
        for key in list(value):
            if key in _LEFT_OUT:
                del value[key]
            elif key != _PARENT or value.get("/Type") != "/Page":
                value[key] = _renumbered(value.raw_get(key), renumber)
    elif isinstance(value, ArrayObject):
        value[:] = [_renumbered(item, renumber) for item in list.__iter__(value)]
    return value if value is not None else NullObject()


def _reference(number: int) -> IndirectObject:
    return IndirectObject(number, 0, None)


def _dictionary(kind: str, **entries: PdfObject) -> DictionaryObject:
    values = {NameObject(f"/{name}"): value for name, value in entries.items()}
    return DictionaryObject({NameObject("/Type"): NameObject(kind), **values})

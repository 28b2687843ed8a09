"""The bytes of a PDF file (ISO 32000-1 §7.5): objects in object streams, each written once.

pydyf's own writer serialises every object two or three times and compresses every stream twice,
as hard as it can, which takes longer than drawing the pages.
"""

import io
import zlib
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any

import pydyf

_COMPRESSION = 5  # a twentieth more than the hardest, in a fifth of the time
_WITH_OBJECT_STREAMS = b"1.5"
_OFFSET_BYTES, _INDEX_BYTES = 4, 3


def pdf_bytes(pdf: Any, *, version: str | None, identifier: bytes) -> bytes:
    """The file of a pydyf.PDF; `identifier` is both parts of its ID, as it is for a new file."""
    number = (version or "1.7").encode()
    if number < _WITH_OBJECT_STREAMS:
        file = io.BytesIO()
        pdf.write(file, number, identifier)
        return file.getvalue()
    if pdf.info:
        pdf.add_object(pdf.info)
    return _File(pdf, number, identifier).written()


class _File:
    """A file being written; `entries` are the rows of its cross-reference stream."""

    def __init__(self, pdf: Any, version: bytes, identifier: bytes) -> None:
        self._pdf, self._identifier = pdf, identifier
        self._parts: list[bytes] = []
        self._position = 0
        self._entries = _free_entries(pdf)
        self._line(b"%PDF-" + version)
        self._line(b"%\xf0\x9f\x96\xa4")

    def written(self) -> bytes:
        objects = [one for one in self._pdf.objects if one.free != "f"]
        for one in objects:
            if isinstance(one, pydyf.Stream):
                self._stream(one.number, _joined(one.stream), one.extra, packed=one.compress)
        size = len(self._pdf.objects)
        others = [one for one in objects if not isinstance(one, pydyf.Stream)]
        self._object_stream(size, [one for one in others if not _is_structure(one)])
        self._object_stream(size + 1, [one for one in others if _is_structure(one)])
        start = self._position
        self._cross_references(size + 2)
        self._line(b"startxref")
        self._line(b"%d" % start)
        self._line(b"%%EOF")
        return b"".join(self._parts)

    def _line(self, content: bytes) -> None:
        self._parts += (content, b"\n")
        self._position += len(content) + 1

    def _stream(self, number: int, content: bytes, extra: Any, *, packed: bool = True) -> None:
        self._entries[number] = (1, self._position, 0)
        extra = dict(extra)
        if packed:
            extra["Filter"] = "/FlateDecode"
            content = zlib.compress(content, _COMPRESSION)
        extra["Length"] = len(content)
        head = b"%d 0 obj\n%s\nstream\n" % (number, _dictionary(extra))
        self._line(b"".join((head, content, b"\nendstream\nendobj")))

    def _object_stream(self, number: int, objects: list[Any]) -> None:
        """Objects that are not streams, in one that is (§7.5.7)."""
        bodies = [_data(one) for one in objects]
        offsets = accumulate((len(body) + 1 for body in bodies), initial=0)
        index = b" ".join(
            b"%d %d" % (one.number, offset) for one, offset in zip(objects, offsets, strict=False)
        )
        for place, one in enumerate(objects):
            self._entries[one.number] = (2, number, place)
        extra = {"Type": "/ObjStm", "N": len(objects), "First": len(index) + 1}
        self._stream(number, b"\n".join((index, *bodies)), extra)

    def _cross_references(self, number: int) -> None:
        """Where each object is (§7.5.8)."""
        self._entries[number] = (1, self._position, 0)
        rows = b"".join(
            bytes((kind,))
            + where.to_bytes(_OFFSET_BYTES, "big")
            + rest.to_bytes(_INDEX_BYTES, "big")
            for _, (kind, where, rest) in sorted(self._entries.items())
        )
        extra = {
            "Type": "/XRef",
            "W": pydyf.Array((1, _OFFSET_BYTES, _INDEX_BYTES)),
            "Size": number + 1,
            "Root": self._pdf.catalog.reference,
            "ID": pydyf.Array([f"<{self._identifier.hex()}>"] * 2),
        }
        if self._pdf.info:
            extra["Info"] = self._pdf.info.reference
        self._stream(number, rows, extra)


def _is_structure(one: Any) -> bool:
    """A piece of the logical structure: nine objects of ten, and no page needs them to be read.

    In a stream of their own they cost nothing to whoever counts, prints or shows pages.
    """
    return isinstance(one, pydyf.Dictionary) and one.get("Type") == "/StructElem"


def _free_entries(pdf: Any) -> dict[int, tuple[int, int, int]]:
    """Rows of the objects that are not written: a chain from number 0 and back to it (§7.5.4)."""
    free = [one.number for one in pdf.objects if one.free == "f"]
    return {
        number: (0, following, 1 if number else 0xFFFF)
        for number, following in zip(free, [*free[1:], 0], strict=True)
    }


def _joined(content: Iterable[object]) -> bytes:
    return b"\n".join(map(_data, content))


def _data(item: object) -> bytes:
    """What a value is in the file; the same as pydyf's own `data`, with fewer calls."""
    if isinstance(item, bytes):
        return item
    if isinstance(item, str):
        return item.encode("ascii")
    if isinstance(item, pydyf.Dictionary):
        return _dictionary(item)
    if isinstance(item, pydyf.Array):
        return b"[%s]" % b" ".join(map(_data, item))
    if isinstance(item, float):
        return _real(item)
    return item.data if isinstance(item, pydyf.Object) else str(item).encode("ascii")


def _dictionary(entries: Mapping[str, object]) -> bytes:
    return b"<<%s>>" % b"".join(
        b"/%s %s" % (key.encode("ascii"), _data(value)) for key, value in entries.items()
    )


def _real(number: float) -> bytes:
    if number.is_integer():
        return b"%d" % int(number)
    return f"{number:f}".rstrip("0").encode("ascii")

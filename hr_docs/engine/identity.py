"""The identifier that an issued file carries in its properties."""

import io
import lzma
import re
import zipfile
import zlib

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_CORE = "docProps/core.xml"
_LIMIT = 1_000_000  # bytes of core.xml that are looked at; real ones have a thousand
# What zipfile raises for damaged archives, besides its own error.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    KeyError,
    ValueError,
    EOFError,
    RuntimeError,
    OSError,
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def document_identifier(content: bytes) -> str | None:
    """The UUID in a .docx's core properties or a PDF's information dictionary; None without one.

    Any bytes may come in: what is neither, or is damaged, has no identifier.
    """
    properties = _pdf_properties(content) if content.startswith(b"%PDF") else _core_xml(content)
    found = _UUID.search(properties)
    return found[0] if found else None


def _core_xml(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_CORE) as part:
            return part.read(_LIMIT).decode("utf-8", "replace")
    except _DAMAGED:
        return ""


def _pdf_properties(content: bytes) -> str:
    try:
        information = PdfReader(io.BytesIO(content)).metadata
        return " ".join(map(str, information.values())) if information else ""
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
        return ""

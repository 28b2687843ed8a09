"""The private storage of issued files: written whole or not at all, read only when unchanged."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Literal

from django.conf import settings

from hr_docs.documents.errors import StoredFileError
from hr_docs.documents.models import Document

Format = Literal["docx", "pdf"]


def document_path(document: Document, file_format: Format) -> Path:
    """Where the file lives, below MEDIA_ROOT; the name tells nothing about the person."""
    name = document.id.hex
    return Path(settings.MEDIA_ROOT) / "documents" / name[:2] / f"{name}.{file_format}"


def write_atomically(path: Path, content: bytes) -> None:
    """Write under a temporary name, flush to the disk, rename: a crash leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def store_file(document: Document, file_format: Format, content: bytes) -> str:
    """Store the file and return its SHA-256, in hex."""
    write_atomically(document_path(document, file_format), content)
    return hashlib.sha256(content).hexdigest()


def read_file(document: Document, file_format: Format) -> bytes:
    """Return the stored bytes; `StoredFileError` when they are not the ones that were issued."""
    try:
        content = document_path(document, file_format).read_bytes()
    except FileNotFoundError:
        raise StoredFileError(
            f"Файла документа № {document.number} нет в хранилище: восстановите его из архива."
        ) from None
    expected = document.docx_sha256 if file_format == "docx" else document.pdf_sha256
    if hashlib.sha256(content).hexdigest() != expected:
        raise StoredFileError(
            f"Файл документа № {document.number} в хранилище изменён после выпуска: "
            "восстановите его из архива."
        )
    return content

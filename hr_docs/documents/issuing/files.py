"""The files of issued documents: written whole or not at all, read only when unchanged."""

import hashlib
from typing import Literal

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from hr_docs.documents.errors import MissingFileError, StoredFileError
from hr_docs.documents.models import Document

Format = Literal["docx", "pdf"]


def sha256_of(content: bytes) -> str:
    """In hex, as the register keeps it."""
    return hashlib.sha256(content).hexdigest()


def stored_name(document: Document, file_format: Format) -> str:
    """Under which name the storage keeps the file; it tells nothing about the person."""
    name = document.id.hex
    return f"documents/{name[:2]}/{name}.{file_format}"


def store_file(document: Document, content: bytes, file_format: Format) -> None:
    """Store the file, flushed to the disk; `OSError` when the storage refuses it."""
    default_storage.save(stored_name(document, file_format), ContentFile(content))


def read_file(document: Document, file_format: Format) -> bytes:
    """Return the stored bytes; `MissingFileError` when there are none.

    `StoredFileError` when they are not the ones that were issued.
    """
    try:
        with default_storage.open(stored_name(document, file_format)) as file:
            content: bytes = file.read()
    except FileNotFoundError:
        raise MissingFileError(
            f"Файла документа № {document.number} нет в хранилище: восстановите его из архива."
        ) from None
    expected = document.docx_sha256 if file_format == "docx" else document.pdf_sha256
    if sha256_of(content) != expected:
        raise StoredFileError(
            f"Файл документа № {document.number} в хранилище изменён после выпуска: "
            "восстановите его из архива."
        )
    return content

"""The files of issued documents: written whole or not at all, read only when unchanged."""

import hashlib
from typing import Literal

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from hr_docs.documents.errors import StoredFileError
from hr_docs.documents.models import Document

Format = Literal["docx", "pdf"]


def stored_name(document: Document, file_format: Format) -> str:
    """Under which name the storage keeps the file; it tells nothing about the person."""
    name = document.id.hex
    return f"documents/{name[:2]}/{name}.{file_format}"


def store_file(document: Document, file_format: Format, content: bytes) -> str:
    """Store the file and return its SHA-256, in hex; `OSError` when the storage refuses it."""
    default_storage.save(stored_name(document, file_format), ContentFile(content))
    return hashlib.sha256(content).hexdigest()


def read_file(document: Document, file_format: Format) -> bytes:
    """Return the stored bytes; `StoredFileError` when they are not the ones that were issued."""
    try:
        with default_storage.open(stored_name(document, file_format)) as file:
            content: bytes = file.read()
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

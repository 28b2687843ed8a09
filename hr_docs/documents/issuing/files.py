"""The files of issued documents: written whole or not at all, read only when unchanged."""

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from hr_docs.documents.errors import StoredFileError
from hr_docs.documents.models import Document
from hr_docs.storage.local import AT_ONCE

Format = Literal["docx", "pdf"]


def stored_name(document: Document, file_format: Format) -> str:
    """Under which name the storage keeps the file; it tells nothing about the person."""
    name = document.id.hex
    return f"documents/{name[:2]}/{name}.{file_format}"


def store_files(made: Mapping[Document, bytes], file_format: Format) -> dict[Document, str]:
    """Store the files and return their SHA-256, in hex; `OSError` when the storage refuses one.

    Each is flushed to the disk, which is waiting for the most part: they are stored side by side.
    """

    def store(document: Document) -> str:
        content = made[document]
        default_storage.save(stored_name(document, file_format), ContentFile(content))
        return hashlib.sha256(content).hexdigest()

    if len(made) == 1:
        return {document: store(document) for document in made}
    with ThreadPoolExecutor(min(len(made), AT_ONCE)) as threads:
        return dict(zip(made, threads.map(store, made), strict=True))


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

"""The text of produced files, as a person would read it."""

import io
from pathlib import Path

import docx
from django.core.files.storage import default_storage
from docx.oxml.ns import qn

from hr_docs.documents.issuing.files import Format, stored_name
from hr_docs.documents.models import Document


def stored_path(document: Document, file_format: Format) -> Path:
    """Where the private folder keeps the file, for tests that damage it."""
    return Path(default_storage.path(stored_name(document, file_format)))


def docx_text(content: bytes) -> str:
    """Every paragraph of the body, tables included, a line each."""
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )

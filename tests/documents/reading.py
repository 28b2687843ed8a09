"""The text of produced files, as a person would read it."""

import io
import re

import docx
from docx.oxml.ns import qn
from pypdf import PdfReader


def docx_text(content: bytes) -> str:
    """Every paragraph of the body, tables included, a line each."""
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )


def pdf_text(content: bytes) -> str:
    """The text of all pages with single spaces."""
    pages = PdfReader(io.BytesIO(content)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))

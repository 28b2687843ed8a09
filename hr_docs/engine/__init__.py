"""The document machine: Word templates and values in, Word files and bundles out.

Pure: no Django, clock, locale, database or settings.
"""

from hr_docs.engine.errors import (
    ConversionError,
    DataError,
    EngineError,
    Missing,
    Place,
    TemplateError,
    Unprintable,
)
from hr_docs.engine.identity import document_identifier
from hr_docs.engine.pdf import docx_to_pdf
from hr_docs.engine.template import WordTemplate

__all__ = [
    "ConversionError",
    "DataError",
    "EngineError",
    "Missing",
    "Place",
    "TemplateError",
    "Unprintable",
    "WordTemplate",
    "document_identifier",
    "docx_to_pdf",
]

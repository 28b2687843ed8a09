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
from hr_docs.engine.faults import Fault
from hr_docs.engine.identity import document_identifier
from hr_docs.engine.inspection import inspect_template
from hr_docs.engine.inspection_layout import conversion_faults, warning_fault
from hr_docs.engine.mending import mended
from hr_docs.engine.pdf import Overflow, docx_to_pdf, layout_report
from hr_docs.engine.template import WordTemplate
from hr_docs.engine.tracing import places_of
from hr_docs.engine.wordml import ConversionWarning, conversion_report

__all__ = [
    "ConversionError",
    "ConversionWarning",
    "DataError",
    "EngineError",
    "Fault",
    "Missing",
    "Overflow",
    "Place",
    "TemplateError",
    "Unprintable",
    "WordTemplate",
    "conversion_faults",
    "conversion_report",
    "document_identifier",
    "docx_to_pdf",
    "inspect_template",
    "layout_report",
    "mended",
    "places_of",
    "warning_fault",
]

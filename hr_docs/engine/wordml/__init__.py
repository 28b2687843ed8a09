"""DOCX → HTML and CSS: a Word document read into typed values, then written as paged HTML."""

from hr_docs.engine.wordml.fonts import missing_fonts
from hr_docs.engine.wordml.html import FontFace, Html, conversion_report, docx_to_html
from hr_docs.engine.wordml.reading.story import ConversionWarning
from hr_docs.engine.wordml.writing.objects import FROM_TOP, KEPT, MIRRORED

__all__ = [
    "FROM_TOP",
    "KEPT",
    "MIRRORED",
    "ConversionWarning",
    "FontFace",
    "Html",
    "conversion_report",
    "docx_to_html",
    "missing_fonts",
]

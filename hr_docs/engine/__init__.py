"""The document machine: Word templates and values in, Word files out.

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

__all__ = [
    "ConversionError",
    "DataError",
    "EngineError",
    "Missing",
    "Place",
    "TemplateError",
    "Unprintable",
]

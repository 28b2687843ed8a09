"""HTML → PDF. The only importer of WeasyPrint, which is pinned to an exact version."""

import ctypes
import hashlib
import logging
import os
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any
from xml.etree import ElementTree

import cssselect2
import weasyprint
from weasyprint.pdf import VARIANTS, generate_pdf
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from hr_docs.engine.collector import collector_paused
from hr_docs.engine.errors import ConversionError
from hr_docs.engine.pdf.floating import settled
from hr_docs.engine.pdf.overflow import Overflow, overflows
from hr_docs.engine.pdf.placing import keep_on_paper, loses_words, lower_pages, mirror
from hr_docs.engine.pdf.reuse import IS_POSSIBLE, Memory
from hr_docs.engine.pdf.structure import merge_lines
from hr_docs.engine.pdf.torn_tables import close_torn_tables
from hr_docs.engine.pdf.writing import pdf_bytes
from hr_docs.engine.wordml import (
    FROM_TOP,
    KEPT,
    MIRRORED,
    ConversionWarning,
    FontFace,
    Html,
    docx_to_html,
)

__all__ = [
    "LayoutReport",
    "Overflow",
    "docx_to_pdf",
    "html_to_pdf",
    "layout_report",
    "missing_libraries",
]
_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
_VARIANTS = frozenset({"pdf/a-1b", "pdf/a-2b", "pdf/a-3b", "pdf/a-4b", "pdf/ua-1"})

logging.getLogger("weasyprint").setLevel(logging.ERROR)


def docx_to_pdf(docx: bytes, *, pdf_variant: str | None = None, reuse: bool = True) -> bytes:
    """Convert a Word document; equal input gives equal bytes, also in another process.

    `pdf_variant` asks for an archival form, such as "pdf/a-2b". `reuse` lets documents of one
    process share what they have in common; it changes nothing but the time. Raise ConversionError
    for a file that is not a .docx, is damaged, or needs a font that is not installed.
    """
    if pdf_variant is not None and pdf_variant not in _VARIANTS:
        raise ConversionError(f"неизвестный вид PDF: {pdf_variant}")
    identifier = hashlib.sha256(docx).digest()[:16]
    try:
        html = docx_to_html(docx)
        return html_to_pdf(html, identifier=identifier, pdf_variant=pdf_variant, reuse=reuse)
    except RecursionError as error:
        raise ConversionError("документ слишком глубоко вложен") from error


@dataclass(frozen=True, slots=True)
class LayoutReport:
    """What a PDF does not show as Word does, and what does not fit where it stands."""

    warnings: tuple[ConversionWarning, ...]
    overflows: tuple[Overflow, ...]


def layout_report(docx: bytes) -> LayoutReport:
    """Lay a Word document out, draw it, and say what is wrong; raises what docx_to_pdf does."""
    try:
        html = docx_to_html(docx)
        options = _options(hashlib.sha256(docx).digest()[:16], None)
        with _process.lock, collector_paused(), _reused(IS_POSSIBLE):
            document = _whole_document(html, options, reuse=IS_POSSIBLE)
            _written(document, options)
            return LayoutReport(html.warnings, overflows(document))
    except RecursionError as error:
        raise ConversionError("документ слишком глубоко вложен") from error


def html_to_pdf(
    html: Html, *, identifier: bytes, pdf_variant: str | None = None, reuse: bool = True
) -> bytes:
    """Lay out converted markup. The PDF's dates come from the document; its id is `identifier`."""
    options = _options(identifier, pdf_variant)
    reuse = reuse and IS_POSSIBLE
    with _process.lock, collector_paused(), _reused(reuse):
        return _written(_whole_document(html, options, reuse=reuse), options)


def _options(identifier: bytes, pdf_variant: str | None) -> dict[str, Any]:
    return {
        "pdf_variant": pdf_variant,
        "pdf_tags": True,
        "pdf_identifier": identifier,
        "custom_metadata": True,  # dc:identifier of core.xml
    }


def _reused(reuse: bool) -> AbstractContextManager[None]:
    """What the documents of this process share, where that is wanted."""
    return _process.memory().used() if reuse else nullcontext()


def _whole_document(html: Html, options: dict[str, Any], *, reuse: bool) -> Any:
    document = _laid_out(html, options, reuse=reuse)
    if html.counts_section_pages:
        names = Counter(page._page_box.page_type.name for page in document.pages)
        html = html.with_section_pages(names)
        document = _laid_out(html, options, reuse=reuse)
    if FROM_TOP in html.markup:
        html = settled(html, document)
        document = _laid_out(html, options, reuse=reuse)
    if html.lowered:
        lower_pages(document, html.lowered)
    if MIRRORED in html.markup:
        mirror(document)
    if KEPT in html.markup:
        if loses_words(document):
            document = _laid_out(html.with_last_page(), options, reuse=reuse)
        keep_on_paper(document)
    if "<table" in html.markup:
        close_torn_tables(document)
    return document


def _written(document: Any, options: dict[str, Any]) -> bytes:
    """What Document.write_pdf does, with a writer of our own."""
    variant = options["pdf_variant"]
    defaults = VARIANTS[variant][1] if variant else {}
    wanted = {name: value for name, value in options.items() if value is not None}
    options = weasyprint.DEFAULT_OPTIONS | defaults | wanted
    pdf = generate_pdf(document, None, 1, **options)
    merge_lines(pdf)
    version, identifier = options["pdf_version"], options["pdf_identifier"]
    return pdf_bytes(pdf, version=version, identifier=identifier)


def _laid_out(html: Html, options: dict[str, Any], *, reuse: bool) -> Any:
    fonts = _process.fonts()
    fonts.load(html.faces)
    sheet = _sheet("".join(html.rules.pages) if reuse else html.css)
    tree = _Tree(html)
    return tree.render(stylesheets=[sheet], font_config=fonts.configuration, **options)


def missing_libraries() -> list[str]:
    """Debian packages of system libraries that are not found; empty when nothing is missing.

    Without libharfbuzz-subset0 the same PDF takes half as long again.
    """
    return [package for name, package in _LIBRARIES.items() if not _opens(name)]


def _opens(library: str) -> bool:
    """Asking the linker itself starts no process, which may fail on a busy machine."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


class _Tree(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint is untyped
    """A document from well-formed markup, without WeasyPrint's HTML parser and HTML style sheet."""

    def __init__(self, html: Html) -> None:
        self.source, self.base = html, _sheet(html.base_css)
        self.base_url = None
        self.url_fetcher = _FETCHER
        self.media_type = "print"
        root = ElementTree.fromstring(html.markup)  # noqa: S314 - our own markup
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:  # noqa: ARG002 - its signature
        """The converter's own base sheet instead of one for all of HTML."""
        return [self.base]


class _Fonts:
    """One font configuration for the process, with each face added once."""

    def __init__(self) -> None:
        self.configuration = FontConfiguration()
        self._loaded: set[FontFace] = set()

    def load(self, faces: tuple[FontFace, ...]) -> None:
        for face in faces:
            if face not in self._loaded:
                weasyprint.CSS(
                    string=_font_face(face),
                    font_config=self.configuration,
                    url_fetcher=_FONT_FETCHER,
                )
                self._loaded.add(face)


def _font_face(face: FontFace) -> str:
    """Word neither kerns nor joins letters unless asked; said here, it costs nothing per text.

    As properties of the text the same would make WeasyPrint leak an attribute list for each line.
    """
    return (
        f"@font-face{{font-family:{face.family};src:url({face.path.as_uri()});"
        f"font-weight:{'bold' if face.bold else 'normal'};"
        f"font-style:{'italic' if face.italic else 'normal'};"
        'font-feature-settings:"kern" 0,"liga" 0,"clig" 0}'
    )


@lru_cache(maxsize=16)
def _sheet(css: str) -> Any:
    return weasyprint.CSS(string=css, url_fetcher=_FETCHER)


class _Process:
    """What one process lays out with: its fonts, and a lock, for Pango's font map is not shared.

    `memory` is what its documents share.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self._fonts: _Fonts | None = None
        self._memory: Memory | None = None

    def fonts(self) -> _Fonts:
        """The fonts, made when first needed."""
        if self._fonts is None:
            self._fonts = _Fonts()
        return self._fonts

    def memory(self) -> Memory:
        """What is kept from one document to the next, in these fonts."""
        if self._memory is None:
            self._memory = Memory()
        return self._memory

    def start_anew(self) -> None:
        """Forget the fonts of a parent process without deleting the files they are read from."""
        if self._fonts is not None:
            self._fonts.configuration._folder = None
        self.lock, self._fonts, self._memory = Lock(), None, None


_process = _Process()
os.register_at_fork(after_in_child=_process.start_anew)


# Documents hold their pictures in themselves; nothing is fetched from disk or network for them.
_FETCHER = URLFetcher(allowed_protocols={"data"})
_FONT_FETCHER = URLFetcher(allowed_protocols={"file"})

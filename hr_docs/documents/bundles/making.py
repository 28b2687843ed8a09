"""Making the file of a bundle: document by document, so that memory does not grow with them."""

import tempfile
import time
from collections.abc import Iterator
from itertools import groupby
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db.models import Prefetch

from employees.models import Employment
from hr_docs.documents.bundles.options import PrintOptions, ZipOptions
from hr_docs.documents.errors import BundleError, IssueError
from hr_docs.documents.issuing.files import Format
from hr_docs.documents.issuing.names import file_stem, folder_name
from hr_docs.documents.issuing.packs import ensure_file, pages_in
from hr_docs.documents.models import Bundle, Document
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.engine import EngineError
from hr_docs.engine.bundle import Part, print_pdf, write_zip
from hr_docs.engine.separator import separator_sheet

BATCH = 100  # documents read together
TOLD = 20  # failures, after which there is no use in going on
EVERY = 1.0  # seconds between two reports of progress
ENDINGS = {Bundle.Kind.PRINT: "pdf", Bundle.Kind.ZIP: "zip"}


def make_file(bundle: Bundle) -> dict[str, Any]:
    """Make and store the file of a claimed bundle; its size, and what else there is to say of it.

    The name is entered before the file is stored, so that no file is without its row. Raises
    BundleError, naming every document that has no file, with nothing stored.
    """
    if bundle.file:  # of a worker that was killed
        default_storage.delete(bundle.file)
    papers = _Papers(bundle)
    with tempfile.TemporaryFile() as file:
        write = _write_print if bundle.kind == Bundle.Kind.PRINT else _write_zip
        facts = write(papers, file)
        papers.refuse_failures()
        name = f"bundles/{bundle.id}-{bundle.token}.{ENDINGS[Bundle.Kind(bundle.kind)]}"
        bundle.hold(file=name, done=bundle.total)
        facts |= {"file": name, "size": file.tell()}
        file.seek(0)
        default_storage.save(name, File(file, name))
    return facts


def _write_print(papers: "_Papers", file: IO[bytes]) -> dict[str, Any]:
    options = PrintOptions.read(papers.bundle.options)
    printed = print_pdf(_parts(papers, options), file, duplex=options.duplex)
    return {"pages": printed.pages, "sheets": printed.sheets}


def _parts(papers: "_Papers", options: PrintOptions) -> Iterator[Part]:
    for employment, documents in groupby(papers, key=lambda document: document.employment):
        own = list(documents)
        if options.has_separators:
            yield Part(_separator(employment, own, options))
        for document in own:
            if content := papers.read(document, "pdf"):
                yield Part(content, options.copies_of(document.master.kind), options.pages)


def _separator(employment: Employment, documents: list[Document], options: PrintOptions) -> bytes:
    operator = employment.operator
    lines = []
    for document in documents:
        copies = options.copies_of(document.master.kind)
        twice = f" — {copies} экз." if copies > 1 else ""
        lines.append(f"{document.master.title} № {document.number}{twice}")
    note = f"№ {operator.personnel_number} · {employment.employer}"
    return separator_sheet(name=operator.full_name, note=note, papers=lines)


def _write_zip(papers: "_Papers", file: IO[bytes]) -> dict[str, Any]:
    write_zip(file, _entries(papers, ZipOptions.read(papers.bundle.options)))
    return {}


def _entries(papers: "_Papers", options: ZipOptions) -> Iterator[tuple[str, bytes]]:
    for document in papers:
        path = f"{folder_name(document.employment)}/{file_stem(document)}"
        for file_format in options.formats:
            if content := papers.read(document, file_format):
                yield f"{path}.{file_format}", content


class _Papers:
    """The documents of a bundle in their order, read as they are needed, with progress told."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self._failures: list[str] = []
        self._done, self._told_at = 0, time.monotonic()

    def __iter__(self) -> Iterator[Document]:
        ids = list(self.bundle.document_ids())
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            rows = {document.pk: document for document in _rows().filter(pk__in=batch)}
            for pk in batch:
                yield rows[pk]
                self._tell()

    def read(self, document: Document, file_format: Format) -> bytes | None:
        """The file, made now where it is missing; None where it cannot be had."""
        try:
            content = ensure_file(document, file_format)
        except (IssueError, EngineError) as error:
            self._note(document, str(error))
            return None
        if file_format == "pdf" and document.pdf_pages is None:
            pages = pages_in(content)
            if pages is None:
                self._note(document, "файл не читается как PDF")
                return None
            Document.objects.filter(pk=document.pk).update(pdf_pages=pages)
        return content

    def refuse_failures(self) -> None:
        """Raise BundleError unless everything could be read: a pack without a paper is no pack."""
        if self._failures:
            raise BundleError("\n".join(["Файл не сделан.", *self._failures]))

    def _note(self, document: Document, cause: str) -> None:
        name = document.employment.operator.full_name
        self._failures.append(f"{document.master.title} № {document.number}, {name}: {cause}")
        if len(self._failures) >= TOLD:
            self.refuse_failures()

    def _tell(self) -> None:
        self._done += 1
        if time.monotonic() - self._told_at >= EVERY:
            self.bundle.hold(done=self._done)
            self._told_at = time.monotonic()


def _rows() -> DocumentQuerySet:
    employments = Employment.objects.select_related("operator", "employer").with_earlier()
    return (
        Document.objects.select_related("master", "master_version__master")
        .prefetch_related(Prefetch("employment", employments))
        .defer("snapshot", "master_version__content")
    )

"""The journal of registration: the register as a table for a spreadsheet program."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from hr_docs.documents.models import Document
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.pages.export import ExportedTable, Value
from hr_docs.pages.users import name_of

READ_AT_ONCE = 1_000


def journal(documents: DocumentQuerySet, *, title: str) -> ExportedTable:
    """Every number with its date, person and fate: nothing is left out, voided ones included."""
    rows: Iterable[Document] = documents.for_journal().iterator(chunk_size=READ_AT_ONCE)
    return ExportedTable(title=title, headings=_headings(), rows=_rows(rows))


def _headings() -> list[str]:
    return [
        gettext("No. in the journal"),
        gettext("Document number"),
        gettext("Dated"),
        gettext("Document"),
        gettext("Employer"),
        gettext("Personnel number"),
        gettext("Operator"),
        gettext("Status"),
        gettext("Issued"),
        gettext("Issued by"),
        gettext("In place of"),
        gettext("Superseded by"),
        gettext("Voided"),
        gettext("Voided by"),
        gettext("Reason of voiding"),
    ]


def _rows(documents: Iterable[Document]) -> Iterator[list[Value]]:
    for document in documents:
        operator = document.employment.operator
        yield [
            document.sequence,
            document.number,
            document.dated,
            document.master.title,
            document.employer.short_name,
            operator.personnel_number,
            operator.full_name,
            document.get_status_display(),
            document.created_at,
            name_of(document.pack.issued_by),
            _number(getattr(document, "supersedes", None)),
            _number(document.superseded_by),
            document.voided_at,
            name_of(document.voided_by),
            document.void_reason,
        ]


def _number(document: Document | None) -> str:
    return document.number if document else ""

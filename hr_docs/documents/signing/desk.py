"""The quick desk: somebody types or scans what is on a paper, and the paper is found."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from employees.models.limit import Visitor
from hr_docs.documents.models import Document, SigningMark
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.documents.models.signing import standing_marks

SHOWN = 20


def papers_found(text: str, *, user: Visitor) -> list[Document]:
    """Papers in force that are not signed yet: by number or identifier exactly, else by person.

    In the order of signing; at most `SHOWN`.
    """
    signed = SigningMark.objects.standing().filter(
        document=OuterRef("pk"), step=SigningMark.Step.SIGNED
    )
    rows = Document.objects.visible_to(user).current().filter(~Exists(signed))
    rows = rows.with_names().prefetch_related(standing_marks())
    rows = rows.order_by("employment__operator__search_key", "master__signing_order", "pk")
    return list(_exactly(rows, text.strip())[:SHOWN] or rows.search(text)[:SHOWN])


def _exactly(rows: DocumentQuerySet, text: str) -> DocumentQuerySet:
    try:
        return rows.filter(pk=UUID(text))
    except ValueError:
        return rows.filter(number=text)

"""Whether a file is a document that we issued, and whether it is still in force."""

import hashlib
from dataclasses import dataclass
from enum import Enum

from django.db.models import Q

from hr_docs.documents.models import Document
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.engine import document_identifier


class Verdict(Enum):
    """What a verified file turned out to be."""

    AUTHENTIC = "authentic"
    SUPERSEDED = "superseded"
    VOIDED = "voided"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on a file; `document` is None only for a file that we do not know at all."""

    verdict: Verdict
    document: Document | None


_BY_STATUS = {
    Document.Status.SUPERSEDED: Verdict.SUPERSEDED,
    Document.Status.VOIDED: Verdict.VOIDED,
}


def verify_document(*, content: bytes, among: DocumentQuerySet | None = None) -> Verification:
    """Recognise a Word or PDF file by its hash, a changed one by the identifier it carries.

    `among` are the documents that it may turn out to be; None: all that were ever issued.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    documents = (Document.objects.all() if among is None else among).with_names()
    issued = documents.filter(Q(docx_sha256=sha256) | Q(pdf_sha256=sha256)).first()
    if issued is not None:
        status = Document.Status(issued.status)
        return Verification(_BY_STATUS.get(status, Verdict.AUTHENTIC), issued)
    identifier = document_identifier(content)
    changed = documents.filter(pk=identifier).first() if identifier else None
    if changed is not None:
        return Verification(Verdict.CHANGED, changed)
    return Verification(Verdict.UNKNOWN, None)

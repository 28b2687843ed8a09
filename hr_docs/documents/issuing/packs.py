"""Issuing documents: frozen in one transaction, then made into files.

Freezing takes the numbers, reads the records once, renders the Word text, has terms and texts
checked (a gap in the facts, an error or a contradiction stops here and gives the numbers back), and
inserts the documents with what was found. Making the files needs only what is frozen, so it can be
repeated after a crash by anyone who holds the document.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from employees.models import Employment
from employees.services import unsign_employment
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.errors import IssueError, MissingFileError, StoredFileError
from hr_docs.documents.issuing.drafting import draft_documents, render_docx
from hr_docs.documents.issuing.files import Format, read_file, sha256_of, store_file
from hr_docs.documents.issuing.freezing import (
    PackOrder,
    Terms,
    check_drafts,
    current_documents,
    freeze_packs,
)
from hr_docs.documents.issuing.numbering import RegisterNumber
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.legal.pack import PackCheck
from hr_docs.documents.masters.versions import current_version
from hr_docs.documents.models import Document, HiringPack, MasterVersion, WordMaster
from hr_docs.engine import ConversionError, docx_to_pdf
from hr_docs.engine.bundle import page_count


def pack_versions(kinds: Collection[str] | None = None) -> list[MasterVersion]:
    """Current versions of the kinds (all of the hiring pack for None), in the order of signing."""
    masters = WordMaster.objects.order_by("signing_order")
    if kinds is None:
        return [current_version(m.kind) for m in masters.in_pack()]
    known = [m.kind for m in masters]
    unknown = sorted(set(kinds) - set(known))
    if unknown:
        raise IssueError(f"Нет вида документа «{unknown[0]}». Есть: {', '.join(known)}.")
    return [current_version(m.kind) for m in masters.filter(kind__in=kinds)]


def issue_pack(
    *,
    employment: Employment,
    issued_by: User | None = None,
    on: date | None = None,
    kinds: Collection[str] | None = None,
    confirmed_only: bool = False,
    seen: str | None = None,
) -> list[Document]:
    """Issue the papers of a hire, Word and PDF, in the order of signing; earlier ones give way.

    `on` dates the papers (None: the contract's date). `confirmed_only`: warnings of the contract
    check must have been confirmed. `seen`: the papers in force when somebody decided to issue
    (`mark_of`); where there are others by now it is refused. Raises `IssueError` or the engine's
    errors with nothing issued; an error in making a PDF leaves the frozen documents to be finished
    later.
    """
    documents = freeze_pack(
        employment=employment,
        versions=pack_versions(kinds),
        issued_by=issued_by,
        on=on,
        confirmed_only=confirmed_only,
        seen=seen,
    )
    make_files(documents)
    return documents


def make_files(documents: Iterable[Document]) -> None:
    """Make and store what is missing, Word and PDF; may be repeated."""
    for document in documents:
        ensure_file(document, "docx")
        ensure_file(document, "pdf")


def issue_document(
    *, employment: Employment, kind: str, issued_by: User | None = None, on: date | None = None
) -> Document:
    """Issue one document of a kind; see `issue_pack`."""
    return issue_pack(employment=employment, issued_by=issued_by, on=on, kinds=[kind])[0]


def freeze_pack(
    *,
    employment: Employment,
    versions: Sequence[MasterVersion],
    issued_by: User | None = None,
    on: date | None = None,
    law: Law | None = None,
    confirmed_only: bool = False,
    seen: str | None = None,
) -> list[Document]:
    """Freeze one pack, as `freeze_packs`; raises what stops it, with nothing written.

    A run reads `law` once for all. `seen` as in `issue_pack`.
    """
    terms = Terms(law=law or Law.in_force(), issued_by=issued_by, confirmed_only=confirmed_only)
    (frozen,) = freeze_packs([PackOrder(employment.pk, versions, on, seen)], terms)
    if isinstance(frozen, Exception):
        raise frozen
    return frozen


def preview_pack(
    *, employment: Employment, on: date | None = None, kinds: Collection[str] | None = None
) -> PackCheck:
    """What the check would say of the papers if they were issued now; nothing is issued.

    Raises the errors that stop `issue_pack` before the check: no master, a gap in the facts.
    """
    employment = Employment.objects.with_records().get(pk=employment.pk)
    pack = HiringPack(employment=employment, dated=on or employment.contract_date)
    versions = pack_versions(kinds)
    provisional = RegisterNumber(pack.dated.year, 0, "б/н")
    numbers = {version.master.kind: provisional for version in versions}
    current = current_documents([employment.pk]).get(employment.pk, {})
    drafts = draft_documents(pack, versions, numbers, current)
    return check_drafts(pack, drafts, Law.in_force(), current)


def ensure_file(document: Document, file_format: Format) -> bytes:
    """Return the file; where the storage has none, it is made of the frozen facts and stored.

    Raises `StoredFileError` for a file that is not the one that was issued and for one that is lost
    and would not come out the same, and the engine's errors.
    """
    if file_format == "docx" or document.pdf_sha256:
        with suppress(MissingFileError):
            return read_file(document, file_format)
    if document.status == Document.Status.VOIDED:
        raise IssueError(f"Документ № {document.number} аннулирован: файла у него нет.")
    if file_format == "pdf":
        frozen, content = document.pdf_sha256, docx_to_pdf(ensure_file(document, "docx"))
    else:
        frozen, content = document.docx_sha256, document.fresh_docx or render_docx(document)
    if frozen not in ("", sha256_of(content)):
        raise StoredFileError(
            f"Файла документа № {document.number} нет в хранилище, а заново он выходит другим: "
            "программа с тех пор обновлена. Восстановите файл из архива или выпустите документ "
            "заново."
        )
    finish_file(document, file_format, content)
    return content


def finish_file(document: Document, file_format: Format, content: bytes) -> None:
    """Store the file and enter its hash, unless it was frozen with the facts."""
    store_file(document, content, file_format)
    enter_files({document: content}, file_format)


def enter_files(stored: Mapping[Document, bytes], file_format: Format) -> None:
    """Enter the hashes of stored files that were not frozen with the facts, and pages of PDFs."""
    field = f"{file_format}_sha256"
    hashes = {document: sha256_of(content) for document, content in stored.items()}
    entered = [each for each in stored if getattr(each, field) != hashes[each]]
    for document in entered:
        setattr(document, field, hashes[document])
        if file_format == "pdf":
            document.pdf_pages = pages_in(stored[document])
    fields = [field, "pdf_pages"] if file_format == "pdf" else [field]
    Document.objects.bulk_update(entered, fields)


def pages_in(pdf: bytes) -> int | None:
    """How many pages; None for what cannot be read, which says so when it is printed."""
    try:
        return page_count(pdf)
    except ConversionError:
        return None


@transaction.atomic
def void_document(*, document: Document, reason: str, voided_by: User | None) -> Document:
    """Declare a current document void; its number stays in the register and is not given again.

    An employment whose contract is void is not signed any longer.
    """
    reason = reason.strip()
    if not reason:
        raise IssueError("Укажите причину аннулирования.")
    employment = Employment.objects.select_for_update().get(pk=document.employment_id)
    document = Document.objects.select_for_update().get(pk=document.pk)
    if not document.is_current:
        raise IssueError(f"Документ № {document.number} уже недействителен.")
    document.status = Document.Status.VOIDED
    document.void_reason = reason
    document.voided_by = voided_by
    document.voided_at = timezone.now()
    document.save(update_fields=["status", "void_reason", "voided_by", "voided_at"])
    if document.master.kind == CONTRACT_KIND:
        unsign_employment(employment=employment)
    return document

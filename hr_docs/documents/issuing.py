"""Issuing documents: frozen in one transaction, then made into files.

Freezing takes the numbers, reads the records once, renders the Word text, has terms and texts
checked (a gap in the facts, an error or a contradiction stops here and gives the numbers back), and
inserts the documents with what was found. Making the files needs only what is frozen, so it can be
repeated after a crash by anyone who holds the document.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone

from employees.models import Employment
from employees.services import unsign_employment
from hr_docs.access.history import changed_by
from hr_docs.documents.context import facts_for, mark_facts
from hr_docs.documents.errors import IssueError
from hr_docs.documents.files import Format, read_file, store_file
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.legal.consistency import FilledPaper
from hr_docs.documents.legal.pack import PackCheck, check_pack
from hr_docs.documents.legal.word_text import WordText
from hr_docs.documents.masters import compiled_template, current_version
from hr_docs.documents.models import Document, HiringPack, MasterVersion, WordMaster
from hr_docs.documents.numbering import RegisterNumber, take_numbers
from hr_docs.documents.readiness import obstacles
from hr_docs.documents.seen import refuse_overtaken
from hr_docs.documents.source import DocumentMark, PackSource
from hr_docs.engine import ConversionError, docx_to_pdf
from hr_docs.engine.bundle import page_count

CONTRACT = "employment_contract"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document on its way into the register, with its Word file."""

    document: Document
    superseded: Document | None
    docx: bytes


def pack_versions(kinds: Collection[str] | None = None) -> list[MasterVersion]:
    """Current versions of the kinds (all of the hiring pack for None), in the order of signing."""
    masters = WordMaster.objects.order_by("signing_order")
    if kinds is None:
        return [current_version(m.kind) for m in masters.in_pack()]
    unknown = sorted(set(kinds) - {m.kind for m in masters})
    if unknown:
        raise IssueError(f"Нет вида документа «{unknown[0]}».")
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
    for document in documents:
        ensure_file(document, "docx")
        ensure_file(document, "pdf")
    return documents


def issue_document(
    *, employment: Employment, kind: str, issued_by: User | None = None, on: date | None = None
) -> Document:
    """Issue one document of a kind; see `issue_pack`."""
    return issue_pack(employment=employment, issued_by=issued_by, on=on, kinds=[kind])[0]


@transaction.atomic
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
    """Take numbers and insert the documents with their facts, still without files.

    Errors of the contract check that nobody overrode stop it, as do contradictions in the finished
    texts; with `confirmed_only` so do warnings that nobody confirmed. What was found is frozen with
    the pack. A run reads `law` once for all. `seen` as in `issue_pack`.
    """
    employment = (
        Employment.objects.with_records().select_for_update(of=("self",)).get(pk=employment.pk)
    )
    if seen is not None:
        refuse_overtaken(employment, seen)
    dated, law = on or employment.contract_date, law or Law.in_force()
    _refuse_obstacles(employment, dated)
    numbers = take_numbers(
        employer=employment.employer, masters=[v.master for v in versions], dated=dated
    )
    pack = HiringPack(employment=employment, dated=dated, issued_by=issued_by)
    drafts = _draft_documents(pack, versions, numbers)
    found = _check_drafts(pack, drafts, law)
    found.refuse(confirmed_only=confirmed_only)
    pack.freeze(found.assessment.rows())
    pack.save()
    _enter_register(drafts)
    _mark_issued(employment, numbers.get(CONTRACT), issued_by)
    return [draft.document for draft in drafts]


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
    drafts = _draft_documents(pack, versions, {v.master.kind: provisional for v in versions})
    return _check_drafts(pack, drafts, Law.in_force())


def _refuse_obstacles(employment: Employment, dated: date) -> None:
    found = obstacles(employment, dated)
    if found:
        raise IssueError(" ".join(found))


def _check_drafts(pack: HiringPack, drafts: Sequence[_Draft], law: Law) -> PackCheck:
    papers = [
        FilledPaper(draft.document.master.title, draft.document.snapshot, WordText.read(draft.docx))
        for draft in drafts
    ]
    return check_pack(pack.employment, papers, dated=pack.dated, law=law)


def _draft_documents(
    pack: HiringPack, versions: Sequence[MasterVersion], numbers: dict[str, RegisterNumber]
) -> list[_Draft]:
    employment = pack.employment
    current = {d.master_id: d for d in employment.documents.current().defer("snapshot")}
    texts = {d.master.kind: d.number for d in current.values()} | {
        kind: number.text for kind, number in numbers.items()
    }
    shared_facts = facts_for(PackSource(employment, pack.dated, texts))
    drafts = []
    for version in versions:
        number = numbers[version.master.kind]
        document = Document(
            pack=pack,
            employment=employment,
            employer=employment.employer,
            master=version.master,
            master_version=version,
            number=number.text,
            year=number.year,
            sequence=number.sequence,
            dated=pack.dated,
        )
        document.snapshot = shared_facts | _mark_facts(document)
        document.fresh_docx = docx = render_docx(document)
        drafts.append(_Draft(document, current.get(version.master_id), docx))
    return drafts


def frozen_facts(document: Document, shared: Mapping[str, object]) -> dict[str, object]:
    """The facts that the document would be issued with; `shared` are those of its whole pack."""
    return {**shared, **_mark_facts(document)}


def _mark_facts(document: Document) -> dict[str, object]:
    return mark_facts(
        DocumentMark(
            kind=document.master.kind,
            title=document.master.title,
            number=document.number,
            dated=document.dated,
            identifier=str(document.id),
        )
    )


def _enter_register(drafts: Sequence[_Draft]) -> None:
    """Retire the documents that give way, insert the new ones, link each old to its successor."""
    old = [draft.superseded for draft in drafts if draft.superseded]
    Document.objects.filter(pk__in=[document.pk for document in old]).update(
        status=Document.Status.SUPERSEDED
    )
    Document.objects.bulk_create([draft.document for draft in drafts])
    for draft in drafts:
        if draft.superseded:
            Document.objects.filter(pk=draft.superseded.pk).update(superseded_by=draft.document)


def _mark_issued(
    employment: Employment, contract: RegisterNumber | None, issued_by: User | None
) -> None:
    changed: list[str] = []
    if contract:
        employment.number = contract.text
        changed.append("number")
    if employment.status in {Employment.Status.DRAFT, Employment.Status.READY}:
        employment.status = Employment.Status.ISSUED
        changed.append("status")
    if contract and employment.status == Employment.Status.SIGNED:
        employment.status = Employment.Status.ISSUED  # nobody has signed the new contract yet
        changed.append("status")
    if changed:
        changed_by(employment, issued_by, "выпуск документов")
        employment.save(update_fields=[*changed, "updated_at"])


def render_docx(document: Document, facts: Mapping[str, object] | None = None) -> bytes:
    """The Word file of the frozen facts (or of `facts` instead): the same bytes every time."""
    template = compiled_template(document.master_version)
    return template.render(
        document.snapshot if facts is None else facts,
        modified=datetime.combine(document.dated, time(12), UTC),
    )


def ensure_file(document: Document, file_format: Format) -> bytes:
    """Return the file, making and storing it when it does not exist yet."""
    known = document.docx_sha256 if file_format == "docx" else document.pdf_sha256
    if known:
        return read_file(document, file_format)
    if document.status == Document.Status.VOIDED:
        raise IssueError(f"Документ № {document.number} аннулирован: файла у него нет.")
    if file_format == "pdf":
        content = docx_to_pdf(ensure_file(document, "docx"))
    else:
        content = document.fresh_docx or render_docx(document)
    finish_file(document, file_format, content)
    return content


def finish_file(document: Document, file_format: Format, content: bytes) -> None:
    """Store the file and enter its hash; the Word file turns `preparing` into `issued`."""
    changes: dict[str, Any] = {f"{file_format}_sha256": store_file(document, file_format, content)}
    if file_format == "docx":
        prepared = When(status=Document.Status.PREPARING, then=Value(Document.Status.ISSUED))
        changes["status"] = Case(prepared, default=F("status"))
    if file_format == "pdf":
        changes["pdf_pages"] = pages_in(content)
    Document.objects.filter(pk=document.pk).update(**changes)
    document.refresh_from_db(fields=["status", "docx_sha256", "pdf_sha256", "pdf_pages"])


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
    if document.master.kind == CONTRACT:
        unsign_employment(employment=employment)
    return document

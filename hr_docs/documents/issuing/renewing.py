"""The papers of one employment, brought up to date: what would come out the same stays.

`generate` and the runs of the pages decide by this module alone what is issued and what is kept, so
that repeating either issues nothing twice.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch

from employees.models import Employment, Signatory
from employees.services import change_signatory
from hr_docs.documents.context import facts_for
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.context.source import PackSource
from hr_docs.documents.errors import IssueError, OvertakenError
from hr_docs.documents.issuing.drafting import day_of_contract, frozen_facts, render_docx
from hr_docs.documents.issuing.files import sha256_of
from hr_docs.documents.issuing.freezing import Frozen, PackOrder, Terms, freeze_packs
from hr_docs.documents.issuing.packs import freeze_pack
from hr_docs.documents.issuing.seen import mark_of
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.models import Document, MasterVersion
from hr_docs.engine import EngineError

Result = TypeVar("Result")

BATCH = 100  # employments read together, in a fixed number of queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which papers, and how: the same for everybody of a run.

    `on` dates them (None: each contract's own date). `signatory` signs for the people of his
    employer (None: whoever stands in each contract). `confirmed_only` as in `issue_pack`.
    """

    versions: Sequence[MasterVersion]
    law: Law
    on: date | None = None
    signatory: Signatory | None = None
    issued_by: User | None = None
    confirmed_only: bool = False


@dataclass(slots=True)
class Papers:
    """Documents in force of the wanted kinds, in the order of signing, and how they came to be."""

    documents: list[Document]
    issued: int = 0
    kept: int = 0
    findings: list[dict[str, Any]] = field(default_factory=list)
    """What was found when they were issued, as frozen with their packs."""


def employments_with_papers(chosen: Sequence[int]) -> Iterator[Employment]:
    """The employments of these ids with their records and current documents, in batches.

    They are counted by `with_earlier`.
    """
    current = Document.objects.current().select_related("master", "master_version", "pack")
    documents = Prefetch("documents", current.defer("master_version__content"), "current_documents")
    rows = Employment.objects.sharing_records().with_earlier().prefetch_related(documents)
    for start in range(0, len(chosen), BATCH):
        yield from rows.filter(pk__in=chosen[start : start + BATCH]).order_by(
            "operator__personnel_number", "pk"
        )


Renewed = Papers | IssueError | EngineError
"""The papers of an employment, or what stopped them, with nothing issued and nothing changed."""


def renew_papers(employment: Employment, wanted: Wanted) -> Papers:
    """Issue what is out of date and keep the rest; the employment from `employments_with_papers`.

    Raises as `freeze_pack`, with nothing issued and nothing changed.
    """
    stale = outdated(employment, wanted)
    try:
        fresh = _issue(employment, wanted, stale) if stale else []
    except OvertakenError:  # by another run: what it issued may be right
        return renew_papers(next(employments_with_papers([employment.pk])), wanted)
    return _papers(employment, wanted, fresh)


def renew_all(employments: Sequence[Employment], wanted: Wanted) -> list[Renewed]:
    """As `renew_papers` for many; what one of them lacks does not hinder the others.

    They are frozen in one transaction, so `wanted` must not name a signatory: putting him into a
    contract and issuing it is a transaction for each person.
    """
    if wanted.signatory is not None:
        raise ValueError("with a signatory people are renewed one by one")
    found = [_or_error(outdated, employment, wanted) for employment in employments]
    hires = list(zip(employments, found, strict=True))
    orders = [
        PackOrder(employment.pk, stale, wanted.on, _seen(employment))
        for employment, stale in hires
        if isinstance(stale, list) and stale
    ]
    terms = Terms(law=wanted.law, issued_by=wanted.issued_by, confirmed_only=wanted.confirmed_only)
    packs = zip(orders, freeze_packs(orders, terms), strict=True)
    frozen = {order.employment: pack for order, pack in packs}
    return [
        stale if isinstance(stale, Exception) else _renewed(each, wanted, frozen.get(each.pk, []))
        for each, stale in hires
    ]


def _renewed(employment: Employment, wanted: Wanted, frozen: Frozen) -> Renewed:
    if isinstance(frozen, OvertakenError):
        return _or_error(renew_papers, next(employments_with_papers([employment.pk])), wanted)
    return frozen if isinstance(frozen, Exception) else _papers(employment, wanted, frozen)


def _or_error(
    work: Callable[[Employment, Wanted], Result], employment: Employment, wanted: Wanted
) -> Result | IssueError | EngineError:
    try:
        return work(employment, wanted)
    except (IssueError, EngineError) as error:
        return error


def _papers(employment: Employment, wanted: Wanted, fresh: Sequence[Document]) -> Papers:
    documents = _current_documents(employment)
    documents |= {document.master_id: document for document in fresh}
    ordered = [documents[version.master_id] for version in wanted.versions]
    return Papers(ordered, len(fresh), len(ordered) - len(fresh), _frozen_findings(ordered))


def outdated(employment: Employment, wanted: Wanted) -> list[MasterVersion]:
    """The wanted versions of which no document is in force that would come out the same today.

    Signed papers are never replaced: a change to them is an agreement, not a reprint.
    """
    documents = _current_documents(employment)
    if employment.status == Employment.Status.SIGNED:
        return [version for version in wanted.versions if version.master_id not in documents]
    let_sign(employment, wanted.signatory)
    stale = _that_differ(employment, wanted, documents)
    if any(version.master.kind == CONTRACT_KIND for version in stale):
        # The other papers of the pack name the contract's number, so they follow it.
        return list(wanted.versions)
    return stale


def let_sign(employment: Employment, signatory: Signatory | None) -> None:
    """Put the run's signatory into a contract that he may sign; nothing is saved here.

    He signs for his own employer's people; what is signed or ended keeps the one who signed it.
    """
    if signatory is None or signatory.employer_id != employment.employer_id:
        return
    if employment.status not in {Employment.Status.SIGNED, Employment.Status.ENDED}:
        employment.signatory = signatory


def _issue(
    employment: Employment, wanted: Wanted, versions: Sequence[MasterVersion]
) -> list[Document]:
    """Both or neither: the signatory of the run stands in the contract, and it is issued."""
    if wanted.signatory is None or employment.signatory != wanted.signatory:
        return _freeze(employment, wanted, versions)
    with transaction.atomic():
        try:
            change_signatory(employment=employment, signatory=wanted.signatory)
        except ValidationError as error:
            raise IssueError(" ".join(error.messages)) from error
        return _freeze(employment, wanted, versions)


def _freeze(
    employment: Employment, wanted: Wanted, versions: Sequence[MasterVersion]
) -> list[Document]:
    return freeze_pack(
        employment=employment,
        versions=versions,
        issued_by=wanted.issued_by,
        on=wanted.on,
        law=wanted.law,
        confirmed_only=wanted.confirmed_only,
        seen=_seen(employment),
    )


def _seen(employment: Employment) -> str:
    return mark_of(_current_documents(employment).values())


def _current_documents(employment: Employment) -> dict[int, Document]:
    """By the id of their kind."""
    current: list[Document] = employment.current_documents  # type: ignore[attr-defined]
    return {document.master_id: document for document in current}


def _that_differ(
    employment: Employment, wanted: Wanted, documents: Mapping[int, Document]
) -> list[MasterVersion]:
    numbers = {document.master.kind: document.number for document in documents.values()}
    dated = wanted.on or employment.contract_date
    kinds = {version.master.kind for version in wanted.versions}
    contract_dated = day_of_contract(dated, kinds, documents.values())
    source = PackSource(employment, dated, numbers, contract_dated)
    facts = facts_for(source) if documents else {}
    return [
        version
        for version in wanted.versions
        if version.master_id not in documents
        or documents[version.master_id].dated != source.dated
        or not _comes_out_the_same(documents[version.master_id], version, facts)
    ]


def _comes_out_the_same(
    document: Document, version: MasterVersion, shared: Mapping[str, object]
) -> bool:
    if document.master_version_id != version.pk:
        return False
    facts = frozen_facts(document, shared)
    if facts == document.snapshot:
        return True  # the same facts in the same version are the same file
    return sha256_of(render_docx(document, facts)) == document.docx_sha256


def _frozen_findings(documents: Collection[Document]) -> list[dict[str, Any]]:
    """What was found when these documents were issued; a pack is listed once."""
    packs = {document.pack_id: document.pack for document in documents}
    rows = [row for pack in packs.values() for row in pack.findings]
    return [row for number, row in enumerate(rows) if row not in rows[:number]]

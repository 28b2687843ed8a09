"""Freezing packs: numbers taken, facts and Word texts fixed and checked, documents inserted.

Many packs are frozen in one transaction, since each query and each commit costs as much as filling
a document. A pack that may not be issued is left out, before anything of it is written, and its
numbers go to the next one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from employees.models import Employment
from hr_docs.access.history import note_changed
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.errors import IssueError
from hr_docs.documents.issuing.drafting import Current, Draft, day_of_contract, draft_documents
from hr_docs.documents.issuing.numbering import Counters
from hr_docs.documents.issuing.readiness import obstacles
from hr_docs.documents.issuing.seen import refuse_overtaken
from hr_docs.documents.legal.assessment import Decisions
from hr_docs.documents.legal.checking import Law, decisions_on
from hr_docs.documents.legal.consistency import FilledPaper
from hr_docs.documents.legal.pack import PackCheck, check_pack
from hr_docs.documents.legal.word_text import WordText
from hr_docs.documents.masters.versions import compiled_template
from hr_docs.documents.models import Document, HiringPack, MasterVersion
from hr_docs.engine import EngineError


@dataclass(frozen=True, slots=True)
class PackOrder:
    """A pack that is wanted of the employment of this id.

    `on` dates it (None: the contract's date). `seen`: the papers in force when somebody decided to
    issue it (`mark_of`); where there are others by now it is refused.
    """

    employment: int
    versions: Sequence[MasterVersion]
    on: date | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """By which law packs are checked, whether warnings must be confirmed, who issues them."""

    law: Law
    issued_by: User | None = None
    confirmed_only: bool = False


Frozen = list[Document] | IssueError | EngineError
"""The documents of a pack, still without files, or why there are none."""


def freeze_packs(orders: Sequence[PackOrder], terms: Terms) -> list[Frozen]:
    """Freeze the packs of different employments, each for itself, in the order they are given.

    Errors of the contract check that nobody overrode stop a pack, as do contradictions in the
    finished texts and, with `confirmed_only`, warnings that nobody confirmed. What was found is
    frozen with the pack.
    """
    if not orders:
        return []
    for version in {version for order in orders for version in order.versions}:
        with suppress(EngineError):  # told to each pack; here it is to keep nobody waiting
            compiled_template(version)
    with transaction.atomic():
        batch = _Batch.locked(orders, terms)
        frozen: list[Frozen] = []
        for order in orders:
            try:
                frozen.append(batch.add(order))
            except (IssueError, EngineError) as error:
                frozen.append(error)
        batch.enter()
        transaction.set_rollback(not batch.packs)  # not even a new counter is left behind
    return frozen


def check_drafts(
    pack: HiringPack,
    drafts: Sequence[Draft],
    law: Law,
    current: Current,
    *,
    decisions: Decisions | None = None,
) -> PackCheck:
    """What the check says of the terms and of the finished texts.

    Papers that follow a contract in force are judged as of its day: nobody is hired anew by them.
    """
    papers = [
        FilledPaper(draft.document.master.title, draft.document.snapshot, WordText.read(draft.docx))
        for draft in drafts
    ]
    kinds = [draft.document.master.kind for draft in drafts]
    dated = day_of_contract(pack.dated, kinds, current.values())
    return check_pack(pack.employment, papers, dated=dated, law=law, decisions=decisions)


def current_documents(employments: Sequence[int]) -> dict[int, dict[int, Document]]:
    """The documents in force of each employment, without their facts; one query."""
    found: defaultdict[int, dict[int, Document]] = defaultdict(dict)
    current = Document.objects.current().filter(employment__in=employments)
    for document in current.select_related("master").defer("snapshot"):
        found[document.employment_id][document.master_id] = document
    return found


@dataclass(frozen=True, slots=True)
class _Batch:
    """Packs that are frozen together, and what is read once for all of them."""

    terms: Terms
    employments: Mapping[int, Employment]
    current: Mapping[int, Current]
    decisions: Mapping[int, Decisions]
    counters: Counters
    packs: list[tuple[HiringPack, list[Draft]]] = field(default_factory=list)

    @classmethod
    def locked(cls, orders: Sequence[PackOrder], terms: Terms) -> "_Batch":
        """Lock the employments, then their counters: in this order everywhere."""
        ids = [order.employment for order in orders]
        rows = Employment.objects.sharing_records().select_for_update(of=("self",))
        employments = {row.pk: row for row in rows.filter(pk__in=ids).order_by("pk")}
        present = [order for order in orders if order.employment in employments]
        registers = [
            (employment.employer, _dated(order, employment).year)
            for order in present
            for employment in [employments[order.employment]]
        ]
        masters = {version.master for order in present for version in order.versions}
        return cls(
            terms=terms,
            employments=employments,
            current=current_documents(ids),
            decisions=decisions_on(list(employments.values())),
            counters=Counters.locked(registers, masters),
        )

    def add(self, order: PackOrder) -> list[Document]:
        """Fill and check a pack; raises what stops it."""
        employment = self.employments.get(order.employment)
        if employment is None:
            raise IssueError("Запись о работе удалена, пока готовились документы.")
        current = self.current.get(employment.pk, {})
        if order.seen is not None:
            refuse_overtaken(current.values(), order.seen)
        dated = _dated(order, employment)
        if found := obstacles(employment, dated):
            raise IssueError(" ".join(found))
        masters = [version.master for version in order.versions]
        numbers = self.counters.following(employment.employer, masters, dated)
        pack = HiringPack(employment=employment, dated=dated, issued_by=self.terms.issued_by)
        drafts = draft_documents(pack, order.versions, numbers, current)
        decisions = self.decisions.get(employment.pk, {})
        checked = check_drafts(pack, drafts, self.terms.law, current, decisions=decisions)
        checked.refuse(confirmed_only=self.terms.confirmed_only)
        pack.freeze(checked.assessment.rows())
        self.counters.take(employment.employer, masters, dated.year)
        self.packs.append((pack, drafts))
        return [draft.document for draft in drafts]

    def enter(self) -> None:
        """Write everything that was added."""
        if not self.packs:
            return
        self.counters.save()
        HiringPack.objects.bulk_create([pack for pack, _ in self.packs])
        _enter_register([draft for _, drafts in self.packs for draft in drafts])
        _mark_issued(self.packs, self.terms.issued_by)


def _dated(order: PackOrder, employment: Employment) -> date:
    return order.on or employment.contract_date


def _enter_register(drafts: Sequence[Draft]) -> None:
    """Retire the documents that give way, insert the new ones, link each old to its successor."""
    old = [draft.superseded for draft in drafts if draft.superseded]
    if old:
        Document.objects.filter(pk__in=[document.pk for document in old]).update(
            status=Document.Status.SUPERSEDED
        )
    Document.objects.bulk_create([draft.document for draft in drafts])
    for draft in drafts:
        if draft.superseded:
            draft.superseded.superseded_by = draft.document
    Document.objects.bulk_update(old, ["superseded_by"])


def _mark_issued(
    packs: Sequence[tuple[HiringPack, Sequence[Draft]]], issued_by: User | None
) -> None:
    """Put contracts' numbers and the new status into the employments; both go into the history."""
    contracted, issued = set[Employment](), set[Employment]()
    for pack, drafts in packs:
        employment, awaits = pack.employment, {Employment.Status.DRAFT, Employment.Status.READY}
        for contract in (d.document for d in drafts if d.document.master.kind == CONTRACT_KIND):
            employment.number = contract.number
            contracted.add(employment)
            awaits.add(Employment.Status.SIGNED)  # nobody has signed the new contract yet
        if employment.status in awaits:
            employment.status = Employment.Status.ISSUED
            issued.add(employment)
    changed = sorted(employment.pk for employment in contracted | issued)
    Employment.objects.bulk_update(contracted, ["number"])
    Employment.objects.filter(pk__in=[employment.pk for employment in issued]).update(
        status=Employment.Status.ISSUED
    )
    Employment.objects.filter(pk__in=changed).update(updated_at=timezone.now())
    note_changed(Employment, changed, user=issued_by, reason="выпуск документов")

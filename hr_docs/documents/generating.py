"""Many packs at once: what is up to date is kept, the rest is issued, all of it is exported.

One process reads the records and holds the database; a bounded queue of finished Word files feeds
the processes that lay out PDFs, which know nothing of Django. A pack that fails is reported and
the run goes on; what a crash interrupts is finished by the next run.
"""

import hashlib
import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce

from employees.models import Employment
from hr_docs.documents.context import facts_for
from hr_docs.documents.errors import IssueError, LegalObstacleError, OvertakenError
from hr_docs.documents.files import Format
from hr_docs.documents.issuing import (
    CONTRACT,
    ensure_file,
    finish_file,
    freeze_pack,
    frozen_facts,
    render_docx,
)
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.models import Document, MasterVersion
from hr_docs.documents.pdf_workers import PdfWorkers
from hr_docs.documents.seen import mark_of
from hr_docs.documents.source import PackSource
from hr_docs.engine import EngineError
from hr_docs.storage.local import make_private_folder, write_atomically

QUEUE_PER_WORKER = 6
BATCH = 100  # employments read together, in a fixed number of queries


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to make: versions of the kinds, formats, date (None: each contract's own)."""

    versions: Sequence[MasterVersion]
    formats: Collection[Format]
    out: Path
    on: date | None = None
    workers: int = 1


@dataclass(slots=True)
class Outcome:
    """What became of one employment: the files written, or why there are none."""

    personnel_number: str
    name: str
    files: list[Path] = field(default_factory=list)
    issued: int = 0
    kept: int = 0
    error: str = ""
    findings: list[dict[str, Any]] = field(default_factory=list)
    """What the contract check found, as frozen with the packs, or as it stopped the issue."""

    @property
    def unconfirmed(self) -> list[dict[str, Any]]:
        """Warnings that nobody confirmed: they do not stop a run."""
        return [
            row for row in self.findings if row["severity"] == "warning" and not row["decision"]
        ]


@dataclass(slots=True)
class _Job:
    """An employment whose PDFs are being laid out."""

    outcome: Outcome
    folder: Path
    documents: list[Document]
    pdfs: dict[str, Callable[[], bytes]] = field(default_factory=dict)


def generate(employments: Iterable[Employment], order: Order) -> Iterator[Outcome]:
    """Issue and export the packs, yielding each employment's outcome as it is finished."""
    law = Law.in_force()
    with PdfWorkers(order.workers) as workers:
        queue: deque[_Job] = deque()
        for employment in employments:
            queue.append(_start(employment, order, workers, law))
            if len(queue) > order.workers * QUEUE_PER_WORKER:
                yield _finish(queue.popleft(), order)
        while queue:
            yield _finish(queue.popleft(), order)


def employments_to_generate(chosen: Sequence[int]) -> Iterator[Employment]:
    """The employments of these ids with their records and current documents, in batches.

    `earlier` counts the operator's employments that were entered before.
    """
    current = Document.objects.current().select_related("master", "master_version", "pack")
    documents = Prefetch("documents", current.defer("master_version__content"), "current_documents")
    before = Employment.objects.filter(operator=OuterRef("operator"), pk__lt=OuterRef("pk"))
    count = before.order_by().values("operator").annotate(count=Count("pk")).values("count")
    rows = Employment.objects.with_records().prefetch_related(documents)
    rows = rows.annotate(earlier=Coalesce(Subquery(count), 0))
    for start in range(0, len(chosen), BATCH):
        yield from rows.filter(pk__in=chosen[start : start + BATCH]).order_by(
            "operator__personnel_number", "pk"
        )


def _start(employment: Employment, order: Order, workers: PdfWorkers, law: Law) -> _Job:
    operator = employment.operator
    outcome = Outcome(operator.personnel_number, operator.full_name)
    folder = order.out / _folder_name(employment)
    job = _Job(outcome, folder, [])
    try:
        job.documents = _documents_for(employment, order, outcome, law)
        for document in job.documents:
            docx = ensure_file(document, "docx")
            if "pdf" in order.formats and not document.pdf_sha256:
                job.pdfs[document.id.hex] = workers.lay_out(docx)
    except LegalObstacleError as obstacle:
        outcome.error = str(obstacle)
        outcome.findings = [judged.row() for judged in obstacle.findings]
    except (IssueError, EngineError) as error:
        outcome.error = str(error)
    return job


def _documents_for(
    employment: Employment, order: Order, outcome: Outcome, law: Law
) -> list[Document]:
    """The current documents of the ordered kinds, issued anew where the records have changed."""
    documents = {d.master_id: d for d in employment.current_documents}  # type: ignore[attr-defined]
    stale = _stale_versions(employment, order, documents)
    if any(version.master.kind == CONTRACT for version in stale):
        # The other papers of the pack name the contract's number, so they follow it.
        stale = list(order.versions)
    if stale:
        seen = mark_of(documents.values())
        try:
            fresh = freeze_pack(
                employment=employment, versions=stale, on=order.on, law=law, seen=seen
            )
        except OvertakenError:  # by another run: what it issued may be right
            return _documents_for(_read_again(employment), order, outcome, law)
        documents |= {document.master_id: document for document in fresh}
    outcome.issued = len(stale)
    outcome.kept = len(order.versions) - len(stale)
    ordered = [documents[version.master_id] for version in order.versions]
    outcome.findings = _frozen_findings(ordered)
    return ordered


def _read_again(employment: Employment) -> Employment:
    return next(employments_to_generate([employment.pk]))


def _frozen_findings(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """What was found when these documents were issued; a pack is listed once."""
    packs = {document.pack_id: document.pack for document in documents}
    rows = [row for pack in packs.values() for row in pack.findings]
    return [row for number, row in enumerate(rows) if row not in rows[:number]]


def _stale_versions(
    employment: Employment, order: Order, documents: Mapping[int, Document]
) -> list[MasterVersion]:
    """Versions of which the employment has no document that would come out the same today.

    Signed papers are never replaced by a run: a change to them is an agreement, not a reprint.
    """
    if employment.status == Employment.Status.SIGNED:
        return [version for version in order.versions if version.master_id not in documents]
    numbers = {document.master.kind: document.number for document in documents.values()}
    source = PackSource(employment, order.on or employment.contract_date, numbers)
    facts = facts_for(source) if documents else {}
    return [
        version
        for version in order.versions
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
    if not document.docx_sha256:
        return bool(facts == document.snapshot)
    return hashlib.sha256(render_docx(document, facts)).hexdigest() == document.docx_sha256


def _finish(job: _Job, order: Order) -> Outcome:
    if job.outcome.error:
        return job.outcome
    try:
        for document in job.documents:
            if document.id.hex in job.pdfs:
                finish_file(document, "pdf", job.pdfs[document.id.hex]())
            for file_format in order.formats:
                path = job.folder / f"{_file_stem(document)}.{file_format}"
                make_private_folder(path.parent)
                write_atomically(path, [ensure_file(document, file_format)])
                job.outcome.files.append(path)
    except (IssueError, EngineError) as error:
        job.outcome.error = str(error)
    except BrokenProcessPool:
        job.outcome.error = "Процесс вёрстки PDF остановлен: повторите выпуск, документ не потерян."
    return job.outcome


def _folder_name(employment: Employment) -> str:
    """«0001_Иванова_АП»: readable, sortable, safe on every file system, nobody else's.

    Later employments of the same operator are «…_2», «…_3».
    """
    operator = employment.operator
    initials = "".join(part[0] for part in (operator.name, operator.patronymic) if part)
    parts = [_number_in_name(operator.personnel_number), operator.surname, initials]
    earlier: int = employment.earlier  # type: ignore[attr-defined]
    return _safe("_".join(filter(None, parts))) + (f"_{earlier + 1}" if earlier else "")


def _number_in_name(number: str) -> str:
    """The personnel number; «А/1» and «А 1» would be one name, so what is lost becomes a hash."""
    safe = _safe(number)
    return safe if safe == number else f"{safe}-{hashlib.sha256(number.encode()).hexdigest()[:6]}"


def _file_stem(document: Document) -> str:
    """«01_Должностная_инструкция», numbered in the order of signing."""
    return _safe(f"{document.master.signing_order:02}_{document.master.title}")


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name).strip("._")[:100]

"""Many packs at once: what is up to date is kept, the rest is issued, all of it is exported.

One process reads the records and holds the database; a bounded queue of finished Word files feeds
the processes that lay out PDFs, which know nothing of Django. A pack that fails is reported and
the run goes on; what a crash interrupts is finished by the next run.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from employees.models import Employment
from hr_docs.documents.errors import IssueError, LegalObstacleError
from hr_docs.documents.files import Format
from hr_docs.documents.issuing import ensure_file, finish_file
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.models import Document, MasterVersion
from hr_docs.documents.names import file_stem, folder_name
from hr_docs.documents.pdf_workers import PdfWorkers
from hr_docs.documents.renewing import Wanted, renew_papers
from hr_docs.engine import EngineError
from hr_docs.storage.local import make_private_folder, write_atomically

QUEUE_PER_WORKER = 6


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
    wanted = Wanted(versions=order.versions, law=Law.in_force(), on=order.on)
    with PdfWorkers(order.workers) as workers:
        queue: deque[_Job] = deque()
        for employment in employments:
            queue.append(_start(employment, order, workers, wanted))
            if len(queue) > order.workers * QUEUE_PER_WORKER:
                yield _finish(queue.popleft(), order)
        while queue:
            yield _finish(queue.popleft(), order)


def _start(employment: Employment, order: Order, workers: PdfWorkers, wanted: Wanted) -> _Job:
    operator = employment.operator
    outcome = Outcome(operator.personnel_number, operator.full_name)
    folder = order.out / folder_name(employment)
    job = _Job(outcome, folder, [])
    try:
        papers = renew_papers(employment, wanted)
        job.documents, outcome.findings = papers.documents, papers.findings
        outcome.issued, outcome.kept = papers.issued, papers.kept
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


def _finish(job: _Job, order: Order) -> Outcome:
    if job.outcome.error:
        return job.outcome
    try:
        for document in job.documents:
            if document.id.hex in job.pdfs:
                finish_file(document, "pdf", job.pdfs[document.id.hex]())
            for file_format in order.formats:
                path = job.folder / f"{file_stem(document)}.{file_format}"
                make_private_folder(path.parent)
                write_atomically(path, [ensure_file(document, file_format)])
                job.outcome.files.append(path)
    except (IssueError, EngineError) as error:
        job.outcome.error = str(error)
    except BrokenProcessPool:
        job.outcome.error = "Процесс вёрстки PDF остановлен: повторите выпуск, документ не потерян."
    return job.outcome

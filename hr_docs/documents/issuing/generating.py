"""Many packs at once: what is up to date is kept, the rest is issued, all of it is exported.

One process reads the records and holds the database; a bounded queue of finished Word files feeds
the processes that lay out PDFs, which know nothing of Django. Files are stored by threads while the
next packs are frozen: to store is waiting for the disk, for the most part. A pack that fails is
reported and the run goes on; what a crash interrupts is finished by the next run.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from employees.models import Employment
from hr_docs.documents.errors import IssueError, LegalObstacleError
from hr_docs.documents.issuing.files import Format, store_file
from hr_docs.documents.issuing.names import file_stem, folder_name
from hr_docs.documents.issuing.packs import ensure_file, enter_files
from hr_docs.documents.issuing.pdf_workers import PdfWorkers
from hr_docs.documents.issuing.renewing import Papers, Renewed, Wanted, renew_all
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.models import Document, MasterVersion
from hr_docs.engine import EngineError
from hr_docs.storage.local import AT_ONCE, make_private_folder, write_atomically

QUEUE_PER_WORKER = 6
FROZEN_TOGETHER = 20  # packs of one transaction: others wait for their numbers meanwhile


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
    """An employment whose papers are in force, with their files as far as they are at hand."""

    outcome: Outcome
    folder: Path
    documents: list[Document]
    words: dict[Document, bytes] = field(default_factory=dict)
    pdfs: dict[Document, Callable[[], bytes]] = field(default_factory=dict)
    """Being laid out."""
    storing: list[Future[None]] = field(default_factory=list)
    """Word files on their way into the storage."""


def generate(employments: Iterable[Employment], order: Order) -> Iterator[Outcome]:
    """Issue and export the packs, yielding each employment's outcome as it is finished."""
    wanted = Wanted(versions=order.versions, law=Law.in_force(), on=order.on)
    people = iter(employments)
    waiting = max(FROZEN_TOGETHER, order.workers * QUEUE_PER_WORKER)
    with PdfWorkers(order.workers) as workers, ThreadPoolExecutor(AT_ONCE) as threads:
        queue: deque[_Job] = deque()
        while batch := list(islice(people, FROZEN_TOGETHER)):
            renewed = zip(batch, renew_all(batch, wanted), strict=True)
            jobs = [_job(employment, papers, order) for employment, papers in renewed]
            for job in jobs:
                _start(job, order, workers, threads)
            queue.extend(jobs)
            while len(queue) > waiting:
                yield _finish(queue.popleft(), order, threads)
        while queue:
            yield _finish(queue.popleft(), order, threads)


def _start(job: _Job, order: Order, workers: PdfWorkers, threads: Executor) -> None:
    """Have the Word files of a pack stored and its PDFs begun."""
    with _failure_told(job.outcome):
        for document in job.documents:
            word = document.fresh_docx or ensure_file(document, "docx")
            if document.fresh_docx:
                job.storing.append(threads.submit(store_file, document, word, "docx"))
            job.words[document] = word
            if "pdf" in order.formats and not document.pdf_sha256:
                job.pdfs[document] = workers.lay_out(word)


def _job(employment: Employment, renewed: Renewed, order: Order) -> _Job:
    operator = employment.operator
    outcome = Outcome(operator.personnel_number, operator.full_name)
    job = _Job(outcome, order.out / folder_name(employment), [])
    if isinstance(renewed, Papers):
        job.documents, outcome.findings = renewed.documents, renewed.findings
        outcome.issued, outcome.kept = renewed.issued, renewed.kept
        return job
    outcome.error = str(renewed)
    if isinstance(renewed, LegalObstacleError):
        outcome.findings = [judged.row() for judged in renewed.findings]
    return job


def _finish(job: _Job, order: Order, threads: Executor) -> Outcome:
    for stored in job.storing:
        stored.result()
    if not job.outcome.error:
        with _failure_told(job.outcome):
            made = {document: laid_out() for document, laid_out in job.pdfs.items()}
            for _ in threads.map(partial(store_file, file_format="pdf"), made, made.values()):
                pass
            enter_files(made, "pdf")
            for document in job.documents:
                for file_format in order.formats:
                    ready = job.words if file_format == "docx" else made
                    content = ready.get(document) or ensure_file(document, file_format)
                    path = job.folder / f"{file_stem(document)}.{file_format}"
                    make_private_folder(path.parent)
                    write_atomically(path, [content], flush=False)  # a copy: see `flush_files`
                    job.outcome.files.append(path)
    return job.outcome


@contextmanager
def _failure_told(outcome: Outcome) -> Iterator[None]:
    """What goes wrong with one person's files is told with him, and the run goes on."""
    try:
        yield
    except (IssueError, EngineError) as error:
        outcome.error = str(error)
    except BrokenProcessPool:
        outcome.error = "Процесс вёрстки PDF остановлен: повторите выпуск, документ не потерян."

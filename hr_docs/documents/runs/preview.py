"""What a run would do, before anything is done: who gets papers, who does not, which numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from employees.models import Employer, Employment
from hr_docs.documents.errors import IssueError
from hr_docs.documents.explanations import reason
from hr_docs.documents.issuing.numbering import following_numbers
from hr_docs.documents.issuing.readiness import obstacles
from hr_docs.documents.issuing.renewing import (
    BATCH,
    Wanted,
    employments_with_papers,
    let_sign,
    outdated,
)
from hr_docs.documents.legal.assessment import JudgedFinding
from hr_docs.documents.legal.checking import assess_all
from hr_docs.documents.models import WordMaster
from hr_docs.engine import EngineError

Register = tuple[Employer, WordMaster, int]  # with the year


@dataclass(frozen=True, slots=True)
class Hindered:
    """A person who would be left out, and why: sentences, findings of the check."""

    employment: Employment
    reasons: Sequence[str] = ()
    findings: Sequence[JudgedFinding] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that a register would give, if nobody else took any meanwhile."""

    employer: Employer
    master: WordMaster
    first: str
    last: str
    count: int


@dataclass(slots=True)
class Preview:
    """Counts of people, except `documents`; `keep_signatory`: those the chosen one cannot sign for.

    The terms are checked, not the finished texts: those are read when they are made.
    """

    issued: int = 0
    kept: int = 0
    documents: int = 0
    keep_signatory: int = 0
    hindered: list[Hindered] = field(default_factory=list)
    numbers: list[Numbers] = field(default_factory=list)


def preview_run(chosen: Sequence[int], wanted: Wanted) -> Preview:
    """Look at the employments of these ids as `renew_papers` would; nothing is issued."""
    preview, registers = Preview(), Counter[Register]()
    people = employments_with_papers(chosen)
    while batch := list(islice(people, BATCH)):
        for employment in batch:
            let_sign(employment, wanted.signatory)
            preview.keep_signatory += employment.signatory != (
                wanted.signatory or employment.signatory
            )
        for employment, assessment in assess_all(batch, on=wanted.on, law=wanted.law):
            findings = assessment.errors
            if wanted.confirmed_only:
                findings += assessment.unconfirmed
            _note(preview, registers, employment, (wanted, findings))
    preview.numbers = [_numbers(register, count) for register, count in registers.items()]
    return preview


def _note(
    preview: Preview,
    registers: "Counter[Register]",
    employment: Employment,
    judged: tuple[Wanted, Sequence[JudgedFinding]],
) -> None:
    """Count one person."""
    wanted, findings = judged
    dated: date = wanted.on or employment.contract_date
    try:
        stale = outdated(employment, wanted)
    except (IssueError, EngineError) as error:
        preview.hindered.append(Hindered(employment, [reason(error)]))
        return
    if not stale:
        preview.kept += 1
        return
    reasons = obstacles(employment, dated)
    if reasons or findings:
        preview.hindered.append(Hindered(employment, reasons, findings))
        return
    preview.issued += 1
    preview.documents += len(stale)
    for version in stale:
        registers[employment.employer, version.master, dated.year] += 1


def _numbers(register: Register, count: int) -> Numbers:
    employer, master, year = register
    first, last = following_numbers(employer=employer, master=master, year=year, count=count)
    return Numbers(employer, master, first, last, count)

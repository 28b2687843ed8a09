"""The check of a pack before it is issued: the law and consistency, on the finished texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from employees.models import Employment
from hr_docs.documents.errors import InconsistentPackError, LegalObstacleError
from hr_docs.documents.legal.assessment import Assessment, Decisions
from hr_docs.documents.legal.checking import Law, Paper, assess
from hr_docs.documents.legal.consistency import Contradiction, FilledPaper, contradictions


@dataclass(frozen=True, slots=True)
class PackCheck:
    """What was found in a pack that is about to be issued."""

    assessment: Assessment
    contradictions: tuple[Contradiction, ...] = ()

    def refuse(self, *, confirmed_only: bool) -> None:
        """Raise `LegalObstacleError` or `InconsistentPackError` when the pack may not be issued.

        Errors must be overridden; warnings, only where `confirmed_only`, be confirmed.
        """
        waiting = self.assessment.errors
        if confirmed_only:
            waiting += self.assessment.unconfirmed
        if waiting:
            raise LegalObstacleError(waiting)
        if self.contradictions:
            raise InconsistentPackError(self.contradictions)


def check_pack(
    employment: Employment,
    papers: Sequence[FilledPaper],
    *,
    dated: date,
    law: Law,
    decisions: Decisions | None = None,
) -> PackCheck:
    """Check the terms of the employment and the finished papers of its pack; see `assess`."""
    texts = [Paper(paper.title, paper.text.printed) for paper in papers]
    assessment = assess(employment, on=dated, papers=texts, law=law, decisions=decisions)
    return PackCheck(assessment, tuple(contradictions(papers)))

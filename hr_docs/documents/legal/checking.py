"""The contract check of employments: one, a whole list, the texts of a pack."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils import timezone

from employees.models import Employment
from hr_docs.documents.legal.assessment import Assessment, Decisions, JudgedFinding, judge
from hr_docs.documents.legal.facts import contract_facts
from hr_docs.documents.legal.promises import Promises, current_promises
from hr_docs.documents.legal.reference import reference_in_force
from hr_docs.documents.models import FindingDecision
from hr_docs.law import ContractFacts, Finding, Reference, check_contract, told_once


@dataclass(frozen=True, slots=True)
class Law:
    """What every contract is checked against: the figures in force, the words of the master.

    Whoever checks many contracts reads it once and hands it on.
    """

    reference: Reference
    promises: Promises

    @classmethod
    def in_force(cls) -> Self:
        """As of now; a handful of small queries."""
        return cls(reference_in_force(), current_promises())


@dataclass(frozen=True, slots=True)
class Paper:
    """One finished document: its title and its text, with the numbers of clauses before them."""

    title: str
    text: str


def findings_for(employment: Employment, *, law: Law | None = None) -> list[Finding]:
    """What the law objects to in the terms; the employment may be unsaved and half filled in."""
    law = law or Law.in_force()
    judged = _judged_terms(employment, _date_of(employment, None), law, decisions={})
    return [one.finding for one in judged]


def assess(
    employment: Employment,
    *,
    on: date | None = None,
    papers: Collection[Paper] = (),
    law: Law | None = None,
    decisions: Decisions | None = None,
) -> Assessment:
    """Findings in the terms, and in the texts of `papers`, with the decisions on them.

    `decisions` are those of `decisions_on`, read at once for many; they are read here for None.
    """
    law = law or Law.in_force()
    dated = _date_of(employment, on)
    if decisions is None:
        decisions = decisions_on([employment]).get(employment.pk, {})
    judged = list(_judged_terms(employment, dated, law, decisions))
    for paper in papers:
        judged.extend(_judged_text(paper, dated, law, decisions))
    return Assessment.of(judged)


def assess_all(
    employments: Iterable[Employment], *, on: date | None = None, law: Law | None = None
) -> Iterator[tuple[Employment, Assessment]]:
    """The terms of many contracts, with records from `with_records()`, in a few queries."""
    employments = list(employments)
    decisions = decisions_on(employments)
    law = law or Law.in_force()
    for employment in employments:
        dated, own = _date_of(employment, on), decisions.get(employment.pk, {})
        yield employment, Assessment.of(_judged_terms(employment, dated, law, own))


def past_decisions(employment: Employment, found: Iterable[JudgedFinding]) -> list[FindingDecision]:
    """Decisions that none of these findings is about any more, the newest first.

    Those on the text of a paper are among them when only the terms were checked.
    """
    standing = {judged.fingerprint for judged in found}
    decisions = FindingDecision.objects.filter(employment=employment).select_related("user")
    return [decision for decision in decisions if decision.fingerprint not in standing]


def _date_of(employment: Employment, on: date | None) -> date:
    """A form may not know its date yet: today's law is the best guess then."""
    return on or employment.contract_date or timezone.localdate()


def decisions_on(employments: Collection[Employment]) -> dict[int, Decisions]:
    """What people decided on the findings of each employment, by its id; one query."""
    found: dict[int, dict[str, FindingDecision]] = defaultdict(dict)
    ids = [employment.pk for employment in employments if employment.pk]
    if ids:
        rows = FindingDecision.objects.filter(employment__in=ids).select_related("user")
        for decision in rows:
            found[decision.employment_id][decision.fingerprint] = decision
    return dict(found)


def _judged_terms(
    employment: Employment, dated: date, law: Law, decisions: Decisions
) -> Iterator[JudgedFinding]:
    facts = contract_facts(employment, dated, promises=law.promises)
    findings = told_once(check_contract(facts, dated, reference=law.reference))
    return judge(findings, facts, decisions)


def _judged_text(
    paper: Paper, dated: date, law: Law, decisions: Decisions
) -> Iterator[JudgedFinding]:
    """The rules that read, alone: the terms are judged once, whatever papers there are."""
    facts = ContractFacts(text=paper.text)
    findings = check_contract(facts, dated, reference=law.reference)
    return judge(findings, facts, decisions, paper=paper.title)

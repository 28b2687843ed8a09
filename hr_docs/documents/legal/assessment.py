"""Findings of one employment with what people decided about them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from hr_docs.documents.models import FindingDecision
from hr_docs.law import ContractFacts, Finding, Severity
from hr_docs.pages.users import name_of

Decisions = Mapping[str, FindingDecision]
"""The decisions of one employment by the fingerprint of their finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedFinding:
    """A finding, and the decision of the person who answers for it, if there is one.

    `paper` is the title of the document whose text it was found in; empty for the terms of the
    contract. `fingerprint` stands for the rule, its severity, the message with its values and the
    value or sentence concerned: a finding on changed facts has another one.
    """

    finding: Finding
    fingerprint: str
    paper: str = ""
    decision: FindingDecision | None = None

    @property
    def needs_override(self) -> bool:
        """Whether this is an error that nobody overrode: it stops the issue."""
        return self.finding.severity == Severity.ERROR and self.decision is None

    @property
    def needs_confirmation(self) -> bool:
        """Whether this is a warning that nobody confirmed."""
        return self.finding.severity == Severity.WARNING and self.decision is None

    @property
    def place(self) -> str:
        """«Трудовой договор, пункт 5.3»; empty for the terms of the contract."""
        clause = f"пункт {self.finding.clause}" if self.finding.clause else ""
        return ", ".join(filter(None, [self.paper, clause]))

    @property
    def sentence(self) -> str:
        """What is wrong, where, by which rule, and what to do."""
        finding = self.finding
        quote = f"«{finding.quote}» — {self.place}. " if finding.quote else ""
        return f"{finding.message} {quote}{finding.mend} [{finding.rule}, {finding.basis}]"

    def row(self) -> dict[str, Any]:
        """As JSON: the report of commands, and what is frozen with a pack."""
        finding, decision = self.finding, self.decision
        return {
            "rule": finding.rule,
            "severity": str(finding.severity),
            "basis": finding.basis,
            "message": finding.message,
            "field": finding.field,
            "mend": finding.mend,
            "verified": finding.verified,
            "paper": self.paper,
            "clause": finding.clause,
            "quote": finding.quote,
            "decision": _decision_row(decision) if decision else None,
        }


def _decision_row(decision: FindingDecision) -> dict[str, str]:
    return {
        "kind": decision.kind,
        "by": name_of(decision.user),
        "reason": decision.reason,
        "at": decision.decided_at.isoformat(),
    }


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that the contract check found in one employment, the worst first."""

    findings: tuple[JudgedFinding, ...] = ()

    @classmethod
    def of(cls, judged: Iterable[JudgedFinding]) -> Self:
        """In order of severity, what was found twice only once."""
        unique: dict[str, JudgedFinding] = {}
        for one in judged:
            unique.setdefault(one.fingerprint, one)
        return cls(tuple(sorted(unique.values(), key=_severity)))

    @property
    def errors(self) -> tuple[JudgedFinding, ...]:
        """Errors that nobody overrode."""
        return tuple(judged for judged in self.findings if judged.needs_override)

    @property
    def unconfirmed(self) -> tuple[JudgedFinding, ...]:
        """Warnings that nobody confirmed."""
        return tuple(judged for judged in self.findings if judged.needs_confirmation)

    def rows(self) -> list[dict[str, Any]]:
        """All findings as JSON."""
        return [judged.row() for judged in self.findings]


def _severity(judged: JudgedFinding) -> int:
    return list(Severity).index(judged.finding.severity)


def judge(
    findings: Iterable[Finding], facts: ContractFacts, decisions: Decisions, *, paper: str = ""
) -> Iterator[JudgedFinding]:
    """Put each finding beside the decision that was taken on just this finding."""
    for finding in findings:
        fingerprint = _fingerprint(finding, facts, paper)
        yield JudgedFinding(
            finding=finding,
            fingerprint=fingerprint,
            paper=paper,
            decision=decisions.get(fingerprint),
        )


def _fingerprint(finding: Finding, facts: ContractFacts, paper: str) -> str:
    value = finding.quote if finding.field == "text" else _value(facts, finding.field)
    concerned = (finding.rule, str(finding.severity), finding.message, paper, str(value))
    return hashlib.sha256("\0".join(concerned).encode()).hexdigest()


def _value(facts: ContractFacts, field: str) -> object:
    """The fact of a dotted name; None where it, or an object on the way, is unknown."""
    value: object = facts
    for name in field.split("."):
        value = getattr(value, name, None)
    return value

"""What the contract check says of employments, counted for badges and filters."""

from collections import Counter
from collections.abc import Iterable

from hr_docs.documents.legal.assessment import JudgedFinding
from hr_docs.law import Finding, Severity


def counted(found: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each severity there are, the severities without any left out."""
    counts = Counter(finding.severity.value for finding in found)
    return {severity.value: counts[severity] for severity in Severity if counts[severity]}


def waiting(judged: Iterable[JudgedFinding]) -> dict[str, int]:
    """The same without those that somebody has answered for."""
    return counted(one.finding for one in judged if one.decision is None)

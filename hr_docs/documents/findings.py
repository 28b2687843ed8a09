"""What the contract check finds in the terms of employments, for lists and cards."""

from collections import Counter
from collections.abc import Iterable

from employees.models import Employment
from hr_docs.documents.legal_facts import contract_facts
from hr_docs.law import Finding, Severity, check_contract


def findings_of(employment: Employment) -> list[Finding]:
    """Findings on the day of the contract, the worst first."""
    dated = employment.contract_date
    return check_contract(contract_facts(employment, dated), dated)


def counted(found: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each severity there are, the severities without any left out."""
    counts = Counter(finding.severity.value for finding in found)
    return {severity.value: counts[severity] for severity in Severity if counts[severity]}

"""Write down what the check found."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils import timezone

from employees.models import Employment
from hr_docs.documents.legal.assessment import Assessment
from hr_docs.documents.lists.findings import waiting
from hr_docs.documents.models import ContractAssessment
from hr_docs.law import Severity

Checked = Iterable[tuple[Employment, Assessment]]
BATCH = 500
_VALUES = [
    "errors",
    "warnings",
    "advice",
    "stamp",
    "employment_changed",
    "operator_changed",
    "status",
    "acquaintances",
    "computed_at",
]


def keep(checked: Checked, *, now: dict[int, str]) -> None:
    """Keep the outcomes of employments that were checked as their contracts are dated.

    The employments carry their operator and acquaintances (`with_records()`). `now` are the stamps
    taken before they were read: a change in between leaves the outcome out of date, not wrong.
    """
    outcomes = (outcome_of(employment, found, now) for employment, found in checked)
    for batch in _batches(outcomes):
        ContractAssessment.objects.bulk_create(
            batch, update_conflicts=True, unique_fields=["employment"], update_fields=_VALUES
        )


def outcome_of(
    employment: Employment, found: Assessment, now: dict[int, str]
) -> ContractAssessment:
    """The outcome as it would be kept."""
    counts = waiting(found.findings)
    return ContractAssessment(
        employment=employment,
        errors=counts.get(Severity.ERROR, 0),
        warnings=counts.get(Severity.WARNING, 0),
        advice=counts.get(Severity.ADVICE, 0),
        stamp=now.get(employment.employer_id, ""),
        employment_changed=employment.updated_at,
        operator_changed=employment.operator.updated_at,
        status=employment.status,
        acquaintances=len(employment.acquaintances.all()),
        computed_at=timezone.now(),
    )


def forget(employment: Employment) -> None:
    """After a decision on a finding: the outcome is computed when it is next asked for."""
    ContractAssessment.objects.filter(employment=employment).delete()


def _batches(outcomes: Iterator[ContractAssessment]) -> Iterator[list[ContractAssessment]]:
    while batch := list(islice(outcomes, BATCH)):
        yield batch

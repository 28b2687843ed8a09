"""Employments by what the contract check said of them."""

from django.db.models import Q

from employees.models.employment import EmploymentQuerySet
from hr_docs.documents.outcomes.renewing import bring_up_to_date

WITH_ERRORS = Q(assessment__errors__gt=0)
"""Errors that nobody overrode; true of what is kept, which `bring_up_to_date` renews."""
WITH_WARNINGS = Q(assessment__warnings__gt=0)
"""Warnings that nobody confirmed."""


def with_outcome(rows: EmploymentQuerySet, condition: Q) -> tuple[EmploymentQuerySet, int]:
    """Those of `rows` of which the condition is true, and how many are still to be checked.

    With something left the answer is right of all the others, and the rest is on its way.
    """
    left = bring_up_to_date(rows)
    return rows.filter(condition), left

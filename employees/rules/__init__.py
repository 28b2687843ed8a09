"""What makes a record nonsense, in words for HR: pure checks on unsaved instances.

No rule queries the database, so that one pass over ten thousand rows of a spreadsheet costs none.
Relations that a rule reads must be set on the instance. What is merely unlawful is the business of
the contract check (`hr_docs.law`); what stands here would print a paper that contradicts itself.
"""

from employees.rules.employer import employer_problems, signatory_problems, site_problems
from employees.rules.employment import employment_problems
from employees.rules.operator import operator_problems
from employees.rules.problem import Problem

__all__ = [
    "Problem",
    "employer_problems",
    "employment_problems",
    "operator_problems",
    "signatory_problems",
    "site_problems",
]

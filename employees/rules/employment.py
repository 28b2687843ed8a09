"""Contradictions in the terms of an employment."""

from employees.models import Employment
from employees.rules import place, term, time_and_pay
from employees.rules.problem import Problem, run_rules


def employment_problems(employment: Employment) -> list[Problem]:
    """All contradictions; relations must be set and the fields cleaned."""
    return run_rules(employment, (*term.RULES, *place.RULES, *time_and_pay.RULES))

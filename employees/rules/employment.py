"""Contradictions in the terms of an employment."""

from employees.models import Employment
from employees.rules import guarantees, place, term, time_and_pay
from employees.rules.problem import Problem, run_rules


def employment_problems(employment: Employment) -> list[Problem]:
    """All contradictions; relations must be set and the fields cleaned."""
    topics = (term, place, time_and_pay, guarantees)
    return run_rules(employment, [rule for topic in topics for rule in topic.RULES])

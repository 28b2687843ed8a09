"""Mistakes that personnel departments really make are found once; lawful oddities are let pass."""

import pytest

from hr_docs.documents.legal.checking import Paper, assess
from hr_docs.law import Severity
from tests.documents.real_hires import LAWFUL, MISTAKES, Hire

pytestmark = pytest.mark.django_db


def found_in(made: Hire) -> list[tuple[str, str]]:
    """Rule and severity of the errors and warnings."""
    papers = [Paper("Трудовой договор", f"4.2. {made.clause}")] if made.clause else []
    judged = assess(made.make(), papers=papers).findings
    return [
        (one.finding.rule, one.finding.severity.value)
        for one in judged
        if one.finding.severity != Severity.ADVICE
    ]


@pytest.mark.parametrize("what", MISTAKES)
def test_a_real_mistake_is_found_exactly_once(what: str):
    rule, severity, made = MISTAKES[what]
    assert found_in(made) == [(rule, severity)]


@pytest.mark.parametrize("what", LAWFUL)
def test_a_tricky_lawful_hire_has_no_error(what: str):
    assert [rule for rule, severity in found_in(LAWFUL[what]) if severity == "error"] == []


def test_an_ordinary_hire_has_neither_error_nor_warning():
    assert found_in(Hire({}, {}, "")) == []

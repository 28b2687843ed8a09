"""The law at its boundaries: ages, terms, amounts, and what is unknown or absent."""

from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load((Path(__file__).parent / "boundary_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("rule", "expected", "facts"),
    [(rule, expected, facts) for rule, cases in CASES.items() for expected, facts in cases],
)
def test_the_rule_knows_its_boundary(rule, expected, facts, fires):
    assert fires(rule, facts) is expected

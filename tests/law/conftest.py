"""Asking the contract check."""

import pytest

from hr_docs.law import ContractFacts, check_contract
from tests.law.contracts import ON


@pytest.fixture(scope="session")
def check():
    """Check facts given as a mapping; the day of the check is ON unless said otherwise."""

    def findings(mapping, on=ON, reference=None):
        return check_contract(ContractFacts.from_mapping(mapping), on, reference=reference)

    return findings


@pytest.fixture(scope="session")
def fires(check):
    """Whether a rule has a finding on facts given as a mapping."""

    def rule_fires(rule, mapping, on=ON, reference=None):
        return rule in {finding.rule for finding in check(mapping, on, reference)}

    return rule_fires

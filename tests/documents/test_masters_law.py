"""No rule that reads the text of a paper fires on the shipped masters."""

from datetime import date

import pytest

from hr_docs.law.check import all_rules, check_contract
from hr_docs.law.facts import ContractFacts
from tests.documents.master_papers import KINDS, PEOPLE, contract, paper

SIGNED = date(2026, 11, 23)
AGAINST_THE_LAW = (
    ("TK192-FINE", "За опоздание Работник уплачивает штраф 500 рублей."),
    ("FZ152-SEPARATE", "Работник даёт согласие на обработку персональных данных."),
    ("TK99-BLANKET", "Работник обязан выходить сверхурочно по требованию Работодателя."),
)


def found_in(text):
    """Rules of the contract check that object to the text."""
    facts = ContractFacts.from_mapping({"text": text, "contract": {"date": SIGNED}})
    searching = {rule.id for rule in all_rules() if rule.search}
    return {finding.rule for finding in check_contract(facts, SIGNED)} & searching


@pytest.mark.parametrize(("rule", "clause"), AGAINST_THE_LAW)
def test_a_clause_against_the_law_would_be_found(rule, clause):
    assert found_in(f"{contract()}\n{clause}") == {rule}


@pytest.mark.parametrize(("kind", "who"), [(kind, who) for kind in KINDS for who in PEOPLE])
def test_the_contract_check_finds_nothing_in_the_text(kind, who):
    assert found_in(paper(kind, PEOPLE[who])) == set()

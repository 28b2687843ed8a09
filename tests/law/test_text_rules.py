"""Rules that read the text find a violation in many words and let innocent sentences pass."""

from pathlib import Path
from time import process_time

import pytest
import yaml

from hr_docs.law import ContractFacts, all_rules, check_contract
from tests.law.contracts import ON

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "text_cases.yaml").read_text(encoding="utf-8"))
LAWFUL = yaml.safe_load((HERE / "lawful_cases.yaml").read_text(encoding="utf-8"))
VIOLATIONS = [(rule, text) for rule, case in CASES.items() for text in case["violates"]]
INNOCENT = [text for case in CASES.values() for text in case["innocent"]] + LAWFUL


def rules_found_in(text):
    return {finding.rule for finding in check_contract(ContractFacts(text=text), ON)}


@pytest.mark.parametrize(("rule", "text"), VIOLATIONS)
def test_it_finds_the_violation(rule, text):
    assert rule in rules_found_in(text)


@pytest.mark.parametrize("text", INNOCENT)
def test_it_lets_innocent_words_pass(text):
    assert rules_found_in(text) == set()


def test_every_search_has_its_cases():
    assert set(CASES) == {rule.id for rule in all_rules() if rule.search}


def test_a_word_repeated_thousands_of_times_is_read_quickly():
    begun = process_time()
    assert rules_found_in("штраф " * 5_000) == set()
    assert process_time() - begun < 2  # seconds; with backtracking it took more than five

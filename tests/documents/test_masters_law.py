"""No rule of the reference list that reads the text of a paper fires on the shipped masters."""

import importlib.util

import pytest
import yaml

from tests.documents.master_papers import CONTRACT, DESCRIPTION, KINDS, PEOPLE, paper

pytestmark = [
    pytest.mark.shared,
    # The reference script leaves its file to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
# What must be in the papers, or the test proves little.
EXPECTED = {CONTRACT: "Штрафы", DESCRIPTION: "Должностные обязанности"}


@pytest.fixture(scope="module")
def check(shared):
    spec = importlib.util.spec_from_file_location("check_rules", shared / "law" / "check_rules.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.run


@pytest.fixture(scope="module")
def text_rules(shared):
    rules = yaml.safe_load((shared / "law" / "rules.yaml").read_text(encoding="utf-8"))["rules"]
    return [rule for rule in rules if "text" in rule["violates"]]


def test_the_reference_list_has_rules_of_the_text(text_rules, check):
    assert len(text_rules) >= 9
    assert all(check(rule["expr"], rule["violates"]) for rule in text_rules)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_rule_fires(kind, who, text_rules, check):
    text = paper(kind, PEOPLE[who])
    assert EXPECTED.get(kind, "") in text
    dated = {"contract": {"date": yaml.safe_load("2026-11-23")}}
    fired = [rule["id"] for rule in text_rules if check(rule["expr"], {"text": text} | dated)]
    assert fired == []

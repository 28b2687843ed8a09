"""Every rule fires on its violating example and is silent on its passing one."""

import pytest
import yaml

from hr_docs.law import ContractFacts, Severity, all_rules, examples, load_reference
from hr_docs.law.check import OBJECTS
from tests.law.contracts import WORK_MODES

RULES = all_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_it_fires_on_what_breaks_the_rule(rule, fires):
    assert fires(rule.id, examples()[rule.id].violates)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_it_is_silent_on_what_keeps_the_rule(rule, fires):
    assert not fires(rule.id, examples()[rule.id].passes)


def test_every_example_belongs_to_a_rule():
    assert set(examples()) == {rule.id for rule in RULES}


def test_an_example_gives_facts():
    example = examples()["TK91-40"]
    assert example.violating_facts == ContractFacts.from_mapping({"time": {"hours_week": 40.5}})
    assert example.passing_facts == ContractFacts.from_mapping({"time": {"hours_week": 40}})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_tells_its_reader_what_when_and_why(rule):
    words = (rule.topic, rule.basis, rule.condition, rule.mend)
    assert all(words)
    assert bool(rule.check) or bool(rule.search and rule.message)
    assert set(rule.sources) <= set(load_reference().sources)
    assert rule.about
    assert set(rule.about) <= set(OBJECTS)
    assert rule.verified == bool(rule.sources)


@pytest.mark.parametrize("contract", WORK_MODES, ids=lambda contract: contract.__name__)
def test_a_clean_contract_of_each_work_mode_has_neither_error_nor_warning(contract, check):
    found = [f for f in check(contract()) if f.severity != Severity.ADVICE]
    assert found == []


def shared_rules(shared):
    return yaml.safe_load((shared / "law" / "rules.yaml").read_text(encoding="utf-8"))["rules"]


@pytest.mark.shared
def test_all_rules_of_the_material_fire_on_their_own_examples(shared, fires):
    rules = shared_rules(shared)
    silent = [rule["id"] for rule in rules if not fires(rule["id"], rule["violates"])]
    assert (len(rules), silent) == (149, [])


@pytest.mark.shared
def test_all_rules_of_the_material_pass_their_own_examples(shared, fires):
    rules = shared_rules(shared)
    assert [rule["id"] for rule in rules if fires(rule["id"], rule["passes"])] == []


@pytest.mark.shared
def test_severity_and_verification_are_those_of_the_material(shared):
    known = {rule.id: (rule.severity, rule.verified) for rule in RULES}
    wanted = {r["id"]: (r["severity"], r["mark"].startswith("V")) for r in shared_rules(shared)}
    assert {rule: known[rule] for rule in wanted} == wanted

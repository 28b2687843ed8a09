"""Check one contract: run every rule whose objects exist, and put the worst first."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

import hr_docs.law.rules  # noqa: F401 - importing the topics registers their rules
from hr_docs.law.case import Case
from hr_docs.law.facts import ContractFacts
from hr_docs.law.reference import Reference, load_reference
from hr_docs.law.rule import REGISTRY, FactCheck, Finding, Rule, Severity
from hr_docs.law.text import paragraphs_of, passages_of, plain

OBJECTS = tuple(ContractFacts.__dataclass_fields__)
RULES = tuple(REGISTRY.values())
ORDER = {
    rule.id: (list(Severity).index(rule.severity), number) for number, rule in enumerate(RULES)
}


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by topic, in the order in which topics and rules are written."""
    return RULES


def check_contract(
    facts: ContractFacts, on: dt.date, *, reference: Reference | None = None
) -> list[Finding]:
    """What in a contract is against the law, risky or worth a thought, the worst first.

    `on` is the day of the check; the contract's own dates decide which law governs it. Without
    `reference` the figures that ship with the code are used. No finding means that no rule
    objects to what is known: rules are silent on what is not.
    """
    case = Case(facts, on, reference or load_reference())
    objects = tuple(name for name in OBJECTS if getattr(facts, name) is not None)
    findings = [
        rule.finding(message)
        for rule, check in _checks(objects, case.signed, on)
        if (message := check(case)) is not None
    ]
    if facts.text is not None:
        findings.extend(_findings_in(facts.text, case))
    findings.sort(key=lambda finding: ORDER[finding.rule])
    return findings


@lru_cache(maxsize=1024)
def _checks(
    objects: tuple[str, ...], signed: dt.date, on: dt.date
) -> tuple[tuple[Rule, FactCheck], ...]:
    """The checks of facts that concern one of the objects and are in force."""
    return tuple(
        (rule, rule.check)
        for rule in RULES
        if rule.check and rule.in_force(signed, on) and not set(rule.about).isdisjoint(objects)
    )


@lru_cache(maxsize=256)
def _rules_by_stem(
    signed: dt.date, on: dt.date, is_labour: bool
) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """The rules that search the text and are in force, under each of their stems."""
    rules: dict[str, list[Rule]] = {}
    for rule in RULES:
        search = rule.search
        if search is None or not rule.in_force(signed, on):
            continue
        if is_labour or not search.labour_only:
            for stem in search.stems:
                rules.setdefault(stem, []).append(rule)
    return tuple((stem, tuple(owners)) for stem, owners in rules.items())


def _findings_in(text: str, case: Case) -> Iterator[Finding]:
    """Read the document sentence by sentence with the rules whose words occur in it at all."""
    is_labour = not (case.gph.used or case.b2b.used)
    whole = plain(text)
    by_stem = [
        (stem, rules)
        for stem, rules in _rules_by_stem(case.signed, case.on, is_labour)
        if stem in whole
    ]
    for paragraph in paragraphs_of(text):
        words = f"{paragraph.intro} {plain(paragraph.body)}"
        rules = {rule.id: rule for stem, owners in by_stem if stem in words for rule in owners}
        for passage in passages_of(paragraph) if rules else ():
            for rule in rules.values():
                if rule.search and rule.search.finds(passage.words, passage.start, case):
                    yield rule.finding_in_text(passage.quote, paragraph.clause)

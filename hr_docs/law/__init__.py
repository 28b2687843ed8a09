"""The contract check: labour law of the Russian Federation as small, dated, tested rules.

`check_contract(facts, on)` says what in a contract is against the law, risky or worth a thought.
Pure: no clock, no database, no settings; the figures of the law are data of `reference/`.
"""

from hr_docs.law.check import all_rules, check_contract
from hr_docs.law.examples import Example, examples
from hr_docs.law.facts import ContractFacts, FactsError
from hr_docs.law.once import told_once
from hr_docs.law.reference import Reference, ReferenceDataError, load_reference
from hr_docs.law.rule import Finding, Rule, Severity
from hr_docs.law.wages import MonthWage, WageTerms, YearWage, wage_by_month

__all__ = [
    "ContractFacts",
    "Example",
    "FactsError",
    "Finding",
    "MonthWage",
    "Reference",
    "ReferenceDataError",
    "Rule",
    "Severity",
    "WageTerms",
    "YearWage",
    "all_rules",
    "check_contract",
    "examples",
    "load_reference",
    "told_once",
    "wage_by_month",
]

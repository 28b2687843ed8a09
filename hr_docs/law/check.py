"""Check one contract: run every rule whose objects exist, and put the worst first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import hr_docs.law.rules  # noqa: F401 - importing the topics registers their rules
from hr_docs.law.case import Case
from hr_docs.law.facts import ContractFacts
from hr_docs.law.reference import Reference, load_reference
from hr_docs.law.rule import REGISTRY, FactCheck, Finding, Rule, Search, Severity
from hr_docs.law.text import Paragraph, Passage, paragraphs_of, passages_of, plain

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
    if not isinstance(on, dt.date) or isinstance(on, dt.datetime):
        raise TypeError(f"the day of the check is a date, not {type(on).__name__}")
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
def _searching(signed: dt.date, on: dt.date, is_labour: bool) -> "Searching":
    """The rules that search the text and are in force; the same object for the same rules."""
    return _searching_with(
        tuple(
            rule.id
            for rule in RULES
            if rule.search
            and rule.in_force(signed, on)
            and (is_labour or not rule.search.labour_only)
        )
    )


@lru_cache(maxsize=64)
def _searching_with(ids: tuple[str, ...]) -> "Searching":
    rules = tuple((REGISTRY[id], search) for id in ids if (search := REGISTRY[id].search))
    stems = tuple((stem, n) for n, (_, search) in enumerate(rules) for stem in search.stems)
    return Searching(rules, stems)


@dataclass(frozen=True, eq=False, slots=True)
class Searching:
    """Rules that search texts; equal only to itself, so quickly hashed.

    `rules` has each with its search, `stems` each stem with the place of its rule among them.
    """

    rules: tuple[tuple[Rule, Search], ...]
    stems: tuple[tuple[str, int], ...]


Suspect = tuple[Rule, Search, Passage]


@lru_cache(maxsize=8192)
def _suspects(paragraph: Paragraph, searching: Searching) -> tuple[Suspect, ...]:
    """Where a rule may have found something: documents of one master repeat most paragraphs."""
    words = f"{paragraph.intro} {plain(paragraph.body)}"
    possible = sorted({number for stem, number in searching.stems if stem in words})
    return tuple(
        (rule, search, passage)
        for passage in (passages_of(paragraph) if possible else ())
        for rule, search in map(searching.rules.__getitem__, possible)
        if search.suspects(passage.words)
    )


def _findings_in(text: str, case: Case) -> Iterator[Finding]:
    """Read the document paragraph by paragraph, sentence by sentence."""
    searching = _searching(case.signed, case.on, not (case.gph.used or case.b2b.used))
    for paragraph in paragraphs_of(text):
        for rule, search, passage in _suspects(paragraph, searching):
            if search.finds(passage.words, passage.start, case):
                yield rule.finding_in_text(passage.quote, paragraph.clause)

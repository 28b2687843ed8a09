"""An example of each rule broken and one of it kept, to show beside the rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from hr_docs.law.facts import ContractFacts

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """Facts on which a rule fires, and the nearest ones on which it is silent, as written down."""

    violates: Mapping[str, object]
    passes: Mapping[str, object]

    @property
    def violating_facts(self) -> ContractFacts:
        return ContractFacts.from_mapping(self.violates)

    @property
    def passing_facts(self) -> ContractFacts:
        return ContractFacts.from_mapping(self.passes)


@cache
def examples() -> Mapping[str, Example]:
    """The examples of all rules, by the rule's id."""
    found: dict[str, Example] = {}
    for path in sorted(HERE.glob("*.yaml")):
        for rule, pair in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            found[rule] = Example(pair["violates"], pair["passes"])
    return MappingProxyType(found)

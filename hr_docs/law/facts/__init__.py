"""What the contract check is told about one hire: typed values, None where nothing is known.

Three states are kept apart. A fact may be unknown (None), known to be absent (False, 0, an empty
tuple) or known. An object (`employee`, `remote` …) may be absent altogether: then the rules about
it do not run. Money is roubles, rates are roubles an hour, percents are of 100; a date that bounds
a term belongs to it. Names of objects and fields are those a finding names: `employee.fio`.

Build the facts directly, where mypy checks them, or with `ContractFacts.from_mapping`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from hr_docs.law.facts.mapping import FactsError, read_object
from hr_docs.law.facts.papers import (
    Apprentice,
    Change,
    CivilContract,
    Consent,
    Liability,
    Mentor,
    Nda,
    Order,
    ServiceContract,
    Sign,
)
from hr_docs.law.facts.parties import Employee, Employer, Foreign, IdentityDocument, Signatory
from hr_docs.law.facts.terms import Contract, Leave, Pay, Remote, Time

__all__ = [
    "Apprentice",
    "Change",
    "CivilContract",
    "Consent",
    "Contract",
    "ContractFacts",
    "Employee",
    "Employer",
    "FactsError",
    "Foreign",
    "IdentityDocument",
    "Leave",
    "Liability",
    "Mentor",
    "Nda",
    "Order",
    "Pay",
    "Remote",
    "ServiceContract",
    "Sign",
    "Signatory",
    "Time",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractFacts:
    """Everything that is known about one document; an object that is None does not exist.

    `text` is the whole text of the finished document, a paragraph a line, each with the number it
    is printed with.
    """

    employer: Employer | None = None
    employee: Employee | None = None
    contract: Contract | None = None
    pay: Pay | None = None
    time: Time | None = None
    leave: Leave | None = None
    remote: Remote | None = None
    sign: Sign | None = None
    nda: Nda | None = None
    consent: Consent | None = None
    liability: Liability | None = None
    order: Order | None = None
    change: Change | None = None
    mentor: Mentor | None = None
    apprentice: Apprentice | None = None
    gph: CivilContract | None = None
    b2b: ServiceContract | None = None
    foreign: Foreign | None = None
    text: str | None = None

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object]) -> Self:
        """Read nested mappings, as YAML gives them; what is missing, null or blank is unknown.

        A number is an int, a Decimal or a float (read as it is printed, 0.1 is 0.1), never text;
        a date is a date or «2026-11-23». A name that no rule knows, or a value of another type,
        raises `FactsError` with the dotted name.
        """
        return read_object(cls, mapping)

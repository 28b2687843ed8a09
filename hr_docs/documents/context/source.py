"""What the facts of a hiring pack are read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from employees.models import Employment


@dataclass(frozen=True, slots=True)
class PackSource:
    """One employment on the day its papers are dated, with the numbers the papers bear.

    `numbers` maps a kind of document (`employment_contract`, `job_description`,
    `confidentiality_undertaking`, …) to its number in the register; a kind that is not issued yet
    is missing. `contract_dated` is the day of a contract that is in force already, which papers of
    a later day cite (None: it is of the same day). `hr_docs.documents.context.facts_for(source)`
    turns this into the facts that every master of the pack sees; they are JSON and are frozen with
    each document.
    """

    employment: Employment
    dated: date
    numbers: Mapping[str, str] = field(default_factory=dict)
    contract_dated: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentMark:
    """What distinguishes one document of a pack: it fills `документ.*` of the facts.

    `identifier` is the document's UUID; masters keep it in the file's core properties, so that a
    changed copy can still be recognised.
    """

    kind: str
    title: str
    number: str
    dated: date
    identifier: str

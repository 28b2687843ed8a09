"""A row's values put on the records they concern, and what that changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db import models

from employees.importing.column import Target
from employees.importing.parsing import ParsedRow
from employees.importing.references import NotFound, References
from employees.importing.report import RowError
from employees.models import Employment, Operator
from employees.services.identifiers import normalise_operator

RELATIONS = ("employer", "site", "position", "tier", "signatory", "job_description")

Before = dict[str, Any]
"""The stored values of the fields that a row changes, by field name."""


class Outcome(Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BAD = "bad"


_PAPERS_ARE_OUT = {Employment.Status.ISSUED, Employment.Status.SIGNED}


@dataclass(slots=True)
class StagedRow:
    """A row with the records it would save.

    The records are new where they have no primary key; otherwise `…_before` tells what is stored.
    `employment` is None where not even its employer is known.
    """

    parsed: ParsedRow
    operator: Operator
    operator_before: Before = field(default_factory=dict)
    employment: Employment | None = None
    employment_before: Before = field(default_factory=dict)

    @property
    def errors(self) -> list[RowError]:
        """What forbids the row."""
        return self.parsed.errors

    @property
    def is_new(self) -> bool:
        """Whether the operator is not stored yet."""
        return self.operator.pk is None

    @property
    def is_same(self) -> bool:
        """Whether everything that the row says is stored already."""
        return not (
            self.is_new
            or self.employment is None
            or self.employment.pk is None
            or self.operator_before
            or self.employment_before
        )

    @property
    def is_issued(self) -> bool:
        """Whether the papers of its employment are out: they will not change with the records."""
        return self.employment is not None and self.employment.status in _PAPERS_ARE_OUT

    @property
    def outcome(self) -> Outcome:
        """Bad with any error; otherwise by what it would do to the records."""
        if self.errors:
            return Outcome.BAD
        if self.is_new:
            return Outcome.NEW
        return Outcome.SAME if self.is_same else Outcome.CHANGED


def stage_operator(parsed: ParsedRow, stored: Operator | None) -> StagedRow:
    """Put the row's values on the stored operator, or on a new one."""
    operator = Operator() if stored is None else stored
    values = dict(parsed.of(Target.OPERATOR))
    before = _values(operator, values)
    for name, value in values.items():
        setattr(operator, name, value)
    for problem in normalise_operator(operator):
        parsed.refuse(Target.OPERATOR, problem)
    changed = {} if stored is None else _changed(operator, before)
    return StagedRow(parsed, operator, changed)


def stage_employment(
    row: StagedRow,
    references: References,
    find_stored: Callable[[tuple[int, int, str]], Employment | None],
) -> None:
    """Put the row's values on the operator's current employment, or on a new one.

    Relations that the row does not name stay as stored; for a new employment they are the only
    possible ones. What cannot be found is noted as an error of the row. Raises UnusableFile where
    a new employment lacks obligatory columns.
    """
    values = dict(row.parsed.of(Target.EMPLOYMENT))
    try:
        employer = references.employer(row.parsed.reference("employer"))
    except NotFound as error:
        row.parsed.refuse(Target.REFERENCE, error.problem)
        return
    kind = values.get("kind", Employment.Kind.MAIN)
    stored = None if row.is_new else find_stored((row.operator.pk, employer.pk, kind))
    if stored is None and not row.errors:
        row.parsed.headings.require_all(row.parsed.row.number)
    employment = stored or Employment(employer=employer, status=Employment.Status.READY)
    if stored is not None:
        references.attach(employment)
    before = _values(employment, [*values, *RELATIONS])
    for name, value in values.items():
        setattr(employment, name, value)
    employment.operator = row.operator
    if employment.contract_date is not None:
        _relate(row.parsed, employment, references)
    row.employment = employment
    row.employment_before = {} if stored is None else _changed(employment, before)


def _relate(parsed: ParsedRow, employment: Employment, references: References) -> None:
    said, signed = parsed.reference, employment.contract_date
    employer, is_stored = employment.employer, employment.pk is not None
    finders: dict[str, Callable[[], models.Model]] = {
        "site": lambda: references.site(said("site"), employer),
        "position": lambda: references.position(said("position"), said("department")),
        "tier": lambda: references.tier(said("tier")),
        "signatory": lambda: references.signatory(said("signatory"), employer, signed),
        "job_description": lambda: references.job_description(
            employment.position, employment.tier, signed
        ),
    }
    for name, find in finders.items():
        if is_stored and _is_kept(name, parsed, employment, references):
            continue
        try:
            setattr(employment, name, find())
        except NotFound as error:
            parsed.refuse(Target.REFERENCE, error.problem)
            if name in {"position", "tier"}:
                return


def _is_kept(name: str, parsed: ParsedRow, employment: Employment, references: References) -> bool:
    """Whether the stored relation stands: the row says nothing that could change it."""
    if name == "job_description":
        return references.keeps_job_description(employment)
    if name == "position" and parsed.reference("department"):
        return False
    return not parsed.reference(name)


def _values(record: models.Model, names: Iterable[str]) -> Before:
    return {name: getattr(record, name) for name in names if record.pk is not None}


def _changed(record: models.Model, before: Before) -> Before:
    return {name: value for name, value in before.items() if getattr(record, name) != value}

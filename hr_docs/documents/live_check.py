"""What the contract check tells the person who fills in the form of an employment."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from employees.models import Employment
from hr_docs.documents.fact_fields import FACT_FIELDS
from hr_docs.documents.findings import counted, findings_of
from hr_docs.documents.legal_facts import contract_facts
from hr_docs.documents.wage_report import WageReport, report_of
from hr_docs.law import Finding
from hr_docs.pages.forms import RecordForm


@dataclass(frozen=True, slots=True)
class LiveCheck:
    """Findings about the fields of the form; `elsewhere` counts those about other records.

    `wages` is the year of the first working day; None where the rate or the day is not known.
    """

    findings: tuple[Finding, ...] = ()
    elsewhere: int = 0
    wages: WageReport | None = None
    is_ready: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity the form has."""
        return counted(self.findings)

    @classmethod
    def of(cls, draft: Employment | None, forms: Iterable[RecordForm]) -> Self:
        """The check of an unsaved employment; a draft of None is not ready to be checked."""
        if draft is None:
            return cls()
        found, empty = findings_of(draft), _still_empty(forms)
        here = [finding for finding in found if _is_of_the_form(finding)]
        return cls(
            findings=tuple(each for each in here if FACT_FIELDS[each.field].name not in empty),
            elsewhere=len(found) - len(here),
            wages=_wages(draft),
            is_ready=True,
        )


def _is_of_the_form(finding: Finding) -> bool:
    field = FACT_FIELDS.get(finding.field)
    return field is not None and field.is_of_the_form


def _still_empty(forms: Iterable[RecordForm]) -> set[str]:
    """Fields that have to be filled in and are not yet: nobody is told off for them meanwhile."""
    return {
        field.name for form in forms for field in form if field.field.required and not field.value()
    }


def _wages(draft: Employment) -> WageReport | None:
    if draft.start_date is None:
        return None
    facts = contract_facts(draft, draft.contract_date)
    return report_of(facts, year=draft.start_date.year)

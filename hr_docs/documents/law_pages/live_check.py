"""What the contract check tells the person who fills in the form of an employment."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from employees.models import Employment
from hr_docs.documents.law_pages.fact_fields import FACT_FIELDS
from hr_docs.documents.law_pages.wage_report import WageReport, wage_report
from hr_docs.documents.legal.checking import Law, findings_for
from hr_docs.documents.lists.findings import counted
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

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity the form has."""
        return counted(self.findings)

    @classmethod
    def of(cls, draft: Employment, forms: Iterable[RecordForm]) -> Self:
        """The check of an unsaved employment."""
        law = Law.in_force()
        found, empty = findings_for(draft, law=law), _still_empty(forms)
        here = [finding for finding in found if _is_of_the_form(finding)]
        return cls(
            findings=tuple(each for each in here if FACT_FIELDS[each.field].name not in empty),
            elsewhere=len(found) - len(here),
            wages=wage_report(draft, law=law),
        )


def _is_of_the_form(finding: Finding) -> bool:
    field = FACT_FIELDS.get(finding.field)
    return field is not None and field.is_of_the_form


def _still_empty(forms: Iterable[RecordForm]) -> set[str]:
    """Fields that have to be filled in and are not yet: nobody is told off for them meanwhile."""
    return {
        field.name for form in forms for field in form if field.field.required and not field.value()
    }

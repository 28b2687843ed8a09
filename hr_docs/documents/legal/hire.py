"""What the facts of one contract are read from: the records, the day, the master's promises."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from employees.models import Employer, Employment, LocalAct, Operator, Site
from hr_docs.documents.legal.acts import ReadActs
from hr_docs.documents.legal.place import WorkPlace
from hr_docs.documents.legal.promises import Promise, Promises


@dataclass(frozen=True)
class Hire:
    """An employment on the day of its contract; it may be one that is only being filled in.

    The records behind it are None while they are not chosen.
    """

    employment: Employment
    dated: date
    promises: Promises

    @cached_property
    def operator(self) -> Operator | None:
        return getattr(self.employment, "operator", None)

    @cached_property
    def employer(self) -> Employer | None:
        return getattr(self.employment, "employer", None)

    @cached_property
    def site(self) -> Site | None:
        return getattr(self.employment, "site", None)

    @cached_property
    def place(self) -> WorkPlace:
        """Where the work is done."""
        return WorkPlace.of(self.employment)

    @cached_property
    def read_acts(self) -> ReadActs:
        """Which local acts are read by the day of the contract."""
        has_sheet = self.promised(Promise.ACQUAINTANCE)
        return ReadActs.of(self.employment, self.dated, has_sheet=has_sheet)

    def promised(self, promise: Promise) -> bool:
        """Whether the contract in use says so."""
        return promise in self.promises

    def act(self, kind: LocalAct.Kind) -> LocalAct | None:
        """The employer's local act of a kind."""
        acts: Iterable[LocalAct] = self.employer.local_acts.all() if self.employer else ()
        return next((act for act in acts if act.kind == kind), None)

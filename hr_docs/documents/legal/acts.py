"""Which local acts the employee has read by the day of the contract (ст. 68 ч. 3 ТК РФ)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Self

from employees.models import Employment, LocalAct


@dataclass(frozen=True, slots=True)
class ReadActs:
    """`due` are the acts that a newcomer reads before signing; `read` maps an act to its day.

    Until the contract is signed, the acts on its sheet of acquaintance count as read on its day:
    the sheet is signed before the contract. Afterwards only what is recorded counts.
    """

    due: tuple[LocalAct, ...] = ()
    read: dict[int, date] = field(default_factory=dict)

    @classmethod
    def of(cls, employment: Employment, dated: date, *, has_sheet: bool) -> Self:
        """`has_sheet`: the contract in use has a sheet of acquaintance."""
        has_employer = getattr(employment, "employer", None) is not None
        due = tuple(employment.acts_to_read(dated)) if has_employer else ()
        recorded = {
            acquaintance.local_act_id: acquaintance.read_on
            for acquaintance in (employment.acquaintances.all() if employment.pk else ())
            if acquaintance.local_act_id
        }
        is_signed = employment.status in {Employment.Status.SIGNED, Employment.Status.ENDED}
        planned = {act.pk: dated for act in due} if has_sheet and not is_signed else {}
        return cls(due, planned | recorded)

    @property
    def last_day(self) -> date | None:
        """The day on which the last act was read; None while one of them is unread."""
        days = [self.read.get(act.pk) for act in self.due]
        return max((day for day in days if day), default=None) if all(days) else None

    def has(self, kind: LocalAct.Kind) -> bool:
        """Whether an act of this kind is among those that were read."""
        return any(act.kind == kind and act.pk in self.read for act in self.due)

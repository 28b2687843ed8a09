"""What a newcomer reads before the contract is signed (ст. 68 ч. 3 ТК РФ)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from employees.models import Acquaintance, Employment, LocalAct
from employees.services.employments import record_acquaintance
from job_descriptions.models import JobDescriptionEdition


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing to be read: either an edition or an act; None for what is not noted as read."""

    job_description: JobDescriptionEdition | None = None
    local_act: LocalAct | None = None
    acquaintance: Acquaintance | None = None

    @property
    def key(self) -> str:
        """Its name within one employment: «job_description», «act_7»."""
        return f"act_{self.local_act.pk}" if self.local_act else "job_description"

    @property
    def approved_on(self) -> date:
        """The day since which it can be read."""
        what = self.local_act or self.job_description
        assert what is not None  # noqa: S101 — it is one of the two
        return what.approved_on

    def __str__(self) -> str:
        if self.local_act:
            number = f" № {self.local_act.number}" if self.local_act.number else ""
            return f"{self.local_act.title}{number}"
        return f"Должностная инструкция {self.job_description}"

    def is_done_by(self, day: date) -> bool:
        """Whether it was read by that day, or somebody said why it was not."""
        noted = self.acquaintance
        return noted is not None and (noted.read_on <= day or bool(noted.late_reason))


def readings_of(employment: Employment) -> list[Reading]:
    """The job description of the employment and the acts that bind it on the contract's day.

    It reads what `Employment.objects.with_records()` has fetched.
    """
    noted = list(employment.acquaintances.all())
    by_act = {each.local_act_id: each for each in noted if each.local_act_id}
    by_edition = {each.job_description_id: each for each in noted if each.job_description_id}
    edition = employment.job_description
    acts = employment.acts_to_read(employment.contract_date)
    return [
        Reading(job_description=edition, acquaintance=by_edition.get(edition.pk)),
        *(Reading(local_act=act, acquaintance=by_act.get(act.pk)) for act in acts),
    ]


def unread_by(employment: Employment, day: date) -> list[Reading]:
    """What the operator must have read by that day and has not."""
    return [each for each in readings_of(employment) if not each.is_done_by(day)]


@transaction.atomic
def record_readings(
    *,
    employment: Employment,
    days: Mapping[str, date],
    late_reason: str = "",
) -> list[Acquaintance]:
    """Note the days on which things were read, by `Reading.key`; all of them or none.

    What is noted on that day already stays as it is. `late_reason` as in `record_acquaintance`,
    which raises ValidationError for a day that cannot be.
    """
    return [
        record_acquaintance(
            employment=employment,
            read_on=days[each.key],
            job_description=each.job_description,
            local_act=each.local_act,
            late_reason=late_reason if days[each.key] > employment.contract_date else "",
        )
        for each in readings_of(employment)
        if each.key in days and not _is_noted(each, days[each.key])
    ]


def _is_noted(reading: Reading, day: date) -> bool:
    return reading.acquaintance is not None and reading.acquaintance.read_on == day

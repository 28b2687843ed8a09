"""The records that a row names: employer, site, position, tier, signatory, job description.

All of them are read once, before the first row.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from employees.importing.cells import folded
from employees.importing.column import Target
from employees.importing.columns import HEADING_OF
from employees.importing.errors import UnusableFile
from employees.models import Employer, Employment, Signatory, Site
from employees.rules import Problem
from job_descriptions.models import ExperienceTier, JobDescriptionEdition, Position

Record = TypeVar("Record")


class NotFound(Exception):  # noqa: N818 - caught where the row is planned
    """No record, or more than one, answers to what the row says."""

    def __init__(self, field: str, reason: str, remedy: str) -> None:
        super().__init__(field, reason, remedy)
        self.problem = Problem(field, reason, remedy)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind of record is spoken of: the column it comes from and its Russian names."""

    field: str
    none_named: str
    none_stored: str
    ambiguous: str


_EMPLOYER = _Kind(
    "employer", "Такого работодателя нет.", "Работодатель не внесён.", "Работодателей"
)
_SITE = _Kind("site", "Такого места работы нет.", "Места работы не внесены.", "Мест работы")
_POSITION = _Kind("position", "Такой должности нет.", "Должности не внесены.", "Должностей")
_TIER = _Kind("tier", "Такого уровня нет.", "Уровни не внесены.", "Уровней")
_SIGNATORY = _Kind(
    "signatory",
    "Такого представителя нет.",
    "Нет представителя с полномочиями на дату договора.",
    "Представителей",
)


class References:
    """Every record that rows may refer to; its methods query nothing.

    `limit` holds the ids of the employers that the user works with; None: all of them. Raises
    UnusableFile where a kind of record that every row needs has not been entered at all.
    """

    def __init__(self, limit: frozenset[int] | None = None) -> None:
        self._limit = limit
        self.employers = {employer.pk: employer for employer in Employer.objects.all()}
        self.sites = {site.pk: site for site in Site.objects.all()}
        self.positions = {position.pk: position for position in Position.objects.all()}
        self.tiers = {tier.pk: tier for tier in ExperienceTier.objects.all()}
        self.signatories = {signatory.pk: signatory for signatory in Signatory.objects.all()}
        self.editions = {edition.pk: edition for edition in JobDescriptionEdition.objects.all()}
        self._editions_of: dict[tuple[int, int], list[JobDescriptionEdition]] = defaultdict(list)
        for edition in self.editions.values():
            self._editions_of[edition.position_id, edition.tier_id].append(edition)
        self._require_all()

    def _require_all(self) -> None:
        lacking = [
            name
            for name, records in (
                ("работодатель", self.employers),
                ("место работы", self.sites),
                ("представитель работодателя", self.signatories),
                ("должность", self.positions),
                ("уровень опыта", self.tiers),
                ("должностная инструкция", self.editions),
            )
            if not records
        ]
        if lacking:
            raise UnusableFile(
                f"Операторов пока не к чему отнести. Не внесено: {', '.join(lacking)}.",
                "Внесите эти записи и повторите импорт.",
            )

    def employer(self, said: str) -> Employer:
        """By ИНН or short name; the only one of the user's own when nothing is said."""
        records: Iterable[Employer] = self.employers.values()
        if not said and self._limit is not None:
            records = [each for each in records if each.pk in self._limit]
        found = _the_one(
            _EMPLOYER,
            records,
            said,
            lambda employer: (employer.inn, employer.short_name, employer.full_name),
        )
        if self._limit is not None and found.pk not in self._limit:
            raise NotFound(
                "employer",
                "С этим работодателем вы не работаете.",
                "Оставьте строки своего работодателя или попросите администратора дать доступ.",
            )
        return found

    def site(self, said: str, employer: Employer) -> Site:
        """By name among the employer's sites."""
        sites = [site for site in self.sites.values() if site.employer_id == employer.pk]
        return _the_one(_SITE, sites, said, lambda site: (site.name,))

    def position(self, said: str, department: str) -> Position:
        """By title, and by department where the title stands in several."""
        positions: Iterable[Position] = self.positions.values()
        if department:
            positions = [
                each for each in positions if folded(each.department) == folded(department)
            ]
            if not positions:
                raise NotFound(
                    "department",
                    "Такого подразделения нет.",
                    "Сверьте название или внесите должность с этим подразделением.",
                )
        return _the_one(_POSITION, positions, said, lambda position: (position.title,))

    def tier(self, said: str) -> ExperienceTier:
        """By title or code."""
        return _the_one(_TIER, self.tiers.values(), said, lambda tier: (tier.title, tier.code))

    def signatory(self, said: str, employer: Employer, on: date) -> Signatory:
        """By full name; when nothing is said, the default one among those with authority."""
        own = [each for each in self.signatories.values() if each.employer_id == employer.pk]
        if said:
            return _the_one(_SIGNATORY, own, said, lambda each: (each.full_name, each.surname))
        able = [each for each in own if _has_authority(each, on)]
        default = [each for each in able if each.is_default]
        return _the_one(_SIGNATORY, default or able, "", lambda _each: ())

    def job_description(
        self, position: Position, tier: ExperienceTier, on: date
    ) -> JobDescriptionEdition:
        """The edition in force that day."""
        for edition in self._editions_of[position.pk, tier.pk]:
            if _is_in_force(edition, on):
                return edition
        raise NotFound(
            "tier",
            f"На {on:%d.%m.%Y} нет действующей должностной инструкции: {position}, {tier.title}.",
            "Утвердите её до даты договора.",
        )

    def keeps_job_description(self, employment: Employment) -> bool:
        """Whether the stored edition is still the right one for position, tier and date."""
        edition = employment.job_description
        return (
            edition.position_id == employment.position_id
            and edition.tier_id == employment.tier_id
            and _is_in_force(edition, employment.contract_date)
        )

    def attach(self, employment: Employment) -> None:
        """Set the relations of a stored employment from the records at hand."""
        employment.employer = self.employers[employment.employer_id]
        employment.site = self.sites[employment.site_id]
        employment.signatory = self.signatories[employment.signatory_id]
        employment.position = self.positions[employment.position_id]
        employment.tier = self.tiers[employment.tier_id]
        employment.job_description = self.editions[employment.job_description_id]


def _is_in_force(edition: JobDescriptionEdition, on: date) -> bool:
    """The same as `JobDescriptionEditionQuerySet.in_force`, of a record at hand."""
    superseded = edition.superseded_on
    return edition.approved_on <= on and (superseded is None or superseded > on)


def _has_authority(signatory: Signatory, on: date) -> bool:
    """The same as `SignatoryQuerySet.with_authority`, of a record at hand."""
    begins, ends = signatory.valid_from, signatory.valid_until
    return (begins is None or begins <= on) and (ends is None or ends >= on)


def _the_one(
    kind: _Kind,
    records: Iterable[Record],
    said: str,
    names: Callable[[Record], Sequence[str]],
) -> Record:
    records = list(records)
    if said:
        named = [each for each in records if folded(said) in map(folded, names(each))]
        if not named:
            known = "; ".join(names(each)[0] for each in records[:_FEW])
            raise NotFound(kind.field, kind.none_named, f"Есть: {known or 'ни одного'}.")
        records = named
    if not records:
        raise NotFound(kind.field, kind.none_stored, "Внесите запись и повторите.")
    if len(records) > 1:
        raise NotFound(
            kind.field,
            f"{kind.ambiguous}: {len(records)}, неясно, о чём речь.",
            _clarify(kind, said),
        )
    return records[0]


def _clarify(kind: _Kind, said: str) -> str:
    if said:
        return "Уточните название в этом столбце (для должности — ещё подразделение)."
    return f"Укажите, кто или что из них, в столбце «{HEADING_OF[Target.REFERENCE, kind.field]}»."


_FEW = 5

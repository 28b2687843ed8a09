"""What in an employment waits for somebody, computed from its dates anew each time.

Every condition says «by this day», never «on this day»: what the product slept through is found on
the next morning. The page «Сегодня» counts with these conditions and the list of operators filters
by them, so that a number and the list behind it are the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.expressions import OrderBy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from employees.models import Employment
from employees.models.employment import EmploymentQuerySet
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.lists.missing_papers import has_unread
from hr_docs.documents.models import Document
from hr_docs.law.reference.calendar import Calendar

DAYS_TO_SIGN = 3
"""Working days from the first shift within which the contract is on paper (ст. 67 ч. 2 ТК РФ)."""

_Status = Employment.Status
_UNSIGNED = (_Status.DRAFT, _Status.READY, _Status.ISSUED)
_AT_WORK = (_Status.ISSUED, _Status.SIGNED)


class Urgency(Enum):
    """How much a condition presses; the order is that of the page."""

    OVERDUE = "overdue"
    URGENT = "urgent"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class Day:
    """The day that is looked at, and the production calendar that counts from it."""

    on: date
    calendar: Calendar

    @property
    def last_overdue_start(self) -> date:
        """The latest first shift whose three working days are over before this day."""
        start = self.on - timedelta(days=1)
        while self.calendar.add_working_days(start, DAYS_TO_SIGN) >= self.on:
            start -= timedelta(days=1)
        return start

    @property
    def is_calendar_known(self) -> bool:
        """Whether the transfers of days off of the year that the term falls into are entered."""
        years = {self.on.year, self.last_overdue_start.year}
        known = [self.calendar.year(year) for year in years]
        return all(year is not None and year.working_days is not None for year in known)


@dataclass(frozen=True, slots=True)
class Condition:
    """One reason to look at an employment.

    `ahead` is how many calendar days before its term it is shown, `notice` how many calendar days
    before it somebody must have been warned; both are 0 where there is no term. `basis` is the law
    or the reason in a few words, `date_of` the field that orders its people and is shown with them.
    """

    code: str
    title: Promise
    urgency: Urgency
    basis: Promise
    matches: Callable[["Condition", Day], Q]
    date_of: str
    ahead: int = 0
    notice: int = 0

    def of(self, rows: EmploymentQuerySet, day: Day) -> EmploymentQuerySet:
        """Those of the employments that it holds for."""
        return rows.filter(self.matches(self, day))

    @property
    def by_date(self) -> tuple[OrderBy | str, ...]:
        """The order of its people: the most pressing first."""
        return (F(self.date_of).asc(nulls_last=True), "pk")

    def until(self, day: Day) -> date:
        """The last day that is looked ahead to."""
        return day.on + timedelta(days=self.ahead)


def _contracts() -> Exists:
    current = Document.objects.current().filter(
        employment=OuterRef("pk"), master__kind=CONTRACT_KIND
    )
    return Exists(current)


def _without_pack(_self: Condition, _day: Day) -> Q:
    return Q(status__in=_UNSIGNED) & ~Q(_contracts())


def _unsigned(_self: Condition, _day: Day) -> Q:
    return Q(status=_Status.ISSUED) & Q(_contracts())


def _overdue(_self: Condition, day: Day) -> Q:
    return Q(status__in=_UNSIGNED, start_date__lte=day.last_overdue_start)


def _in_term(_self: Condition, day: Day) -> Q:
    return Q(status__in=_UNSIGNED, start_date__gt=day.last_overdue_start, start_date__lte=day.on)


def _unacquainted(_self: Condition, _day: Day) -> Q:
    return Q(status=_Status.ISSUED) & has_unread()


def _probation(self: Condition, day: Day) -> Q:
    return Q(status__in=_AT_WORK, probation_until__gte=day.on, probation_until__lte=self.until(day))


def _fixed_term(self: Condition, day: Day) -> Q:
    """A term that is over stays here until the employment is noted as ended (ст. 58 ч. 4 ТК РФ)."""
    return Q(status__in=_AT_WORK, end_date__lte=self.until(day))


def _permit(self: Condition, day: Day) -> Q:
    ends = Q(operator__permit_valid_until__lte=self.until(day))
    return ~Q(status=_Status.ENDED) & ~Q(operator__citizenship="RU") & ends


def _identity(self: Condition, day: Day) -> Q:
    return ~Q(status=_Status.ENDED) & Q(operator__identity_valid_until__lte=self.until(day))


CONDITIONS = (
    Condition(
        "overdue",
        _("At work without a signed contract, three working days are over"),
        Urgency.OVERDUE,
        _("Art. 67 of the Labour Code: three working days from the first shift"),
        _overdue,
        "start_date",
    ),
    Condition(
        "in_term",
        _("At work without a signed contract, the three working days are running"),
        Urgency.URGENT,
        _("Art. 67 of the Labour Code: three working days from the first shift"),
        _in_term,
        "start_date",
    ),
    Condition(
        "without_pack",
        _("Newcomers without a pack"),
        Urgency.URGENT,
        _("No contract in force is issued yet"),
        _without_pack,
        "start_date",
    ),
    Condition(
        "unacquainted",
        _("To be acquainted before signing"),
        Urgency.URGENT,
        _("Art. 68 of the Labour Code: job description and local acts are read first"),
        _unacquainted,
        "start_date",
    ),
    Condition(
        "unsigned",
        _("Papers issued, not signed"),
        Urgency.URGENT,
        _("Hand out, have signed, note it on the card"),
        _unsigned,
        "start_date",
    ),
    Condition(
        "probation",
        _("Probation ends"),
        Urgency.SOON,
        _("Art. 71 of the Labour Code: who fails is warned in writing three days before"),
        _probation,
        "probation_until",
        ahead=10,
        notice=3,
    ),
    Condition(
        "fixed_term",
        _("Fixed term ends"),
        Urgency.SOON,
        _("Art. 79 of the Labour Code: warn in writing three calendar days before"),
        _fixed_term,
        "end_date",
        ahead=14,
        notice=3,
    ),
    Condition(
        "permit",
        _("Permits and patents of foreigners end"),
        Urgency.SOON,
        _("Art. 327.5 of the Labour Code: without a permit the work is suspended"),
        _permit,
        "operator__permit_valid_until",
        ahead=30,
    ),
    Condition(
        "identity",
        _("Identity documents end"),
        Urgency.SOON,
        _("A new document goes to the card and to an additional agreement"),
        _identity,
        "operator__identity_valid_until",
        ahead=30,
    ),
)
"""The named table of conditions and thresholds."""

BY_CODE = {condition.code: condition for condition in CONDITIONS}


def needing(rows: EmploymentQuerySet, code: str, day: Day) -> EmploymentQuerySet:
    """The employments that the condition of that code holds for."""
    return BY_CODE[code].of(rows, day)

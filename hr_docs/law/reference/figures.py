"""What a reference figure is: its amount, the time it holds for, and who says so."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Literal, get_type_hints

Confidence = Literal["high", "medium", "low"]

MINIMUM_WAGE = "minimum_wage"
OWN_WORK = frozenset({"knowledge", "recomputed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something was seen. `kind`: act, authority (its explanation), press, own (not seen)."""

    key: str
    kind: Literal["act", "authority", "press", "own"]
    address: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the law, and when it holds: from `since` to `until`, both days included.

    None on either side means that the author knows no bound. `source` holds keys of
    `Reference.sources`, or the words of the person who entered the figure in the product
    (`author`); an empty `author` marks a figure of the code's own.
    """

    name: str
    amount: Decimal
    unit: str
    basis: str
    source: tuple[str, ...]
    confidence: Confidence
    since: dt.date | None = None
    until: dt.date | None = None
    region: str | None = None
    includes_coefficient: bool = False
    note: str = ""
    author: str = ""

    def holds(self, on: dt.date) -> bool:
        """Whether the figure is in force on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    @property
    def verified(self) -> bool:
        """Whether somebody saw the figure in a source, rather than knew it."""
        return bool(set(self.source) - OWN_WORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the law says in words: a term, a fine (`low`–`high` roubles), a code of a classifier."""

    group: Literal["terms", "fines", "classifiers", "recheck"]
    name: str
    text: str
    basis: str
    source: tuple[str, ...]
    confidence: Confidence
    low: Decimal | None = None
    high: Decimal | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits in force on one day; units and articles stand in `limits.yaml`.

    None: the law set no such limit yet.
    """

    week_normal_hours: Decimal
    week_under_16_hours: Decimal
    week_under_18_hours: Decimal
    week_disabled_hours: Decimal
    week_harmful_hours: Decimal
    week_woman_north_hours: Decimal
    week_woman_rural_hours: Decimal
    pupil_share: Decimal
    secondary_share: Decimal
    shift_14_hours: Decimal
    shift_15_hours: Decimal
    shift_16_17_hours: Decimal
    shift_pupil_14_15_hours: Decimal
    shift_pupil_16_17_hours: Decimal
    shift_usual_hours: Decimal
    overtime_two_days_hours: Decimal
    overtime_year_hours: Decimal
    schedule_notice_months: int
    summed_period_months: Decimal
    summed_period_harmful_months: Decimal
    weekly_rest_hours: Decimal
    break_min_minutes: Decimal
    break_max_minutes: Decimal
    break_needless_hours: Decimal
    night_percent: Decimal
    overtime_coef_first: Decimal
    overtime_coef_next: Decimal
    weekend_coef: Decimal
    pay_times_a_month: int
    pay_days_after_period: int
    pay_gap_days: int
    pay_advance_last_day: int
    bonus_cut_percent: Decimal | None
    deduction_percent: Decimal
    compensation_untaxed_a_day: Decimal | None
    remote_temporary_months: int
    silence_work_days: Decimal
    fixed_term_months: int
    expansion_months: int
    temporary_work_months: int
    sme_headcount: int
    probation_months: int
    probation_short_term_months: int
    probation_short_term_days: int
    probation_none_months: int
    written_form_work_days: int
    change_notice_months: int
    resignation_notice_days: int
    attorney_months: int
    age_general: int
    age_with_consent: int
    age_full: int
    passport_first_age: int
    passport_grace_days: int
    leave_days: Decimal
    leave_minor_days: Decimal
    leave_disabled_days: Decimal
    leave_irregular_days: Decimal
    leave_harmful_days: Decimal
    leave_far_north_days: Decimal
    leave_equated_days: Decimal
    former_employer_months: int


LIMIT_NAMES = frozenset(field.name for field in fields(Limits))
REQUIRED_LIMITS = sorted(
    name for name, hint in get_type_hints(Limits).items() if hint in (int, Decimal)
)
_WHOLE = frozenset(name for name, hint in get_type_hints(Limits).items() if hint is int)


def limits_on(figures: Iterable[Figure], on: dt.date) -> Limits:
    """The limits in force on a day; of two figures for one limit the later in order wins."""
    amounts: dict[str, Decimal | int | None] = dict.fromkeys(LIMIT_NAMES)
    for figure in figures:
        if figure.name in LIMIT_NAMES and figure.holds(on):
            amounts[figure.name] = int(figure.amount) if figure.name in _WHOLE else figure.amount
    return Limits(**amounts)  # type: ignore[arg-type]  # the loader checked that each is there


def turning_days(figures: Iterable[Figure]) -> Iterator[dt.date]:
    """The days on which some figure begins, or the day after one ends."""
    for figure in figures:
        if figure.since is not None:
            yield figure.since
        if figure.until is not None:
            yield figure.until + dt.timedelta(days=1)

"""The terms of employment: contract, pay, working time, leave, remote work."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NewType

WorkClass = NewType("WorkClass", str)
"""A class of working conditions, «2» or «3.1» (426-ФЗ ст. 14), or words while none is set."""

WorkFormat = Literal["onsite", "remote_permanent", "remote_temporary", "remote_hybrid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """The employment contract: its dates, place, term and conditions."""

    date: dt.date | None = None
    place: str | None = None
    start_date: dt.date | None = None
    actual_admission_date: dt.date | None = None
    """The day the employee was let in to work before the contract was signed (ст. 67 ТК РФ)."""
    term: Literal["indefinite", "fixed"] | None = None
    end_date: dt.date | None = None
    end_event: str | None = None
    fixed_reason: str | None = None
    """A ground of ст. 59 ТК РФ, one of `rules.fixed_term.GROUNDS`."""
    kind: str | None = None
    """`main`, or `secondary` for a second job (ст. 282 ТК РФ)."""
    secondary_clause: bool | None = None
    format: WorkFormat | None = None
    workplace: str | None = None
    office_address: str | None = None
    region: str | None = None
    """The subject of the Federation where the work is done: «Пензенская область»."""
    region_coef_required: Decimal | None = None
    """The district coefficient that the law sets for the place of work; 1 where it sets none."""
    north: str | None = None
    """`far_north` or `equated`, any other word elsewhere."""
    rural_area: bool | None = None
    position: str | None = None
    unit: str | None = None
    nature: str | None = None
    """The nature of the work where it is special: «разъездной» (ст. 57 ч. 2 ТК РФ)."""
    work_conditions: WorkClass | None = None
    harmful_guarantees: str | None = None
    social_insurance_clause: bool | None = None
    lna_ack_date: dt.date | None = None
    """The day the employee read the local acts under signature (ст. 68 ч. 3 ТК РФ)."""
    probation_end: dt.date | None = None
    probation_prior_agreement: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """Pay before income tax. `days` are the days of the month on which wages are paid."""

    type: Literal["hourly", "salary", "piecework"] | None = None
    rate_hour: Decimal | None = None
    probation_rate_hour: Decimal | None = None
    tier_rate_hour: Decimal | None = None
    """What others of the same position and tier get for an hour."""
    salary_month: Decimal | None = None
    fixed_monthly_extra: Decimal | None = None
    mrot_topup_clause: bool | None = None
    """The contract promises the difference up to the minimum wage."""
    regional_coef: Decimal | None = None
    currency: str | None = None
    days: tuple[int, ...] | None = None
    advance_day: int | None = None
    final_day: int | None = None
    night_percent: Decimal | None = None
    overtime_coef_1: Decimal | None = None
    overtime_coef_2: Decimal | None = None
    overtime_base: str | None = None
    """`full_pay`, or `rate_only` when allowances and bonuses are left out (ст. 152 ТК РФ)."""
    weekend_coef: Decimal | None = None
    holiday_reward: str | None = None
    indexation_clause: bool | None = None
    bonus_mentioned: bool | None = None
    bonus_regulation: str | None = None
    bonus_cut_percent_of_wage: Decimal | None = None
    bonus_cut_scope: str | None = None
    """`sanction_period`, or `until_sanction_removed`, `year`, `any_period` (ст. 135 ТК РФ)."""
    deduct_percent: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Working time and rest.

    `mode` is `individual`, `shift`, `flex`, `part_time` or another word for the employer's general
    regime; `accounting` is `summed` for summed accounting (ст. 104 ТК РФ).
    """

    mode: str | None = None
    hours_week: Decimal | None = None
    harmful_40_agreement: bool | None = None
    shift_hours: Decimal | None = None
    break_minutes: Decimal | None = None
    meal_in_working_time: bool | None = None
    weekly_rest_hours: Decimal | None = None
    min_rest_between_shifts_hours: Decimal | None = None
    accounting: str | None = None
    period_months: Decimal | None = None
    schedule_text: str | None = None
    schedule_doc: str | None = None
    schedule_from: dt.date | None = None
    schedule_ack_date: dt.date | None = None
    night_hours: bool | None = None
    weekend_work: bool | None = None
    overtime_two_days: Decimal | None = None
    overtime_year: Decimal | None = None
    irregular: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Paid leave, calendar days a year."""

    annual_days: Decimal | None = None
    irregular_days: Decimal | None = None
    north_days: Decimal | None = None
    harmful_days: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """Terms of remote work. `equipment` is `employer`, `own`, `rented` or `mixed`."""

    clause: bool | None = None
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    alternation: str | None = None
    interaction: str | None = None
    equipment: str | None = None
    comp_amount: Decimal | None = None
    comp_per_day: Decimal | None = None
    comp_order: str | None = None
    comp_documents: bool | None = None
    silence_days: Decimal | None = None
    """The contract lets dismiss after more than so many working days without an answer."""
    country: str | None = None
    abroad_free: bool | None = None
    safety_ack: bool | None = None

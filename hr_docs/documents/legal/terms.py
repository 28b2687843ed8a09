"""The terms of an employment as facts of the contract check."""

from decimal import Decimal
from typing import Any

from employees.countries import foreign_country_in
from employees.models import Employment, LocalAct, WorkMode
from hr_docs.documents.legal.hire import Hire
from hr_docs.documents.legal.promises import Promise

Facts = dict[str, Any]

_FORMATS = {
    WorkMode.ON_SITE: "onsite",
    WorkMode.REMOTE: "remote_permanent",
    WorkMode.REMOTE_TEMPORARY: "remote_temporary",
    WorkMode.HYBRID: "remote_hybrid",
}
_GROUNDS = {
    Employment.FixedTermGround.ABSENT_EMPLOYEE: "absent_employee",
    Employment.FixedTermGround.TEMPORARY_WORK: "temporary_2m",
    Employment.FixedTermGround.TEMPORARY_EXTENSION: "temporary_expansion_1y",
    Employment.FixedTermGround.KNOWN_WORK: "defined_work",
    Employment.FixedTermGround.INTERNSHIP: "internship",
    Employment.FixedTermGround.SMALL_BUSINESS: "sme_35",
    Employment.FixedTermGround.PENSIONER: "pensioner",
    Employment.FixedTermGround.STUDENT: "student_fulltime",
    Employment.FixedTermGround.SECONDARY_JOB: "secondary_job",
}
_MONTHS = {
    Employment.AccountingPeriod.MONTH: 1,
    Employment.AccountingPeriod.QUARTER: 3,
    Employment.AccountingPeriod.HALF_YEAR: 6,
    Employment.AccountingPeriod.YEAR: 12,
}
_DAY = Decimal(24)  # hours
_NOT_ASSESSED = "специальная оценка не завершена"
_HARMFUL = frozenset({"3.1", "3.2", "3.3", "3.4", "4"})
_WITH_LEAVE = _HARMFUL - {"3.1"}  # ст. 117 ТК РФ


def contract_terms(hire: Hire) -> Facts:
    """Parties apart, what ст. 57 ТК РФ demands."""
    employment, place = hire.employment, hire.place
    position = getattr(employment, "position", None)
    is_secondary = employment.kind == Employment.Kind.SECONDARY
    return {
        "date": hire.dated,
        "place": hire.employer.city if hire.employer else "",
        "kind": employment.kind,
        "secondary_clause": is_secondary and hire.promised(Promise.SECONDARY_JOB),
        "region": place.region,
        "region_coef_required": place.coefficient,
        "north": place.north,
        "rural_area": place.is_rural,
        "position": position.title if position else "",
        "social_insurance_clause": hire.promised(Promise.SOCIAL_INSURANCE),
        "lna_ack_date": hire.read_acts.last_day,
        **_term(employment),
        **_workplace(hire),
    }


def _term(employment: Employment) -> Facts:
    ground = employment.fixed_term_ground
    return {
        "start_date": employment.start_date,
        "term": employment.term,
        "end_date": employment.end_date,
        "end_event": employment.fixed_term_reason if ground and not employment.end_date else "",
        "fixed_reason": _GROUNDS[Employment.FixedTermGround(ground)] if ground else "",
        "probation_end": employment.probation_until,
        "actual_admission_date": employment.admitted_on,
        "probation_prior_agreement": employment.has_prior_probation_agreement,
    }


def _workplace(hire: Hire) -> Facts:
    mode = WorkMode(hire.employment.work_mode)
    if mode == WorkMode.REMOTE:
        return {"format": _FORMATS[mode], "workplace": hire.employment.remote_locality}
    if hire.site is None:
        return {"format": _FORMATS[mode]}
    work_class = hire.place.conditions_class
    is_guaranteed = work_class in _HARMFUL and hire.promised(Promise.HARMFUL_CONDITIONS)
    return {
        "format": _FORMATS[mode],
        "workplace": hire.site.address,
        "office_address": hire.site.address,
        "work_conditions": work_class or _NOT_ASSESSED,
        "harmful_guarantees": "по договору" if is_guaranteed else "",
    }


def pay_terms(hire: Hire) -> Facts:
    """Pay, as agreed and as far as the contract says it."""
    employment, employer, coefficient = hire.employment, hire.employer, hire.place.coefficient
    bonus = hire.act(LocalAct.Kind.BONUS)
    tops_up = employment.has_minimum_wage_top_up and hire.promised(Promise.TOP_UP)
    is_printed = coefficient == 1 or hire.promised(Promise.DISTRICT_COEFFICIENT)
    return {
        "type": "hourly",
        "rate_hour": employment.hourly_rate,
        "tier_rate_hour": _lowest_of_tier(employment),
        "mrot_topup_clause": tops_up,
        "regional_coef": coefficient if is_printed else None,
        "days": [employer.advance_day, employer.final_day] if employer else None,
        "advance_day": employer.advance_day if employer else None,
        "final_day": employer.final_day if employer else None,
        "night_percent": employment.night_percent if hire.promised(Promise.NIGHT_PAY) else None,
        "holiday_reward": _holiday_reward(hire),
        "indexation_clause": hire.promised(Promise.INDEXATION),
        "bonus_mentioned": employment.has_bonus,
        "bonus_regulation": bonus.title if bonus else "",
    }


def _lowest_of_tier(employment: Employment) -> Decimal | None:
    """What everybody of the tier gets at least; None while no tier is chosen."""
    tier = getattr(employment, "tier", None)
    return tier.rate_min if tier else None


def _holiday_reward(hire: Hire) -> str:
    employment = hire.employment
    if not hire.promised(Promise.HOLIDAY_REWARD):
        return ""
    if employment.holiday_reward == Employment.HolidayReward.LOCAL_ACT:
        return "по локальному акту"
    return str(employment.holiday_reward_amount or "")


def time_terms(hire: Hire) -> Facts:
    """Working time and breaks."""
    employment = hire.employment
    period = employment.accounting_period
    return {
        "mode": _time_mode(employment),
        "hours_week": employment.weekly_hours,
        "shift_hours": employment.shift_hours,
        "break_minutes": employment.break_minutes,
        "accounting": "summed" if employment.has_summed_accounting else "daily",
        "period_months": _MONTHS[Employment.AccountingPeriod(period)] if period else None,
        "schedule_text": str(employment.get_schedule_display()),
        "night_hours": employment.has_night_work,
        "schedule_from": employment.start_date,
        "schedule_ack_date": employment.schedule_read_on,
        **_rest(employment),
    }


def _rest(employment: Employment) -> Facts:
    """Between shifts on days in a row, and over the two days off; a roster may say otherwise."""
    shift, pause = employment.shift_hours, employment.break_minutes
    if shift is None or pause is None or employment.schedule == Employment.Schedule.SLIDING:
        return {}
    between = max(_DAY - shift - Decimal(pause) / 60, Decimal(0))
    return {
        "min_rest_between_shifts_hours": between,
        "weekly_rest_hours": between + 2 * _DAY,
    }


def _time_mode(employment: Employment) -> str:
    if employment.is_part_time:
        return "part_time"
    return "general" if employment.schedule == Employment.Schedule.FIVE_DAY else "shift"


def leave_terms(hire: Hire) -> Facts:
    """Leave: the additional one is for the North, or for harmful work elsewhere."""
    employment, place = hire.employment, hire.place
    extra = employment.extra_leave_days
    is_for_harm = place.conditions_class in _WITH_LEAVE and not place.north
    return {
        "annual_days": employment.leave_days,
        "north_days": extra if place.north else None,
        "harmful_days": extra if is_for_harm else None,
    }


def remote_terms(hire: Hire) -> Facts:
    """Remote work (гл. 49.1 ТК РФ)."""
    employment = hire.employment
    return {
        "clause": hire.promised(Promise.REMOTE_WORK),
        "date_from": employment.remote_from,
        "date_to": employment.remote_until,
        "alternation": employment.alternation,
        "interaction": employment.interaction_system,
        "equipment": employment.equipment,
        "comp_amount": employment.compensation_per_day,
        "comp_per_day": employment.compensation_per_day,
        "comp_documents": employment.has_compensation_papers,
        "comp_order": "вместе с заработной платой",
        "country": foreign_country_in(employment.remote_locality) or "RU",
        "safety_ack": hire.read_acts.has(LocalAct.Kind.SAFETY),
    }

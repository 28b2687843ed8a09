"""An employment's records as the facts that the contract check asks about.

Only what the records know is said; everything else stays unknown to the check.
"""

from datetime import date
from typing import Any

from employees.models import Employer, Employment, LocalAct, Operator, Signatory, WorkMode
from hr_docs.law import ContractFacts

Facts = dict[str, Any]

EAEU = frozenset({"AM", "BY", "KG", "KZ"})

# What the text of the shipped contract promises to everyone; its own tests read it there.
CONTRACT_PROMISES = {
    "contract": {"social_insurance_clause": True},
    "pay": {
        "currency": "RUB",
        "overtime_coef_1": 1.5,
        "overtime_coef_2": 2,
        "overtime_base": "full_pay",
        "weekend_coef": 2,
        "indexation_clause": True,
    },
    "remote": {"silence_days": 2, "country": "RU", "abroad_free": False},
}

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
_STATUSES = {
    Operator.ForeignStatus.TEMPORARY_STAY: "stay",
    Operator.ForeignStatus.TEMPORARY_RESIDENCE: "temporary_residence",
    Operator.ForeignStatus.PERMANENT_RESIDENCE: "residence",
}


def contract_facts(employment: Employment, dated: date, text: str | None = None) -> ContractFacts:
    """Facts of a contract dated that day; `text` is the finished document's, for the text rules."""
    facts: Facts = {
        "employer": _employer(employment.employer, employment.signatory),
        "employee": _employee(employment),
        "contract": _contract(employment, dated),
        "pay": _pay(employment),
        "time": _time(employment),
        "leave": _leave(employment),
        "nda": _secrecy(employment.employer),
    }
    if employment.is_remote:
        facts["remote"] = _remote(employment)
    if employment.operator.is_foreign:
        facts["foreign"] = _foreign(employment.operator)
    if text is not None:
        facts["text"] = text
    return ContractFacts.from_mapping(_known(facts))


def _known(facts: Facts) -> Facts:
    """Without what is unknown: None and empty text say nothing, False and zero do."""
    known: Facts = {}
    for name, value in facts.items():
        if isinstance(value, dict):
            known[name] = _known(value)
        elif value is not None and value != "":
            known[name] = value
    return known


def _employer(employer: Employer, signatory: Signatory) -> Facts:
    return {
        "type": "ip" if employer.kind == Employer.Kind.IP else "org",
        "name": employer.full_name,
        "inn": employer.inn,
        "headcount": employer.headcount,
        "is_sme": employer.is_small_business,
        "regional_refusal": employer.regional_wage_refused,
        "signatory": {
            "fio": signatory.full_name,
            "position": signatory.position,
            "authority_doc": " ".join(
                filter(None, [signatory.get_authority_display(), signatory.authority_number])
            ),
            "authority_from": signatory.valid_from,
            "authority_to": signatory.valid_until,
        },
    }


def _employee(employment: Employment) -> Facts:
    operator = employment.operator
    return {
        "fio": operator.full_name,
        "sex": operator.gender,
        "birth_date": operator.birth_date,
        "citizenship": operator.citizenship,
        "inn": operator.inn,
        "snils": operator.snils,
        "medical_exam": employment.medical_examination_on is not None,
        "parent_consent": employment.has_parental_consent,
        "iddoc": {
            "kind": operator.identity_document,
            "number": f"{operator.identity_series} {operator.identity_number}".strip(),
            "issued_by": operator.identity_issued_by,
            "issued_date": operator.identity_issued_on,
        },
    }


def _contract(employment: Employment, dated: date) -> Facts:
    site = employment.site
    ground = employment.fixed_term_ground
    remote = employment.work_mode == WorkMode.REMOTE
    read = [acquaintance.read_on for acquaintance in employment.acquaintances.all()]
    return CONTRACT_PROMISES["contract"] | {
        "date": dated,
        "place": employment.employer.city,
        "start_date": employment.start_date,
        "term": employment.term,
        "end_date": employment.end_date,
        "end_event": employment.fixed_term_reason if ground and not employment.end_date else "",
        "fixed_reason": _GROUNDS[Employment.FixedTermGround(ground)] if ground else "",
        "kind": employment.kind,
        "secondary_clause": employment.kind == Employment.Kind.SECONDARY,
        "format": _FORMATS[WorkMode(employment.work_mode)],
        "workplace": employment.remote_locality if remote else site.address,
        "office_address": "" if remote else site.address,
        "region": site.region,
        "region_coef_required": site.district_coefficient,
        "north": site.north,
        "rural_area": site.is_rural,
        "position": employment.position.title,
        "work_conditions": "" if remote else site.conditions_class or "оценка не завершена",
        "lna_ack_date": max(read, default=None),
        "probation_end": employment.probation_until,
    }


def _pay(employment: Employment) -> Facts:
    employer = employment.employer
    bonus = _local_act(employer, LocalAct.Kind.BONUS)
    reward_by_act = employment.holiday_reward == Employment.HolidayReward.LOCAL_ACT
    return CONTRACT_PROMISES["pay"] | {
        "type": "hourly",
        "rate_hour": employment.hourly_rate,
        "mrot_topup_clause": employment.has_minimum_wage_top_up,
        "regional_coef": employment.site.district_coefficient,
        "days": [employer.advance_day, employer.final_day],
        "advance_day": employer.advance_day,
        "final_day": employer.final_day,
        "night_percent": employment.night_percent,
        "holiday_reward": "ЛНА" if reward_by_act else str(employment.holiday_reward_amount),
        "bonus_mentioned": employment.has_bonus,
        "bonus_regulation": bonus.title if bonus else "",
    }


def _time(employment: Employment) -> Facts:
    return {
        "mode": _time_mode(employment),
        "hours_week": employment.weekly_hours,
        "shift_hours": employment.shift_hours,
        "break_minutes": employment.break_minutes,
        "accounting": "summed" if employment.has_summed_accounting else "daily",
        "period_months": _MONTHS[Employment.AccountingPeriod(employment.accounting_period)]
        if employment.accounting_period
        else None,
        "schedule_text": employment.get_schedule_display(),
        "night_hours": employment.has_night_work,
    }


def _time_mode(employment: Employment) -> str:
    if employment.is_part_time:
        return "part_time"
    return "general" if employment.schedule == Employment.Schedule.FIVE_DAY else "shift"


def _leave(employment: Employment) -> Facts:
    north = employment.extra_leave_days if employment.site.north else None
    return {"annual_days": employment.leave_days, "north_days": north}


def _secrecy(employer: Employer) -> Facts:
    regime = employer.has_secrecy_regime
    return {
        "trade_secret": regime,
        "access_order": employer.secrecy_order_number,
        "list_doc": bool(_local_act(employer, LocalAct.Kind.SECRECY_LIST)),
    }


def _remote(employment: Employment) -> Facts:
    return CONTRACT_PROMISES["remote"] | {
        "clause": True,
        "date_from": employment.remote_from,
        "date_to": employment.remote_until,
        "alternation": employment.alternation,
        "interaction": employment.interaction_system,
        "equipment": employment.equipment,
        "comp_amount": employment.compensation_per_day,
        "comp_per_day": employment.compensation_per_day,
        "comp_order": "вместе с заработной платой за вторую половину месяца",
    }


def _foreign(operator: Operator) -> Facts:
    status = operator.foreign_status
    return {
        "status": _STATUSES[Operator.ForeignStatus(status)] if status else "",
        "eaeu": operator.citizenship in EAEU,
        "permit_kind": operator.permit,
        "permit_number": operator.permit_number,
        "permit_region": operator.permit_region,
        "permit_to": operator.permit_valid_until,
        "dms": operator.insurance_policy,
    }


def _local_act(employer: Employer, kind: LocalAct.Kind) -> LocalAct | None:
    return next((act for act in employer.local_acts.all() if act.kind == kind), None)

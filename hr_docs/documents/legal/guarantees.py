"""The circumstances on which the law grants guarantees, as facts of the contract check.

A mark that is not set says nothing: it stays unknown, and the rules that need it stay silent.
"""

from datetime import date
from typing import Any

from employees.models import Employment
from hr_docs.documents.legal.hire import Hire
from hr_docs.law.logic import add_months, age

Facts = dict[str, Any]

_Care, _Education, _Exemption = (
    Employment.ChildCare,
    Employment.Education,
    Employment.ProbationExemption,
)
_HOLIDAYS = (6, 9)  # June to August: a pupil works a whole norm then (ст. 92 ТК РФ)
_INFANT_MONTHS, _SMALL_CHILD_YEARS, _CHILD_YEARS = 18, 3, 14


def guarantees(hire: Hire) -> Facts:
    """What the law protects in the employee himself, and in his family."""
    employment = hire.employment
    return {
        "first_job": _first_job(employment),
        "pregnant": employment.is_pregnant or None,
        "disability_group": employment.disability_group,
        "shift_limit_medical": employment.shift_limit_hours,
        "disabled_child": employment.has_disabled_child or None,
        "carer": employment.cares_for_relative or None,
        "pensioner": employment.is_pensioner or None,
        **_studies(employment),
        **_exemption(employment),
        **_children(employment, hire.dated),
    }


def night_consent(employment: Employment) -> Facts | None:
    """The consent to night work says of the right to refuse too: it is one paper (ст. 96)."""
    if employment.night_consent_on is None:
        return None
    return {"night": True, "night_refusal_ack": True}


def _first_job(employment: Employment) -> bool | None:
    """Of a form that is still being filled in, a box that is not ticked says nothing yet."""
    return employment.is_first_job if employment.pk else employment.is_first_job or None


def _studies(employment: Employment) -> Facts:
    education = employment.education
    if not education:
        return {}
    return {
        "general_education": True,
        "general_education_received": education in (_Education.FINISHED, _Education.STUDENT),
        "left_school_other_form": education == _Education.LEFT_SCHOOL,
        "student_in_term": education == _Education.PUPIL and not _is_for_holidays(employment),
        "student_fulltime": education == _Education.STUDENT,
    }


def _is_for_holidays(employment: Employment) -> bool:
    """Whether the whole term lies between 1 June and 31 August of one year."""
    start, end = employment.start_date, employment.end_date
    if start is None or end is None:
        return False
    begins, over = _HOLIDAYS
    return bool(date(start.year, begins, 1) <= start and end < date(start.year, over, 1))


def _exemption(employment: Employment) -> Facts:
    exemption = employment.probation_exemption
    return {
        "first_graduate_1y": exemption == _Exemption.GRADUATE or None,
        "invited_transfer": exemption == _Exemption.TRANSFER or None,
        "ex_apprentice": exemption == _Exemption.APPRENTICE or None,
    }


def _children(employment: Employment, dated: date) -> Facts:
    """By the age of the youngest child on the day of the contract; three children count with it."""
    born, care = employment.youngest_child_born, employment.child_care
    years = age(born, dated)
    if born is None or years is None:
        return {}
    is_child = years < _CHILD_YEARS
    is_alone = care == _Care.SINGLE
    return {
        "child_under_1_5": dated < add_months(born, _INFANT_MONTHS),
        "child_under_3": years < _SMALL_CHILD_YEARS,
        "raises_without_mother": is_alone,
        "single_parent_u14": is_alone and is_child,
        "guardian_u14": care == _Care.GUARDIAN and is_child,
        "other_parent_mobilised_or_vakhta": care == _Care.OTHER_AWAY and is_child,
        "three_children": employment.has_three_children and is_child,
    }

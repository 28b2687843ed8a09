"""Night, overtime and weekend work of whom the law protects (ТК РФ ст. 94, 96, 99, 113, 259)."""

from hr_docs.law.case import Case
from hr_docs.law.logic import above
from hr_docs.law.rule import ERROR, WARNING, Topic
from hr_docs.law.wording import as_list, as_number

rule = Topic("Защищённые работники")


@rule(
    "TK94-DISABLED-SHIFT",
    ERROR,
    "ТК РФ ст. 94 ч. 1; 181-ФЗ ст. 11, 23",
    "time.shift_hours",
    condition="смена инвалида длиннее медицинского заключения (ИПРА)",
    mend="Сократите смену до разрешённой заключением.",
)
def disabled_shift_too_long(case: Case) -> str | None:
    employee, shift = case.employee, case.time.shift_hours
    if not employee.disability_group or not above(shift, employee.shift_limit_medical):
        return None
    limit = as_number(employee.shift_limit_medical)
    return f"Смена {as_number(shift)} ч, а медицинским заключением разрешено {limit} ч."


@rule(
    "TK96-NIGHT-BAN",
    ERROR,
    "ТК РФ ст. 96, 259, 268",
    "time.night_hours",
    condition="ночные часы беременной или работнику до 18 лет",
    mend="Уберите часы с 22:00 до 6:00 из графика.",
    sources=("S30", "S66"),
)
def night_work_forbidden(case: Case) -> str | None:
    reasons = _banned(case)
    if not case.time.night_hours or not reasons:
        return None
    return f"Ночная работа запрещена: {as_list(reasons)}."


def _banned(case: Case) -> list[str]:
    reasons = {"беременность": case.employee.pregnant, "нет 18 лет": case.is_minor}
    return [reason for reason, applies in reasons.items() if applies]


@rule(
    "TK96-NIGHT-CONSENT",
    ERROR,
    "ТК РФ ст. 96 ч. 5, 259",
    "consent.night",
    condition="ночные часы льготной категории без согласия и ознакомления с правом отказаться",
    mend="Получите письменное согласие и ознакомьте с правом отказаться.",
    sources=("S61", "S66"),
    about=("time",),
)
def night_consent_missing(case: Case) -> str | None:
    consent = case.consent
    reasons = _night_categories(case)
    if not case.time.night_hours or not reasons or (consent.night and consent.night_refusal_ack):
        return None
    return f"Есть ночные часы, а письменного согласия нет: {as_list(reasons)}."


def _night_categories(case: Case) -> list[str]:
    employee = case.employee
    reasons = {
        "ребёнок до трёх лет": employee.child_under_3 and employee.sex != "m",
        "инвалидность": employee.disability_group,
        "ребёнок-инвалид": employee.disabled_child,
        "уход за больным членом семьи": employee.carer,
        "единственный родитель ребёнка до 14 лет": employee.single_parent_u14,
        "опекун ребёнка до 14 лет": employee.guardian_u14,
        "второй родитель мобилизован или на вахте": employee.other_parent_mobilised_or_vakhta,
        "трое и больше детей": employee.three_children,
    }
    return [reason for reason, applies in reasons.items() if applies]


@rule(
    "TK99-BAN",
    ERROR,
    "ТК РФ ст. 99, 203, 259, 268",
    "time.overtime_year",
    condition="сверхурочные беременной, работнику до 18 лет или ученику",
    mend="Уберите сверхурочные.",
)
def overtime_forbidden(case: Case) -> str | None:
    reasons = _banned(case) + ["ученический договор"] * bool(case.employee.apprentice)
    if not _has_overtime(case) or not reasons:
        return None
    return f"Сверхурочные запрещены: {as_list(reasons)}."


def _has_overtime(case: Case) -> bool:
    return above(case.time.overtime_year, 0) or above(case.time.overtime_two_days, 0)


@rule(
    "TK99-CONSENT",
    ERROR,
    "ТК РФ ст. 99 ч. 5, 259",
    "consent.overtime",
    condition="сверхурочные льготной категории без согласия и ознакомления с правом отказаться",
    mend="Получите письменное согласие на каждый случай и ознакомьте с правом отказаться.",
    about=("time",),
)
def overtime_consent_missing(case: Case) -> str | None:
    consent = case.consent
    reasons = _night_categories(case)
    agreed = consent.overtime and consent.overtime_refusal_ack
    if not _has_overtime(case) or not reasons or agreed:
        return None
    return f"Запланированы сверхурочные, а письменного согласия нет: {as_list(reasons)}."


@rule(
    "TK259-WEEKEND-BAN",
    ERROR,
    "ТК РФ ст. 259 ч. 1",
    "time.weekend_work",
    condition="работа в выходные и праздники беременной",
    mend="Уберите выходные и праздники из графика.",
    sources=("S66",),
)
def weekend_work_forbidden(case: Case) -> str | None:
    if not case.time.weekend_work or not case.employee.pregnant:
        return None
    return "Беременную нельзя привлекать к работе в выходные и праздники."


@rule(
    "TK113-ROSTER-HOLIDAYS",
    WARNING,
    "ТК РФ ст. 113, 259 ч. 1, 268",
    "time.schedule_text",
    condition="беременная или работник до 18 лет работает по графику смен",
    mend="Исключите из графика нерабочие праздничные дни и запишите это в договоре.",
    sources=("S52", "S66"),
)
def roster_may_hold_holidays(case: Case) -> str | None:
    """A day off that the roster moves is no weekend work, a holiday in it is (ст. 112, 113)."""
    reasons = _banned(case)
    if case.time.mode != "shift" or case.time.weekend_work is not None or not reasons:
        return None
    return (
        f"В график смен попадают нерабочие праздники, а работать в них нельзя: {as_list(reasons)}."
    )

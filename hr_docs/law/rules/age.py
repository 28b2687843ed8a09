"""Employees under eighteen (ТК РФ ст. 63, 69, 92, 94, 266, 268)."""

from decimal import Decimal

from hr_docs.law.case import Case
from hr_docs.law.logic import above, below
from hr_docs.law.rule import ERROR, Topic
from hr_docs.law.wording import as_number, as_years

rule = Topic("Работники до 18 лет")

HOURS_OF_A_DAY = 24


@rule(
    "TK63-AGE14",
    ERROR,
    "ТК РФ ст. 63",
    "employee.birth_date",
    condition="работнику нет 14 лет",
    mend="Договор заключать нельзя; сверьте дату рождения.",
    sources=("S28",),
)
def under_fourteen(case: Case) -> str | None:
    if not below(case.age_signed, case.limits.age_with_consent):
        return None
    return f"Работнику {as_years(case.age_signed)}: моложе 14 лет для такой работы принять нельзя."


@rule(
    "TK63-AGE14-CONSENT",
    ERROR,
    "ТК РФ ст. 63 ч. 2–4 (ред. 139-ФЗ от 01.07.2017, 259-ФЗ от 13.06.2023)",
    "employee.parent_consent",
    condition="работнику 14 лет или 15 и он ещё учится в школе, а согласия родителя нет",
    mend="Получите письменное согласие одного из родителей (попечителя).",
    sources=("S28",),
)
def parental_consent_missing(case: Case) -> str | None:
    employee = case.employee
    left_school = employee.general_education_received or employee.left_school_other_form
    needed = case.age_signed == 14 or (case.age_signed == 15 and not left_school)
    if not needed or employee.parent_consent:
        return None
    return (
        f"Работнику {as_years(case.age_signed)}, а письменного согласия родителя (попечителя) нет."
    )


@rule(
    "TK63-AGE15-EDU",
    ERROR,
    "ТК РФ ст. 63 ч. 2, 3",
    "employee.general_education",
    condition="работнику 14–15 лет и не подтверждено общее образование",
    mend="Подтвердите, что общее образование получено или получается; труд — только лёгкий.",
)
def education_unproved(case: Case) -> str | None:
    if case.age_signed not in (14, 15) or case.employee.general_education:
        return None
    return f"Работнику {as_years(case.age_signed)}, а получение общего образования не подтверждено."


@rule(
    "TK266-MEDICAL",
    ERROR,
    "ТК РФ ст. 69, 266",
    "employee.medical_exam",
    condition="работнику нет 18 лет и не отмечен предварительный медосмотр",
    mend="Направьте на обязательный медосмотр за счёт работодателя до подписания.",
)
def medical_examination_missing(case: Case) -> str | None:
    if not case.is_minor or case.employee.medical_exam:
        return None
    return f"Работнику {as_years(case.age_signed)}, а обязательный медосмотр не отмечен."


@rule(
    "TK92-MINOR",
    ERROR,
    "ТК РФ ст. 92",
    "time.hours_week",
    condition="до 16 лет больше 24 ч в неделю, в 16–17 больше 35; в учебное время — половина",
    mend="Сократите неделю до предела для возраста.",
)
def minor_week_too_long(case: Case) -> str | None:
    limits, years = case.limits, case.age_start
    if years is None or years >= limits.age_full:
        return None
    limit = limits.week_under_16_hours if years < limits.age_general else limits.week_under_18_hours
    if case.employee.student_in_term:
        limit *= limits.pupil_share
    if not above(case.time.hours_week, limit):
        return None
    hours = as_number(case.time.hours_week)
    return f"Работнику {as_years(years)}, в неделю {hours} ч при пределе {as_number(limit)} ч."


@rule(
    "TK94-SHIFT",
    ERROR,
    "ТК РФ ст. 94",
    "time.shift_hours",
    condition="смена несовершеннолетнего длиннее предела для его возраста или дольше суток",
    mend="Сократите смену: 14 лет — 4 ч, 15 — 5 ч, 16–17 — 7 ч; при учёбе 2,5 ч и 4 ч.",
)
def minor_shift_too_long(case: Case) -> str | None:
    limit, hours = _shift_limit(case), as_number(case.time.shift_hours)
    if above(case.time.shift_hours, HOURS_OF_A_DAY):
        return f"Смена {hours} ч: длиннее суток она быть не может."
    if not above(case.time.shift_hours, limit):
        return None
    return (
        f"Работнику {as_years(case.age_start)}, смена {hours} ч при пределе {as_number(limit)} ч."
    )


def _shift_limit(case: Case) -> Decimal | None:
    """The longest shift at that age (ст. 94); None for an adult or an unknown age."""
    limits = case.limits
    free = {14: limits.shift_14_hours, 15: limits.shift_15_hours}
    learning = dict.fromkeys((14, 15), limits.shift_pupil_14_15_hours)
    free |= dict.fromkeys((16, 17), limits.shift_16_17_hours)
    learning |= dict.fromkeys((16, 17), limits.shift_pupil_16_17_hours)
    return (learning if case.employee.student_in_term else free).get(case.age_start or 0)


@rule(
    "TK268-MINOR-WEEKEND",
    ERROR,
    "ТК РФ ст. 268",
    "time.weekend_work",
    condition="работа в выходные и праздники до 18 лет",
    mend="Уберите выходные и праздники из графика; исключения ст. 268 узкие.",
    sources=("S52",),
)
def minor_at_weekend(case: Case) -> str | None:
    if not case.time.weekend_work or not below(case.age_start, case.limits.age_full):
        return None
    return (
        f"Работнику {as_years(case.age_start)}, а по графику он работает в выходные или праздники."
    )

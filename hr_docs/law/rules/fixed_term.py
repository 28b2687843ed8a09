"""Fixed-term contracts: grounds, reasons and longest terms (ст. 58, 59 ТК РФ)."""

from hr_docs.law.case import Case
from hr_docs.law.logic import above, earlier, later, term_end
from hr_docs.law.rule import ERROR, WARNING, Topic
from hr_docs.law.wording import as_day

rule = Topic("Срок договора")

GROUNDS = frozenset(
    {
        "absent_employee",
        "temporary_2m",
        "seasonal",
        "temporary_expansion_1y",
        "out_of_ordinary",
        "defined_work",
        "internship",
        "employment_service",
        "alternative_service",
        "sme_35",
        "pensioner",
        "medical_limit",
        "secondary_job",
        "student_fulltime",
        "far_north_move",
        "other_federal_law",
    }
)
"""The reasons of ст. 59 ТК РФ, and «other federal law» that it refers to."""

PERMIT_REASONS = {"patent_term": "срок патента", "permit_term": "срок разрешения"}
NO_GROUNDS = {"probation": "испытание", "project": "проект", **PERMIT_REASONS}
"""What is given for a reason and is none, by its word in the facts."""


@rule(
    "TK57-TERM-REASON",
    ERROR,
    "ТК РФ ст. 57 ч. 2, 58, 59",
    "contract.fixed_reason",
    condition="договор срочный, а срок или причина срочности не указаны",
    mend="Укажите дату или событие окончания и причину из ст. 59; без неё договор бессрочный.",
)
def term_without_reason(case: Case) -> str | None:
    contract = case.contract
    if contract.term != "fixed":
        return None
    if contract.fixed_reason is None:
        return "Договор срочный, а причина срочности не указана."
    if contract.end_date is None and contract.end_event is None:
        return "Договор срочный, а его срок (дата или событие) не указан."
    return None


@rule(
    "TK59-REASON-LIST",
    ERROR,
    "ТК РФ ст. 59",
    "contract.fixed_reason",
    condition="причина срочности не из перечня ст. 59",
    mend="Выберите причину из ст. 59; «испытание», «проект», «соглашение сторон» — не причины.",
)
def reason_not_in_law(case: Case) -> str | None:
    contract = case.contract
    if contract.term != "fixed" or contract.fixed_reason in GROUNDS | {None}:
        return None
    reason = NO_GROUNDS.get(contract.fixed_reason or "", contract.fixed_reason)
    return f"Такой причины срочности нет в ст. 59: «{reason}»."


@rule(
    "TK58-END-OF-INDEFINITE",
    ERROR,
    "ТК РФ ст. 58",
    "contract.end_date",
    condition="договор на неопределённый срок, а дата окончания указана",
    mend="Уберите дату окончания либо сделайте договор срочным с причиной из ст. 59.",
)
def indefinite_with_end(case: Case) -> str | None:
    contract = case.contract
    if contract.term != "indefinite" or contract.end_date is None:
        return None
    return f"Договор на неопределённый срок, но с датой окончания {as_day(contract.end_date)}."


@rule(
    "TK58-END-BEFORE-START",
    ERROR,
    "ТК РФ ст. 57 ч. 2, 58",
    "contract.end_date",
    condition="договор кончается раньше, чем начинается работа",
    mend="Исправьте дату начала или окончания.",
)
def end_before_start(case: Case) -> str | None:
    contract = case.contract
    if not earlier(contract.end_date, contract.start_date):
        return None
    end, start = as_day(contract.end_date), as_day(contract.start_date)
    return f"Договор кончается {end}, раньше начала работы {start}."


@rule(
    "TK58-TERM-5Y",
    ERROR,
    "ТК РФ ст. 58",
    "contract.end_date",
    condition="срок договора больше пяти лет",
    mend="Сократите срок до пяти лет или заключите договор на неопределённый срок.",
)
def term_too_long(case: Case) -> str | None:
    contract = case.contract
    last = term_end(contract.start_date, case.limits.fixed_term_months)
    if contract.term != "fixed" or not later(contract.end_date, last):
        return None
    return f"Договор до {as_day(contract.end_date)}: пять лет кончаются {as_day(last)}."


@rule(
    "TK59-SME-HEADCOUNT",
    ERROR,
    "ТК РФ ст. 59 ч. 2",
    "employer.headcount",
    condition="основание «малый бизнес», а работодатель не малый или работников больше предела",
    mend="Возьмите другое основание или заключите договор на неопределённый срок.",
    sources=("S31",),
    about=("contract",),
)
def small_business_too_large(case: Case) -> str | None:
    employer, contract = case.employer, case.contract
    if contract.term != "fixed" or contract.fixed_reason != "sme_35":
        return None
    if not employer.is_sme:
        return "Основание «малое предпринимательство», а работодатель таким не отмечен."
    if above(employer.headcount, case.limits.sme_headcount):
        limit = case.limits.sme_headcount
        return f"Работников {employer.headcount}, а основание годится не более чем при {limit}."
    return None


@rule(
    "TK59-EXPANSION-1Y",
    ERROR,
    "ТК РФ ст. 59 ч. 1",
    "contract.end_date",
    condition="«временное расширение объёма услуг» дольше года",
    mend="Сократите срок до года или смените основание.",
)
def extension_too_long(case: Case) -> str | None:
    contract = case.contract
    last = term_end(contract.start_date, case.limits.expansion_months)
    if contract.fixed_reason != "temporary_expansion_1y" or not later(contract.end_date, last):
        return None
    return f"Расширение услуг до {as_day(contract.end_date)}: год кончается {as_day(last)}."


@rule(
    "TK59-TEMP2M",
    ERROR,
    "ТК РФ ст. 59 ч. 1",
    "contract.end_date",
    condition="«временные работы до двух месяцев» на больший срок",
    mend="Сократите срок до двух месяцев или смените основание.",
)
def temporary_work_too_long(case: Case) -> str | None:
    contract = case.contract
    last = term_end(contract.start_date, case.limits.temporary_work_months)
    if contract.fixed_reason != "temporary_2m" or not later(contract.end_date, last):
        return None
    end = as_day(contract.end_date)
    return f"Временные работы до {end}: два месяца кончаются {as_day(last)}."


@rule(
    "TK59-GROUND-FACT",
    WARNING,
    "ТК РФ ст. 59 ч. 2",
    "contract.fixed_reason",
    condition="основание по соглашению сторон не подтверждено положением работника",
    mend="Отметьте, что работник пенсионер, очный студент или совместитель.",
)
def ground_unproved(case: Case) -> str | None:
    proofs = {
        "pensioner": ("пенсионер", bool(case.employee.pensioner)),
        "student_fulltime": ("очный студент", bool(case.employee.student_fulltime)),
        "secondary_job": ("совместитель", case.contract.kind == "secondary"),
    }
    status, proved = proofs.get(case.contract.fixed_reason or "", ("", True))
    return None if proved else f"Основание срочности — «{status}», но это не подтверждено."


@rule(
    "TK327.1-FIXED",
    ERROR,
    "ТК РФ ст. 59, 327.1 ч. 5",
    "contract.fixed_reason",
    condition="договор с иностранцем срочный только из-за срока патента или разрешения",
    mend="Заключите договор на неопределённый срок: конец патента — не причина срочности.",
)
def foreigner_fixed_by_permit(case: Case) -> str | None:
    contract = case.contract
    if contract.term != "fixed" or contract.fixed_reason not in PERMIT_REASONS:
        return None
    if not case.is_foreigner:
        return None
    return "Договор с иностранным гражданином ограничен сроком патента или разрешения."

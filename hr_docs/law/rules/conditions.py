"""What an employment contract must say to be one (ст. 57 ч. 2 ТК РФ)."""

from hr_docs.law.case import Case
from hr_docs.law.logic import above
from hr_docs.law.rule import ADVICE, ERROR, Topic
from hr_docs.law.wording import as_number, as_years

rule = Topic("Обязательные условия")


@rule(
    "TK57-WORKPLACE",
    ERROR,
    "ТК РФ ст. 57 ч. 2",
    "contract.workplace",
    condition="не указано место работы (для дистанционного работника — тоже)",
    mend="Укажите место работы; для дистанционной — местность или адрес.",
    sources=("S49",),
)
def workplace_missing(case: Case) -> str | None:
    return "Не указано место работы." if case.contract.workplace is None else None


@rule(
    "TK57-FUNCTION",
    ERROR,
    "ТК РФ ст. 15, 57 ч. 2",
    "contract.position",
    condition="нет трудовой функции: должности по штатному расписанию или вида работы",
    mend="Укажите должность по штатному расписанию.",
    sources=("S49",),
)
def function_missing(case: Case) -> str | None:
    return "Не указана трудовая функция (должность)." if case.contract.position is None else None


@rule(
    "TK57-START",
    ERROR,
    "ТК РФ ст. 57 ч. 2",
    "contract.start_date",
    condition="нет даты начала работы",
    mend="Укажите дату начала работы.",
)
def start_missing(case: Case) -> str | None:
    return "Не указана дата начала работы." if case.contract.start_date is None else None


@rule(
    "TK57-CONDITIONS",
    ERROR,
    "ТК РФ ст. 57 ч. 2; 426-ФЗ ст. 3 ч. 3",
    "contract.work_conditions",
    condition="рабочее место у работодателя есть, а условия труда на нём не указаны",
    mend="Укажите класс по спецоценке или что она не завершена; при постоянной дистанционной "
    "работе спецоценка не проводится.",
    sources=("S45",),
)
def work_conditions_missing(case: Case) -> str | None:
    contract = case.contract
    if contract.format == "remote_permanent" or contract.work_conditions is not None:
        return None
    return "Не указаны условия труда на рабочем месте (класс по спецоценке)."


@rule(
    "TK57-OSS",
    ERROR,
    "ТК РФ ст. 57 ч. 2",
    "contract.social_insurance_clause",
    condition="нет условия об обязательном социальном страховании",
    mend="Включите условие об обязательном социальном страховании работника.",
)
def social_insurance_missing(case: Case) -> str | None:
    if case.contract.social_insurance_clause:
        return None
    return "Нет условия об обязательном социальном страховании работника."


@rule(
    "TK57-HARMFUL",
    ERROR,
    "ТК РФ ст. 57 ч. 2, 92, 117, 147",
    "contract.harmful_guarantees",
    condition="класс условий труда 3.1 и выше, а гарантии и компенсации не прописаны",
    mend="Укажите доплату не менее 4 % и иные гарантии за вредные условия.",
)
def harmful_guarantees_missing(case: Case) -> str | None:
    if not case.is_harmful or case.contract.harmful_guarantees is not None:
        return None
    work_class = case.contract.work_conditions
    return f"Класс условий труда {work_class}, а гарантии и компенсации за него не указаны."


@rule(
    "TK282-SECONDARY",
    ERROR,
    "ТК РФ ст. 282, 284",
    "contract.secondary_clause",
    condition="совместительство не названо, дольше половины нормы или младше 18 лет",
    mend="Укажите совместительство в договоре: до 4 часов в день и половины нормы, с 18 лет.",
)
def secondary_job_wrong(case: Case) -> str | None:
    if case.contract.kind != "secondary":
        return None
    if not case.contract.secondary_clause:
        return "В договоре не указано, что работа является совместительством."
    limit = case.full_week * case.limits.secondary_share
    if above(case.time.hours_week, limit):
        hours = as_number(case.time.hours_week)
        return f"Совместителю установлено {hours} ч в неделю при пределе {as_number(limit)} ч."
    if case.is_minor:
        return f"Совместителю {as_years(case.age_signed)}: до 18 лет совместительство запрещено."
    return None


@rule(
    "TK148-UNKNOWN",
    ADVICE,
    "ТК РФ ст. 148, 315–317",
    "contract.region_coef_required",
    condition="неизвестно, установлен ли районный коэффициент для места работы",
    mend="Укажите коэффициент местности (1, если не установлен).",
    sources=("S77",),
)
def coefficient_unknown(case: Case) -> str | None:
    if case.contract.region is None or case.contract.region_coef_required is not None:
        return None
    return f"Не указано, установлен ли районный коэффициент: {case.contract.region}."

"""The employee's papers: what is missing, mistyped or not valid (ст. 57, 65 ТК РФ)."""

import datetime as dt
import re

from hr_docs.law.case import Case
from hr_docs.law.logic import (
    add_months,
    earlier,
    inn_is_valid,
    later,
    months_after,
    snils_is_valid,
)
from hr_docs.law.rule import ERROR, WARNING, Topic
from hr_docs.law.rules.parties import PERSON_INN
from hr_docs.law.wording import as_day, as_list

rule = Topic("Сведения о работнике")

PASSPORT_AGES = (20, 45)
"""The birthdays after which a Russian passport is replaced."""

_SEXES = {"f": "женский", "m": "мужской"}
_OF_PATRONYMIC = {"f": "женское", "m": "мужское"}

NEEDLESS_PAPERS = {
    "criminal_record": "справка о несудимости",
    "registration": "регистрация по месту жительства",
    "inn_required": "ИНН",
    "medical_policy": "медицинский полис",
    "psychologist_report": "заключение психолога",
    "family_composition": "справка о составе семьи",
}
"""Papers beyond ст. 65 ТК РФ that personnel departments ask for."""


@rule(
    "TK57-IDDOC",
    ERROR,
    "ТК РФ ст. 57 ч. 1",
    "employee.iddoc.number",
    condition="нет сведений о документе, удостоверяющем личность работника",
    mend="Впишите номер документа, кем и когда он выдан.",
    sources=("S49",),
)
def identity_document_missing(case: Case) -> str | None:
    document = case.iddoc
    gaps = {
        "номер": document.number,
        "кем выдан": document.issued_by,
        "дата выдачи": document.issued_date,
    }
    missing = as_list(name for name, value in gaps.items() if value is None)
    return f"О документе, удостоверяющем личность, не указано: {missing}." if missing else None


@rule(
    "DATA-PASSPORT-NUMBER",
    WARNING,
    "ПП РФ от 23.12.2023 № 2267",
    "employee.iddoc.number",
    condition="серия и номер паспорта РФ — не десять цифр",
    mend="Сверьте серию (4 цифры) и номер (6 цифр) с паспортом.",
)
def passport_number_wrong(case: Case) -> str | None:
    number = case.iddoc.number
    if case.iddoc.kind != "rf_passport" or number is None:
        return None
    if re.fullmatch(r"[0-9]{10}", re.sub(r"[\s№-]", "", number)):
        return None
    return f"Серия и номер паспорта «{number}» — не десять цифр."


@rule(
    "DATA-PASSPORT-DATES",
    WARNING,
    "ПП РФ от 23.12.2023 № 2267",
    "employee.iddoc.issued_date",
    condition="паспорт выдан позже даты договора или раньше 14-летия работника",
    mend="Сверьте дату выдачи и дату рождения с паспортом.",
)
def passport_dates_impossible(case: Case) -> str | None:
    issued, born = case.iddoc.issued_date, case.employee.birth_date
    if later(issued, case.contract.date):
        signed = as_day(case.contract.date)
        return f"Документ выдан {as_day(issued)}, позже даты договора {signed}."
    first = months_after(born, 12 * case.limits.passport_first_age)
    if case.iddoc.kind == "rf_passport" and earlier(issued, first):
        return f"Паспорт выдан {as_day(issued)}, раньше 14-летия работника ({as_day(first)})."
    return None


@rule(
    "DATA-PASSPORT-EXPIRED",
    WARNING,
    "ПП РФ от 23.12.2023 № 2267 (замена в 20 и 45 лет, ещё 90 дней паспорт действует)",
    "employee.iddoc.issued_date",
    condition="паспорт РФ выдан до 20- или 45-летия, а с дня рождения прошло больше 90 дней",
    mend="Попросите действующий паспорт или справку о его замене (ст. 65 ТК РФ).",
)
def passport_not_replaced(case: Case) -> str | None:
    born, issued, signed = case.employee.birth_date, case.iddoc.issued_date, case.contract.date
    if case.iddoc.kind != "rf_passport" or born is None or signed is None:
        return None
    for years in PASSPORT_AGES:
        birthday = add_months(born, 12 * years)
        last = birthday + dt.timedelta(days=case.limits.passport_grace_days)
        if earlier(issued, birthday) and signed > last:
            return f"Паспорт выдан {as_day(issued)} и не заменён после {years}-летия работника."
    return None


@rule(
    "DATA-BIRTHDATE",
    WARNING,
    "ТК РФ ст. 63, 92, 266",
    "employee.birth_date",
    condition="дата рождения не указана",
    mend="Укажите дату рождения.",
)
def birth_date_missing(case: Case) -> str | None:
    if case.employee.birth_date is not None:
        return None
    return "Нет даты рождения: возраст, рабочее время и медосмотр не проверены."


@rule(
    "DATA-BIRTHDATE-SANE",
    WARNING,
    "ТК РФ ст. 63",
    "employee.birth_date",
    condition="дата рождения позже даты договора или возраст больше ста лет",
    mend="Сверьте дату рождения с паспортом.",
)
def birth_date_impossible(case: Case) -> str | None:
    if case.age_signed is None or 0 <= case.age_signed <= 100:
        return None
    born, signed = as_day(case.employee.birth_date), as_day(case.contract.date)
    return f"Дата рождения {born} невозможна для договора от {signed}."


@rule(
    "DATA-GENDER",
    ERROR,
    "ТК РФ ст. 57 ч. 1",
    "employee.sex",
    condition="отчество другого пола, чем указано у работника",
    mend="Исправьте пол или отчество; если в документе написано именно так, это решает юрист.",
)
def gender_contradicts_patronymic(case: Case) -> str | None:
    sex, told = case.employee.sex, case.employee.patronymic_sex
    if sex is None or told is None or sex == told:
        return None
    return f"Пол указан {_SEXES[sex]}, а отчество {_OF_PATRONYMIC[told]}."


@rule(
    "DATA-CITIZENSHIP",
    WARNING,
    "ТК РФ гл. 50.1",
    "employee.citizenship",
    condition="гражданство не указано",
    mend="Укажите гражданство: от него зависят сведения о патенте, РВП, ВНЖ.",
)
def citizenship_missing(case: Case) -> str | None:
    return "Гражданство работника не указано." if case.employee.citizenship is None else None


@rule(
    "DATA-INN-EMPLOYEE",
    WARNING,
    "приказ ФНС от 29.06.2012 № ММВ-7-6/435@; ст. 65 ТК РФ ИНН не требует",
    "employee.inn",
    condition="ИНН работника указан, но неверен",
    mend="Сверьте 12 цифр ИНН; для приёма он не обязателен, но ошибочный уйдёт в отчётность.",
)
def employee_number_wrong(case: Case) -> str | None:
    number = case.employee.inn
    if number is None or inn_is_valid(number, PERSON_INN):
        return None
    return f"ИНН работника {number} неверен: не 12 цифр или не сходятся контрольные."


@rule(
    "DATA-SNILS",
    ERROR,
    "ТК РФ ст. 65 ч. 1; 27-ФЗ",
    "employee.snils",
    condition="СНИЛС указан, но контрольное число неверно",
    mend="Сверьте СНИЛС: с ошибкой сведения ЕФС-1 не примут.",
)
def insurance_number_wrong(case: Case) -> str | None:
    number = case.employee.snils
    if number is None or snils_is_valid(number):
        return None
    return f"СНИЛС {number} неверен: контрольное число не сходится."


@rule(
    "TK65-SNILS-EMPTY",
    WARNING,
    "ТК РФ ст. 65 ч. 1, 4",
    "employee.snils",
    condition="СНИЛС пуст, а работник принимается не впервые",
    mend="Попросите СНИЛС; впервые принятому номер оформляет работодатель.",
)
def insurance_number_missing(case: Case) -> str | None:
    if case.employee.snils is None and case.employee.first_job is False:
        return "Нет СНИЛС, хотя работник принимается не впервые."
    return None


@rule(
    "TK65-EXTRA-DOCS",
    ERROR,
    "ТК РФ ст. 65 ч. 3",
    "order.required_docs",
    condition="от работника требуют документы сверх перечня ст. 65",
    mend="Уберите лишние документы из заявления и чек-листа.",
)
def needless_papers_demanded(case: Case) -> str | None:
    insured_stay = case.foreign.status == "stay" and not case.is_eaeu_citizen
    needless = [
        NEEDLESS_PAPERS[paper]
        for paper in case.order.required_docs or ()
        if paper in NEEDLESS_PAPERS and not (paper == "medical_policy" and insured_stay)
    ]
    if not needless:
        return None
    return f"Требовать нельзя: {as_list(needless)}. Перечень документов закрыт."

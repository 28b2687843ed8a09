"""Who concludes the contract, and in whose name (ст. 57 ч. 1 ТК РФ)."""

import re

from hr_docs.law.case import Case
from hr_docs.law.logic import earlier, inn_is_valid, later, months_after
from hr_docs.law.rule import ERROR, WARNING, Topic
from hr_docs.law.wording import as_day

rule = Topic("Стороны договора")

ORGANISATION_INN, PERSON_INN = 10, 12


@rule(
    "TK57-FIO",
    ERROR,
    "ТК РФ ст. 57 ч. 1",
    "employee.fio",
    condition="не указаны фамилия и имя работника",
    mend="Впишите фамилию, имя и отчество, как в паспорте.",
    sources=("S49",),
)
def full_name_missing(case: Case) -> str | None:
    fio = case.employee.fio
    if fio is None:
        return "Не указаны фамилия, имя, отчество работника."
    if " " not in fio and not case.is_foreigner:
        return f"Работник назван одним словом — «{fio}»: нужны фамилия, имя, отчество."
    return None


@rule(
    "TK57-FIO-INITIALS",
    WARNING,
    "ТК РФ ст. 57 ч. 1",
    "employee.fio",
    condition="вместо имени и отчества работника — инициалы",
    mend="Напишите имя и отчество полностью.",
    sources=("S49",),
)
def initials_for_name(case: Case) -> str | None:
    if re.search(r"\b[^\W\d_]\.", case.employee.fio or ""):
        return f"В договоре «{case.employee.fio}»: закон требует имя и отчество, а не инициалы."
    return None


@rule(
    "TK57-EMPLOYER-NAME",
    ERROR,
    "ТК РФ ст. 57 ч. 1",
    "employer.name",
    condition="не указано наименование работодателя",
    mend="Впишите наименование организации или фамилию, имя, отчество предпринимателя.",
    sources=("S49",),
)
def employer_nameless(case: Case) -> str | None:
    return "Не указано наименование работодателя." if case.employer.name is None else None


@rule(
    "TK57-EMPLOYER-INN",
    ERROR,
    "ТК РФ ст. 57 ч. 1",
    "employer.inn",
    condition="нет ИНН работодателя (кроме физического лица), или его контрольные цифры неверны",
    mend="Сверьте ИНН с выпиской: у организации 10 цифр, у предпринимателя 12.",
    sources=("S49",),
)
def employer_number_wrong(case: Case) -> str | None:
    employer = case.employer
    if employer.type == "person":
        return None
    if employer.inn is None:
        return "Не указан ИНН работодателя."
    lengths = {"org": (ORGANISATION_INN,), "ip": (PERSON_INN,)}
    allowed = lengths.get(employer.type or "", (ORGANISATION_INN, PERSON_INN))
    if any(inn_is_valid(employer.inn, length) for length in allowed):
        return None
    return (
        f"ИНН работодателя {employer.inn} неверен: не та длина или не сходятся контрольные цифры."
    )


@rule(
    "TK57-SIGNATORY",
    ERROR,
    "ТК РФ ст. 57 ч. 1",
    "employer.signatory.fio",
    condition="нет представителя работодателя или основания его полномочий",
    mend="Укажите, кто подписывает договор и по какому документу: устав, доверенность, приказ.",
    sources=("S49",),
)
def signatory_missing(case: Case) -> str | None:
    if case.employer.type != "org":
        return None
    if case.signatory.fio is None:
        return "Не указано, кто подписывает договор за работодателя."
    if case.signatory.authority_doc is None:
        return f"Договор подписывает {case.signatory.fio} — на каком основании, не указано."
    return None


@rule(
    "GK186-POA-EXPIRED",
    ERROR,
    "ГК РФ ст. 186, 188; ТК РФ ст. 20, 57",
    "employer.signatory.authority_to",
    condition="полномочия подписанта истекли к дате договора или ещё не начались",
    mend="Выберите другого подписанта, продлите доверенность или измените дату договора.",
)
def authority_not_in_force(case: Case) -> str | None:
    signatory, signed = case.signatory, case.contract.date
    if earlier(signatory.authority_to, signed):
        ended = as_day(signatory.authority_to)
        return f"Полномочия подписанта кончились {ended}, а договор датирован {as_day(signed)}."
    if later(signatory.authority_from, signed):
        begun = as_day(signatory.authority_from)
        return f"Полномочия подписанта начинаются {begun}, а договор датирован {as_day(signed)}."
    return None


@rule(
    "GK186-POA-NO-TERM",
    WARNING,
    "ГК РФ ст. 186 п. 1",
    "employer.signatory.authority_to",
    condition="доверенность без срока выдана больше года назад",
    mend="Проверьте срок в доверенности и впишите его или выдайте новую.",
)
def attorney_year_over(case: Case) -> str | None:
    signatory, signed = case.signatory, case.contract.date
    is_attorney = "доверенност" in (signatory.authority_doc or "").casefold()
    if not is_attorney or signatory.authority_to is not None:
        return None
    year_later = months_after(signatory.authority_from, case.limits.attorney_months)
    if later(year_later, signed) or year_later is None or signed is None:
        return None
    return (
        f"Доверенность от {as_day(signatory.authority_from)} без срока действует год "
        f"и к {as_day(signed)} уже истекла."
    )


@rule(
    "TK57-PLACE-DATE",
    ERROR,
    "ТК РФ ст. 57 ч. 1",
    "contract.place",
    condition="нет места или даты заключения договора",
    mend="Впишите место и дату заключения договора.",
    sources=("S49",),
)
def place_or_date_missing(case: Case) -> str | None:
    gaps = {"место": case.contract.place, "дата": case.contract.date}
    missing = " и ".join(name for name, value in gaps.items() if value is None)
    return f"Не указано: {missing} заключения трудового договора." if missing else None

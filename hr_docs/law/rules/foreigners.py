"""Foreign citizens (ТК РФ гл. 50.1, 115-ФЗ)."""

import datetime as dt
import re

from hr_docs.law.case import Case
from hr_docs.law.logic import below, earlier
from hr_docs.law.reference import region_key
from hr_docs.law.rule import ADVICE, ERROR, Topic
from hr_docs.law.wording import as_day, as_years

rule = Topic("Иностранные граждане")

PERMIT_ENDS_SOON = dt.timedelta(days=30)
LONG_WORD = re.compile(r"[а-яa-z]{4,}")
STEM = 5
"""So many first letters of a word tell professions apart: «оператор», «операторы»."""
ANY_PROFESSION = re.compile(r"\b(?:люб|все[хм]?\b|без\s+(?:указан|огранич)|не\s+указан)")


@rule(
    "TK327.1-AGE",
    ERROR,
    "ТК РФ ст. 327.1 ч. 3",
    "employee.birth_date",
    condition="иностранному работнику нет 18 лет",
    mend="Договор заключать нельзя; сверьте гражданство и дату рождения.",
)
def foreigner_under_age(case: Case) -> str | None:
    if not case.is_foreigner or not below(case.age_signed, case.limits.age_full):
        return None
    return f"Иностранному гражданину {as_years(case.age_signed)}, а работать он может с 18."


@rule(
    "TK327.2-PERMIT",
    ERROR,
    "ТК РФ ст. 327.2",
    "foreign.permit_number",
    condition="иностранцу не из ЕАЭС не указан патент, разрешение, РВП или ВНЖ",
    mend="Впишите статус пребывания и номер патента (разрешения), РВП или ВНЖ.",
    sources=("S51",),
    about=("employee",),
)
def permit_missing(case: Case) -> str | None:
    foreign = case.foreign
    if not case.is_foreigner or case.is_eaeu_citizen or foreign.permit_exempt:
        return None
    if foreign.status is None:
        return "Не указано, на каком основании иностранный гражданин находится в России."
    if foreign.permit_number is None:
        return "Не указан номер патента (разрешения), РВП или ВНЖ."
    return None


@rule(
    "TK327.2-DMS",
    ERROR,
    "ТК РФ ст. 327.2 ч. 2",
    "foreign.dms",
    condition="временно пребывающему не указаны основания медицинской помощи",
    mend="Впишите полис ДМС или договор с медицинской организацией.",
    sources=("S51",),
    about=("employee",),
)
def medical_cover_missing(case: Case) -> str | None:
    foreign = case.foreign
    if not case.is_foreigner or case.is_eaeu_citizen or foreign.status != "stay":
        return None
    if foreign.dms is not None:
        return None
    return "Временно пребывающему не указаны полис ДМС или договор с медорганизацией."


@rule(
    "FZ115-PATENT-REGION",
    ERROR,
    "115-ФЗ ст. 13 п. 4.2, ст. 13.3",
    "foreign.permit_region",
    condition="регион патента не совпадает с регионом работы",
    mend="Патент действует только в своём регионе: смените место работы или патент.",
)
def patent_of_another_region(case: Case) -> str | None:
    patent, work = case.foreign.permit_region, case.contract.region
    if case.foreign.permit_kind != "patent":
        return None
    if patent is None or work is None:
        return "Не указан регион патента или регион работы: сравнить их нельзя."
    if region_key(patent) == region_key(work):
        return None
    return f"Патент выдан для региона «{patent}», а работа — «{work}»."


@rule(
    "FZ115-PATENT-PROFESSION",
    ERROR,
    "115-ФЗ ст. 13 п. 4.2; КоАП ст. 18.10",
    "foreign.permit_profession",
    condition="в патенте или разрешении названа другая профессия",
    mend="Примите на указанную в документе профессию или дождитесь её изменения.",
)
def permit_for_another_profession(case: Case) -> str | None:
    permitted, agreed = case.foreign.permit_profession, case.contract.position
    if permitted is None or agreed is None or not case.is_foreigner or case.is_eaeu_citizen:
        return None
    if ANY_PROFESSION.search(permitted.casefold()) or _stems(permitted) & _stems(agreed):
        return None
    return f"В патенте (разрешении) — «{permitted}», а должность — «{agreed}»."


def _stems(words: str) -> set[str]:
    folded = words.casefold().replace("ё", "е")
    return {word[:STEM] for word in LONG_WORD.findall(folded)}


@rule(
    "FZ115-NOTIFY",
    ADVICE,
    "115-ФЗ ст. 13 п. 8",
    "foreign.mvd_notified",
    condition="приём иностранца — напоминание об уведомлении МВД",
    mend="Уведомите МВД в течение трёх рабочих дней после заключения договора.",
    about=("employee",),
)
def authority_not_notified(case: Case) -> str | None:
    if not case.is_foreigner or case.foreign.mvd_notified:
        return None
    return "Не отмечено уведомление МВД о договоре с иностранным гражданином."


@rule(
    "FZ115-PERMIT-EXPIRED",
    ERROR,
    "115-ФЗ ст. 13 п. 4; ТК РФ ст. 327.3; КоАП ст. 18.15",
    "foreign.permit_to",
    condition="патент, разрешение, РВП или ВНЖ истёк до начала работы",
    mend="Дождитесь нового документа: без него к работе не допускают.",
)
def permit_expired(case: Case) -> str | None:
    ends, start = case.foreign.permit_to, case.contract.start_date
    if not earlier(ends, start):
        return None
    return f"Право на работу кончается {as_day(ends)}, раньше начала работы {as_day(start)}."


@rule(
    "FZ115-PERMIT-SOON",
    ADVICE,
    "115-ФЗ ст. 13 п. 4; ТК РФ ст. 327.5",
    "foreign.permit_to",
    condition="патент, разрешение, РВП или ВНЖ кончается в первый месяц работы",
    mend="Напомните о продлении: без документа работника отстраняют.",
)
def permit_ends_soon(case: Case) -> str | None:
    ends, start = case.foreign.permit_to, case.contract.start_date
    if ends is None or start is None or not start <= ends < start + PERMIT_ENDS_SOON:
        return None
    return f"Право на работу кончается {as_day(ends)}, в первый месяц работы."

"""Changes of the terms (ТК РФ ст. 72–74)."""

from hr_docs.law.case import Case
from hr_docs.law.logic import earlier, months_after
from hr_docs.law.rule import ERROR, Topic
from hr_docs.law.wording import as_day

rule = Topic("Изменение договора")

TERMS = {
    "rate": "ставка",
    "tier": "уровень",
    "format": "режим места работы",
    "schedule": "режим времени",
    "position": "должность",
}
UNILATERAL = frozenset({"art74", "art72.2", "art73", "art312.9"})
"""Articles by which a term changes without an agreement."""


@rule(
    "TK72-ADDENDUM",
    ERROR,
    "ТК РФ ст. 72",
    "change.doc",
    condition="ставка, уровень, формат или режим меняются без письменного соглашения",
    mend="Оформите дополнительное соглашение; без него — только по ст. 72.2, 73, 74, 312.9.",
)
def change_without_agreement(case: Case) -> str | None:
    change = case.change
    term = TERMS.get(change.kind or "")
    if term is None or change.doc == "addendum" or change.basis in UNILATERAL:
        return None
    return f"Меняется {term}, а письменного соглашения сторон нет."


@rule(
    "TK74-NOTICE",
    ERROR,
    "ТК РФ ст. 74 ч. 2",
    "change.effective_date",
    condition="об изменении условий уведомили меньше чем за два месяца",
    mend="Сдвиньте дату изменения: уведомляют письменно не позднее чем за два месяца.",
)
def notice_too_short(case: Case) -> str | None:
    change = case.change
    first = months_after(change.notice_date, case.limits.change_notice_months)
    if change.basis != "art74" or not earlier(change.effective_date, first):
        return None
    day = as_day(change.effective_date)
    return f"Изменение с {day}, а два месяца после уведомления кончаются {as_day(first)}."


@rule(
    "TK74-REASON",
    ERROR,
    "ТК РФ ст. 74 ч. 1",
    "change.reason",
    condition="изменение по ст. 74 без причины либо меняется трудовая функция",
    mend="Назовите организационную или технологическую причину; функцию так не меняют.",
)
def change_without_reason(case: Case) -> str | None:
    change = case.change
    if change.basis != "art74":
        return None
    if change.kind == "position":
        return "По ст. 74 меняют трудовую функцию, а это возможно только по соглашению."
    if change.reason is None:
        return "Организационная или технологическая причина изменения не названа."
    return None

"""Electronic signatures of personnel documents (ТК РФ ст. 22.1–22.3, 312.3)."""

from hr_docs.law.case import Case
from hr_docs.law.rule import ERROR, Topic

rule = Topic("Подписи")

AGREEMENTS = frozenset({"contract", "addendum", "apprentice", "liability"})
PAPER_ONLY = {
    "labor_book": "трудовая книжка",
    "accident_act": "акт о несчастном случае",
    "safety_briefing_log": "документы об инструктажах",
}


@rule(
    "TK312.3-SIGN-CONTRACT",
    ERROR,
    "ТК РФ ст. 22.3, 312.3 ч. 1; 63-ФЗ",
    "sign.employee",
    condition="электронное соглашение подписано не УКЭП работодателя или не УКЭП/УНЭП работника",
    mend="Работодатель подписывает УКЭП, работник — УКЭП или УНЭП.",
    sources=("S43",),
)
def signature_too_weak(case: Case) -> str | None:
    sign = case.sign
    if sign.medium != "electronic" or sign.doc_kind not in AGREEMENTS:
        return None
    if sign.employer != "ukep":
        return "Работодатель подписывает электронное соглашение не УКЭП."
    if sign.employee not in ("ukep", "unep"):
        return "Работник подписывает электронное соглашение не УКЭП и не УНЭП."
    return None


@rule(
    "TK22.1-PAPER-ONLY",
    ERROR,
    "ТК РФ ст. 22.1 ч. 3",
    "sign.doc_kind",
    condition="в электронный оборот поставлен документ, который он не охватывает",
    mend="Оформите документ на бумаге.",
    sources=("S44",),
)
def paper_document_electronic(case: Case) -> str | None:
    sign = case.sign
    if sign.medium != "electronic":
        return None
    name = PAPER_ONLY.get(sign.doc_kind or "")
    if sign.doc_kind == "dismissal_order" and case.contract.format == "onsite":
        name = "приказ об увольнении"
    return f"На бумаге оформляется: {name}." if name else None

"""Mentors and apprentices (ТК РФ ст. 351.8, 198–208)."""

import datetime as dt

from hr_docs.law.case import Case
from hr_docs.law.rule import ERROR, Topic
from hr_docs.law.wording import as_list, as_money

rule = Topic("Наставничество и ученичество")


@rule(
    "TK351.8-MENTOR",
    ERROR,
    "ТК РФ ст. 351.8 (381-ФЗ от 09.11.2024, с 01.03.2025)",
    "mentor.written_consent",
    condition="наставничество поручено без согласия или без содержания, сроков, формы и оплаты",
    mend="Оформите согласие и условия в договоре или дополнительном соглашении.",
    sources=("S33", "S53"),
    since=dt.date(2025, 3, 1),
)
def mentoring_without_terms(case: Case) -> str | None:
    mentor = case.mentor
    if not mentor.assigned or mentor.basis != "assignment":
        return None
    terms = {
        "письменного согласия": mentor.written_consent,
        "содержания": mentor.content,
        "срока": mentor.term,
        "формы": mentor.form,
        "оплаты": mentor.pay,
    }
    missing = as_list(name for name, term in terms.items() if not term)
    return f"Наставничество поручено без {missing}." if missing else None


@rule(
    "TK198-APPRENTICE",
    ERROR,
    "ТК РФ ст. 198, 199, 204",
    "apprentice.stipend",
    condition="ученический договор без обязательных условий либо стипендия ниже минимума",
    mend="Укажите квалификацию, срок, отработку и стипендию не ниже минимального размера оплаты.",
    sources=("S62",),
)
def apprenticeship_incomplete(case: Case) -> str | None:
    apprentice = case.apprentice
    if not apprentice.used:
        return None
    terms = {
        "квалификация": apprentice.qualification,
        "срок обучения": apprentice.term,
        "срок отработки": apprentice.work_term,
        "стипендия": apprentice.stipend,
    }
    missing = as_list(name for name, term in terms.items() if not term)
    if missing:
        return f"В ученическом договоре не указано: {missing}."
    return _stipend_too_low(case)


def _stipend_too_low(case: Case) -> str | None:
    """The stipend against the federal minimum on the contract's date, where both are known."""
    signed, stipend = case.contract.date, case.apprentice.stipend
    minimum = case.reference.minimum_wage(signed) if signed else None
    if minimum is None or stipend is None or stipend >= minimum.amount:
        return None
    return f"Стипендия {as_money(stipend)} ниже минимума {as_money(minimum.amount)}."

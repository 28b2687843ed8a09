"""Consents to the processing of personal data (152-ФЗ)."""

from hr_docs.law.case import Case
from hr_docs.law.rule import ERROR, WARNING, Topic
from hr_docs.law.wording import as_list

rule = Topic("Персональные данные")

CONSENT_PARTS = {
    "fio_address_iddoc": "ФИО, адрес и документ субъекта",
    "operator": "оператор и его адрес",
    "purpose": "цель",
    "data_list": "перечень данных",
    "actions": "перечень действий",
    "term_and_withdrawal": "срок и порядок отзыва",
    "signature": "подпись",
}
"""What a written consent must hold (152-ФЗ ст. 9 ч. 4)."""


@rule(
    "FZ152-CONTENT",
    ERROR,
    "152-ФЗ ст. 9 ч. 4",
    "consent.fields",
    condition="в письменном согласии нет одного из обязательных сведений",
    mend="Дополните согласие.",
)
def consent_incomplete(case: Case) -> str | None:
    if case.consent.kind != "pd":
        return None
    present = case.consent.fields or ()
    missing = as_list(name for part, name in CONSENT_PARTS.items() if part not in present)
    return f"В письменном согласии нет: {missing}." if missing else None


@rule(
    "FZ152-PURPOSES",
    WARNING,
    "152-ФЗ ст. 5, 9",
    "consent.purposes",
    condition="в одном согласии больше одной цели",
    mend="Разделите: одно согласие — одна цель.",
    sources=("S42",),
)
def consent_for_many_purposes(case: Case) -> str | None:
    purposes = set(case.consent.purposes or ())
    if case.consent.kind != "pd" or len(purposes) <= 1:
        return None
    return f"В одном согласии целей: {len(purposes)}."


@rule(
    "FZ152-BIOMETRY",
    ERROR,
    "152-ФЗ ст. 11; 572-ФЗ",
    "consent.biometry_written",
    condition="голос служит для установления личности, а согласия на биометрию нет",
    mend="Получите письменное согласие; запись для контроля качества биометрией не становится.",
    sources=("S58",),
)
def biometry_without_consent(case: Case) -> str | None:
    if not case.consent.voice_identification or case.consent.biometry_written:
        return None
    return "По голосу устанавливают личность, а письменного согласия на биометрию нет."

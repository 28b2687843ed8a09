"""Commercial secrecy and full liability (98-ФЗ; ТК РФ гл. 39)."""

from hr_docs.law.case import Case
from hr_docs.law.rule import ERROR, WARNING, Search, Topic
from hr_docs.law.rules.patterns import any_of
from hr_docs.law.wording import as_list, as_years

rule = Topic("Тайна и ответственность")

NEVER_SECRET = {
    "salary": "размер зарплаты",
    "pay_system": "система оплаты труда",
    "work_conditions": "условия труда",
    "headcount": "численность работников",
    "vacancies": "вакансии",
    "wage_debt": "долги по зарплате",
    "accidents": "несчастные случаи",
}
"""What 98-ФЗ ст. 5 does not let be a commercial secret."""


@rule(
    "FZ98-REGIME",
    WARNING,
    "98-ФЗ ст. 10, 11",
    "nda.trade_secret",
    condition="обязательство о коммерческой тайне без режима: перечень, порядок, учёт лиц, гриф",
    mend="Введите режим целиком: без любой из мер обязательство не защищено.",
    sources=("S79",),
)
def secrecy_regime_incomplete(case: Case) -> str | None:
    nda = case.nda
    measures = {
        "перечень сведений": nda.list_doc,
        "порядок обращения": nda.access_order,
        "учёт лиц": nda.persons_log,
        "гриф «Коммерческая тайна»": nda.stamp,
    }
    missing = as_list(name for name, paper in measures.items() if not paper)
    if not nda.trade_secret or not missing:
        return None
    return f"Режим коммерческой тайны неполон, нет: {missing}."


@rule(
    "FZ98-NOT-SECRET",
    ERROR,
    "98-ФЗ ст. 5 п. 5, 6; ТК РФ ст. 136",
    "nda.items",
    condition="в тайну включены зарплата, условия труда, численность, вакансии, долги",
    mend="Уберите эти сведения из перечня.",
)
def open_facts_kept_secret(case: Case) -> str | None:
    wrong = [NEVER_SECRET[item] for item in case.nda.items or () if item in NEVER_SECRET]
    return f"Не может быть коммерческой тайной: {as_list(wrong)}." if wrong else None


def secrecy_for_ever(case: Case) -> str | None:
    if case.nda.post_term != "forever":
        return None
    return "Обязательство о тайне после увольнения бессрочное."


rule.text(
    "FZ98-FOREVER",
    WARNING,
    "98-ФЗ ст. 11 ч. 3",
    condition="обязательство после увольнения «бессрочно» без привязки к режиму",
    mend="Пишите срок или «пока действует режим коммерческой тайны».",
    field="nda.post_term",
    check=secrecy_for_ever,
    message="Обязательство о тайне после увольнения бессрочное.",
    search=Search(
        stems=("бессрочн", "без ограничения срок", "пожизненн"),
        labour_only=False,
        pattern=any_of(
            r"(?:тайн|конфиденциальн|неразглашени|разглаша)\w*.*\b(?:бессрочн\w*|"
            r"без\W+ограничения\W+срок|пожизненн)",
            r"(?:бессрочн\w*|пожизненн\w*|без\W+ограничения\W+срок\w*).*\b(?:тайн|конфиденциальн|неразглаш|разглаша)",
        ),
        unless=any_of(r"режим", r"не\W+(?:явля|устан)", r"персональн"),
    ),
)


@rule(
    "TK86-MONITORING",
    WARNING,
    "ТК РФ ст. 22, 86, 214.2; 152-ФЗ ст. 6",
    "nda.recording_ack",
    condition="разговоры или экран записываются, а работник не уведомлён под подпись",
    mend="Уведомите под подпись: цель, срок хранения, кто слушает.",
)
def recording_not_announced(case: Case) -> str | None:
    if not case.nda.call_recording or case.nda.recording_ack:
        return None
    return "Разговоры записываются, а уведомления работника об этом нет."


@rule(
    "TK244-LIABILITY",
    ERROR,
    "ТК РФ ст. 244; приказ Минтруда от 16.04.2025 № 251н (с 01.09.2025)",
    "liability.full_agreement",
    condition="полная материальная ответственность вне перечня 251н или до 18 лет",
    mend="Не заключайте: работа оператора в перечень обычно не входит.",
    sources=("S29",),
)
def full_liability_wrong(case: Case) -> str | None:
    if not case.liability.full_agreement:
        return None
    if not case.liability.in_list_251n:
        return "Договор о полной ответственности, а должности нет в перечне 251н."
    if case.is_minor:
        return f"Договор о полной ответственности с работником {as_years(case.age_signed)}."
    return None

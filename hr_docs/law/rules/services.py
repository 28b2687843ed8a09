"""Contracts with an outsourcing contact centre (ГК РФ гл. 39, 152-ФЗ, 38-ФЗ)."""

import datetime as dt

from hr_docs.law.case import Case
from hr_docs.law.rule import ADVICE, ERROR, WARNING, Topic

rule = Topic("Договор с контакт-центром")


@rule(
    "B2B-PD-ORDER",
    ERROR,
    "152-ФЗ ст. 6 ч. 3",
    "b2b.pd_order",
    condition="передаётся база клиентов без поручения на обработку персональных данных",
    mend="Приложите поручение: перечень данных, цели, действия, меры защиты.",
)
def data_without_order(case: Case) -> str | None:
    b2b = case.b2b
    if not b2b.used or not b2b.client_data or b2b.pd_order:
        return None
    return "База клиентов передаётся исполнителю без поручения на обработку данных."


@rule(
    "B2B-ADS-CONSENT",
    ERROR,
    "38-ФЗ ст. 18; КоАП ст. 14.3 ч. 4.1",
    "b2b.consent_owner",
    condition="рекламный обзвон, а кто получает и хранит согласия абонентов, не определено",
    mend="Назначьте, кто получает и хранит предварительные согласия абонентов.",
    sources=("S37",),
)
def advertising_without_consents(case: Case) -> str | None:
    b2b = case.b2b
    if not b2b.used or not b2b.outbound_ads or b2b.consent_owner is not None:
        return None
    return "Рекламный обзвон, а кто отвечает за согласия абонентов, не сказано."


@rule(
    "B2B-CALL-LABEL",
    WARNING,
    "126-ФЗ (41-ФЗ от 01.04.2025, с 01.09.2025)",
    "b2b.labeling",
    condition="массовые вызовы без договора с оператором связи о маркировке",
    mend="Заключите договор с оператором связи с целями звонков.",
    sources=("S59",),
    since=dt.date(2025, 9, 1),
)
def calls_not_labelled(case: Case) -> str | None:
    b2b = case.b2b
    if not b2b.used or not b2b.mass_calls or b2b.labeling:
        return None
    return "Массовые вызовы без договора об их маркировке."


@rule(
    "B2B-NOPOACH",
    WARNING,
    "ТК РФ ст. 64; Конституция РФ ст. 37; ГК РФ ст. 10, 421; 135-ФЗ ст. 11",
    "b2b.nopoach",
    condition="запрет нанимать работников исполнителя или неустойка в их зарплатах",
    mend="Возмещайте подбор и обучение твёрдой суммой и только за активное переманивание.",
    sources=("S55",),
)
def hiring_banned(case: Case) -> str | None:
    b2b = case.b2b
    if not b2b.used or (b2b.nopoach != "ban" and b2b.nopoach_base != "salary"):
        return None
    return "Запрет найма работников исполнителя или неустойка «в зарплатах» спорны."


@rule(
    "TK56.1-AGENCY",
    ERROR,
    "ТК РФ ст. 56.1, гл. 53.1; 565-ФЗ",
    "b2b.customer_controls_staff",
    condition="договор по сути передаёт людей под управление заказчика (заёмный труд)",
    mend="Оставьте управление людьми за исполнителем или возьмите аккредитованное агентство.",
)
def staff_leased(case: Case) -> str | None:
    b2b = case.b2b
    if not b2b.used or not b2b.customer_controls_staff or b2b.agency_accredited:
        return None
    return "Персонал передаётся под управление заказчика: это заёмный труд."


@rule(
    "B2B-ACT-SILENCE",
    ADVICE,
    "ГК РФ ст. 438, 720, 783",
    "b2b.silent_acceptance",
    condition="приёмка по молчанию без срока возражений или порядка доставки акта",
    mend="Пропишите срок возражений и как доставляется акт.",
)
def silence_without_terms(case: Case) -> str | None:
    b2b = case.b2b
    if not b2b.used or not b2b.silent_acceptance:
        return None
    if b2b.objection_days is not None and b2b.delivery_channel is not None:
        return None
    return "Приёмка по молчанию, а срок возражений или доставка акта не определены."

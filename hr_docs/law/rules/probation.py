"""Probation: who may be put on it, for how long, for what pay (ТК РФ ст. 70)."""

import datetime as dt
import re

from hr_docs.law.case import Case
from hr_docs.law.logic import below, earlier, later, term_end
from hr_docs.law.rule import ERROR, WARNING, Search, Topic
from hr_docs.law.rules.patterns import any_of, gap
from hr_docs.law.wording import as_day, as_list, as_money

rule = Topic("Испытание")


@rule(
    "TK70-MAX3",
    ERROR,
    "ТК РФ ст. 70 ч. 5",
    "contract.probation_end",
    condition="испытание дольше трёх месяцев",
    mend="Закончите испытание не позже трёх месяцев со дня начала работы.",
)
def probation_too_long(case: Case) -> str | None:
    contract = case.contract
    last = term_end(contract.start_date, case.limits.probation_months)
    if not later(contract.probation_end, last):
        return None
    return f"Испытание до {as_day(contract.probation_end)}: три месяца кончаются {as_day(last)}."


@rule(
    "TK70-MAX2W",
    ERROR,
    "ТК РФ ст. 70 ч. 6",
    "contract.probation_end",
    condition="договор на срок до шести месяцев, испытание дольше двух недель",
    mend="Сократите испытание до двух недель.",
)
def short_contract_probation_too_long(case: Case) -> str | None:
    contract, limits = case.contract, case.limits
    short_end = term_end(contract.start_date, limits.probation_short_term_months)
    if contract.term != "fixed" or contract.start_date is None or contract.end_date is None:
        return None
    last = contract.start_date + dt.timedelta(days=limits.probation_short_term_days - 1)
    if later(contract.end_date, short_end) or not later(contract.probation_end, last):
        return None
    return (
        f"Договор до {as_day(contract.end_date)}, испытание до {as_day(contract.probation_end)}: "
        f"две недели кончаются {as_day(last)}."
    )


@rule(
    "TK70-LT2M",
    ERROR,
    "ТК РФ ст. 70 ч. 4, 289",
    "contract.probation_end",
    condition="договор на срок до двух месяцев, а испытание есть",
    mend="Уберите испытание.",
)
def probation_in_two_months(case: Case) -> str | None:
    contract = case.contract
    last = term_end(contract.start_date, case.limits.probation_none_months)
    if contract.term != "fixed" or contract.probation_end is None:
        return None
    if contract.end_date is None or last is None or contract.end_date > last:
        return None
    return f"Договор до {as_day(contract.end_date)}, не дольше двух месяцев, а испытание есть."


@rule(
    "TK70-EXEMPT",
    ERROR,
    "ТК РФ ст. 70 ч. 4, 207, 264",
    "contract.probation_end",
    condition="испытание установлено тому, кому его устанавливать нельзя",
    mend="Уберите испытание.",
    sources=("S27", "S62"),
)
def probation_of_exempt(case: Case) -> str | None:
    reasons = as_list(_exemptions(case))
    if case.contract.probation_end is None or not reasons:
        return None
    return f"Испытание этому работнику не устанавливается: {reasons}."


def _exemptions(case: Case) -> list[str]:
    employee = case.employee
    cares_for_infant = employee.child_under_1_5 and (
        employee.sex != "m" or employee.raises_without_mother
    )
    reasons = {
        "нет 18 лет": case.is_minor,
        "беременность": employee.pregnant,
        "ребёнок до полутора лет": cares_for_infant,
        "первая работа по специальности в течение года после учёбы": employee.first_graduate_1y,
        "приглашение в порядке перевода": employee.invited_transfer,
        "окончено ученичество у этого работодателя": employee.ex_apprentice,
    }
    return [reason for reason, applies in reasons.items() if applies]


@rule(
    "TK70-CHILD3",
    WARNING,
    "законопроект к ст. 70 ТК РФ (первое чтение 10.02.2026)",
    "contract.probation_end",
    condition="испытание женщине с ребёнком от полутора до трёх лет",
    mend="Проверьте действующую редакцию ст. 70 ТК РФ.",
    sources=("S27",),
)
def probation_of_mother(case: Case) -> str | None:
    employee = case.employee
    if case.contract.probation_end is None or employee.sex != "f" or employee.child_under_1_5:
        return None
    if not employee.child_under_3:
        return None
    return "Испытание женщине с ребёнком до трёх лет: готовился запрет."


@rule(
    "TK70-BEFORE-START",
    ERROR,
    "ТК РФ ст. 70",
    "contract.probation_end",
    condition="испытание кончается раньше, чем начинается работа",
    mend="Исправьте дату окончания испытания.",
)
def probation_before_start(case: Case) -> str | None:
    contract = case.contract
    if not earlier(contract.probation_end, contract.start_date):
        return None
    end, start = as_day(contract.probation_end), as_day(contract.start_date)
    return f"Испытание кончается {end}, раньше начала работы {start}."


@rule(
    "TK70-ORDER-ONLY",
    ERROR,
    "ТК РФ ст. 70 ч. 2",
    "order.probation_end",
    condition="испытание есть в приказе, но не в договоре",
    mend="Внесите условие об испытании в договор до начала работы или уберите из приказа.",
    sources=("S70",),
)
def probation_only_in_order(case: Case) -> str | None:
    if case.order.probation_end is None or case.contract.probation_end is not None:
        return None
    return f"Испытание до {as_day(case.order.probation_end)} есть только в приказе."


@rule(
    "TK70-ADMITTED",
    ERROR,
    "ТК РФ ст. 70 ч. 2",
    "contract.probation_prior_agreement",
    condition="работник допущен до договора, а соглашения об испытании до начала работы нет",
    mend="Уберите испытание: после допуска о нём не договориться.",
)
def probation_after_admission(case: Case) -> str | None:
    contract = case.contract
    if contract.probation_end is None or contract.probation_prior_agreement:
        return None
    if not earlier(contract.actual_admission_date, contract.date):
        return None
    admitted = as_day(contract.actual_admission_date)
    return f"Работник допущен {admitted}, до договора, и об испытании заранее не договорились."


def probation_paid_less(case: Case) -> str | None:
    pay = case.pay
    if case.contract.probation_end is None or not below(pay.probation_rate_hour, pay.rate_hour):
        return None
    lower, rate = as_money(pay.probation_rate_hour), as_money(pay.rate_hour)
    return f"На испытании {lower} в час, после него {rate}: за равный труд платят равно."


def _first_sum_is_lower(found: re.Match[str], _: Case) -> bool:
    """«180 рублей на испытании, после него 230 рублей»; words say it without sums."""
    lower, rate = found["lower"], found["rate"]
    return lower is None or int(lower) < int(rate)


rule.text(
    "TK22-PROBATION-PAY",
    ERROR,
    "ТК РФ ст. 22, 70 ч. 3, 132",
    condition="на время испытания ставка ниже ставки той же должности и уровня",
    mend="Платите ту же ставку; разница возможна только через уровень с иными обязанностями.",
    field="pay.probation_rate_hour",
    check=probation_paid_less,
    message="На время испытания установлена пониженная оплата: за равный труд платят равно.",
    search=Search(
        stems=("испыта",),
        pattern=any_of(
            rf"испыта\w*{gap(12)}(?:[1-9][0-9]\W*(?:%|процент)|ниже|меньше|уменьш\w+|снижен\w+|"
            r"без\W+преми)",
            r"испыта\w*[^0-9]{0,40}(?P<lower>[0-9]{2,6})\W*(?:руб|₽).{0,20}?\b(?:после|по\W+окончании|"
            r"по\W+завершении|затем|далее)[^0-9]{0,40}(?P<rate>[0-9]{2,6})\W*(?:руб|₽)",
            rf"(?:ставк|оклад|оплат|заработн\w+\W+плат)\w*{gap(6)}испыта\w*{gap(6)}"
            r"(?:[1-9][0-9]\W*(?:%|процент)|ниже|меньше|уменьш\w+|снижен\w+)",
        ),
        unless=any_of(
            r"не\W+(?:ниже|меньше|уменьша|снижа|влия)", r"в\W+полном", r"показател|оценк|план"
        ),
        test=_first_sum_is_lower,
    ),
)

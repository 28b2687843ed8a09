"""Bonuses and deductions (ТК РФ ст. 135 in force from 01.09.2025)."""

import datetime as dt

from hr_docs.law.case import Case
from hr_docs.law.logic import above
from hr_docs.law.rule import ERROR, WARNING, Search, Topic
from hr_docs.law.rules.patterns import any_of
from hr_docs.law.wording import as_number

rule = Topic("Премии")

ACT_144_FZ = dt.date(2025, 9, 1)


@rule(
    "TK135-BONUS20",
    ERROR,
    "ТК РФ ст. 135 (144-ФЗ, с 01.09.2025)",
    "pay.bonus_cut_percent_of_wage",
    condition="снижение премии за взыскание уменьшает месячную зарплату больше чем на 20 %",
    mend="Ограничьте снижение премии 20 % месячной зарплаты.",
    sources=("S21", "S22"),
    since=ACT_144_FZ,
)
def bonus_cut_too_deep(case: Case) -> str | None:
    percent, limit = case.pay.bonus_cut_percent_of_wage, case.limits.bonus_cut_percent
    if not above(percent, limit):
        return None
    cut, allowed = as_number(percent), as_number(limit)
    return f"Снижение премии уменьшает зарплату на {cut} % при пределе {allowed} %."


def bonus_cut_too_long(case: Case) -> str | None:
    scopes = {
        "until_sanction_removed": "до снятия взыскания",
        "year": "в течение года",
        "any_period": "за любой период",
    }
    scope = scopes.get(case.pay.bonus_cut_scope or "")
    return f"Премия снижается {scope}, а не за период взыскания." if scope else None


rule.text(
    "TK135-BONUS-PERIOD",
    ERROR,
    "ТК РФ ст. 135 (с 01.09.2025)",
    condition="премия снижается за периоды, в которых взыскание не применялось",
    mend="Снижайте только премию за период, в котором применено взыскание.",
    sources=("S22",),
    since=ACT_144_FZ,
    field="pay.bonus_cut_scope",
    check=bonus_cut_too_long,
    message="Премию снижают и за периоды, в которых взыскание не применялось.",
    search=Search(
        stems=("преми",),
        pattern=any_of(
            r"преми\w*.*\b(?:не\W+(?:выплачива|начисля)|лиша|снижа|депремиров)\w*.*\b"
            r"(?:до\W+снятия|до\W+погашения|в\W+течение\W+(?:\w+\W+){0,2}?года?\b|"
            r"(?:на|в\W+течение)\W+(?:весь\W+|всего\W+)?срок\w*\W+(?:действия\W+)?(?:\w+\W+)?взыскани)",
        ),
        unless=any_of(r"не\W+более", r"за\W+период,?\W+в\W+котор", r"не\W+(?:допуска|лиша)"),
    ),
)


@rule(
    "TK57-BONUS-VAGUE",
    WARNING,
    "ТК РФ ст. 57, 135",
    "pay.bonus_regulation",
    condition="премия упомянута без вида, размера, условий или отсылки к положению",
    mend="Сошлитесь на положение о премировании с видами, размерами, сроками и основаниями.",
    sources=("S21",),
)
def bonus_without_terms(case: Case) -> str | None:
    if not case.pay.bonus_mentioned or case.pay.bonus_regulation is not None:
        return None
    return "Премия упомянута, а её условия и положение о премировании не названы."

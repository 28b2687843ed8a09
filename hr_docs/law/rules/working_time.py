"""Hours a week and overtime (ТК РФ ст. 91–99, 101, 263.1, 320)."""

import re

from hr_docs.law.case import NORTH, SHORT_WEEK_CLASSES, Case
from hr_docs.law.logic import above, below
from hr_docs.law.rule import ERROR, WARNING, Search, Topic
from hr_docs.law.rules.patterns import any_of
from hr_docs.law.wage_floor import KOPECK
from hr_docs.law.wording import as_money, as_number

rule = Topic("Рабочее время")


def _week_is_long(found: re.Match[str], case: Case) -> bool:
    return int(found["hours"] or found["after"]) > case.limits.week_normal_hours


def _is_hourly(_: re.Match[str], case: Case) -> bool:
    """The facts speak for the terms; a text alone is that of an operator, paid by the hour."""
    return case.pay.type in (None, "hourly")


def _longer_than(case: Case, limit: object, whose: str) -> str:
    hours = as_number(case.time.hours_week)
    return f"В неделю {hours} ч, а {whose} — не более {limit} ч."


def week_too_long(case: Case) -> str | None:
    limit = case.limits.week_normal_hours
    if not above(case.time.hours_week, limit):
        return None
    return _longer_than(case, as_number(limit), "нормальная продолжительность")


rule.text(
    "TK91-40",
    ERROR,
    "ТК РФ ст. 91",
    condition="больше 40 часов в неделю",
    mend="Сократите неделю до 40 часов; остальное — сверхурочная работа.",
    field="time.hours_week",
    check=week_too_long,
    message="Рабочая неделя длиннее 40 часов.",
    search=Search(
        stems=("недел",),
        pattern=any_of(
            r"(?P<hours>[0-9]{2,3})\W*(?:\(\w+(?:\W\w+)?\)\W*)?-?\W*"
            r"(?:час\w*|ч)\.?\W+(?:в\W+недел|рабоч\w+\W+недел)",
            r"(?:рабоч\w+\W+недел\w*|неделя)\W+(?:(?:работник|оператор)\w*\W+|\w+дневн\w+\W+|составля\w+\W+|"
            r"длится\W+|продолжительност\w+\W+){0,3}(?P<after>[0-9]{2,3})\W*(?:час|ч\b)",
        ),
        test=_week_is_long,
    ),
)


@rule(
    "TK92-DISABLED",
    ERROR,
    "ТК РФ ст. 92; 181-ФЗ ст. 23",
    "time.hours_week",
    condition="инвалид I или II группы, больше 35 часов в неделю",
    mend="Установите 35 часов с сохранением полной оплаты.",
    sources=("S80",),
)
def disabled_week_too_long(case: Case) -> str | None:
    limit = case.limits.week_disabled_hours
    if case.employee.disability_group not in (1, 2) or not above(case.time.hours_week, limit):
        return None
    return _longer_than(case, as_number(limit), "инвалиду I–II группы")


@rule(
    "TK92-DISABLED-PAY",
    WARNING,
    "ТК РФ ст. 92; 181-ФЗ ст. 23",
    "pay.rate_hour",
    condition="инвалиду I–II группы часовая ставка не пересчитана на 35-часовую неделю",
    mend="Пересчитайте ставку (× 40/35): сокращённое время оплачивается как полное.",
)
def disabled_rate_not_recalculated(case: Case) -> str | None:
    pay, limits = case.pay, case.limits
    if case.employee.disability_group not in (1, 2) or pay.type != "hourly":
        return None
    if pay.rate_hour is None or pay.tier_rate_hour is None:
        return None
    full = pay.tier_rate_hour * limits.week_normal_hours / limits.week_disabled_hours
    if full - pay.rate_hour <= KOPECK:
        return None
    return f"Ставка {as_money(pay.rate_hour)}, а с пересчётом на 35 часов — {as_money(full)}."


@rule(
    "TK92-HARMFUL36",
    ERROR,
    "ТК РФ ст. 92",
    "time.hours_week",
    condition="класс условий труда 3.3, 3.4 или 4, больше 36 часов в неделю",
    mend="Установите не более 36 часов или оформите согласие по ст. 92.",
)
def harmful_week_too_long(case: Case) -> str | None:
    if case.contract.work_conditions not in SHORT_WEEK_CLASSES or case.time.harmful_40_agreement:
        return None
    limit = case.limits.week_harmful_hours
    if not above(case.time.hours_week, limit):
        return None
    return _longer_than(case, as_number(limit), f"при классе {case.contract.work_conditions}")


@rule(
    "TK320-NORTH36",
    ERROR,
    "ТК РФ ст. 320",
    "time.hours_week",
    condition="женщина на Крайнем Севере или в приравненной местности, больше 36 часов",
    mend="Установите 36 часов с полной оплатой.",
)
def northern_week_too_long(case: Case) -> str | None:
    limit = case.limits.week_woman_north_hours
    if case.employee.sex != "f" or case.contract.north not in NORTH:
        return None
    if not above(case.time.hours_week, limit):
        return None
    return _longer_than(case, as_number(limit), "женщине на Севере")


@rule(
    "TK263.1-RURAL36",
    WARNING,
    "ТК РФ ст. 263.1",
    "time.hours_week",
    condition="женщина, место работы в сельской местности, больше 36 часов",
    mend="Предложите 36 часов с полной оплатой: она имеет на это право.",
)
def rural_week_too_long(case: Case) -> str | None:
    limit = case.limits.week_woman_rural_hours
    if case.employee.sex != "f" or not case.contract.rural_area:
        return None
    if not above(case.time.hours_week, limit):
        return None
    return _longer_than(case, as_number(limit), "женщине на селе по её выбору")


@rule(
    "TK92-NO-REASON",
    WARNING,
    "ТК РФ ст. 91–93, 263.1, 320",
    "time.hours_week",
    condition="неделя короче 40 часов, а ни неполного времени, ни причины сократить её нет",
    mend="Отметьте неполное время или укажите причину: возраст, инвалидность, условия труда.",
    about=("time", "contract", "employee"),
)
def week_short_for_no_reason(case: Case) -> str | None:
    hours, limits = case.time.hours_week, case.limits
    if not below(hours, limits.week_normal_hours) or _is_agreed(case) or _is_shortened(case):
        return None
    return (
        f"В неделе {as_number(hours)} ч: сокращённой её назовёт договор, а закон причины не даёт."
    )


def _is_agreed(case: Case) -> bool:
    """Part time (ст. 93), a second job (ст. 284); nothing is said where the regime is unknown."""
    return case.time.mode in (None, "part_time") or case.contract.kind == "secondary"


def _is_shortened(case: Case) -> bool:
    by_age = below(case.age_start, case.limits.age_full)
    return by_age or case.full_week < case.limits.week_normal_hours


@rule(
    "TK92-HOURS-EMPTY",
    ERROR,
    "ТК РФ ст. 57 ч. 2, 92, 93, 284",
    "time.hours_week",
    condition="время сокращённое или неполное, а часы недели не указаны",
    mend="Укажите часы в неделю: у этого работника они отличаются от общих.",
    about=("time", "contract", "employee"),
)
def hours_missing(case: Case) -> str | None:
    if case.time.hours_week is not None:
        return None
    reasons = {
        "нет 18 лет": below(case.age_start, case.limits.age_full),
        "инвалидность I–II группы": case.employee.disability_group in (1, 2),
        "неполное время": case.time.mode == "part_time",
        "совместительство": case.contract.kind == "secondary",
    }
    reason = next((name for name, applies in reasons.items() if applies), None)
    return f"Не указаны часы в неделю, хотя они особые: {reason}." if reason else None


@rule(
    "TK99-LIMIT",
    ERROR,
    "ТК РФ ст. 99 ч. 6",
    "time.overtime_year",
    condition="план сверхурочных больше 4 часов за два дня подряд или 120 часов в год",
    mend="Уменьшите сверхурочные до предела.",
    sources=("S15",),
)
def overtime_over_limit(case: Case) -> str | None:
    time, limits = case.time, case.limits
    if above(time.overtime_two_days, limits.overtime_two_days_hours):
        hours, limit = as_number(time.overtime_two_days), as_number(limits.overtime_two_days_hours)
        return f"Сверхурочных {hours} ч за два дня подряд при пределе {limit} ч."
    if above(time.overtime_year, limits.overtime_year_hours):
        hours, limit = as_number(time.overtime_year), as_number(limits.overtime_year_hours)
        return f"Сверхурочных {hours} ч в год при пределе {limit} ч."
    return None


def irregular_day(case: Case) -> str | None:
    if not case.time.irregular:
        return None
    if case.pay.type == "hourly":
        return "Ненормированный день при почасовой оплате: переработка остаётся без учёта."
    days = case.leave.irregular_days
    if days is None or days < case.limits.leave_irregular_days:
        return "За ненормированный день не дано трёх дней дополнительного отпуска."
    return None


rule.text(
    "TK101-IRREGULAR",
    WARNING,
    "ТК РФ ст. 101, 119",
    condition="ненормированный день при почасовой оплате или без трёх дней отпуска за него",
    mend="Откажитесь от ненормированного дня или дайте не менее 3 дней дополнительного отпуска.",
    field="time.irregular",
    check=irregular_day,
    message="Ненормированный день при почасовой оплате: переработка остаётся без учёта.",
    search=Search(
        stems=("ненормированн",),
        pattern=any_of(r"ненормированн\w+\W+(?:рабоч\w+\W+)?(?:дн|ден|график|врем)"),
        unless=any_of(
            r"не\W+(?:устан|примен|вводи|предусм|явля)", r"без\W+ненормированн", r"отпуск"
        ),
        test=_is_hourly,
    ),
)

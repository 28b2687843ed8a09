"""Paid leave (ТК РФ ст. 93, 115, 117, 267, 321)."""

from decimal import Decimal

from hr_docs.law.case import NORTH, Case
from hr_docs.law.logic import below
from hr_docs.law.rule import ERROR, WARNING, Topic
from hr_docs.law.wording import as_number, counted

rule = Topic("Отпуск")

DAYS = ("день", "дня", "дней")
LEAVE_CLASSES = frozenset({"3.2", "3.3", "3.4", "4"})
"""Classes of working conditions that give extra leave (ст. 117 ТК РФ)."""


@rule(
    "TK115-LEAVE",
    ERROR,
    "ТК РФ ст. 115, 267; 181-ФЗ ст. 23",
    "leave.annual_days",
    condition="отпуск меньше 28 дней (до 18 лет — 31, инвалиду — 30)",
    mend="Дайте полный ежегодный отпуск.",
)
def leave_too_short(case: Case) -> str | None:
    limits, days = case.limits, case.leave.annual_days
    least, whose = limits.leave_days, "работнику"
    if case.is_minor:
        least, whose = limits.leave_minor_days, "работнику до 18 лет"
    elif case.employee.disability_group:
        least, whose = limits.leave_disabled_days, "инвалиду"
    if not below(days, least):
        return None
    return f"Отпуск {counted(days, *DAYS)}, а {whose} — не меньше {as_number(least)}."


@rule(
    "TK93-PART",
    ERROR,
    "ТК РФ ст. 93",
    "leave.annual_days",
    condition="время неполное, и отпуск урезан",
    mend="Дайте полный отпуск: неполное время не сокращает ни отпуск, ни стаж.",
)
def part_time_leave_cut(case: Case) -> str | None:
    days = case.leave.annual_days
    if case.time.mode != "part_time" or not below(days, case.limits.leave_days):
        return None
    return f"При неполном времени отпуск сокращён: {counted(days, *DAYS)}."


@rule(
    "TK321-NORTH-LEAVE",
    WARNING,
    "ТК РФ ст. 321",
    "leave.north_days",
    condition="нет северного отпуска: 24 дня, в приравненных местностях 16",
    mend="Добавьте северный отпуск.",
    about=("contract",),
)
def northern_leave_missing(case: Case) -> str | None:
    north, days, limits = case.contract.north, case.leave.north_days, case.limits
    if north not in NORTH:
        return None
    least = limits.leave_far_north_days if north == "far_north" else limits.leave_equated_days
    if days is not None and days >= least:
        return None
    return f"Северный отпуск — {_given(days)}, а нужно не меньше {as_number(least)} дней."


@rule(
    "TK117-HARMFUL-LEAVE",
    WARNING,
    "ТК РФ ст. 117",
    "leave.harmful_days",
    condition="класс условий труда 3.2 и выше, а дополнительного отпуска за него нет",
    mend="Добавьте не менее 7 календарных дней отпуска.",
    about=("contract",),
)
def harmful_leave_missing(case: Case) -> str | None:
    work_class, days = case.contract.work_conditions, case.leave.harmful_days
    if work_class not in LEAVE_CLASSES:
        return None
    if days is not None and days >= case.limits.leave_harmful_days:
        return None
    return f"Класс условий труда {work_class}, а отпуск за вредность — {_given(days)}."


def _given(days: Decimal | None) -> str:
    return "не указан" if days is None else counted(days, *DAYS)

"""Schedules, accounting of hours, breaks and rest (ТК РФ ст. 100–110)."""

import datetime as dt

from hr_docs.law.case import Case
from hr_docs.law.logic import above, add_months, below, later
from hr_docs.law.rule import ADVICE, ERROR, WARNING, Topic
from hr_docs.law.wording import as_day, as_number

rule = Topic("Режим и отдых")

SPECIAL_MODES = frozenset({"individual", "shift", "flex", "part_time"})


@rule(
    "TK100-MODE",
    ERROR,
    "ТК РФ ст. 57 ч. 2, 100",
    "time.schedule_text",
    condition="режим отличается от общего, а ни описания, ни графика нет",
    mend="Укажите дни, начало и конец, перерыв и чередование или назовите график.",
)
def schedule_missing(case: Case) -> str | None:
    time = case.time
    if time.mode not in SPECIAL_MODES or time.schedule_text or time.schedule_doc:
        return None
    return "Режим работы отличается от общего, но не описан, и график не назван."


@rule(
    "TK103-NOTICE",
    ERROR,
    "ТК РФ ст. 103 ч. 4",
    "time.schedule_ack_date",
    condition="с графиком ознакомлен меньше чем за месяц, а принимаемый — после первой смены",
    mend="Знакомьте с графиком за месяц, принимаемого — до первой смены.",
    sources=("S16",),
)
def schedule_read_late(case: Case) -> str | None:
    time, start = case.time, case.contract.start_date
    if time.mode != "shift" or time.schedule_from is None:
        return None
    last = _last_day_for_schedule(time.schedule_from, start, case.limits.schedule_notice_months)
    if not later(time.schedule_ack_date, last):
        return None
    read = as_day(time.schedule_ack_date)
    return f"С графиком ознакомлен {read}, а надо не позднее {as_day(last)}."


def _last_day_for_schedule(begins: dt.date, start: dt.date | None, months: int) -> dt.date:
    """A month before the schedule; the first working day for who is hired after that."""
    month_before = add_months(begins, -months)
    return month_before if start is None else max(month_before, start)


@rule(
    "TK103-ACK-EMPTY",
    ADVICE,
    "ТК РФ ст. 103 ч. 4",
    "time.schedule_ack_date",
    condition="работа по графику смен, а ознакомление с ним не отмечено",
    mend="Отметьте дату ознакомления с графиком.",
    sources=("S16",),
)
def schedule_unread(case: Case) -> str | None:
    if case.time.mode != "shift" or case.time.schedule_ack_date is not None:
        return None
    return "Не отмечено ознакомление с графиком сменности."


@rule(
    "TK103-TWO-SHIFTS",
    ERROR,
    "ТК РФ ст. 103 ч. 5",
    "time.min_rest_between_shifts_hours",
    condition="в графике две смены подряд без отдыха",
    mend="Разведите смены: работа две смены подряд запрещена.",
)
def shifts_without_rest(case: Case) -> str | None:
    rest = case.time.min_rest_between_shifts_hours
    if not below(rest, 1):
        return None
    return f"Отдых между сменами {as_number(rest)} ч: это две смены подряд."


@rule(
    "TK104-SUMMED",
    WARNING,
    "ТК РФ ст. 91, 94, 104",
    "time.accounting",
    condition="смены длиннее обычного дня, а суммированный учёт не введён",
    mend="Введите суммированный учёт: недельная норма соблюдается не каждую неделю.",
)
def long_shifts_without_summed_accounting(case: Case) -> str | None:
    shift = case.time.shift_hours
    if case.time.accounting == "summed" or not above(shift, case.limits.shift_usual_hours):
        return None
    return f"Смены по {as_number(shift)} ч, а суммированный учёт не введён."


@rule(
    "TK104-PERIOD",
    ERROR,
    "ТК РФ ст. 104",
    "time.period_months",
    condition="суммированный учёт без учётного периода либо период длиннее предела",
    mend="Укажите период: не более года, при вредных условиях — трёх месяцев.",
)
def accounting_period_wrong(case: Case) -> str | None:
    period, limits = case.time.period_months, case.limits
    if case.time.accounting != "summed":
        return None
    if period is None:
        return "Суммированный учёт введён, а учётный период не указан."
    limit = limits.summed_period_harmful_months if case.is_harmful else limits.summed_period_months
    if period <= limit:
        return None
    return f"Учётный период {as_number(period)} мес. при пределе {as_number(limit)} мес."


@rule(
    "TK108-BREAK",
    ERROR,
    "ТК РФ ст. 108",
    "time.break_minutes",
    condition="смена длиннее 4 часов, а перерыв не указан, короче 30 минут или длиннее двух часов",
    mend="Дайте перерыв от 30 минут до 2 часов.",
)
def meal_break_wrong(case: Case) -> str | None:
    time, limits = case.time, case.limits
    if not above(time.shift_hours, limits.break_needless_hours) or time.meal_in_working_time:
        return None
    minutes = time.break_minutes
    if minutes is None:
        return f"Смена {as_number(time.shift_hours)} ч, а перерыв для отдыха и питания не указан."
    if limits.break_min_minutes <= minutes <= limits.break_max_minutes:
        return None
    return f"Перерыв {as_number(minutes)} мин.: можно от 30 минут до 2 часов."


@rule(
    "TK110-REST42",
    ERROR,
    "ТК РФ ст. 110",
    "time.weekly_rest_hours",
    condition="еженедельный непрерывный отдых меньше 42 часов",
    mend="Дайте не менее 42 часов отдыха подряд.",
)
def weekly_rest_short(case: Case) -> str | None:
    rest = case.time.weekly_rest_hours
    if not below(rest, case.limits.weekly_rest_hours):
        return None
    return f"Еженедельный непрерывный отдых {as_number(rest)} ч, а нужно не менее 42 ч."

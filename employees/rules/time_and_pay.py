"""Hours and pay of an employment."""

from collections.abc import Iterator
from datetime import time
from decimal import Decimal

from employees.models import Employment
from employees.rules.problem import Problem

_LONGEST_WEEK = 40  # ст. 91 ТК РФ
_LONGEST_SHIFT = 24
_WORKING_DAYS = 5
_NIGHT = (time(22), time(6))  # ст. 96 ТК РФ


def _hours(employment: Employment) -> Iterator[Problem]:
    week, shift = employment.weekly_hours, employment.shift_hours
    if not 0 < week <= _LONGEST_WEEK:
        yield Problem(
            "weekly_hours",
            f"Часов в неделю: {_number(week)}.",
            "Укажите больше 0 и не больше 40 (ст. 91 ТК РФ).",
        )
    if not 0 < shift <= _LONGEST_SHIFT:
        yield Problem(
            "shift_hours",
            f"Часов в смене: {_number(shift)}.",
            "Укажите больше 0 и не больше 24.",
        )
    elif employment.schedule == Employment.Schedule.FIVE_DAY and week != shift * _WORKING_DAYS:
        yield Problem(
            "weekly_hours",
            f"Пять дней по {_number(shift)} ч — это {_number(shift * _WORKING_DAYS)} ч в неделю, "
            f"а указано {_number(week)}.",
            "Исправьте часы в неделю или часы в смене; если дни неравные, выберите скользящий "
            "график.",
        )


def _part_time(employment: Employment) -> Iterator[Problem]:
    if employment.is_part_time and employment.weekly_hours >= _LONGEST_WEEK:
        yield Problem(
            "weekly_hours",
            "Отмечено неполное время, но в неделе 40 часов.",
            "Укажите меньше часов или снимите отметку (ст. 93 ТК РФ).",
        )


def _clock(employment: Employment) -> Iterator[Problem]:
    start, end = employment.shift_start, employment.shift_end
    if start is None or end is None:
        if start is not end:
            yield Problem(
                "shift_end" if end is None else "shift_start",
                "Указано только начало или только окончание работы.",
                "Укажите оба времени или ни одного (тогда их определяет график).",
            )
        return
    needed = employment.shift_hours * 60 + employment.break_minutes
    if _minutes(start, end) < needed:
        yield Problem(
            "shift_end",
            f"С {start:%H:%M} до {end:%H:%M} не помещаются смена {_number(employment.shift_hours)} "
            f"ч и перерыв {employment.break_minutes} мин.",
            "Исправьте время, часы в смене или перерыв.",
        )


def _night(employment: Employment) -> Iterator[Problem]:
    start, end = employment.shift_start, employment.shift_end
    if start is None or end is None or employment.has_night_work:
        return
    if end <= start or end > _NIGHT[0] or start < _NIGHT[1]:
        yield Problem(
            "has_night_work",
            f"Смена с {start:%H:%M} до {end:%H:%M} захватывает ночь (22:00–6:00), а ночная работа "
            "не отмечена.",
            "Отметьте ночную работу или исправьте время (ст. 96 ТК РФ).",
        )


def _accounting(employment: Employment) -> Iterator[Problem]:
    if employment.has_summed_accounting and not employment.accounting_period:
        yield Problem(
            "accounting_period",
            "Суммированный учёт без учётного периода.",
            "Выберите месяц, квартал, полугодие или год (ст. 104 ТК РФ).",
        )
    if employment.accounting_period and not employment.has_summed_accounting:
        yield Problem(
            "has_summed_accounting",
            "Учётный период указан, а суммированный учёт не отмечен.",
            "Отметьте суммированный учёт или очистите период.",
        )


def _rate(employment: Employment) -> Iterator[Problem]:
    tier, rate = employment.tier, employment.hourly_rate
    if rate <= 0:
        yield Problem("hourly_rate", "Ставка не больше нуля.", "Укажите рубли за час.")
    elif not tier.allows(rate):
        bounds = f"от {_number(tier.rate_min)}"
        if tier.rate_max is not None:
            bounds += f" до {_number(tier.rate_max)}"
        yield Problem(
            "hourly_rate",
            f"Ставка {_number(rate)} ₽ в час вне границ уровня «{tier.title}»: {bounds} ₽.",
            "Исправьте ставку, выберите другой уровень или измените границы уровня.",
        )


def _holiday_reward(employment: Employment) -> Iterator[Problem]:
    by_amount = employment.holiday_reward == Employment.HolidayReward.AMOUNT
    amount = employment.holiday_reward_amount
    if by_amount and not (amount or 0) > 0:
        yield Problem(
            "holiday_reward_amount",
            "Вознаграждение за праздники — суммой, но сумма не указана.",
            "Укажите рубли за праздничный день (ст. 112 ТК РФ).",
        )
    if not by_amount and amount:
        yield Problem(
            "holiday_reward_amount",
            "Сумма вознаграждения указана, но оно назначается по локальному акту.",
            "Очистите сумму или выберите вознаграждение суммой.",
        )


def _minutes(start: time, end: time) -> int:
    """From start to end, over midnight where the end is not later."""
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return minutes if minutes > 0 else minutes + 24 * 60


def _number(value: Decimal) -> str:
    """«7,5», «40»: without needless zeros, with a comma."""
    return f"{value.normalize():f}".replace(".", ",")


RULES = (
    _hours,
    _part_time,
    _clock,
    _night,
    _accounting,
    _rate,
    _holiday_reward,
)

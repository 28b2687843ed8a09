"""Placeholders of working time, leave and pay."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from employees.models import Employment
from hr_docs.documents.context.contract import has_workplace
from hr_docs.documents.context.operator import is_minor
from hr_docs.documents.context.placeholder import Read, choice, number, text, yes_no
from hr_docs.documents.context.source import PackSource
from hr_docs.documents.context.wording import clock, in_text, money, quantity
from hr_docs.law.case import SHORT_WEEK_CLASSES

_FULL_WEEK = 40  # ст. 91 ТК РФ
_NO_BREAK_HOURS = 4  # ст. 108 ч. 1 ТК РФ
_MOSCOW = ZoneInfo("Europe/Moscow")
_SHORT_WEEK_GROUPS = {Employment.DisabilityGroup.FIRST, Employment.DisabilityGroup.SECOND}
_PERIODS = {
    Employment.AccountingPeriod.MONTH: "один месяц",
    Employment.AccountingPeriod.QUARTER: "один квартал",
    Employment.AccountingPeriod.HALF_YEAR: "полугодие",
    Employment.AccountingPeriod.YEAR: "один год",
}


def _is_scheduled(schedule: Employment.Schedule) -> Read:
    return lambda source: source.employment.schedule == schedule


def _is_reduced(source: PackSource) -> bool:
    """Fewer hours by law (ст. 92, 320, 263.1 ТК РФ) rather than by agreement (ст. 93, 284)."""
    employment = source.employment
    by_agreement = employment.is_part_time or employment.kind == Employment.Kind.SECONDARY
    return employment.weekly_hours < _FULL_WEEK and not by_agreement


def _reason_to_reduce(source: PackSource) -> str:
    """Why the law gives fewer hours, after «в связи с»; nothing where it would tell of health."""
    employment, site = source.employment, source.employment.site
    if is_minor(source):
        return "возрастом до восемнадцати лет"
    if employment.disability_group in _SHORT_WEEK_GROUPS:
        return ""
    if has_workplace(source) and site.conditions_class in SHORT_WEEK_CLASSES:
        return "вредными и (или) опасными условиями труда"
    if not _is_shorter_for_women(source):
        return ""
    if site.north:
        return "работой в районе Крайнего Севера или приравненной к нему местности"
    return "работой в сельской местности"


def _is_paid_in_full(source: PackSource) -> bool:
    """The shortened week is paid as a full one (ст. 263.1, 320 ТК РФ; ст. 23 181-ФЗ)."""
    if not _is_reduced(source) or is_minor(source):
        return False
    is_disabled = source.employment.disability_group in _SHORT_WEEK_GROUPS
    return is_disabled or _is_shorter_for_women(source)


def _is_shorter_for_women(source: PackSource) -> bool:
    """A woman at work in the North or in the country (ст. 263.1, 320 ТК РФ)."""
    site = source.employment.site
    is_woman_there = source.employment.operator.gender == "f" and _is_there(source)
    return is_woman_there and bool(site.north or site.is_rural)


def _needs_no_break(source: PackSource) -> bool:
    """No break is set and none is due (ст. 108 ч. 1 ТК РФ)."""
    employment = source.employment
    return not employment.break_minutes and employment.shift_hours <= _NO_BREAK_HOURS


def _clock_of_employer(source: PackSource) -> str:
    """«московское время плюс 2 часа»: how the zone of the contract's hours is called."""
    start = datetime.combine(source.employment.start_date, time(12), UTC)
    zone = ZoneInfo(source.employment.employer.time_zone)
    ahead = _hours_between(start.astimezone(zone), start.astimezone(_MOSCOW))
    if not ahead:
        return "московское время"
    sign = "плюс" if ahead > 0 else "минус"
    return f"московское время {sign} {quantity(abs(ahead), 'час')}"


def _hours_between(here: datetime, there: datetime) -> Decimal:
    offsets = [moment.utcoffset() or timedelta() for moment in (here, there)]
    return Decimal((offsets[0] - offsets[1]).total_seconds()) / 3600


def _holiday_sum(source: PackSource) -> str:
    employment = source.employment
    is_sum = employment.holiday_reward == Employment.HolidayReward.AMOUNT
    return money(employment.holiday_reward_amount) if is_sum else ""


def _coefficient(source: PackSource) -> str:
    value = source.employment.site.district_coefficient
    return f"{value.normalize():f}".replace(".", ",") if _is_there(source) and value > 1 else ""


def _is_there(source: PackSource) -> bool:
    """Whether the work is done in the site's locality: always, unless it is remote elsewhere."""
    employment = source.employment
    return has_workplace(source) or in_text(employment.site.locality, employment.remote_locality)


TIME = (
    text(
        "время.часов_в_неделю",
        "40 (сорок) часов",
        "продолжительность рабочей недели",
        lambda s: quantity(s.employment.weekly_hours, "час"),
    ),
    yes_no("время.сокращённое", False, "неделя короче 40 часов по закону", _is_reduced),
    text(
        "время.причина_сокращения",
        "возрастом до восемнадцати лет",
        "почему неделя сокращена, после «в связи с»; пусто, если причина не называется",
        _reason_to_reduce,
    ),
    yes_no(
        "время.оплата_полная",
        False,
        "сокращённая неделя оплачивается как полная: инвалидность I или II группы, "
        "работа женщин на Севере и в селе",
        _is_paid_in_full,
    ),
    yes_no("время.неполное", False, "неполное время по соглашению", "is_part_time"),
    yes_no(
        "время.пятидневка",
        True,
        "пятидневная неделя",
        _is_scheduled(Employment.Schedule.FIVE_DAY),
    ),
    yes_no(
        "время.смены",
        False,
        "сменная работа «два через два»",
        _is_scheduled(Employment.Schedule.SHIFTS_2_2),
    ),
    yes_no(
        "время.скользящий_график",
        False,
        "выходные по скользящему графику",
        _is_scheduled(Employment.Schedule.SLIDING),
    ),
    yes_no(
        "время.по_графику",
        False,
        "рабочие дни назначает график: смены или скользящий график",
        lambda s: s.employment.schedule != Employment.Schedule.FIVE_DAY,
    ),
    text(
        "время.часов_в_смене",
        "8 (восемь) часов",
        "продолжительность рабочего дня или смены без перерыва",
        lambda s: quantity(s.employment.shift_hours, "час"),
    ),
    text(
        "время.начало",
        "9:00",
        "начало работы; пусто, если его определяет график",
        lambda s: clock(s.employment.shift_start),
    ),
    text(
        "время.окончание",
        "18:00",
        "окончание работы; пусто, если его определяет график",
        lambda s: clock(s.employment.shift_end),
    ),
    text(
        "время.перерыв",
        "60 (шестьдесят) минут",
        "перерыв; пусто, если его нет",
        lambda s: quantity(s.employment.break_minutes, "минута"),
    ),
    yes_no(
        "время.без_перерыва",
        False,
        "перерыва нет, и закон его не требует: смена не длиннее четырёх часов",
        _needs_no_break,
    ),
    text(
        "время.часовой_пояс",
        "московское время",
        "часовой пояс работодателя: «московское время плюс 2 (два) часа»",
        _clock_of_employer,
    ),
    yes_no(
        "время.суммированный_учёт",
        False,
        "суммированный учёт рабочего времени",
        "has_summed_accounting",
    ),
    choice(
        "время.учётный_период",
        "",
        "учётный период: " + ", ".join(_PERIODS.values()),
        lambda s: _PERIODS.get(s.employment.accounting_period, ""),
        values=_PERIODS.values(),
    ),
    yes_no("время.ночная_работа", False, "есть часы с 22:00 до 6:00", "has_night_work"),
    text(
        "отпуск.основной",
        "28 (двадцать восемь) календарных дней",
        "ежегодный основной отпуск",
        lambda s: quantity(s.employment.leave_days, "календарный день"),
    ),
    text(
        "отпуск.дополнительный",
        "",
        "дополнительный отпуск, если положен",
        lambda s: quantity(s.employment.extra_leave_days, "календарный день"),
    ),
)

PAY = (
    number(
        "оплата.день_аванса",
        25,
        "число месяца, когда платят за первую половину",
        "employer.advance_day",
    ),
    number(
        "оплата.день_расчёта",
        10,
        "число следующего месяца, когда платят за вторую половину",
        "employer.final_day",
    ),
    yes_no(
        "оплата.доплата_до_минимума",
        True,
        "доплата до минимального размера оплаты труда",
        "has_minimum_wage_top_up",
    ),
    number(
        "оплата.ночной_процент",
        20,
        "доплата за ночной час, процентов ставки",
        "night_percent",
    ),
    text(
        "оплата.вознаграждение_за_праздник",
        "",
        "сумма за каждый нерабочий праздничный день; пусто, если её устанавливает положение",
        _holiday_sum,
    ),
    text(
        "оплата.районный_коэффициент",
        "",
        "районный коэффициент местности работы, если он больше единицы",
        _coefficient,
    ),
    yes_no(
        "оплата.северная_надбавка",
        False,
        "за работу в районе Крайнего Севера или приравненной местности положена надбавка",
        lambda s: bool(s.employment.site.north) and _is_there(s),
    ),
    yes_no("оплата.премия", True, "есть условие о премиях", "has_bonus"),
)

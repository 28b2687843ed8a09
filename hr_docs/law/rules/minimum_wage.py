"""The rate against the minimum wage, federal and regional (ТК РФ ст. 133, 133.1)."""

from decimal import Decimal

from hr_docs.law.case import Case
from hr_docs.law.reference import Figure
from hr_docs.law.rule import ADVICE, ERROR, WARNING, Topic
from hr_docs.law.wording import MONTH_NAMES, as_day, as_money, as_number

rule = Topic("Минимальная заработная плата")


def _rate(case: Case) -> Decimal | None:
    """The hourly rate, of an employee who is paid by the hour."""
    return case.pay.rate_hour if case.pay.type == "hourly" else None


def _regional(case: Case) -> Figure | None:
    """The region's minimum; one that the federal has outgrown binds nobody (ст. 133.1 ч. 4)."""
    federal, regional = case.wage.federal, case.wage.regional
    if federal is None or regional is None:
        return regional
    return regional if regional.amount >= federal.amount else None


def _rate_without_top_up(case: Case) -> Decimal | None:
    return None if case.pay.mrot_topup_clause else _rate(case)


def _below_average(case: Case, figure: Figure | None, rate: Decimal | None) -> str | None:
    if figure is None or not case.wage.missed_on_average(rate, figure):
        return None
    floor = as_money(case.wage.average_rate(figure))
    return (
        f"Ставка {as_money(rate)} в час даёт за среднюю норму меньше {as_money(figure.amount)}: "
        f"нужно не меньше {floor}"
    )


@rule(
    "TK133-MROT-HOUR",
    ERROR,
    "ТК РФ ст. 133 ч. 3",
    "pay.rate_hour",
    condition="ставка за среднемесячную норму ниже федерального минимума, доплаты до него нет",
    mend="Поднимите ставку или добавьте условие о доплате до минимального размера оплаты труда.",
    sources=("S01", "S10"),
)
def rate_below_federal(case: Case) -> str | None:
    found = _below_average(case, case.wage.federal, _rate_without_top_up(case))
    return f"{found} (минимальный размер оплаты труда)." if found else None


@rule(
    "TK133.1-REGION",
    ERROR,
    "ТК РФ ст. 133.1",
    "pay.rate_hour",
    condition="ставка за среднюю норму ниже региональной минимальной зарплаты, отказа нет",
    mend="Поднимите ставку или добавьте условие о доплате до региональной величины.",
    sources=("S06",),
)
def rate_below_regional(case: Case) -> str | None:
    found = _below_average(case, _regional(case), _rate_without_top_up(case))
    return f"{found} (минимальная зарплата, {case.contract.region})." if found else None


def _below_in_shortest(case: Case, figure: Figure | None) -> str | None:
    rate = _rate_without_top_up(case)
    if figure is None or case.wage.shortest is None:
        return None
    if not case.wage.missed_in_shortest(rate, figure):
        return None
    month, hours = case.wage.shortest
    return (
        f"В коротком месяце ({MONTH_NAMES[month - 1]}, {as_number(hours)} ч) ставка "
        f"{as_money(rate)} не даёт {as_money(figure.amount)}: нужно "
        f"{as_money(case.wage.strict_rate(figure))} в час"
    )


@rule(
    "TK133-MROT-SHORT-MONTH",
    WARNING,
    "ТК РФ ст. 133 ч. 3",
    "pay.rate_hour",
    condition="в самом коротком месяце ставка за норму ниже минимума, доплаты до него нет",
    mend="Добавьте условие о доплате до минимального размера оплаты труда или поднимите ставку.",
    sources=("S10",),
)
def short_month_below_federal(case: Case) -> str | None:
    found = _below_in_shortest(case, case.wage.federal)
    return f"{found} (минимальный размер оплаты труда)." if found else None


@rule(
    "TK133.1-SHORT-MONTH",
    WARNING,
    "ТК РФ ст. 133.1",
    "pay.rate_hour",
    condition="в самом коротком месяце ставка за норму ниже региональной величины, доплаты нет",
    mend="Добавьте условие о доплате до региональной величины или поднимите ставку.",
    sources=("S06",),
)
def short_month_below_regional(case: Case) -> str | None:
    found = _below_in_shortest(case, _regional(case))
    return f"{found} (минимальная зарплата, {case.contract.region})." if found else None


@rule(
    "TK133-MROT-TOPUP",
    WARNING,
    "ТК РФ ст. 133 ч. 3, 133.1",
    "pay.rate_hour",
    condition="ставка ниже минимума, но условие о доплате есть",
    mend="Проверьте размер: законно, но доплата потребуется каждый месяц.",
)
def rate_relies_on_top_up(case: Case) -> str | None:
    rate = _rate(case) if case.pay.mrot_topup_clause else None
    for figure in (_regional(case), case.wage.federal):
        found = _below_average(case, figure, rate)
        if found:
            return f"{found}; разницу придётся доплачивать каждый месяц."
    return None


@rule(
    "TK133-MROT-SALARY",
    WARNING,
    "ТК РФ ст. 133 ч. 3, 133.1",
    "pay.salary_month",
    condition="оклад с постоянными доплатами ниже минимума в доле времени, доплаты до него нет",
    mend="Добавьте условие о доплате до минимального размера оплаты труда.",
)
def salary_below_minimum(case: Case) -> str | None:
    pay, figures = case.pay, (case.wage.federal, case.wage.regional)
    if pay.type != "salary" or pay.mrot_topup_clause or pay.salary_month is None:
        return None
    minimum = case.time_share * max(
        (f.amount for f in figures if f is not None), default=Decimal(0)
    )
    paid = pay.salary_month + (pay.fixed_monthly_extra or 0)
    if paid >= minimum:
        return None
    return f"Оклад с постоянными выплатами {as_money(paid)} ниже минимума {as_money(minimum)}."


@rule(
    "TK133-YEAR-CHANGE",
    WARNING,
    "ТК РФ ст. 133; 82-ФЗ",
    "contract.start_date",
    condition="минимальный размер оплаты труда на дату начала работы неизвестен",
    mend="Внесите величину с источником в справочник и повторите проверку.",
)
def minimum_unknown(case: Case) -> str | None:
    start = case.contract.start_date
    if start is None or case.wage.federal is not None:
        return None
    return f"В справочнике нет минимального размера оплаты труда на {as_day(start)}."


@rule(
    "TK133-CALENDAR-UNKNOWN",
    ADVICE,
    "ТК РФ ст. 91, 112, 133",
    "contract.start_date",
    condition="производственный календарь года, в котором начинается работа, неизвестен",
    mend="Внесите календарь по постановлению о переносе выходных и повторите проверку.",
)
def calendar_unknown(case: Case) -> str | None:
    start = case.contract.start_date
    if start is None or case.wage.shortest is not None:
        return None
    return f"Нет производственного календаря на {start.year} год: ставка по месяцам не проверена."


@rule(
    "TK133.1-UNKNOWN",
    ADVICE,
    "ТК РФ ст. 133.1",
    "contract.region",
    condition="региональная минимальная зарплата в справочнике не найдена",
    mend="Проверьте, есть ли соглашение региона, и внесите величину в справочник.",
)
def regional_minimum_unknown(case: Case) -> str | None:
    region = case.contract.region
    if region is None or case.employer.regional_refusal:
        return None
    day = case.contract.start_date or case.on
    if case.reference.minimum_wage(day, region) is not None:
        return None
    return f"Нет данных о региональной минимальной зарплате: {region}, {as_day(day)}."

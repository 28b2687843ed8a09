"""Pay: its amount, days, currency, extra pay (ТК РФ ст. 57, 112, 131–154)."""

from hr_docs.law.case import Case
from hr_docs.law.logic import above, below
from hr_docs.law.rule import ADVICE, ERROR, WARNING, Search, Topic
from hr_docs.law.rules.patterns import any_of, gap
from hr_docs.law.wording import as_list, as_number, counted

rule = Topic("Оплата труда")

LONGEST_MONTH, SHORTEST_MONTH = 31, 28


@rule(
    "TK57-PAY",
    ERROR,
    "ТК РФ ст. 57 ч. 2, 129",
    "pay.rate_hour",
    condition="нет размера часовой тарифной ставки или оклада",
    mend="Укажите размер ставки или оклада числом.",
)
def amount_missing(case: Case) -> str | None:
    pay = case.pay
    if pay.type is None:
        return "Не указано, как оплачивается труд: по часовой ставке или по окладу."
    if pay.type == "hourly" and pay.rate_hour is None:
        return "Не указан размер часовой тарифной ставки."
    if pay.type == "salary" and pay.salary_month is None:
        return "Не указан размер оклада."
    return None


@rule(
    "TK148-COEF",
    ERROR,
    "ТК РФ ст. 146, 148, 315–317; КС РФ 38-П от 07.12.2017",
    "pay.regional_coef",
    condition="для места работы установлен районный коэффициент, а в договоре его нет",
    mend="Укажите коэффициент местности: он начисляется сверх минимального размера оплаты.",
    sources=("S09",),
    about=("contract",),
)
def coefficient_missing(case: Case) -> str | None:
    required, agreed = case.contract.region_coef_required, case.pay.regional_coef
    if not above(required, 1) or (agreed is not None and not below(agreed, required)):
        return None
    stated = "не указан" if agreed is None else f"указан {as_number(agreed)}"
    return f"Районный коэффициент {as_number(required)} обязателен, а в договоре {stated}."


@rule(
    "TK136-TWICE",
    ERROR,
    "ТК РФ ст. 136 ч. 6",
    "pay.days",
    condition="указано меньше двух дней выплаты в месяц",
    mend="Укажите две даты: зарплата выплачивается не реже чем каждые полмесяца.",
    sources=("S19",),
)
def paid_once_a_month(case: Case) -> str | None:
    days = set(case.pay.days or ())
    if len(days) >= case.limits.pay_times_a_month:
        return None
    return f"Дней выплаты в месяце: {len(days)}, а нужно не меньше двух."


@rule(
    "TK136-GAP",
    ERROR,
    "ТК РФ ст. 136 ч. 6",
    "pay.days",
    condition="между выплатами больше половины месяца (16 дней в 31-дневном месяце)",
    mend="Назначьте дни с промежутком около 15 дней, например 10-е и 25-е.",
    sources=("S19",),
)
def pay_days_far_apart(case: Case) -> str | None:
    days = sorted(case.pay.days or ())
    if len(days) < case.limits.pay_times_a_month:
        return None
    following = [*days[1:], days[0] + LONGEST_MONTH]
    gap = max(after - day for day, after in zip(days, following, strict=True))
    if gap <= case.limits.pay_gap_days:
        return None
    apart = counted(gap, "дня", "дней", "дней")
    return f"Выплаты {as_list(map(str, days))}-го числа: между ними до {apart}."


@rule(
    "TK136-15",
    ERROR,
    "ТК РФ ст. 136 ч. 6",
    "pay.final_day",
    condition="расчёт позже 15-го числа следующего месяца либо аванс позже 30-го",
    mend="Платите за первую половину месяца до 30-го числа, за вторую — до 15-го следующего.",
    sources=("S19",),
)
def paid_late(case: Case) -> str | None:
    pay, limits = case.pay, case.limits
    if above(pay.final_day, limits.pay_days_after_period):
        return f"Расчёт за месяц {pay.final_day}-го числа — позже 15 дней после его окончания."
    if above(pay.advance_day, limits.pay_advance_last_day):
        return f"Аванс {pay.advance_day}-го числа — позже 15 дней после первой половины месяца."
    days = pay.days or ()
    if pay.final_day is None and len(days) >= limits.pay_times_a_month:
        first = min(days)
        if first > limits.pay_days_after_period:
            return f"Первая выплата в месяце {first}-го числа — расчёт за прошлый месяц поздний."
    return None


@rule(
    "TK136-DAY-ABSENT",
    ADVICE,
    "ТК РФ ст. 136 ч. 6",
    "pay.days",
    condition="день выплаты есть не в каждом месяце",
    mend="Добавьте «в месяце без такого числа — в последний день месяца» или смените день.",
)
def pay_day_not_in_every_month(case: Case) -> str | None:
    days = [day for day in case.pay.days or () if day > SHORTEST_MONTH]
    return f"В феврале нет {max(days)}-го числа." if days else None


@rule(
    "TK131-CURRENCY",
    ERROR,
    "ТК РФ ст. 131",
    "pay.currency",
    condition="ставка установлена не в рублях",
    mend="Установите ставку в рублях.",
    sources=("S19",),
)
def pay_not_in_roubles(case: Case) -> str | None:
    currency = case.pay.currency
    if currency is None or currency.upper() == "RUB":
        return None
    return f"Ставка установлена в {currency}: зарплата выплачивается в рублях."


@rule(
    "TK154-NIGHT",
    ERROR,
    "ТК РФ ст. 154; ПП РФ от 22.07.2008 № 554",
    "pay.night_percent",
    condition="есть ночные часы, а доплата меньше 20 % или не указана",
    mend="Укажите доплату за каждый час с 22:00 до 6:00 не менее 20 % часовой ставки.",
    sources=("S14",),
    about=("time",),
)
def night_paid_less(case: Case) -> str | None:
    percent = case.pay.night_percent
    if not case.time.night_hours or (
        percent is not None and not below(percent, case.limits.night_percent)
    ):
        return None
    stated = "не указана" if percent is None else f"{as_number(percent)} %"
    least = as_number(case.limits.night_percent)
    return f"Есть ночные часы, а доплата за них {stated} при минимуме {least} %."


def overtime_paid_less(case: Case) -> str | None:
    pay, limits = case.pay, case.limits
    if below(pay.overtime_coef_1, limits.overtime_coef_first):
        low, least = as_number(pay.overtime_coef_1), as_number(limits.overtime_coef_first)
        return f"Первые два часа сверхурочных: коэффициент {low} вместо {least}."
    if below(pay.overtime_coef_2, limits.overtime_coef_next):
        low, least = as_number(pay.overtime_coef_2), as_number(limits.overtime_coef_next)
        return f"Следующие часы сверхурочных: коэффициент {low} вместо {least}."
    if pay.overtime_base == "rate_only":
        return "Сверхурочные считаются от голой ставки, без доплат и премий."
    return None


rule.text(
    "TK152-OVERTIME-COEF",
    ERROR,
    "ТК РФ ст. 152",
    condition="сверхурочные ниже 1,5 и 2 размеров либо считаются от голой ставки",
    mend="Платите не менее 1,5 за первые два часа и 2 за остальные, с доплатами и премиями.",
    sources=("S17",),
    field="pay.overtime_coef_1",
    check=overtime_paid_less,
    message="Сверхурочная работа оплачивается в одинарном размере или не оплачивается.",
    search=Search(
        stems=("сверхурочн", "переработк"),
        pattern=any_of(
            rf"(?:сверхурочн|переработк)\w*{gap(6)}(?:в\W+(?:одинарн|обычн|однократн)\w+|не\W+оплачива\w+|"
            r"(?:по|как)\W+(?:обычн|одинарн|установленн|рабоч)\w*|"
            r"без\W+(?:\w+\W+)?(?:доплат|оплат)|учтен\w*\W+в|включен\w*\W+в|вход\w+\W+в)",
        ),
        unless=any_of(
            r"отдых\w*", r"не\W+(?:допуска|привлека|учитыва|вход|включ)", r"запрещ", r"табел"
        ),
    ),
)


def weekend_paid_less(case: Case) -> str | None:
    coefficient = case.pay.weekend_coef
    if not below(coefficient, case.limits.weekend_coef):
        return None
    return f"Работа в выходной: коэффициент {as_number(coefficient)} вместо 2."


rule.text(
    "TK153-WEEKEND",
    ERROR,
    "ТК РФ ст. 153",
    condition="коэффициент за выходной или праздник меньше двойного",
    mend="Платите за выходной и нерабочий праздничный день не менее чем вдвое.",
    field="pay.weekend_coef",
    check=weekend_paid_less,
    message="Работа в выходной или праздник оплачивается меньше чем вдвое.",
    search=Search(
        stems=("выходн", "праздн"),
        pattern=any_of(
            r"(?:выходн|праздничн|праздник)\w*(?:\W+\w+){0,8}?\W+(?:оплачива|оплат)\w*(?:\W+\w+){0,2}?\W+"
            r"(?:в|по|как)\W+(?:одинарн|обычн|однократн|полуторн|будн)\w+",
        ),
        unless=any_of(r"отдых\w*|отгул", r"сверх\W+оклад"),
    ),
)


@rule(
    "TK112-HOLIDAY-REWARD",
    WARNING,
    "ТК РФ ст. 112 ч. 3",
    "pay.holiday_reward",
    condition="оплата по часам, а вознаграждение за праздники, когда не привлекали, не установлено",
    mend="Укажите размер вознаграждения или локальный акт, где он установлен.",
    sources=("S78",),
)
def holiday_reward_missing(case: Case) -> str | None:
    if case.pay.type != "hourly" or case.pay.holiday_reward is not None:
        return None
    return "Не установлено вознаграждение почасовику за праздники, в которые он не работал."


@rule(
    "TK134-INDEXATION",
    WARNING,
    "ТК РФ ст. 134",
    "pay.indexation_clause",
    condition="порядка индексации нет ни в договоре, ни в отсылке к локальному акту",
    mend="Укажите порядок индексации или локальный акт, где он установлен.",
)
def indexation_missing(case: Case) -> str | None:
    return None if case.pay.indexation_clause else "Не указан порядок индексации зарплаты."


@rule(
    "DATA-PAY-DAYS",
    WARNING,
    "ТК РФ ст. 136 ч. 6",
    "pay.days",
    condition="день аванса или расчёта не входит в дни выплаты",
    mend="Сделайте дни выплаты одинаковыми везде.",
)
def pay_days_contradict(case: Case) -> str | None:
    pay = case.pay
    if not pay.days:
        return None
    named = {"аванс": pay.advance_day, "расчёт": pay.final_day}
    wrong = [f"{n} {d}-го" for n, d in named.items() if d is not None and d not in pay.days]
    if not wrong:
        return None
    return f"В днях выплаты ({as_list(map(str, pay.days))}) нет: {as_list(wrong)}."

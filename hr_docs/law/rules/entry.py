"""The order of dates at a hire: admission, contract, local acts, order (ст. 61–68 ТК РФ)."""

import datetime as dt
from decimal import Decimal

from hr_docs.law.case import Case
from hr_docs.law.logic import differ, later
from hr_docs.law.rule import ADVICE, ERROR, WARNING, Topic
from hr_docs.law.wording import as_day, as_list, as_money

rule = Topic("Оформление приёма")

Term = Decimal | dt.date | str | None


@rule(
    "TK67-3DAYS",
    ERROR,
    "ТК РФ ст. 67 ч. 2",
    "contract.actual_admission_date",
    condition="договор датирован позже третьего рабочего дня после допуска (начала работы)",
    mend="Оформите договор не позднее трёх рабочих дней со дня допуска.",
)
def contract_late_after_admission(case: Case) -> str | None:
    contract = case.contract
    begun = contract.actual_admission_date or contract.start_date
    last = _last_day_to_sign(case)
    if not later(contract.date, last):
        return None
    what = "Работник допущен" if contract.actual_admission_date else "Работа начинается"
    return (
        f"{what} {as_day(begun)}, договор датирован {as_day(contract.date)}, "
        f"а оформить его надо было не позднее {as_day(last)}."
    )


def _last_day_to_sign(case: Case) -> dt.date | None:
    """Of a contract that is put on paper after the work has begun; None where no day is known."""
    begun = case.contract.actual_admission_date or case.contract.start_date
    days = case.limits.written_form_work_days
    return None if begun is None else case.reference.calendar.add_working_days(begun, days)


@rule(
    "TK61-DATE-ORDER",
    WARNING,
    "ТК РФ ст. 61, 67",
    "contract.start_date",
    condition="дата договора позже даты начала работы, а фактический допуск не отмечен",
    mend="Исправьте даты либо отметьте фактический допуск.",
)
def contract_after_start(case: Case) -> str | None:
    contract = case.contract
    if contract.actual_admission_date or not later(contract.date, contract.start_date):
        return None
    start = as_day(contract.start_date)
    return f"Договор датирован {as_day(contract.date)}, позже начала работы {start}."


@rule(
    "TK61-DAY-OFF",
    WARNING,
    "ТК РФ ст. 61 ч. 2, 111, 112",
    "contract.start_date",
    condition="первый день работы — выходной или праздник, а неделя пятидневная",
    mend="Назначьте ближайший рабочий день или выберите сменный либо скользящий график.",
)
def first_day_is_off(case: Case) -> str | None:
    start = case.contract.start_date
    if case.time.mode != "general" or start is None or case.reference.calendar.is_working(start):
        return None
    return f"Первый день работы {as_day(start)} — нерабочий день пятидневной недели."


@rule(
    "TK68-LNA",
    ERROR,
    "ТК РФ ст. 22, 68 ч. 3",
    "contract.lna_ack_date",
    condition="ознакомление с локальными актами датировано позже договора",
    mend="Знакомьте с правилами внутреннего трудового распорядка и иными актами до подписания.",
)
def local_acts_read_late(case: Case) -> str | None:
    contract = case.contract
    if not later(contract.lna_ack_date, contract.date):
        return None
    read, signed = as_day(contract.lna_ack_date), as_day(contract.date)
    return f"С локальными актами работник ознакомлен {read}, после договора от {signed}."


@rule(
    "TK68-LNA-EMPTY",
    WARNING,
    "ТК РФ ст. 68 ч. 3",
    "contract.lna_ack_date",
    condition="дата ознакомления с локальными актами не заполнена",
    mend="Отметьте ознакомление под подпись до подписания договора.",
)
def local_acts_unread(case: Case) -> str | None:
    if case.contract.lna_ack_date is not None:
        return None
    return "Не отмечено ознакомление с правилами внутреннего трудового распорядка и иными актами."


@rule(
    "TK68-ORDER-MATCH",
    ERROR,
    "ТК РФ ст. 68 ч. 1",
    "order.rate_hour",
    condition="приказ о приёме расходится с договором по ставке, должности, дате или испытанию",
    mend="Приведите приказ в соответствие с договором.",
)
def order_differs(case: Case) -> str | None:
    order, contract = case.order, case.contract
    pairs: dict[str, tuple[Term, Term]] = {
        "ставка": (order.rate_hour, case.pay.rate_hour),
        "должность": (order.position, contract.position),
        "дата начала": (order.start_date, contract.start_date),
        "испытание": (order.probation_end, contract.probation_end),
    }
    wrong = as_list(
        f"{name} {_printed(ordered)}, а не {_printed(agreed)}"
        for name, (ordered, agreed) in pairs.items()
        if differ(ordered, agreed)
    )
    return f"В приказе о приёме не то, что в договоре: {wrong}." if wrong else None


def _printed(term: Term) -> str:
    if isinstance(term, dt.date):
        return as_day(term)
    return as_money(term) if isinstance(term, Decimal) else f"«{term}»"


@rule(
    "EFS1-REMIND",
    ADVICE,
    "27-ФЗ ст. 11; приказ СФР от 17.11.2025 № 1462",
    "order.efs1_sent",
    condition="приём, увольнение или договор ГПХ — напоминание о ЕФС-1",
    mend="Подайте ЕФС-1 не позднее следующего рабочего дня; о переводе — до 25-го числа "
    "следующего месяца.",
    sources=("S32", "S63"),
)
def report_not_sent(case: Case) -> str | None:
    if case.order.event not in ("hire", "dismiss", "gph") or case.order.efs1_sent:
        return None
    return "Не отмечена подача ЕФС-1 (подраздел 1.1)."

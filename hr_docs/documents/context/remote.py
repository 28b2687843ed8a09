"""Placeholders of remote work (глава 49.1 ТК РФ)."""

from employees.models import Employment
from hr_docs.documents.context.placeholder import text, yes_no
from hr_docs.documents.context.source import PackSource
from hr_docs.documents.context.wording import day, money, quantity


def _uses_own_equipment(source: PackSource) -> bool:
    employment = source.employment
    return employment.is_remote and employment.equipment != Employment.Equipment.EMPLOYER


def _gets_equipment(source: PackSource) -> bool:
    employment = source.employment
    return employment.is_remote and employment.equipment == Employment.Equipment.EMPLOYER


def _compensation(source: PackSource) -> str:
    return money(source.employment.compensation_per_day) if _uses_own_equipment(source) else ""


def _expenses(source: PackSource) -> str:
    employment = source.employment
    return money(employment.expenses_limit) if employment.is_remote else ""


REMOTE = (
    text(
        "дистанционно.местность",
        "",
        "местность, где работают дистанционно",
        "remote_locality",
    ),
    text(
        "дистанционно.с",
        "",
        "первый день временной дистанционной работы",
        lambda s: day(s.employment.remote_from),
    ),
    text(
        "дистанционно.по",
        "",
        "последний день временной дистанционной работы",
        lambda s: day(s.employment.remote_until),
    ),
    text(
        "дистанционно.порядок_чередования",
        "",
        "какие дни на рабочем месте, какие дистанционно",
        lambda s: s.employment.alternation.rstrip("."),
    ),
    text(
        "дистанционно.каналы_связи",
        "",
        "через что передают задания и отчёты",
        lambda s: s.employment.interaction_system.rstrip("."),
    ),
    text(
        "дистанционно.срок_ответа",
        "30 (тридцать) минут",
        "срок ответа на служебное сообщение в пределах смены",
        lambda s: quantity(s.employment.response_minutes, "минута"),
    ),
    yes_no(
        "дистанционно.оборудование_работодателя",
        False,
        "оборудование для дистанционной работы выдаёт работодатель",
        _gets_equipment,
    ),
    yes_no(
        "дистанционно.оборудование_работника",
        False,
        "работник использует своё или арендованное оборудование",
        _uses_own_equipment,
    ),
    yes_no(
        "дистанционно.оборудование_арендованное",
        False,
        "оборудование работника — арендованное им, а не его собственное",
        lambda s: _uses_own_equipment(s) and s.employment.equipment == Employment.Equipment.RENTED,
    ),
    text(
        "дистанционно.компенсация",
        "",
        "компенсация за день использования своего оборудования",
        _compensation,
    ),
    text(
        "дистанционно.возмещение",
        "",
        "предел возмещения подтверждённых расходов в месяц, если он есть",
        _expenses,
    ),
    yes_no(
        "дистанционно.есть_выплаты",
        False,
        "полагается компенсация или возмещение",
        lambda s: bool(_compensation(s) or _expenses(s)),
    ),
)

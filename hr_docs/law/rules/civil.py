"""Contracts for services with a person, self-employed or not (ГК РФ гл. 39, 422-ФЗ)."""

from hr_docs.law.case import Case
from hr_docs.law.logic import earlier, months_after
from hr_docs.law.rule import ERROR, WARNING, Topic
from hr_docs.law.wording import as_day, as_list

rule = Topic("Договоры ГПХ и самозанятые")

ENOUGH_SIGNS = 2
"""So many signs of employment make an error; one makes a warning."""


def _signs(case: Case) -> list[str]:
    """What in a civil contract looks like employment (ТК РФ ст. 15)."""
    gph = case.gph
    signs = {
        "график": gph.schedule,
        "правила внутреннего распорядка": gph.rules,
        "постоянная сумма каждый месяц": gph.fixed_monthly,
        "отпуск": gph.leave,
        "дисциплинарная ответственность": gph.discipline,
        "название должности": gph.position_title,
    }
    return [name for name, present in signs.items() if present] if gph.used else []


@rule(
    "TK19.1-REQUAL",
    ERROR,
    "ТК РФ ст. 15, 19.1",
    "gph.schedule",
    condition="в договоре ГПХ два и больше признаков трудовых отношений",
    mend="Заключите трудовой договор или уберите эти условия.",
    sources=("S35",),
)
def employment_in_disguise(case: Case) -> str | None:
    signs = _signs(case)
    if len(signs) < ENOUGH_SIGNS:
        return None
    return f"Договор ГПХ могут признать трудовым: {as_list(signs)}."


@rule(
    "TK19.1-REQUAL-ONE",
    WARNING,
    "ТК РФ ст. 15, 19.1; Пленум ВС от 29.05.2018 № 15 п. 17",
    "gph.schedule",
    condition="в договоре ГПХ один признак трудовых отношений",
    mend="Проверьте формулировку: все сомнения толкуются в пользу трудовых отношений.",
)
def sign_of_employment(case: Case) -> str | None:
    signs = _signs(case)
    return f"Признак трудовых отношений: {signs[0]}." if len(signs) == 1 else None


@rule(
    "FZ422-2YEARS",
    ERROR,
    "422-ФЗ ст. 6 ч. 2 п. 8",
    "gph.last_work_date",
    condition="заказчик — работодатель исполнителя сейчас или меньше двух лет назад",
    mend="Заключите трудовой договор: к таким доходам НПД не применяется.",
)
def former_employer_pays(case: Case) -> str | None:
    gph = case.gph
    if not gph.used or not gph.npd:
        return None
    if gph.current_employee:
        return "Самозанятый — нынешний работник заказчика."
    free_from = months_after(gph.last_work_date, case.limits.former_employer_months)
    if not earlier(gph.date, free_from):
        return None
    left = as_day(gph.last_work_date)
    return f"Самозанятый работал у заказчика до {left}: два года кончаются {as_day(free_from)}."


@rule(
    "FZ422-ACT-DETAIL",
    WARNING,
    "422-ФЗ ст. 14; НК РФ ст. 252; ГК РФ ст. 779",
    "gph.act_lines",
    condition="в акте (чеке) нет перечня услуг с объёмом и периодом",
    mend="Раскройте в акте и чеке вид, объём, период и цену услуг.",
)
def act_without_detail(case: Case) -> str | None:
    if not case.gph.used or case.gph.act_lines:
        return None
    return "В акте не перечислены услуги с объёмом и периодом."


@rule(
    "FZ422-STATUS",
    ERROR,
    "422-ФЗ ст. 15; НК РФ ст. 226, 420",
    "gph.status_checked",
    condition="статус плательщика НПД не проверен на дату договора или выплаты",
    mend="Проверьте статус на дату выплаты: без него заказчик платит НДФЛ и взносы.",
)
def taxpayer_status_unchecked(case: Case) -> str | None:
    gph = case.gph
    if not gph.used or not gph.npd or gph.status_checked:
        return None
    return "Статус плательщика НПД не проверен."

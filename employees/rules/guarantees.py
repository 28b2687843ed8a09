"""Circumstances of a hire that contradict each other or the dates."""

from collections.abc import Iterator

from employees.models import Employment
from employees.rules.problem import Problem, printed, years_later

_FULL_AGE = 18


def _child(employment: Employment) -> Iterator[Problem]:
    born, signed = employment.youngest_child_born, employment.contract_date
    if born is None:
        if employment.child_care:
            yield Problem(
                "youngest_child_born",
                "Указано, кто воспитывает ребёнка, а дата его рождения — нет.",
                "Укажите дату рождения младшего ребёнка: гарантии зависят от его возраста.",
            )
    elif born > signed:
        yield Problem(
            "youngest_child_born",
            f"Ребёнок родился {printed(born)}, после даты договора {printed(signed)}.",
            "Проверьте дату рождения.",
        )
    elif years_later(born, _FULL_AGE) <= signed:
        yield Problem(
            "youngest_child_born",
            f"Ребёнку, рождённому {printed(born)}, на дату договора исполнилось 18 лет.",
            "Очистите поле: гарантий из-за этого ребёнка нет.",
        )


def _pregnancy(employment: Employment) -> Iterator[Problem]:
    if employment.is_pregnant and employment.operator.gender == "m":
        yield Problem(
            "is_pregnant", "Беременность отмечена у мужчины.", "Снимите отметку или исправьте пол."
        )


def _disability(employment: Employment) -> Iterator[Problem]:
    limit = employment.shift_limit_hours
    if limit is None:
        return
    if not employment.disability_group:
        yield Problem(
            "disability_group",
            "Предел смены по медицинскому заключению указан, а группа инвалидности — нет.",
            "Выберите группу или очистите предел.",
        )
    if limit <= 0:
        yield Problem(
            "shift_limit_hours", "Предел смены не больше нуля.", "Укажите часы из заключения."
        )


def _admission(employment: Employment) -> Iterator[Problem]:
    admitted, signed = employment.admitted_on, employment.contract_date
    if admitted is not None and admitted >= signed:
        yield Problem(
            "admitted_on",
            f"Допуск к работе {printed(admitted)} не раньше даты договора {printed(signed)}.",
            "Очистите поле: оно нужно, только если работать начали до подписания (ст. 67 ТК РФ).",
        )


RULES = (_child, _pregnancy, _disability, _admission)

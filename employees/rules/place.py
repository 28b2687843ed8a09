"""Where the work is done: what each work mode needs and excludes (ст. 57, 312.1, 312.6 ТК РФ)."""

from collections.abc import Iterator

from employees.models import Employment, WorkMode
from employees.rules.problem import Problem, printed

_EXCLUDED = {
    WorkMode.ON_SITE: ("remote_locality", "remote_from", "remote_until", "alternation"),
    WorkMode.REMOTE: ("remote_from", "remote_until", "alternation"),
    WorkMode.REMOTE_TEMPORARY: ("alternation",),
    WorkMode.HYBRID: (),
}
_NEEDED = {
    WorkMode.ON_SITE: (),
    WorkMode.REMOTE: ("remote_locality", "interaction_system"),
    WorkMode.REMOTE_TEMPORARY: (
        "remote_locality",
        "interaction_system",
        "remote_from",
        "remote_until",
    ),
    WorkMode.HYBRID: ("remote_locality", "interaction_system", "alternation"),
}
_NAMES = {
    "remote_locality": "местность дистанционной работы",
    "interaction_system": "средства связи для взаимодействия",
    "remote_from": "начало дистанционной работы",
    "remote_until": "окончание дистанционной работы",
    "alternation": "порядок чередования",
}
_MODES = {
    WorkMode.ON_SITE: "на территории работодателя",
    WorkMode.REMOTE: "дистанционно постоянно",
    WorkMode.REMOTE_TEMPORARY: "дистанционно временно",
    WorkMode.HYBRID: "чередование",
}


def _fields_of_mode(employment: Employment) -> Iterator[Problem]:
    mode = WorkMode(employment.work_mode)
    for field in _NEEDED[mode]:
        if not getattr(employment, field):
            yield Problem(
                field,
                f"Режим «{_MODES[mode]}»: не указано — {_NAMES[field]}.",
                "Заполните: без этого условие о месте работы неполно (ст. 57, 312.1 ТК РФ).",
            )
    for field in _EXCLUDED[mode]:
        if getattr(employment, field):
            yield Problem(
                field,
                f"Режим «{_MODES[mode]}», но заполнено: {_NAMES[field]}.",
                "Очистите это поле или смените режим.",
            )


def _remote_dates(employment: Employment) -> Iterator[Problem]:
    begins, until, end = employment.remote_from, employment.remote_until, employment.end_date
    if begins and until and until < begins:
        yield Problem(
            "remote_until",
            f"Дистанционная работа кончается {printed(until)}, а начинается позже, "
            f"{printed(begins)}.",
            "Проверьте обе даты.",
        )
    if begins and begins < employment.start_date:
        yield Problem(
            "remote_from",
            f"Дистанционная работа начинается {printed(begins)}, до первого рабочего дня "
            f"{printed(employment.start_date)}.",
            "Проверьте обе даты.",
        )
    if until and end and until > end:
        yield Problem(
            "remote_until",
            f"Дистанционная работа до {printed(until)} длиннее договора до {printed(end)}.",
            "Проверьте обе даты.",
        )


def _compensation(employment: Employment) -> Iterator[Problem]:
    if not employment.is_remote:
        return
    employers_own = employment.equipment == Employment.Equipment.EMPLOYER
    if not employers_own and not (employment.compensation_per_day or 0) > 0:
        yield Problem(
            "compensation_per_day",
            "Оборудование работника, но компенсация за него не указана.",
            "Укажите рубли за день дистанционной работы (ст. 312.6 ТК РФ).",
        )
    if employers_own and employment.compensation_per_day:
        yield Problem(
            "compensation_per_day",
            "Указана компенсация, а оборудование — работодателя.",
            "Очистите компенсацию или выберите собственное оборудование.",
        )


RULES = (_fields_of_mode, _remote_dates, _compensation)

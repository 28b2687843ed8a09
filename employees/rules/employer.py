"""Contradictions in the employer's own records."""

from collections.abc import Iterator
from zoneinfo import available_timezones

from employees.models import Employer, Signatory, Site
from employees.rules.person import gender_problems, name_problems, spelling_problems
from employees.rules.problem import Problem, printed, run_rules


def employer_problems(employer: Employer) -> list[Problem]:
    """All contradictions; identifiers must have been normalised."""
    return run_rules(employer, (_kpp, _account, _time_zone, _secrecy))


def signatory_problems(signatory: Signatory) -> list[Problem]:
    """All contradictions of a signatory; `employer` must be set."""
    return run_rules(
        signatory, (name_problems, spelling_problems, gender_problems, _authority, _validity)
    )


def site_problems(site: Site) -> list[Problem]:
    """All contradictions of a site."""
    return run_rules(site, (_coefficient, _conditions))


def _kpp(employer: Employer) -> Iterator[Problem]:
    is_trader = employer.kind == Employer.Kind.IP
    if is_trader and employer.kpp:
        yield Problem("kpp", "У индивидуального предпринимателя нет КПП.", "Очистите КПП.")
    if not is_trader and not employer.kpp:
        yield Problem("kpp", "Не указан КПП организации.", "Возьмите его из выписки ЕГРЮЛ.")


def _account(employer: Employer) -> Iterator[Problem]:
    if (employer.settlement_account or employer.correspondent_account) and not employer.bik:
        yield Problem("bik", "Указан счёт, но не указан БИК банка.", "Добавьте БИК.")


def _time_zone(employer: Employer) -> Iterator[Problem]:
    if employer.time_zone not in available_timezones():
        yield Problem(
            "time_zone",
            f"Нет часового пояса «{employer.time_zone}».",
            "Укажите имя IANA: Europe/Moscow, Asia/Yekaterinburg.",
        )


def _secrecy(employer: Employer) -> Iterator[Problem]:
    if employer.secrecy_order_number and not employer.secrecy_order_date:
        yield Problem(
            "secrecy_order_date",
            "У приказа о режиме коммерческой тайны нет даты.",
            "Укажите дату приказа.",
        )
    if employer.secrecy_order_date and not employer.secrecy_order_number:
        yield Problem(
            "secrecy_order_number",
            "У приказа о режиме коммерческой тайны нет номера.",
            "Укажите номер приказа.",
        )


def _authority(signatory: Signatory) -> Iterator[Problem]:
    if signatory.authority == Signatory.Authority.CHARTER:
        return
    for field, what in (("authority_number", "номера"), ("authority_date", "даты")):
        if not getattr(signatory, field):
            yield Problem(
                field,
                f"У документа о полномочиях нет {what}.",
                "Перепишите из доверенности, приказа или свидетельства (ст. 57 ТК РФ).",
            )


def _validity(signatory: Signatory) -> Iterator[Problem]:
    begins, until = signatory.valid_from, signatory.valid_until
    if begins and until and until < begins:
        yield Problem(
            "valid_until",
            f"Полномочия до {printed(until)} кончаются раньше, чем начинаются ({printed(begins)}).",
            "Проверьте обе даты.",
        )


def _coefficient(site: Site) -> Iterator[Problem]:
    if site.district_coefficient < 1:
        yield Problem(
            "district_coefficient",
            f"Районный коэффициент {site.district_coefficient} меньше единицы.",
            "Укажите 1, если коэффициента нет, или, например, 1,15 (ст. 316 ТК РФ).",
        )


def _conditions(site: Site) -> Iterator[Problem]:
    if site.conditions_class and not site.conditions_card_number:
        yield Problem(
            "conditions_card_number",
            "Указан класс условий труда без номера карты специальной оценки.",
            "Укажите номер карты или очистите класс (426-ФЗ).",
        )

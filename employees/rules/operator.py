"""Contradictions in an operator's identity, permit and bank details."""

import re
from collections.abc import Iterator
from datetime import date

from employees.countries import COUNTRIES
from employees.models import Operator
from employees.rules.person import gender_problems, name_problems, spelling_problems
from employees.rules.problem import Problem, printed, run_rules, years_later
from hr_docs.russian import evident_gender

_EARLIEST_BIRTH = date(1920, 1, 1)
_PASSPORT_AGE = 14  # Положение о паспорте (ПП РФ от 23.12.2023 № 2267), п. 2
_FOREIGN_DOCUMENTS = {
    Operator.IdentityDocument.FOREIGN_PASSPORT,
    Operator.IdentityDocument.RESIDENCE_PERMIT,
    Operator.IdentityDocument.REFUGEE,
}
_STATUS_PERMITS = {
    Operator.ForeignStatus.TEMPORARY_STAY: {Operator.Permit.PATENT, Operator.Permit.WORK_PERMIT},
    Operator.ForeignStatus.TEMPORARY_RESIDENCE: {Operator.Permit.TEMPORARY_RESIDENCE},
    Operator.ForeignStatus.PERMANENT_RESIDENCE: {Operator.Permit.RESIDENCE_PERMIT},
}
_PERMIT_DETAILS = {
    "permit_number": "номер",
    "permit_issued_by": "кем выдано",
    "permit_issued_on": "дата выдачи",
}
_FOREIGN_FIELDS = (
    "foreign_status",
    "permit",
    "permit_series",
    *_PERMIT_DETAILS,
    "permit_valid_until",
    "permit_region",
    "permit_profession",
)


def operator_problems(operator: Operator) -> list[Problem]:
    """All contradictions; the fields must have been cleaned and the identifiers normalised."""
    return run_rules(operator, _RULES)


def _gender(operator: Operator) -> Iterator[Problem]:
    """Refused where the first name speaks against the gender too: surely a slip.

    A patronymic alone may be written so in the document («…-оглы» of a woman): the contract check
    asks for a lawyer's word then.
    """
    if evident_gender(name=operator.name) == evident_gender(patronymic=operator.patronymic):
        yield from gender_problems(operator)


def _personnel_number(operator: Operator) -> Iterator[Problem]:
    number = operator.personnel_number
    stray = re.sub(r"[\w ./№-]", "", number)
    if stray or not re.search(r"[^\W_]", number):
        yield Problem(
            "personnel_number",
            f"В табельном номере «{number}» посторонний знак «{stray[0]}»."
            if stray
            else f"В табельном номере «{number}» нет ни цифр, ни букв.",
            "Оставьте цифры и буквы, например 0001 или А-15.",
        )


def _birth(operator: Operator) -> Iterator[Problem]:
    if operator.birth_date < _EARLIEST_BIRTH:
        yield Problem(
            "birth_date",
            f"Дата рождения {printed(operator.birth_date)} слишком давняя.",
            "Проверьте год.",
        )
    elif operator.identity_issued_on < operator.birth_date:
        yield Problem(
            "identity_issued_on",
            f"Документ выдан {printed(operator.identity_issued_on)}, раньше дня рождения "
            f"{printed(operator.birth_date)}.",
            "Проверьте обе даты.",
        )


def _citizenship(operator: Operator) -> Iterator[Problem]:
    if operator.citizenship not in COUNTRIES:
        yield Problem(
            "citizenship",
            f"Нет гражданства с кодом «{operator.citizenship}».",
            "Укажите две латинские буквы: RU, BY, UZ; XX — лицо без гражданства.",
        )
    document = Operator.IdentityDocument(operator.identity_document)
    if document is Operator.IdentityDocument.RF_PASSPORT and operator.is_foreign:
        yield Problem(
            "identity_document",
            "Паспорт гражданина РФ указан у человека с другим гражданством.",
            "Исправьте гражданство или вид документа.",
        )
    if not operator.is_foreign and document in _FOREIGN_DOCUMENTS:
        yield Problem(
            "identity_document",
            "У гражданина России указан документ иностранца или лица без гражданства.",
            "Исправьте гражданство или вид документа.",
        )


def _passport(operator: Operator) -> Iterator[Problem]:
    if operator.identity_document != Operator.IdentityDocument.RF_PASSPORT:
        return
    if not re.fullmatch(r"[0-9]{4}", operator.identity_series):
        yield Problem(
            "identity_series",
            f"Серия паспорта «{operator.identity_series}»: нужно 4 цифры.",
            "Перепишите серию с разворота паспорта: 4510.",
        )
    if not re.fullmatch(r"[0-9]{6}", operator.identity_number):
        yield Problem(
            "identity_number",
            f"Номер паспорта «{operator.identity_number}»: нужно 6 цифр.",
            "Перепишите номер с разворота паспорта: 123456.",
        )
    if not operator.identity_department_code:
        yield Problem(
            "identity_department_code",
            "Не указан код подразделения, выдавшего паспорт.",
            "Перепишите его из паспорта: 770-001.",
        )
    if operator.identity_issued_on < years_later(operator.birth_date, _PASSPORT_AGE):
        yield Problem(
            "identity_issued_on",
            f"Паспорт выдан {printed(operator.identity_issued_on)}, до 14 лет.",
            "Проверьте дату выдачи и дату рождения.",
        )


def _validity(operator: Operator) -> Iterator[Problem]:
    pairs = (
        ("identity_valid_until", operator.identity_issued_on, operator.identity_valid_until),
        ("permit_valid_until", operator.permit_issued_on, operator.permit_valid_until),
    )
    for field, issued, until in pairs:
        if issued and until and until < issued:
            yield Problem(
                field,
                f"Документ действует до {printed(until)}, а выдан позже, {printed(issued)}.",
                "Проверьте обе даты.",
            )


def _no_permit_for_citizens(operator: Operator) -> Iterator[Problem]:
    if operator.is_foreign:
        return
    for field in _FOREIGN_FIELDS:
        if getattr(operator, field):
            yield Problem(
                field,
                "У гражданина России заполнены сведения о статусе или разрешении иностранца.",
                "Очистите их или исправьте гражданство.",
            )
            return


def _foreign_status(operator: Operator) -> Iterator[Problem]:
    if not operator.is_foreign:
        return
    if not operator.foreign_status:
        yield Problem(
            "foreign_status",
            "Не указан статус иностранного гражданина в России.",
            "Выберите: временно пребывающий, временно или постоянно проживающий (ст. 327.2 ТК РФ).",
        )
        return
    status = Operator.ForeignStatus(operator.foreign_status)
    if operator.permit and operator.permit not in _STATUS_PERMITS[status]:
        yield Problem(
            "permit",
            "Вид разрешения не соответствует статусу в России.",
            "Временно пребывающему — патент или разрешение на работу, временно проживающему — "
            "РВП, постоянно проживающему — вид на жительство.",
        )
    if not operator.permit and status is not Operator.ForeignStatus.TEMPORARY_STAY:
        yield Problem(
            "permit",
            "Не указано разрешение, по которому иностранный гражданин проживает в России.",
            "Выберите РВП или вид на жительство и заполните реквизиты (ст. 327.2 ТК РФ).",
        )


def _permit_details(operator: Operator) -> Iterator[Problem]:
    if not operator.is_foreign:
        return
    for field, name in _PERMIT_DETAILS.items():
        filled = bool(getattr(operator, field))
        if operator.permit and not filled:
            yield Problem(
                field,
                f"Не заполнено: разрешение иностранца, {name}.",
                "Перепишите из документа (ст. 327.2 ТК РФ).",
            )
        if filled and not operator.permit:
            yield Problem(
                "permit",
                f"Заполнено «{name}», но вид разрешения не выбран.",
                "Выберите вид: патент, разрешение на работу, РВП или вид на жительство.",
            )
            return


def _bank(operator: Operator) -> Iterator[Problem]:
    if operator.bank_account and not operator.bik:
        yield Problem(
            "bik",
            "Указан счёт, но не указан БИК банка.",
            "Без БИК счёт нельзя проверить и применить: добавьте БИК.",
        )
    if operator.bank_account and not operator.bank_name:
        yield Problem("bank_name", "Указан счёт, но не указан банк.", "Добавьте название банка.")


_RULES = (
    name_problems,
    spelling_problems,
    _gender,
    _personnel_number,
    _birth,
    _citizenship,
    _passport,
    _validity,
    _no_permit_for_citizens,
    _foreign_status,
    _permit_details,
    _bank,
)

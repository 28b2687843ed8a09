"""The parties, the dates and the term of an employment."""

from collections.abc import Iterator
from datetime import timedelta

from employees.models import Employment
from employees.rules.problem import Problem, printed, years_later

_TYPO = timedelta(days=366)
"""A contract and a first day further apart than this are taken for a wrong year."""
_YOUNGEST = 14
_CONSENT_AGE = 14
_LONGEST_FIXED_YEARS = 5
_GROUNDS_WITH_REASON = {
    Employment.FixedTermGround.ABSENT_EMPLOYEE,
    Employment.FixedTermGround.TEMPORARY_WORK,
    Employment.FixedTermGround.TEMPORARY_EXTENSION,
    Employment.FixedTermGround.KNOWN_WORK,
}
_GROUNDS_WITHOUT_END = {
    Employment.FixedTermGround.ABSENT_EMPLOYEE,
    Employment.FixedTermGround.KNOWN_WORK,
}
"""Terms that an event may end instead of a date (ст. 79 ТК РФ)."""


def _dates(employment: Employment) -> Iterator[Problem]:
    if abs(employment.start_date - employment.contract_date) > _TYPO:
        yield Problem(
            "start_date",
            f"Между договором {printed(employment.contract_date)} и началом работы "
            f"{printed(employment.start_date)} больше года.",
            "Проверьте год в обеих датах.",
        )


def _age(employment: Employment) -> Iterator[Problem]:
    age = employment.operator.age(employment.contract_date)
    if age < _YOUNGEST:
        yield Problem(
            "contract_date",
            f"На дату договора {printed(employment.contract_date)} работнику нет 14 лет.",
            "Проверьте дату рождения: с 14 лет возможен договор с согласия родителя "
            "(ст. 63 ТК РФ).",
        )
    elif age == _CONSENT_AGE and not employment.has_parental_consent:
        yield Problem(
            "has_parental_consent",
            "Работнику 14 лет, письменного согласия родителя нет.",
            "Получите согласие одного из родителей и отметьте его (ст. 63 ТК РФ).",
        )


def _identity_document(employment: Employment) -> Iterator[Problem]:
    operator, signed = employment.operator, employment.contract_date
    if operator.identity_issued_on > signed:
        yield Problem(
            "contract_date",
            f"Документ работника выдан {printed(operator.identity_issued_on)}, после даты "
            f"договора {printed(signed)}.",
            "Проверьте дату выдачи документа и дату договора.",
        )
    if operator.identity_valid_until and operator.identity_valid_until < signed:
        yield Problem(
            "contract_date",
            f"Документ работника действовал до {printed(operator.identity_valid_until)}, "
            "на дату договора он истёк.",
            "Попросите действующий документ.",
        )


def _fixed_term(employment: Employment) -> Iterator[Problem]:
    if employment.term != Employment.Term.FIXED:
        return
    ground = employment.fixed_term_ground
    if not ground:
        yield Problem(
            "fixed_term_ground",
            "Договор срочный, но основание не выбрано.",
            "Выберите основание из ст. 59 ТК РФ или сделайте договор бессрочным.",
        )
        return
    if not employment.end_date and ground not in _GROUNDS_WITHOUT_END:
        yield Problem(
            "end_date",
            "Договор срочный, но последний день не указан.",
            "Укажите дату окончания (ст. 57 ТК РФ).",
        )
    if not employment.fixed_term_reason and ground in _GROUNDS_WITH_REASON:
        yield Problem(
            "fixed_term_reason",
            "Не указаны обстоятельства, из-за которых договор срочный.",
            "Напишите, как они печатаются после слов «в связи с» (ст. 57 ТК РФ).",
        )


def _open_ended(employment: Employment) -> Iterator[Problem]:
    if employment.term == Employment.Term.FIXED:
        return
    for field in ("end_date", "fixed_term_ground", "fixed_term_reason"):
        if getattr(employment, field):
            yield Problem(
                field,
                "Договор бессрочный, но заполнены сведения о сроке.",
                "Очистите их или выберите срочный договор.",
            )
            return


def _length(employment: Employment) -> Iterator[Problem]:
    start, end, probation = employment.start_date, employment.end_date, employment.probation_until
    if end and end < start:
        yield Problem(
            "end_date",
            f"Последний день {printed(end)} раньше первого {printed(start)}.",
            "Проверьте обе даты.",
        )
    elif end and end >= years_later(start, _LONGEST_FIXED_YEARS):
        yield Problem(
            "end_date",
            f"С {printed(start)} по {printed(end)} больше пяти лет.",
            "Срочный договор заключается не более чем на пять лет (ст. 58 ТК РФ).",
        )
    if probation and probation < start:
        yield Problem(
            "probation_until",
            f"Испытание кончается {printed(probation)}, до первого рабочего дня {printed(start)}.",
            "Проверьте обе даты.",
        )
    if probation and end and probation > end:
        yield Problem(
            "probation_until",
            f"Испытание до {printed(probation)} длиннее договора до {printed(end)}.",
            "Проверьте обе даты.",
        )


def _same_employer(employment: Employment) -> Iterator[Problem]:
    for field, what in (("site", "Место работы"), ("signatory", "Представитель")):
        if getattr(employment, field).employer_id != employment.employer_id:
            yield Problem(
                field,
                f"{what} — другого работодателя.",
                "Выберите из записей того же работодателя.",
            )


def _authority(employment: Employment) -> Iterator[Problem]:
    signatory, signed = employment.signatory, employment.contract_date
    begins_late = signatory.valid_from and signatory.valid_from > signed
    ends_early = signatory.valid_until and signatory.valid_until < signed
    if begins_late or ends_early:
        yield Problem(
            "signatory",
            f"Полномочия представителя не действуют на дату договора {printed(signed)}.",
            "Выберите другого представителя или исправьте срок (ст. 186, 188 ГК РФ).",
        )


def _job_description(employment: Employment) -> Iterator[Problem]:
    edition = employment.job_description
    if (edition.position_id, edition.tier_id) != (employment.position_id, employment.tier_id):
        yield Problem(
            "job_description",
            "Должностная инструкция — для другой должности или другого уровня.",
            "Выберите редакцию своей должности и уровня.",
        )
    elif edition.approved_on > employment.contract_date:
        yield Problem(
            "job_description",
            f"Редакция утверждена {printed(edition.approved_on)}, после даты договора: "
            "с ней нельзя было ознакомить до подписания.",
            "Выберите редакцию, утверждённую к дате договора (ст. 68 ТК РФ).",
        )
    elif edition.superseded_on and edition.superseded_on <= employment.contract_date:
        yield Problem(
            "job_description",
            f"Редакция заменена новой {printed(edition.superseded_on)}, до даты договора.",
            "Выберите действующую редакцию.",
        )


RULES = (
    _dates,
    _age,
    _identity_document,
    _fixed_term,
    _open_ended,
    _length,
    _same_employer,
    _authority,
    _job_description,
)

"""What keeps an employment from being issued on a day, before any law is asked."""

from collections.abc import Iterator
from datetime import date

from employees.models import Employment


def obstacles(employment: Employment, dated: date) -> list[str]:
    """Every reason why papers dated that day would be wrong, as Russian sentences for HR."""
    return [
        *_status(employment),
        *_edition(employment, dated),
        *_people(employment, dated),
        *_declensions(employment),
    ]


def _status(employment: Employment) -> Iterator[str]:
    if employment.status == Employment.Status.ENDED:
        yield "Трудовые отношения прекращены: документы приёма не выпускаются."


def _edition(employment: Employment, dated: date) -> Iterator[str]:
    edition = employment.job_description
    if edition.approved_on > dated:
        yield (
            f"Должностная инструкция № {edition.number} утверждена {edition.approved_on:%d.%m.%Y}, "
            f"позже даты документов {dated:%d.%m.%Y}: работник не мог с ней ознакомиться "
            "до подписания договора (ст. 68 ч. 3 ТК РФ)."
        )
    if edition.superseded_on is not None and edition.superseded_on <= dated:
        yield (
            f"Редакция {edition.edition} должностной инструкции № {edition.number} заменена "
            f"{edition.superseded_on:%d.%m.%Y}: выберите действующую."
        )
    if edition.tier_id != employment.tier_id or edition.position_id != employment.position_id:
        yield (
            f"Должностная инструкция № {edition.number} утверждена для другой должности "
            "или другого уровня: выберите подходящую."
        )


def _people(employment: Employment, dated: date) -> Iterator[str]:
    signatory = employment.signatory
    if signatory.employer_id != employment.employer_id:
        yield f"{signatory.full_name} подписывает документы другого работодателя."
    if employment.site.employer_id != employment.employer_id:
        yield f"Место работы «{employment.site.name}» принадлежит другому работодателю."
    if signatory.valid_from is not None and dated < signatory.valid_from:
        yield (
            f"Полномочия подписанта ({signatory.full_name}) начинаются "
            f"{signatory.valid_from:%d.%m.%Y}, позже даты документов."
        )
    if signatory.valid_until is not None and signatory.valid_until < dated:
        yield (
            f"Полномочия подписанта ({signatory.full_name}) закончились "
            f"{signatory.valid_until:%d.%m.%Y}: выберите другого."
        )
    for acquaintance in employment.acquaintances.all():
        if acquaintance.read_on > dated:
            yield (
                f"Дата ознакомления {acquaintance.read_on:%d.%m.%Y} позже даты договора "
                f"{dated:%d.%m.%Y} (ст. 68 ч. 3 ТК РФ): исправьте одну из них."
            )


def _declensions(employment: Employment) -> Iterator[str]:
    """A form edited by hand outlives a new name: it would print somebody else's."""
    operator, signatory, position = employment.operator, employment.signatory, employment.position
    declined = {
        f"ФИО работника, {operator.full_name}": operator.name_forms,
        f"ФИО представителя, {signatory.full_name}": signatory.name_forms,
        f"должность представителя, {signatory.position}": signatory.position_forms,
        f"название работодателя, {employment.employer.full_name}": employment.employer.name_forms,
        f"должность, {position.title}": position.title_forms,
        f"подразделение, {position.department}": position.department_forms,
    }
    for named, forms in declined.items():
        if any(form.get("stale") for form in forms.values()):
            yield (
                f"Склонение исправлено вручную, а имя с тех пор изменилось ({named}): "
                "проверьте падежи в карточке и сохраните её."
            )

"""Employments, and what the operator has read before signing."""

from datetime import date

from django.db import transaction

from employees.models import Acquaintance, Employment, LocalAct, Signatory
from employees.rules import Problem, employment_problems
from employees.services.checking import check, refuse
from job_descriptions.models import JobDescriptionEdition


@transaction.atomic
def save_employment(*, employment: Employment) -> Employment:
    """Validate and save the terms of an employment; its operator must be saved already."""
    check(employment, rules=employment_problems)
    employment.save()
    return employment


def sign_employment(*, employment: Employment) -> Employment:
    """The contract is signed; employments that have ended stay so."""
    unsigned = (Employment.Status.DRAFT, Employment.Status.READY, Employment.Status.ISSUED)
    return _turn(employment, unsigned, Employment.Status.SIGNED)


def unsign_employment(*, employment: Employment) -> Employment:
    """The contract is not signed after all, or another one has to be: back to «papers issued»."""
    return _turn(employment, (Employment.Status.SIGNED,), Employment.Status.ISSUED)


def _turn(
    employment: Employment, before: tuple[Employment.Status, ...], after: Employment.Status
) -> Employment:
    Employment.objects.filter(pk=employment.pk, status__in=before).update(status=after)
    employment.refresh_from_db(fields=["status"])
    return employment


@transaction.atomic
def change_signatory(*, employment: Employment, signatory: Signatory) -> Employment:
    """Let this person sign the contract; the record is read again first, and nothing else changes.

    A contract that is signed or ended keeps the one who signed it.
    """
    current = Employment.objects.select_for_update().get(pk=employment.pk)
    if current.status in {Employment.Status.SIGNED, Employment.Status.ENDED}:
        refuse([Problem("signatory", "Договор уже подписан.", "Подписанта в нём не меняют.")])
    if current.signatory_id == signatory.pk:
        return current
    current.signatory = signatory
    return save_employment(employment=current)


@transaction.atomic
def record_acquaintance(
    *,
    employment: Employment,
    read_on: date,
    job_description: JobDescriptionEdition | None = None,
    local_act: LocalAct | None = None,
    late_reason: str = "",
) -> Acquaintance:
    """Note the day on which the operator signed that he has read one thing; again: the day changes.

    What existed when the contract was signed is read before that, on the same day at the latest
    (ст. 68 ч. 3 ТК РФ); `late_reason` says why it was not. What was approved afterwards is read
    afterwards.
    """
    acquaintance = Acquaintance.objects.filter(
        employment=employment, job_description=job_description, local_act=local_act
    ).first() or Acquaintance(
        employment=employment, job_description=job_description, local_act=local_act
    )
    acquaintance.read_on = read_on
    acquaintance.late_reason = late_reason
    check(acquaintance, rules=_acquaintance_problems)
    acquaintance.save()
    employment.save(update_fields=["updated_at"])  # it says more of the employment than before
    return acquaintance


def _acquaintance_problems(acquaintance: Acquaintance) -> list[Problem]:
    employment, read_on = acquaintance.employment, acquaintance.read_on
    what = acquaintance.job_description or acquaintance.local_act
    if what is None:
        return [Problem("local_act", "Не указано, с чем ознакомлен работник.", "Выберите.")]
    act = acquaintance.local_act
    if act is not None and act.employer_id != employment.employer_id:
        return [
            Problem(
                "local_act", "Это акт другого работодателя.", "Выберите акт своего работодателя."
            )
        ]
    if read_on < what.approved_on:
        return [
            Problem(
                "read_on",
                f"Дата ознакомления {read_on:%d.%m.%Y} раньше даты утверждения "
                f"{what.approved_on:%d.%m.%Y}.",
                "Проверьте дату.",
            )
        ]
    signed = employment.contract_date
    is_late = what.approved_on <= signed < read_on
    if is_late and not acquaintance.late_reason:
        return [
            Problem(
                "read_on",
                f"Ознакомление {read_on:%d.%m.%Y} позже договора {signed:%d.%m.%Y}.",
                "Знакомят до подписания (ст. 68 ТК РФ): исправьте дату или укажите причину.",
            )
        ]
    return []

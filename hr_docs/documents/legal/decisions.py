"""What a named person answers for: a warning is confirmed, an error is overridden."""

from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction

from employees.models import Employment
from hr_docs.documents.errors import DecisionError
from hr_docs.documents.issuing.packs import preview_pack
from hr_docs.documents.legal.assessment import JudgedFinding
from hr_docs.documents.legal.checking import assess
from hr_docs.documents.models import FindingDecision
from hr_docs.documents.outcomes import forget
from hr_docs.law import Severity
from hr_docs.pages.users import name_of
from hr_docs.texts import one_line

OVERRIDE = "documents.override_error"
"""The permission to override an error: of the group «юрист»."""
LONGEST_REASON = 500


def confirm_warning(
    *,
    employment: Employment,
    fingerprint: str,
    user: User,
    reason: str,
    on: date | None = None,
) -> FindingDecision:
    """Take responsibility for a warning that the check raises now.

    `fingerprint` is that of the `JudgedFinding` which was shown; `on` dates the papers as in
    `issue_pack`. Raises `DecisionError` when the finding is no longer there, is an error, has been
    decided already, or the reason is empty.
    """
    judged = _standing(employment, fingerprint, on)
    if judged.finding.severity != Severity.WARNING:
        raise DecisionError("Это не предупреждение: подтвердить его нельзя.")
    return _decide(
        employment=employment,
        judged=judged,
        kind=FindingDecision.Kind.CONFIRMED,
        user=user,
        reason=reason,
    )


def override_error(
    *,
    employment: Employment,
    fingerprint: str,
    user: User,
    reason: str,
    on: date | None = None,
) -> FindingDecision:
    """Let papers be issued in spite of an error; only for who has the permission `OVERRIDE`.

    Raises `PermissionDenied`, or `DecisionError` as `confirm_warning`.
    """
    if not user.has_perm(OVERRIDE):
        raise PermissionDenied("Ошибку может снять только юрист.")
    judged = _standing(employment, fingerprint, on)
    if judged.finding.severity != Severity.ERROR:
        raise DecisionError("Это не ошибка: снимать нечего.")
    return _decide(
        employment=employment,
        judged=judged,
        kind=FindingDecision.Kind.OVERRIDDEN,
        user=user,
        reason=reason,
    )


def _standing(employment: Employment, fingerprint: str, on: date | None) -> JudgedFinding:
    """The finding as it is now: in the terms, else in the texts that would be issued."""
    terms = assess(Employment.objects.with_records().get(pk=employment.pk), on=on)
    for judged in terms.findings:
        if judged.fingerprint == fingerprint:
            return judged
    for judged in preview_pack(employment=employment, on=on).assessment.findings:
        if judged.fingerprint == fingerprint:
            return judged
    raise DecisionError("Данные изменились, и этого замечания больше нет: обновите страницу.")


@transaction.atomic
def _decide(
    *,
    employment: Employment,
    judged: JudgedFinding,
    kind: FindingDecision.Kind,
    user: User,
    reason: str,
) -> FindingDecision:
    reason = one_line(reason)
    if not 0 < len(reason) <= LONGEST_REASON:
        raise DecisionError(f"Укажите причину, не длиннее {LONGEST_REASON} знаков.")
    Employment.objects.select_for_update().get(pk=employment.pk)
    decision, is_new = FindingDecision.objects.get_or_create(
        employment=employment,
        fingerprint=judged.fingerprint,
        defaults={
            "rule": judged.finding.rule,
            "message": judged.finding.message,
            "paper": judged.paper,
            "kind": kind,
            "user": user,
            "reason": reason,
        },
    )
    if not is_new:
        raise DecisionError(f"Решение по этому замечанию уже принято: {name_of(decision.user)}.")
    forget(employment)
    return decision

"""Writing the audit log: one call where something was done."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from django.http import HttpRequest

from hr_docs.access.address import client_address
from hr_docs.access.models import AuditEntry

Action = AuditEntry.Action


def record(
    request: HttpRequest,
    action: AuditEntry.Action,
    subject: Model | None = None,
    details: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """Note what the user of this request did; call it in the transaction that does it.

    `subject` is the record concerned (None: a list), `details` plain values without identifiers.
    """
    user = request.user if request.user.is_authenticated else None
    return record_of(user, request, action, subject=subject, details=details)


def record_of(
    user: AbstractBaseUser | None,
    request: HttpRequest,
    action: AuditEntry.Action,
    *,
    subject: Model | None = None,
    details: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """The same of a user who is not the request's own (yet, or any more); None for a stranger."""
    return record_unattended(user, action, subject, details, address=client_address(request))


def record_unattended(
    user: AbstractBaseUser | None,
    action: AuditEntry.Action,
    subject: Model | None,
    details: Mapping[str, Any] | None,
    *,
    address: str | None = None,
) -> AuditEntry:
    """Note what was done in the background on this user's order: there is no request any more.

    `address` is where the order came from, as far as that is known.
    """
    return AuditEntry.objects.create(
        user_id=user.pk if user else None,
        username=user.get_username() if user else "",
        action=action,
        subject_kind=subject._meta.label_lower if subject else "",
        subject_id=str(subject.pk) if subject else "",
        subject=str(subject)[:300] if subject else "",
        employer_pk=_employer_of(subject),
        details=dict(details or {}),
        address=address,
    )


def _employer_of(subject: Model | None) -> int | None:
    """Which employer's record it is; None for what belongs to none, or to several."""
    if subject is None:
        return None
    is_employer = subject._meta.label_lower == "employees.employer"
    return subject.pk if is_employer else getattr(subject, "employer_id", None)

"""Writing the audit log: one call where something was done."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest

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
    return AuditEntry.objects.create(
        user=user,
        username=user.get_username() if user else "",
        action=action,
        subject_kind=subject._meta.label_lower if subject else "",
        subject_id=str(subject.pk) if subject else "",
        subject=str(subject)[:300] if subject else "",
        details=dict(details or {}),
        address=request.META.get("REMOTE_ADDR") or None,
    )


def record_unattended(
    user: User, action: AuditEntry.Action, subject: Model, details: Mapping[str, Any]
) -> AuditEntry:
    """Note what was done in the background on this user's order: there is no request any more."""
    return AuditEntry.objects.create(
        user=user,
        username=user.get_username(),
        action=action,
        subject_kind=subject._meta.label_lower,
        subject_id=str(subject.pk),
        subject=str(subject)[:300],
        details=dict(details),
    )

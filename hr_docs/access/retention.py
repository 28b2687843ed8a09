"""How long the audit log is kept: for ever, unless the organisation has set a term."""

from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from hr_docs.access.append_only import guard, unguard
from hr_docs.access.audit import Action, record_unattended
from hr_docs.access.models import AuditEntry
from hr_docs.background.chores import HOURLY, chore

AT_ONCE = 10_000  # entries of one transaction; an hour later the next ones


@chore(every=HOURLY)
def prune_audit_log() -> int:
    """Delete entries older than `AUDIT_LOG_DAYS`, and note that; returns how many.

    The database refuses to delete from the log, so its guard is lifted for this one transaction,
    in which nobody else reaches the log.
    """
    if not settings.AUDIT_LOG_DAYS:
        return 0
    term = timezone.now() - timedelta(days=settings.AUDIT_LOG_DAYS)
    old = AuditEntry.objects.filter(at__lt=term)
    if not old.exists():  # asked before the transaction, which must begin with the lock
        return 0
    with transaction.atomic():
        unguard(connection)
        count = AuditEntry.objects.filter(pk__in=old.order_by("at").values("pk")[:AT_ONCE]).forget()
        guard(connection)
        details = {"list": "audit", "count": count, "until": str(timezone.localdate(term))}
        record_unattended(None, Action.DELETED, None, details)
    return count

"""Which entries of the audit log a reader sees."""

from django.db.models import Q

from employees.models import Employment
from employees.models.limit import Visitor, employers_of
from hr_docs.access.models import AuditEntry, AuditQuerySet

EMPLOYMENT, DOCUMENT, OPERATOR = "employees.employment", "documents.document", "employees.operator"


def entries_for(reader: Visitor) -> AuditQuerySet:
    """All of them; for a reader limited to employers those about their records, and his own.

    What belongs to no employer (log-ins and rights of others, exports of lists) is then left out:
    it may name people whom the reader does not work with.
    """
    entries: AuditQuerySet = AuditEntry.objects.all()
    limit = employers_of(reader)
    if limit is None:
        return entries
    return entries.filter(Q(employer_pk__in=limit) | Q(user_id=reader.pk))


def about(entries: AuditQuerySet, *, kind: str, record: str) -> AuditQuerySet:
    """Entries about one record; for an employment also those about its papers and its operator."""
    found = Q(subject_kind=kind, subject_id=record)
    if kind == EMPLOYMENT and record.isascii() and record.isdigit():
        employment = Employment.objects.filter(pk=record).first()
        if employment is not None:
            papers = employment.documents.values_list("pk", flat=True)
            found |= Q(subject_kind=DOCUMENT, subject_id__in=[str(pk) for pk in papers])
            found |= Q(subject_kind=OPERATOR, subject_id=str(employment.operator_id))
    return entries.filter(found)

"""Which users an administrator looks after."""

import re

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet

from employees.models import Employer
from employees.models.limit import Visitor, employers_of
from hr_docs.access.models import TemporaryPassword


def managed_by(administrator: Visitor) -> "QuerySet[User]":
    """Users whom this one may see and change.

    Superusers are left to superusers: their password would open Django's own administration. An
    administrator who is limited to some employers looks after users limited to them, too.
    """
    rows = User.objects.all()
    if not getattr(administrator, "is_superuser", False):
        rows = rows.filter(is_superuser=False)
    limit = employers_of(administrator)
    if limit is None:
        return rows
    others = Employer.objects.exclude(pk__in=limit)
    return rows.filter(employer_limit__isnull=False).exclude(employer_limit__employers__in=others)


def with_security(rows: "QuerySet[User]") -> "QuerySet[User]":
    """Beside each user: roles, limit, `has_second_factor`, `has_temporary_password`."""
    apps = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return rows.annotate(
        has_second_factor=Exists(apps),
        has_temporary_password=Exists(TemporaryPassword.objects.filter(user=OuterRef("pk"))),
    ).prefetch_related("groups", "employer_limit__employers")


def named(rows: "QuerySet[User]", text: str) -> "QuerySet[User]":
    """Users with these words in their name, whatever the case of the letters."""
    found = Q()
    for word in map(re.escape, text.split()):
        # Not icontains: SQLite folds the case of Latin letters only.
        found &= Q(username__iregex=word) | Q(first_name__iregex=word) | Q(last_name__iregex=word)
    return rows.filter(found)

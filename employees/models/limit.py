"""Users whose access is limited to some employers."""

from typing import TypeVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from employees.models.employer import Employer

Rows = TypeVar("Rows", bound="models.QuerySet[models.Model]")
Visitor = AbstractBaseUser | AnonymousUser


class EmployerLimit(models.Model):
    """This user works with these employers only: with none at all where the list is empty.

    A user without a limit works with all of them.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="employer_limit",
        verbose_name=_("user"),
    )
    employers = models.ManyToManyField(
        Employer, blank=True, related_name="limits", verbose_name=_("employers")
    )

    class Meta:
        verbose_name = _("limit to employers")
        verbose_name_plural = _("limits to employers")

    def __str__(self) -> str:
        return str(self.user)


def visible(rows: Rows, user: Visitor, *, employer: str = "employer") -> Rows:
    """Of these rows, those of the employers that the user works with.

    `employer` is the path from a row to its employer («operator__employments__employer»; «pk» for
    the employers themselves). The limit is read once for each user object, that is once a request.
    """
    limit = employers_of(user)
    return rows if limit is None else rows.filter(**{f"{employer}__in": limit})


def employers_of(user: Visitor) -> frozenset[int] | None:
    """Ids of the employers that the user works with; None for all of them."""
    if not hasattr(user, "limited_to"):
        # A limit without employers is one row with nothing in it; a stranger has no limit.
        limits = EmployerLimit.objects.filter(user_id=user.pk or 0).values_list(
            "employers", flat=True
        )
        rows = list(limits)
        ids = frozenset(pk for pk in rows if pk is not None) if rows else None
        user.limited_to = ids  # type: ignore[union-attr]  # kept on the request's own user object
    known: frozenset[int] | None = user.limited_to  # type: ignore[union-attr]
    return known

"""The audit log, and passwords that somebody else has set."""

import re
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Entries are read and added; the database refuses the rest as well."""

    def update(self, **_values: Any) -> int:
        """Refuse."""
        raise AppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError

    def forget(self) -> int:
        """Delete all the same: for `retention` alone, which tells the database to let it."""
        return super().delete()[0]

    def log_ins_of(self, user: AbstractBaseUser) -> "AuditQuerySet":
        """When and from where the user came, or somebody with his name failed to."""
        actions = (AuditEntry.Action.LOGGED_IN, AuditEntry.Action.LOGIN_FAILED)
        return self.filter(user_id=user.pk, action__in=actions)

    def search(self, text: str) -> "AuditQuerySet":
        """Entries whose user or record is named so, whatever the case of the letters."""
        # Not icontains: SQLite folds the case of Latin letters only.
        words = re.escape(" ".join(text.split()))
        return self.filter(Q(subject__iregex=words) | Q(username__iregex=words))


class AppendOnlyError(TypeError):
    """Somebody wants to change what the audit log says."""

    def __init__(self) -> None:
        super().__init__("entries of the audit log are only added")


class AuditEntry(models.Model):
    """One thing that a user did: with what, when and from where. Entries are only added.

    `subject` names the record in words that an officer knows («Иванова А. П., № 0001»), and
    `subject_kind` with `subject_id` finds it («employees.employment», «17»); both are empty where
    a list was meant. `details` are plain values: changed fields by name, a status, a count; never
    a passport, an account or another identifier. `username` outlives the user. `employer_pk` is
    whose record it is, a plain number: the log outlives the employer as well.
    """

    class Action(models.TextChoices):
        LOGGED_IN = "logged_in", _("logged in")
        LOGGED_OUT = "logged_out", _("logged out")
        LOGIN_FAILED = "login_failed", _("failed to log in")
        VIEWED = "viewed", _("viewed personal data")
        ADDED = "added", _("added")
        CHANGED = "changed", pgettext_lazy("audit log", "changed")
        DELETED = "deleted", _("deleted")
        IMPORTED = "imported", _("imported")
        UNDONE = "undone", _("undid an import")
        EXPORTED = "exported", _("exported")
        DOWNLOADED = "downloaded", _("downloaded a file")
        PRINTED = "printed", _("opened for printing")
        UPLOADED = "uploaded", _("uploaded a file")
        ISSUED = "issued", pgettext_lazy("audit log", "issued")
        STATUS = "status", _("changed a status")
        DECIDED = "decided", _("decided on a finding")
        RIGHTS = "rights", _("changed rights")

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="audit_entries",
        verbose_name=_("who"),
        help_text=_("Empty for a stranger and for the command line"),
    )
    username = models.CharField(_("user name"), max_length=150, blank=True)
    action = models.CharField(_("what"), max_length=16, choices=Action)
    subject_kind = models.CharField(_("kind of record"), max_length=100, blank=True)
    subject_id = models.CharField(_("record"), max_length=64, blank=True)
    subject = models.CharField(_("with what"), max_length=300, blank=True)
    employer_pk = models.BigIntegerField(
        _("employer"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Empty for what belongs to no employer or to several"),
    )
    details = models.JSONField(_("details"), default=dict, blank=True)
    address = models.GenericIPAddressField(_("from where"), null=True, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-id"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="audit_entry_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.username} {self.get_action_display()} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the entry; one that was added is refused."""
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError

    @property
    def local_at(self) -> datetime:
        """The moment as the clock on the wall showed it."""
        return timezone.localtime(self.at)


class TemporaryPassword(models.Model):
    """This user's password is known to the administrator who set it: it is changed at log-in."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="temporary_password",
        verbose_name=_("user"),
    )
    set_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("temporary password")
        verbose_name_plural = _("temporary passwords")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.user)

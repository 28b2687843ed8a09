"""The audit log."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """One thing that a user did: with what, when and from where. Entries are only added.

    `subject` names the record in words that an officer knows («Иванова А. П., № 0001»), and
    `subject_kind` with `subject_id` finds it («employees.employment», «17»); both are empty where
    a list was meant. `details` are plain values: changed fields by name, a status, a count; never
    a passport, an account or another identifier. `username` outlives the user.
    """

    class Action(models.TextChoices):
        LOGGED_IN = "logged_in", _("logged in")
        LOGGED_OUT = "logged_out", _("logged out")
        LOGIN_FAILED = "login_failed", _("failed to log in")
        VIEWED = "viewed", _("viewed personal data")
        ADDED = "added", _("added")
        CHANGED = "changed", _("changed")
        DELETED = "deleted", _("deleted")
        IMPORTED = "imported", _("imported")
        UNDONE = "undone", _("undid an import")
        EXPORTED = "exported", _("exported")
        DOWNLOADED = "downloaded", _("downloaded a file")
        PRINTED = "printed", _("opened for printing")
        UPLOADED = "uploaded", _("uploaded a file")
        ISSUED = "issued", _("issued")
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
    details = models.JSONField(_("details"), default=dict, blank=True)
    address = models.GenericIPAddressField(_("from where"), null=True, blank=True)

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

"""Many documents in one file: a PDF to print, or a ZIP; made in the background."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employees.models import Employer
from employees.models.limit import Visitor, visible
from hr_docs.background.leases import Leased

LEASE = timedelta(minutes=5)


class BundleQuerySet(models.QuerySet["Bundle"]):
    """Queries of bundles."""

    def recent_of(self, user: Visitor, kind: str) -> "BundleQuerySet":
        """The last few that the user had made, the newest first."""
        mine = self.filter(made_by_id=user.pk, kind=kind).exclude(status=Bundle.Status.EXPIRED)
        return mine.defer("documents").order_by("-created_at")[:5]


class Bundle(Leased):
    """One file of many documents, for whoever sees all of their people; it goes after some days.

    `documents` are ids in the order of the file, `employers` those of all of them. `options` are
    `PrintOptions` or `ZipOptions` as JSON. What has no `file` name in the storage has no
    whole file. `done` of `total` documents are in it.
    """

    class Kind(models.TextChoices):
        PRINT = "print", _("PDF to print")
        ZIP = "zip", "ZIP"

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("being made")
        DONE = "done", _("ready")
        FAILED = "failed", _("failed")
        EXPIRED = "expired", _("deleted after its term")

    UNFINISHED = (Status.WAITING, Status.RUNNING)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    options = models.JSONField(_("options"), default=dict)
    documents = models.JSONField(_("documents"))
    employers = models.JSONField(_("employers"))
    people = models.PositiveIntegerField(_("people"))
    total = models.PositiveIntegerField(_("documents in all"))
    done = models.PositiveIntegerField(_("documents done"), default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="bundles",
        verbose_name=_("made by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.WAITING)
    error = models.TextField(_("error"), blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    file = models.CharField(_("name in the storage"), max_length=120, blank=True)
    size = models.PositiveBigIntegerField(_("size, bytes"), null=True, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    sheets = models.PositiveIntegerField(_("sheets of paper"), null=True, blank=True)

    objects = BundleQuerySet.as_manager()

    class Meta:
        verbose_name = _("bundle of documents")
        verbose_name_plural = _("bundles of documents")
        ordering = ["-created_at"]
        default_permissions = ()
        indexes = [models.Index(fields=["made_by", "-created_at"], name="bundle_of_maker")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="done") | ~Q(file=""), name="bundle_done_has_file"
            ),
            models.CheckConstraint(
                condition=~Q(status="running") | Q(token__isnull=False, lease_until__isnull=False),
                name="bundle_running_is_claimed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {timezone.localtime(self.created_at):%d.%m.%Y %H:%M}"

    @classmethod
    def lease_end(cls) -> datetime:
        """Later than for other work: writing one large file reports nothing in between."""
        return timezone.now() + LEASE

    @property
    def is_unfinished(self) -> bool:
        """Whether somebody is still to make it."""
        return self.status in self.UNFINISHED

    def is_open_to(self, user: Visitor) -> bool:
        """Whether the user works with all the employers whose papers are in it."""
        rows = Employer.objects.filter(pk__in=self.employers)
        return visible(rows, user, employer="pk").count() == len(self.employers)

    def document_ids(self) -> Iterable[UUID]:
        """The documents in the order of the file."""
        return map(UUID, self.documents)

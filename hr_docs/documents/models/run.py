"""Runs: the packs of many people, issued in the background.

These tables are the truth about a run. What a queue carries is only the id of a run that has
something left to do, so a queue that loses it or delivers it twice harms nothing.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from employees.models import Employer, Employment, Signatory
from employees.models.limit import Visitor, visible
from hr_docs.background.leases import Leased
from hr_docs.documents.models.document import Document
from hr_docs.documents.models.master import WordMaster


class RunQuerySet(models.QuerySet["Run"]):
    """Queries of runs."""

    def visible_to(self, user: Visitor) -> "RunQuerySet":
        """Those whose people all belong to employers that the user works with.

        A run is whole or it is hidden: half of its counts would be nobody's.
        """
        known = visible(Employer.objects.all(), user, employer="pk")
        foreign = Run.employers.through.objects.filter(run=OuterRef("pk")).exclude(
            employer__in=known
        )
        return self.exclude(Exists(foreign))

    def with_people(self) -> "RunQuerySet":
        """Who started them, and what they are about."""
        return self.select_related("started_by", "signatory").prefetch_related("masters")

    def unfinished(self) -> "RunQuerySet":
        """Those with something left to do."""
        left = RunItem.objects.filter(run=OuterRef("pk"), status__in=RunItem.LEFT)
        return self.filter(Exists(left))

    def in_trouble(self) -> "RunQuerySet":
        """Those with people who were blocked or failed, and have got no papers since.

        Whoever was tried again by another run is that one's business.
        """
        same_person = Q(employment=OuterRef("employment"))
        issued = Document.objects.filter(same_person, created_at__gt=OuterRef("ordered_at"))
        later = RunItem.objects.filter(same_person, ordered_at__gt=OuterRef("ordered_at"))
        trouble = RunItem.objects.filter(run=OuterRef("pk"), status__in=RunItem.TROUBLE)
        waiting = trouble.exclude(employment__status=Employment.Status.ENDED)
        return self.filter(Exists(waiting.exclude(Exists(issued)).exclude(Exists(later))))


class Run(models.Model):
    """One issue of the papers of many people: who ordered what for whom, and when.

    `on` dates the papers; None: each contract's own date. `signatory` signs for the people of his
    employer; None: whoever stands in each contract. `nudged_at` is when the queue was last told.
    The status is that of the items; it is not stored twice.
    """

    masters = models.ManyToManyField(WordMaster, verbose_name=_("kinds of document"))
    employers = models.ManyToManyField(Employer, verbose_name=_("employers"))
    on = models.DateField(_("date of the documents"), null=True, blank=True)
    signatory = models.ForeignKey(
        Signatory,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="runs",
        verbose_name=_("signatory"),
    )
    allows_unconfirmed = models.BooleanField(
        _("issues with warnings that nobody confirmed"), default=False
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="runs",
        verbose_name=_("started by"),
    )
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    nudged_at = models.DateTimeField(_("last queued"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cancelled_runs",
        verbose_name=_("cancelled by"),
    )

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        return f"Выпуск № {self.pk}"


class RunItemQuerySet(models.QuerySet["RunItem"]):
    """Queries of a run's items."""

    def in_trouble(self) -> "RunItemQuerySet":
        """Those who got no papers, with their names, in the order of the list."""
        return self.filter(status__in=RunItem.TROUBLE).with_names()

    def with_names(self) -> "RunItemQuerySet":
        """With the operator, in the order of personnel numbers."""
        return self.select_related("employment__operator").order_by(
            "employment__operator__personnel_number", "pk"
        )


class RunItem(Leased):
    """One person of a run.

    Whoever finds the lease of another worker expired may claim it anew, and the first one's result
    counts no more. `blocked` waits for a record to be mended, `failed` for the machine; `error`
    says it in Russian, and `findings` are those of the contract check (rows of
    `JudgedFinding.row`). `documents` are the papers that the item issued or found in order.
    """

    class Status(models.TextChoices):
        PENDING = "pending", _("waiting")
        RUNNING = "running", _("being made")
        DONE = "done", _("done")
        BLOCKED = "blocked", _("blocked")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    LEFT = (Status.PENDING, Status.RUNNING)
    TROUBLE = (Status.BLOCKED, Status.FAILED)
    REPEATABLE = (Status.BLOCKED, Status.FAILED, Status.CANCELLED)

    run = models.ForeignKey(
        Run, on_delete=models.CASCADE, related_name="items", verbose_name=_("run")
    )
    employment = models.ForeignKey(
        Employment,
        on_delete=models.CASCADE,  # what was issued keeps the employment anyway
        related_name="run_items",
        verbose_name=_("employment"),
    )
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("ordered by"),
        help_text=_("Who started the run, or repeated this item"),
    )
    ordered_at = models.DateTimeField(_("ordered at"))
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.PENDING)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    error = models.TextField(_("error"), blank=True)
    findings = models.JSONField(_("findings"), default=list, blank=True)
    issued = models.PositiveSmallIntegerField(_("documents issued"), default=0)
    kept = models.PositiveSmallIntegerField(_("documents kept"), default=0)
    documents = models.ManyToManyField(
        Document, related_name="run_items", verbose_name=_("documents")
    )

    objects = RunItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of a run")
        verbose_name_plural = _("items of a run")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["run", "status", "attempts"], name="run_item_claim"),
            models.Index(
                fields=["lease_until"], condition=Q(status="running"), name="run_item_lease"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["run", "employment"], name="run_item_unique"),
            models.CheckConstraint(
                condition=~Q(status="running") | Q(token__isnull=False, lease_until__isnull=False),
                name="run_item_running_is_claimed",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["blocked", "failed"]) | ~Q(error=""),
                name="run_item_trouble_has_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run}, {self.employment}"

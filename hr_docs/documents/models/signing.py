"""What became of a document on paper: handed out, signed, the operator's copy given."""

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from employees.models import Acquaintance
from hr_docs.documents.models.document import Document


class SigningMarkQuerySet(models.QuerySet["SigningMark"]):
    """Queries of marks."""

    def standing(self) -> "SigningMarkQuerySet":
        """Those that nobody undid."""
        return self.filter(undone_at__isnull=True)

    def with_people(self) -> "SigningMarkQuerySet":
        """All of them, the oldest first, with who entered and who undid them, in one query."""
        return self.select_related("entered_by", "undone_by").order_by("entered_at", "pk")


class SigningMark(models.Model):
    """One step of a document on paper, as somebody entered it.

    `on` is the day that stands on the paper. A mark is never changed: a wrong one is undone with a
    reason and stays as history. `reason` says why a contract was signed before the operator had
    read what he must. `acquaintance` is the one that this mark recorded by itself; it goes when the
    mark is undone.
    """

    class Step(models.TextChoices):
        HANDED_OUT = "handed_out", _("handed out")
        SIGNED = "signed", _("signed on paper")
        COPY_GIVEN = "copy_given", _("copy given")

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="marks", verbose_name=_("document")
    )
    step = models.CharField(_("step"), max_length=16, choices=Step)
    on = models.DateField(_("day"))
    reason = models.CharField(_("why before the acquaintance"), max_length=300, blank=True)
    acquaintance = models.ForeignKey(
        Acquaintance,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("acquaintance"),
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="signing_marks",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_signing_marks",
        verbose_name=_("undone by"),
    )
    undo_reason = models.CharField(_("why undone"), max_length=300, blank=True)

    objects = SigningMarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("mark of signing")
        verbose_name_plural = _("marks of signing")
        ordering = ["entered_at", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document", "step"],
                condition=Q(undone_at__isnull=True),
                name="signing_mark_once",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True, undo_reason="")
                | (Q(undone_at__isnull=False, undone_by__isnull=False) & ~Q(undo_reason="")),
                name="signing_mark_undone_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_step_display()}, {self.on:%d.%m.%Y}"


def standing_marks() -> "Prefetch[str]":
    """For `Document.objects.prefetch_related`: the marks that stand, as `standing_marks`."""
    marks = SigningMark.objects.standing().select_related("entered_by")
    return Prefetch("marks", marks, "standing_marks")

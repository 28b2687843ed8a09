"""Scans of signed papers."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.models.document import Document


def scan_name(_scan: "Scan", file_name: str) -> str:
    """Where a scan is stored: a random name that tells nothing; the ending is our own."""
    name = uuid4().hex
    return f"scans/{name[:2]}/{name}.{file_name.rpartition('.')[2]}"


class ScanQuerySet(models.QuerySet["Scan"]):
    """Queries of scans."""

    def with_people(self) -> "ScanQuerySet":
        """All of them, the newest first, with who uploaded and who withdrew them, in one query."""
        return self.select_related("uploaded_by", "withdrawn_by").order_by("-uploaded_at", "-pk")


class Scan(models.Model):
    """A picture of a document on paper, kept privately beside it.

    A document may have several; a wrong one is withdrawn with a reason, and kept.
    """

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        JPEG = "jpeg", "JPEG"
        PNG = "png", "PNG"

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="scans", verbose_name=_("document")
    )
    file = models.FileField(_("file"), upload_to=scan_name, max_length=120)
    kind = models.CharField(_("kind of file"), max_length=8, choices=Kind)
    name = models.CharField(_("name of the uploaded file"), max_length=200)
    size = models.PositiveIntegerField(_("size, bytes"))
    pages = models.PositiveSmallIntegerField(_("pages"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="scans",
        verbose_name=_("uploaded by"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="withdrawn_scans",
        verbose_name=_("withdrawn by"),
    )
    withdraw_reason = models.CharField(_("why withdrawn"), max_length=300, blank=True)

    objects = ScanQuerySet.as_manager()

    class Meta:
        verbose_name = _("scan")
        verbose_name_plural = _("scans")
        ordering = ["-uploaded_at", "-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document", "sha256"],
                condition=Q(withdrawn_at__isnull=True),
                name="scan_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                    & ~Q(withdraw_reason="")
                ),
                name="scan_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.name}"

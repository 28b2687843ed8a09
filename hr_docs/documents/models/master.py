"""Kinds of document and the Word files that make them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class WordMaster(models.Model):
    """A kind of document. A further kind is a further row and a Word file, not a code path.

    `signing_order` is the place in a hiring pack: what is read first is signed first, and the
    contract comes last (ст. 68 ч. 3 ТК РФ). `number_mask` is the mask for employers that have none
    of their own (see `NumberMask`). `operator_copies` is how many signed copies the operator keeps
    (ст. 67 ч. 1 ТК РФ: one of the contract); the employer's own is not counted.
    """

    kind = models.SlugField(_("kind"), max_length=64, unique=True)
    title = models.CharField(_("title"), max_length=200, unique=True)
    signing_order = models.PositiveSmallIntegerField(_("place in the pack"), unique=True)
    number_mask = models.CharField(_("number mask"), max_length=64)
    operator_copies = models.PositiveSmallIntegerField(_("copies for the operator"), default=0)
    in_hiring_pack = models.BooleanField(_("belongs to the hiring pack"), default=True)

    class Meta:
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        ordering = ["signing_order"]

    def __str__(self) -> str:
        return self.title


class MasterVersion(models.Model):
    """One Word file of a master, kept whole in the database: an issued document names its version.

    A version is never changed; a better file is the next version, and the newest is current.
    """

    master = models.ForeignKey(
        WordMaster, on_delete=models.PROTECT, related_name="versions", verbose_name=_("template")
    )
    number = models.PositiveIntegerField(_("version"))
    content = models.BinaryField(_("Word file"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("uploaded by"),
        help_text=_("Empty for the files that the product ships"),
    )

    class Meta:
        verbose_name = _("template version")
        verbose_name_plural = _("template versions")
        ordering = ["master", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["master", "number"], name="master_version_unique"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="master_version_hashed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.master}, {self.number}"

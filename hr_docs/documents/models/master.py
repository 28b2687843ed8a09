"""Kinds of document and the Word files that make them."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WordMasterQuerySet(models.QuerySet["WordMaster"]):
    """Queries about kinds of document."""

    def issuable(self) -> Self:
        """All kinds but those that wait for their first Word file."""
        uploads = MasterUpload.objects.filter(master=OuterRef("pk"))
        versions = MasterVersion.objects.filter(master=OuterRef("pk"))
        return self.filter(~Exists(uploads) | Exists(versions))

    def in_pack(self) -> Self:
        """The kinds of a hiring pack that can be issued."""
        return self.issuable().filter(in_hiring_pack=True)

    def with_newest(self) -> Self:
        """Each with the newest of its versions and the files that wait, in two queries more."""
        newest = MasterVersion.objects.filter(master=OuterRef("master")).order_by("-number")
        versions = MasterVersion.objects.without_files().select_related("uploaded_by")
        versions = versions.filter(pk=Subquery(newest.values("pk")[:1]))
        return self.prefetch_related(
            Prefetch("versions", versions, "newest_versions"),
            Prefetch("uploads", MasterUpload.objects.without_files(), "waiting_uploads"),
        )


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

    objects = WordMasterQuerySet.as_manager()

    class Meta:
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        ordering = ["signing_order"]

    def __str__(self) -> str:
        return self.title


class WordFileQuerySet(models.QuerySet[Any]):
    """Queries about stored Word files."""

    def without_files(self) -> Self:
        """Everything but the files themselves, which are a hundred times the rest."""
        return self.defer("content")

    def with_use(self) -> Self:
        """Versions with the number of documents issued with them, and who made them."""
        return self.select_related("uploaded_by").annotate(issued=Count("documents"))


class WordFile(models.Model):
    """A Word file that passed the check, kept whole in the database.

    `report` is what the check said when the file was uploaded: rows of `fault_row`; `note` is what
    its author changed, in his own words.
    """

    content = models.BinaryField(_("Word file"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    report = models.JSONField(_("report of the check"), default=list, blank=True)
    note = models.CharField(_("what is changed"), max_length=500, blank=True)
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    objects = WordFileQuerySet.as_manager()

    class Meta:
        abstract = True


class MasterVersion(WordFile):
    """One Word file of a master: an issued document names its version.

    A version is never changed; a better file is the next version, and the newest is current.
    """

    master = models.ForeignKey(
        WordMaster, on_delete=models.PROTECT, related_name="versions", verbose_name=_("template")
    )
    number = models.PositiveIntegerField(_("version"))
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


class MasterUpload(WordFile):
    """An uploaded Word file that waits to be made current; nothing is issued with it.

    Whoever uploads another file for the same master takes the first one back.
    """

    master = models.ForeignKey(
        WordMaster, on_delete=models.CASCADE, related_name="uploads", verbose_name=_("template")
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="master_uploads",
        verbose_name=_("uploaded by"),
    )

    class Meta:
        verbose_name = _("uploaded template")
        verbose_name_plural = _("uploaded templates")
        ordering = ["-uploaded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["master", "uploaded_by"], name="master_upload_one_for_each_author"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.master}: {timezone.localtime(self.uploaded_at):%d.%m.%Y %H:%M}"

"""Issued documents and the packs they are issued in."""

import uuid
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from employees.models import Employer, Employment
from employees.models.limit import Visitor, visible
from employees.models.operator import matches
from hr_docs.documents.models.master import MasterVersion, WordMaster


class HiringPack(models.Model):
    """The papers of one hire that were issued together, from one reading of the records.

    `findings` is what the contract check found then, with who had answered for it (the rows of
    `JudgedFinding.row`); `confirmed` and `overridden` count those decisions.
    """

    employment = models.ForeignKey(
        Employment, on_delete=models.PROTECT, related_name="packs", verbose_name=_("employment")
    )
    dated = models.DateField(_("dated"))
    issued_at = models.DateTimeField(_("issued at"), auto_now_add=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("issued by"),
        help_text=_("Empty for the command line"),
    )
    findings = models.JSONField(_("findings at the issue"), default=list, blank=True)
    confirmed = models.PositiveSmallIntegerField(_("warnings confirmed"), default=0)
    overridden = models.PositiveSmallIntegerField(_("errors overridden"), default=0)

    class Meta:
        verbose_name = _("hiring pack")
        verbose_name_plural = _("hiring packs")
        ordering = ["-issued_at", "-id"]

    def __str__(self) -> str:
        return f"{self.employment}, {self.dated}"

    def freeze(self, findings: list[dict[str, Any]]) -> None:
        """Take over what the check found, and count what people had decided about it."""
        kinds = [row["decision"]["kind"] for row in findings if row["decision"]]
        self.findings = findings
        self.confirmed, self.overridden = kinds.count("confirmed"), kinds.count("overridden")

    @property
    def decided(self) -> list[dict[str, Any]]:
        """The frozen findings that somebody answered for: who, when, why."""
        return [row for row in self.findings if row["decision"]]


_IN_JOURNAL = (
    "number",
    "sequence",
    "dated",
    "status",
    "created_at",
    "voided_at",
    "void_reason",
    "employer__short_name",
    "master__title",
    "employment__operator__personnel_number",
    "employment__operator__surname",
    "employment__operator__name",
    "employment__operator__patronymic",
    "pack__issued_by__username",
    "pack__issued_by__first_name",
    "pack__issued_by__last_name",
    "voided_by__username",
    "voided_by__first_name",
    "voided_by__last_name",
    "superseded_by__number",
    "supersedes__number",
)


class DocumentQuerySet(models.QuerySet["Document"]):
    """Queries of documents."""

    def visible_to(self, user: Visitor) -> "DocumentQuerySet":
        """Those of the employers that the user works with."""
        return visible(self, user)

    def current(self) -> "DocumentQuerySet":
        """Neither voided nor superseded."""
        return self.filter(status=Document.Status.ISSUED)

    def with_names(self) -> "DocumentQuerySet":
        """Everything a register shows, in one query, without the snapshots and Word masters."""
        return self.select_related(
            "master",
            "employment__operator",
            "employer",
            "pack__issued_by",
            "superseded_by",
            "voided_by",
        ).defer("snapshot", "superseded_by__snapshot")

    def for_journal(self) -> "DocumentQuerySet":
        """What the journal prints, in its order, and hardly more: there may be 100,000 of them."""
        return self.with_names().select_related("supersedes").only(*_IN_JOURNAL).in_journal_order()

    def with_history(self) -> "DocumentQuerySet":
        """What the page of one document shows besides: its template version and predecessor."""
        return (
            self.with_names()
            .select_related("master_version", "supersedes")
            .defer("master_version__content", "supersedes__snapshot")
        )

    def with_reasons(self) -> "DocumentQuerySet":
        """What explains a document's clauses: its snapshot and its template version."""
        return self.select_related("master", "employment__operator", "master_version__master")

    def of_employment(self, employment: Employment) -> "DocumentQuerySet":
        """An employment's documents in the order of signing, the newest of a kind first."""
        return (
            self.filter(employment=employment)
            .select_related("master", "superseded_by")
            .defer("snapshot", "superseded_by__snapshot")
            .order_by("master__signing_order", "-created_at", "-sequence")
        )

    def in_journal_order(self) -> "DocumentQuerySet":
        """As a paper journal has them: a book for each employer, kind and year, by number."""
        return self.order_by(
            "employer__short_name", "employer", "master__signing_order", "year", "sequence"
        )

    def years(self) -> list[int]:
        """The years of the register, the latest first."""
        return list(self.order_by("-year").values_list("year", flat=True).distinct())

    def of_run(self, run: int) -> "DocumentQuerySet":
        """What the run of this id issued or found in order."""
        return self.filter(run_items__run=run)

    def search(self, text: str) -> "DocumentQuerySet":
        """Documents whose number, or whose operator's name or number, contains the text."""
        words = " ".join(text.split())
        # Neither icontains nor iregex: SQLite folds the case of Latin letters only, and a regular
        # expression for each of 100,000 numbers takes a second.
        spellings = {words, words.upper(), words.lower(), words.capitalize()}
        numbered = reduce(or_, (Q(number__contains=each) for each in spellings))
        hired = Employment.objects.filter(matches(text, through="operator__")).order_by()
        return self.filter(numbered | Q(employment__in=hired.values("pk")))


class Document(models.Model):
    """One issued document: frozen facts, frozen template version, files with their hashes.

    `snapshot` is everything the template saw. A document is inserted with its number and the hash
    of its Word file in one transaction; files are stored afterwards and made again as often as need
    be: the same snapshot and version give the same bytes, so a crash in between loses nothing. The
    PDF may follow the Word file later: its hash is empty until then.
    """

    class Status(models.TextChoices):
        ISSUED = "issued", _("issued")
        SUPERSEDED = "superseded", _("superseded")
        VOIDED = "voided", _("voided")

    fresh_docx: bytes | None = None
    """The Word file of a document that was frozen just now, not stored yet; no column."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pack = models.ForeignKey(
        HiringPack, on_delete=models.PROTECT, related_name="documents", verbose_name=_("pack")
    )
    employment = models.ForeignKey(
        Employment,
        on_delete=models.PROTECT,
        related_name="documents",
        verbose_name=_("employment"),
    )
    employer = models.ForeignKey(
        Employer, on_delete=models.PROTECT, related_name="documents", verbose_name=_("employer")
    )
    master = models.ForeignKey(
        WordMaster, on_delete=models.PROTECT, related_name="documents", verbose_name=_("kind")
    )
    master_version = models.ForeignKey(
        MasterVersion,
        on_delete=models.PROTECT,
        related_name="documents",
        verbose_name=_("template version"),
    )
    number = models.CharField(_("number"), max_length=64)
    year = models.PositiveSmallIntegerField(_("year of the register"))
    sequence = models.PositiveIntegerField(_("running number"))
    dated = models.DateField(_("dated"))
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.ISSUED)
    snapshot = models.JSONField(_("facts"))
    docx_sha256 = models.CharField(_("SHA-256 of the Word file"), max_length=64, blank=True)
    pdf_sha256 = models.CharField(_("SHA-256 of the PDF"), max_length=64, blank=True)
    pdf_pages = models.PositiveSmallIntegerField(
        _("pages of the PDF"), null=True, blank=True, help_text=_("Empty until they are counted")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    superseded_by = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="supersedes",
        verbose_name=_("superseded by"),
    )
    voided_at = models.DateTimeField(_("voided at"), null=True, blank=True)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="voided_documents",
        verbose_name=_("voided by"),
    )
    void_reason = models.CharField(_("reason of voiding"), max_length=500, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [
            ("read_files", _("May read the text of documents, personal data included")),
            ("issue_document", _("May issue documents")),
            ("void_document", _("May declare documents void")),
            ("sign_document", _("May note what was handed out, signed and returned")),
            ("export_register", _("May export the register")),
        ]
        ordering = ["-created_at", "-sequence"]
        indexes = [
            # «Has this person a contract in force?», asked of everybody at once.
            models.Index(fields=["employment", "master"], name="document_of_employment"),
            models.Index(fields=["docx_sha256"], name="document_docx_sha256"),
            models.Index(fields=["pdf_sha256"], name="document_pdf_sha256"),
            # The register without its facts: SQLite keeps those within the row, and a search or a
            # count that had to step over them would read gigabytes.
            models.Index(
                fields=[
                    "-created_at",
                    "-sequence",
                    "id",
                    "employer",
                    "master",
                    "year",
                    "status",
                    "dated",
                    "number",
                    "employment",
                ],
                name="document_register",
            ),
            models.Index(fields=["employment", "id"], name="document_by_employment"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "master", "year", "sequence"], name="document_sequence_unique"
            ),
            models.UniqueConstraint(
                fields=["employer", "master", "number"], name="document_number_unique"
            ),
            models.UniqueConstraint(
                fields=["employment", "master"],
                condition=Q(status="issued"),
                name="document_one_current",
            ),
            models.CheckConstraint(
                condition=~Q(status="voided") | (Q(voided_at__isnull=False) & ~Q(void_reason="")),
                name="document_voided_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(superseded_by__isnull=True) | ~Q(superseded_by=F("id")),
                name="document_not_its_own_successor",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.master}, № {self.number}"

    @property
    def is_current(self) -> bool:
        """Whether this is the valid document of its kind for the employment."""
        return self.status == self.Status.ISSUED

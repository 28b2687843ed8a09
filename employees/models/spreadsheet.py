"""A table of operators that somebody uploaded, and what becomes of its rows."""

import uuid
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from employees.models.employment import Employment
from employees.models.limit import Visitor, employers_of
from employees.models.operator import Operator
from hr_docs.background.leases import Leased


def stored_name(_spreadsheet: models.Model, name: str) -> str:
    """A name that tells nothing and cannot be guessed; the file's own stays in the record."""
    return f"imports/{uuid.uuid4().hex}{Path(name).suffix.lower()[:8]}"


class SpreadsheetImportQuerySet(models.QuerySet["SpreadsheetImport"]):
    """Queries of imports."""

    def visible_to(self, user: Visitor) -> "SpreadsheetImportQuerySet":
        """All of them; to a user who is limited to some employers, his own."""
        return self if employers_of(user) is None else self.filter(user_id=user.pk or 0)

    def at_work(self) -> "SpreadsheetImportQuerySet":
        """Those that wait for a worker, or have one."""
        return self.filter(status__in=SpreadsheetImport.AT_WORK)

    def free(self, now: datetime) -> "SpreadsheetImportQuerySet":
        """Those whose work nobody is doing: not begun, or its worker has gone silent."""
        return self.at_work().filter(Q(token__isnull=True) | Q(lease_until__lt=now))

    def with_people(self) -> "SpreadsheetImportQuerySet":
        """What the list of imports shows, in one query."""
        return self.select_related("user", "confirmed_by", "undone_by")


class SpreadsheetImport(Leased):
    """One uploaded table: checked in the background, looked at, written, perhaps undone.

    `refusal` is why nothing can be made of the file: {"reason", "remedy"}; `overtaken` holds the
    numbers of rows whose records changed between the preview and the writing. `written_at` is when
    the writing began: what was made upon its records since then stands in the way of undoing it.
    `wiped_at` tells when the personal data of the rows was deleted.
    """

    class Status(models.TextChoices):
        CHECKING = "checking", _("being checked")
        CHECKED = "checked", _("waiting for your choice")
        WRITING = "writing", _("being written")
        WRITTEN = "written", _("written")
        UNDONE = "undone", _("undone")
        REFUSED = "refused", _("not imported")

    class Choice(models.TextChoices):
        TICKED = "ticked", _("new rows and the ticked changes")
        NEW = "new", _("new rows only")
        ALL = "all", _("all good rows, changes of issued contracts included")

    AT_WORK = (Status.CHECKING, Status.WRITING)

    form_key = models.UUIDField(_("form"), unique=True, default=uuid.uuid4, editable=False)
    file = models.FileField(_("file"), upload_to=stored_name, max_length=200, blank=True)
    name = models.CharField(_("file name"), max_length=200)
    size = models.PositiveBigIntegerField(_("size, bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="spreadsheet_imports",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    status = models.CharField(_("state"), max_length=16, choices=Status, default=Status.CHECKING)

    rows_total = models.PositiveIntegerField(_("rows at most"), default=0)
    rows_read = models.PositiveIntegerField(_("rows read"), default=0)
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    same = models.PositiveIntegerField(_("unchanged"), default=0)
    bad = models.PositiveIntegerField(_("with errors"), default=0)
    hidden = models.PositiveIntegerField(_("hidden in Excel"), default=0)
    titles = models.JSONField(_("headings"), default=list, blank=True)
    unknown = models.JSONField(_("unknown headings"), default=list, blank=True)
    refusal = models.JSONField(_("why it is refused"), default=dict, blank=True)
    overtaken = models.JSONField(_("overtaken rows"), default=list, blank=True)

    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    choice = models.CharField(_("what to write"), max_length=16, choices=Choice, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="confirmed_imports",
        verbose_name=_("confirmed by"),
    )
    confirmed_from = models.GenericIPAddressField(_("confirmed from"), null=True, blank=True)
    written = models.PositiveIntegerField(_("rows written"), default=0)
    written_at = models.DateTimeField(_("written"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_imports",
        verbose_name=_("undone by"),
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    wiped_at = models.DateTimeField(_("personal data deleted"), null=True, blank=True)

    queued_at = models.DateTimeField(_("queued"), null=True, blank=True, editable=False)

    objects = SpreadsheetImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-uploaded_at", "-id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="written") | Q(written_at__isnull=False),
                name="spreadsheet_import_written_when",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        """Whether the page of the import waits for a worker."""
        return self.status in self.AT_WORK

    @property
    def good(self) -> int:
        """How many rows could be written."""
        return self.new + self.changed


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    """Queries of rows; an import's rows stand in the order of the table."""

    def bad(self) -> "ImportRowQuerySet":
        """Rows with errors."""
        return self.filter(outcome=ImportRow.Outcome.BAD)

    def changed(self) -> "ImportRowQuerySet":
        """Rows that change stored records."""
        return self.filter(outcome=ImportRow.Outcome.CHANGED)

    def written(self) -> "ImportRowQuerySet":
        """Rows that are in the records now."""
        return self.filter(operator_stamp__isnull=False)

    def left_out(self, choice: str) -> "ImportRowQuerySet":
        """What is to be written by that choice, and is not."""
        return self.chosen(choice).filter(operator_stamp__isnull=True)

    def chosen(self, choice: str) -> "ImportRowQuerySet":
        """What is written by that choice of `SpreadsheetImport.Choice`."""
        new = Q(outcome=ImportRow.Outcome.NEW)
        changed = Q(outcome=ImportRow.Outcome.CHANGED)
        return self.filter(
            {
                SpreadsheetImport.Choice.TICKED: new | (changed & Q(is_ticked=True)),
                SpreadsheetImport.Choice.NEW: new,
                SpreadsheetImport.Choice.ALL: new | changed,
            }[SpreadsheetImport.Choice(choice)]
        )


class ImportRow(models.Model):
    """One row of the table.

    `cells` are a bad row's cells (see `employees.spreadsheets.packing`), `errors` its `RowError`s,
    `changes` the `FieldChange`s of a changed one. `fingerprint` stands for all that the row would
    do: writing does it only while it is still the same. `before` holds the raw values that writing
    replaced ({"operator", "employment"}, by field) and the employment's "state"; the two stamps are
    the records' own `updated_at` after it: the row is written where there is one.
    """

    class Outcome(models.TextChoices):
        NEW = "new", _("new")
        CHANGED = "changed", _("changed")
        SAME = "same", _("unchanged")
        BAD = "bad", _("with errors")

    spreadsheet = models.ForeignKey(
        SpreadsheetImport, on_delete=models.CASCADE, related_name="rows", verbose_name=_("import")
    )
    number = models.PositiveIntegerField(_("row"))
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome)
    personnel_number = models.CharField(_("personnel number"), max_length=20, blank=True)
    person = models.CharField(_("name"), max_length=320, blank=True)
    is_issued = models.BooleanField(_("papers are issued"), default=False)
    is_ticked = models.BooleanField(_("ticked"), default=True)
    fingerprint = models.CharField(_("fingerprint"), max_length=64, blank=True)
    cells = models.JSONField(_("cells"), default=list, blank=True)
    errors = models.JSONField(_("errors"), default=list, blank=True)
    changes = models.JSONField(_("changes"), default=list, blank=True)

    operator = models.ForeignKey(
        Operator,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_rows",
        verbose_name=_("operator"),
    )
    employment = models.ForeignKey(
        Employment,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_rows",
        verbose_name=_("employment"),
    )
    is_new_employment = models.BooleanField(_("made the employment"), default=False)
    before = models.JSONField(
        _("values before"), default=dict, blank=True, encoder=DjangoJSONEncoder
    )
    operator_stamp = models.DateTimeField(null=True, blank=True)
    employment_stamp = models.DateTimeField(null=True, blank=True)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ["spreadsheet", "number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["spreadsheet", "number"], name="import_row_once"),
        ]

    def __str__(self) -> str:
        return f"{self.spreadsheet}, {self.number}"

"""The register of documents, and the operators with what the contract check says of them."""

from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from employees.models import Employment
from employees.tables import EmploymentTable
from hr_docs.documents.models import Document
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.pages.tables import MINOR, ChoiceOfRow, DateColumn, KeysFirst, RecordTable

NEWEST_FIRST = ("-created_at", "-sequence", "id")


class RegisterTable(RecordTable):
    """Every document that got a number, the voided and superseded ones included."""

    chosen = ChoiceOfRow("document")
    number = tables.TemplateColumn(
        template_name="documents/columns/number.html",
        verbose_name=_("Number"),
        order_by=("year", "sequence", "id"),
    )
    dated = DateColumn(verbose_name=_("Dated"), attrs=MINOR, order_by=("dated", *NEWEST_FIRST))
    kind = tables.Column(
        _("Document"),
        "master__title",
        attrs=MINOR,
        order_by=("master__signing_order", *NEWEST_FIRST),
    )
    operator = tables.TemplateColumn(
        template_name="documents/columns/operator.html",
        verbose_name=_("Operator"),
        order_by=("employment__operator__search_key", "employment_id", "id"),
    )
    employer = tables.Column(
        _("Employer"), attrs=MINOR, order_by=("employer__short_name", *NEWEST_FIRST)
    )
    status = tables.TemplateColumn(
        template_name="documents/columns/status.html",
        verbose_name=_("Status"),
        order_by=("status", *NEWEST_FIRST),
    )
    created_at = tables.TemplateColumn(
        template_name="documents/columns/issued.html",
        verbose_name=_("Issued"),
        attrs=MINOR,
        order_by=("created_at", "sequence", "id"),
    )
    decisions = tables.TemplateColumn(
        template_name="documents/columns/decisions.html",
        verbose_name=_("Decisions"),
        attrs=MINOR,
        orderable=False,
    )
    files = tables.TemplateColumn(
        template_name="documents/columns/files.html",
        verbose_name=_("Files"),
        attrs={"th": {"class": "minor"}, "td": {"class": "minor number"}},
        orderable=False,
    )

    page_sizes = (*RecordTable.page_sizes, 500, 1000)  # a year on one sheet, for the printer
    choosable = (
        "dated",
        "kind",
        "operator",
        "employer",
        "status",
        "created_at",
        "decisions",
        "files",
    )
    shown = ("dated", "kind", "operator", "status", "created_at", "decisions", "files")

    class Meta(RecordTable.Meta):
        model = Document
        fields = ()
        sequence = (
            "chosen",
            "number",
            "dated",
            "kind",
            "operator",
            "employer",
            "status",
            "created_at",
            "decisions",
            "files",
        )

    def __init__(self, rows: DocumentQuerySet, **kwargs: Any) -> None:
        super().__init__(KeysFirst(rows), **kwargs)

    def reading(self, rows: Any) -> Any:
        return rows.with_names()


class FindingsColumn(tables.Column):  # type: ignore[misc]  # django-tables2 has no types
    """The place of what the check says of a row; a second answer fills it (`list_findings`).

    Checking a page of contracts takes longer than all the rest of the list.
    """

    def render(self, record: Employment) -> SafeString:
        return render_to_string("documents/columns/findings.html", {"record": record})


class CheckedEmploymentTable(EmploymentTable):
    """The operators with their terms, and the findings about them."""

    findings = FindingsColumn(_("Findings"), "pk", attrs=MINOR, orderable=False)

    choosable = (*EmploymentTable.choosable, "findings")
    shown = (*EmploymentTable.shown, "findings")

    class Meta(EmploymentTable.Meta):
        sequence = ("...", "findings")

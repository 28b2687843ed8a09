"""The register of documents, and the operators with what the contract check says of them."""

from functools import cached_property
from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from employees.models import Employment
from employees.tables import EmploymentTable
from hr_docs.documents.findings import waiting
from hr_docs.documents.legal.assessment import Assessment
from hr_docs.documents.legal.checking import Law, assess_all
from hr_docs.documents.models import Document
from hr_docs.documents.outcomes import renew_changed
from hr_docs.pages.tables import MINOR, BadgeColumn, DateColumn, RecordTable

NEWEST_FIRST = ("-created_at", "-sequence")


class RegisterTable(RecordTable):
    """Every document that got a number, the voided and superseded ones included."""

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
        order_by=("employment__operator__search_key", *NEWEST_FIRST),
    )
    status = BadgeColumn(verbose_name=_("Status"), order_by=("status", *NEWEST_FIRST))
    created_at = tables.TemplateColumn(
        template_name="documents/columns/issued.html",
        verbose_name=_("Issued"),
        attrs=MINOR,
        order_by=NEWEST_FIRST,
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
        attrs=MINOR,
        orderable=False,
    )

    class Meta(RecordTable.Meta):
        model = Document
        fields = ()
        sequence = (
            "number",
            "dated",
            "kind",
            "operator",
            "status",
            "created_at",
            "decisions",
            "files",
        )


class FindingsColumn(tables.Column):  # type: ignore[misc]  # django-tables2 has no types
    """How many findings of the worst severity wait for an answer."""

    def render(self, record: Employment, table: "CheckedEmploymentTable") -> SafeString:
        counts = waiting(table.assessments[record.pk].findings)
        return render_to_string(
            "documents/findings_badge.html", {"counts": dict(list(counts.items())[:1])}
        )


class CheckedEmploymentTable(EmploymentTable):
    """The operators with their terms, and the findings about them."""

    findings = FindingsColumn(_("Findings"), "pk", attrs=MINOR, orderable=False)

    class Meta(EmploymentTable.Meta):
        sequence = ("...", "findings")

    def __init__(self, *args: Any, law: Law, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.law = law

    @cached_property
    def assessments(self) -> dict[int, Assessment]:
        """What was found of the employments on this page, by their ids; checked all at once."""
        rows = [row.record for row in self.paginated_rows]
        checked = list(assess_all(rows, law=self.law))
        renew_changed(checked, law=self.law)
        return {employment.pk: found for employment, found in checked}

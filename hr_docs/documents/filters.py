"""Filters of the register, and of the operators by what the contract check says of them."""

from typing import Any

import django_filters as filters
from django.forms import SearchInput
from django.utils.translation import gettext_lazy as _

from employees.filters import EmploymentFilter
from employees.models import Employer, Employment
from employees.models.employment import EmploymentQuerySet
from hr_docs.documents.legal.checking import Law
from hr_docs.documents.models import Document, WordMaster
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.documents.outcomes import WITH_ERRORS, WITH_WARNINGS, with_outcome
from hr_docs.law import Severity
from hr_docs.pages.forms import DayInput


class RegisterFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """The register narrowed down by words, kind, status, employer, days."""

    q = filters.CharFilter(
        method="search",
        label=_("Document number or operator"),
        widget=SearchInput(attrs={"autocomplete": "off"}),
    )
    kind = filters.ModelChoiceFilter(
        field_name="master",
        queryset=WordMaster.objects.all(),
        label=_("Document"),
        empty_label=_("any"),
    )
    status = filters.ChoiceFilter(
        choices=Document.Status.choices, label=_("Status"), empty_label=_("any")
    )
    employer = filters.ModelChoiceFilter(
        queryset=Employer.objects.all(), label=_("Employer"), empty_label=_("any")
    )
    since = filters.DateFilter(
        field_name="dated", lookup_expr="gte", label=_("Dated from"), widget=DayInput
    )
    until = filters.DateFilter(
        field_name="dated", lookup_expr="lte", label=_("Dated to"), widget=DayInput
    )

    decisions = filters.ChoiceFilter(
        method="with_decisions",
        choices=[
            ("confirmed", _("warnings confirmed")),
            ("overridden", _("errors overridden")),
        ],
        label=_("Decisions"),
        empty_label=_("any"),
    )

    class Meta:
        model = Document
        fields = ("q", "kind", "status", "employer", "since", "until", "decisions")

    def with_decisions(self, queryset: DocumentQuerySet, _name: str, kind: str) -> DocumentQuerySet:
        """Called by django-filter with the kind of decision."""
        return queryset.filter(**{f"pack__{kind}__gt": 0})

    def search(self, queryset: DocumentQuerySet, _name: str, value: str) -> DocumentQuerySet:
        """Called by django-filter with the words."""
        return queryset.search(value)


class CheckedEmploymentFilter(EmploymentFilter):
    """The list of operators, narrowed down by findings too.

    The filter by findings checks what may have changed first; `unchecked` counts those that are
    still on their way, of which the answer says nothing yet.
    """

    findings = filters.ChoiceFilter(
        method="with_findings",
        choices=[
            (Severity.ERROR.value, _("has errors")),
            (Severity.WARNING.value, _("has warnings")),
        ],
        label=_("Findings"),
        empty_label=_("any"),
    )
    unchecked = 0

    class Meta(EmploymentFilter.Meta):
        model = Employment
        fields = (*EmploymentFilter.Meta.fields, "findings")

    def __init__(self, *args: Any, law: Law, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.law = law

    def with_findings(
        self, queryset: EmploymentQuerySet, _name: str, severity: str
    ) -> EmploymentQuerySet:
        """Called by django-filter, last of all, with the severity asked for."""
        condition = WITH_ERRORS if severity == Severity.ERROR else WITH_WARNINGS
        found, self.unchecked = with_outcome(queryset, condition, law=self.law)
        return found

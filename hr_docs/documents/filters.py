"""Filters of the register, and of the operators by what the contract check says of them."""

from typing import Any

import django_filters as filters
from django.forms import SearchInput
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employees.filters import EmploymentFilter
from employees.models import Employer, Employment
from employees.models.employment import EmploymentQuerySet
from hr_docs.documents.attention import CONDITIONS, Day, needing
from hr_docs.documents.legal.assessment import Assessment
from hr_docs.documents.legal.checking import Law, assess_all
from hr_docs.documents.models import Document, WordMaster
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.law import Severity
from hr_docs.pages.forms import DayInput

CHECKED_AT_MOST = 2_000  # contracts in one answer: a few seconds, most of them to read the records


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

    class Meta:
        model = Document
        fields = ("q", "kind", "status", "employer", "since", "until")

    def search(self, queryset: DocumentQuerySet, _name: str, value: str) -> DocumentQuerySet:
        """Called by django-filter with the words."""
        return queryset.search(value)


class CheckedEmploymentFilter(EmploymentFilter):
    """The list of operators, narrowed down by findings too.

    Findings are computed, not stored: of those that the other filters leave, the newest
    `CHECKED_AT_MOST` are checked, and `is_cut` says whether there were more.
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
    today = filters.ChoiceFilter(
        method="needing_attention",
        choices=[(condition.code, condition.title) for condition in CONDITIONS],
        label=_("Needs attention"),
        empty_label=_("any"),
    )
    is_cut = False

    class Meta(EmploymentFilter.Meta):
        model = Employment
        fields = (*EmploymentFilter.Meta.fields, "today", "findings")

    def __init__(self, *args: Any, law: Law, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.law = law

    def needing_attention(
        self, queryset: EmploymentQuerySet, _name: str, code: str
    ) -> EmploymentQuerySet:
        """Called by django-filter with the code of a condition of the page «Сегодня»."""
        return needing(queryset, code, Day(timezone.localdate(), self.law.reference.calendar))

    def with_findings(
        self, queryset: EmploymentQuerySet, _name: str, severity: str
    ) -> EmploymentQuerySet:
        """Called by django-filter, last of all, with the severity asked for."""
        newest = list(queryset.order_by("-pk")[: CHECKED_AT_MOST + 1])
        self.is_cut = len(newest) > CHECKED_AT_MOST
        checked = assess_all(newest[:CHECKED_AT_MOST], law=self.law)
        return queryset.filter(pk__in=[each.pk for each, found in checked if _has(found, severity)])


def _has(found: Assessment, severity: str) -> bool:
    """Whether findings of that severity wait for somebody's answer."""
    return bool(found.errors if severity == Severity.ERROR else found.unconfirmed)

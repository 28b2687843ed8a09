"""Filters of the register."""

import django_filters as filters
from django.forms import SearchInput
from django.utils.translation import gettext_lazy as _

from employees.models import Employer
from hr_docs.documents.models import Document, WordMaster
from hr_docs.documents.models.document import DocumentQuerySet
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

    class Meta:
        model = Document
        fields = ("q", "kind", "status", "employer", "since", "until")

    def search(self, queryset: DocumentQuerySet, _name: str, value: str) -> DocumentQuerySet:
        """Called by django-filter with the words."""
        return queryset.search(value)

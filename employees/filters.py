"""Filters of the employees' lists."""

import django_filters as filters
from django.db.models import QuerySet
from django.forms import HiddenInput, SearchInput
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from employees.models import Employer, Employment, Site
from employees.models.employment import EmploymentQuerySet, WorkMode
from employees.models.limit import visible
from job_descriptions.models import ExperienceTier


def employers_of_user(request: HttpRequest | None) -> QuerySet[Employer]:
    """What a filter offers; a filter without a request takes rows that are limited already."""
    rows = Employer.objects.all()
    return visible(rows, request.user, employer="pk") if request else rows


def sites_of_user(request: HttpRequest | None) -> QuerySet[Site]:
    """The same of sites."""
    return visible(Site.objects.all(), request.user) if request else Site.objects.all()


class EmploymentFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """The list of operators narrowed down by words, status, tier, work mode, site."""

    q = filters.CharFilter(
        method="search",
        label=_("Name, number, phone"),
        widget=SearchInput(attrs={"autocomplete": "off"}),
    )
    status = filters.ChoiceFilter(
        choices=Employment.Status.choices, label=_("Status"), empty_label=_("any")
    )
    tier = filters.ModelChoiceFilter(
        queryset=ExperienceTier.objects.all(), label=_("Tier"), empty_label=_("any")
    )
    work_mode = filters.ChoiceFilter(
        choices=WorkMode.choices, label=_("Work mode"), empty_label=_("any")
    )
    site = filters.ModelChoiceFilter(queryset=sites_of_user, label=_("Site"), empty_label=_("any"))

    imported = filters.NumberFilter(
        field_name="import_rows__spreadsheet", label=_("Import"), widget=HiddenInput
    )

    class Meta:
        model = Employment
        fields: tuple[str, ...] = ("q", "status", "tier", "work_mode", "site", "imported")

    def search(self, queryset: EmploymentQuerySet, _name: str, value: str) -> EmploymentQuerySet:
        """Called by django-filter with the words."""
        return queryset.search(value)

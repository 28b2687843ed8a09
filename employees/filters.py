"""Filters of the employees' lists."""

from typing import Any, ClassVar

import django_filters as filters
from django.forms import HiddenInput, SearchInput
from django.utils.translation import gettext_lazy as _

from employees.models import Employment, Site
from employees.models.employment import EmploymentQuerySet, WorkMode
from employees.models.limit import Visitor, visible
from hr_docs.pages.forms import DayInput
from job_descriptions.models import ExperienceTier

Choices = list[tuple[str, str]]


def _day(label: Any, field: str, lookup: str) -> filters.DateFilter:
    return filters.DateFilter(field_name=field, lookup_expr=lookup, label=label, widget=DayInput)


class EmploymentFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """The list of operators narrowed down by words, status, terms, place and days.

    Sites and employers are those that the user works with, read in one query together. `further`
    are the conditions that stand folded up.
    """

    q = filters.CharFilter(
        method="search",
        label=_("Name, number, phone"),
        widget=SearchInput(attrs={"autocomplete": "off"}),
    )
    status = filters.ChoiceFilter(
        choices=Employment.Status.choices, label=_("Status"), empty_label=_("any")
    )
    tier = filters.ChoiceFilter(label=_("Tier"), empty_label=_("any"))
    work_mode = filters.ChoiceFilter(
        choices=WorkMode.choices, label=_("Work mode"), empty_label=_("any")
    )
    site = filters.ChoiceFilter(label=_("Site"), empty_label=_("any"))
    employer = filters.ChoiceFilter(label=_("Employer"), empty_label=_("any"))
    first_day_since = _day(_("First day from"), "start_date", "gte")
    first_day_until = _day(_("First day to"), "start_date", "lte")
    contract_since = _day(_("Contract from"), "contract_date", "gte")
    contract_until = _day(_("Contract to"), "contract_date", "lte")
    imported = filters.NumberFilter(
        field_name="import_rows__spreadsheet", label=_("Import"), widget=HiddenInput
    )

    further: ClassVar[tuple[str, ...]] = (
        "work_mode",
        "employer",
        "first_day_since",
        "first_day_until",
        "contract_since",
        "contract_until",
    )

    class Meta:
        model = Employment
        fields: tuple[str, ...] = (
            "q",
            "status",
            "tier",
            "work_mode",
            "site",
            "employer",
            "first_day_since",
            "first_day_until",
            "contract_since",
            "contract_until",
            "imported",
        )

    def __init__(self, *args: Any, user: Visitor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sites = list(visible(Site.objects.select_related("employer"), user).order_by("name", "pk"))
        self.filters["site"].extra["choices"] = _site_choices(sites)
        self.filters["employer"].extra["choices"] = _employer_choices(sites)
        self.filters["tier"].extra["choices"] = [
            (str(tier.pk), tier.title) for tier in ExperienceTier.objects.all()
        ]

    def search(self, queryset: EmploymentQuerySet, _name: str, value: str) -> EmploymentQuerySet:
        """Called by django-filter with the words."""
        return queryset.search(value)


def _employer_choices(sites: list[Site]) -> Choices:
    """Every employment has a site of its employer: an employer without sites has no operators."""
    named = {str(site.employer_id): str(site.employer) for site in sites}
    return sorted(named.items(), key=lambda choice: choice[1])


def _site_choices(sites: list[Site]) -> Choices:
    """Sites by name, with their employer where there are several."""
    several = len({site.employer_id for site in sites}) > 1
    return [
        (str(site.pk), f"{site.name}, {site.employer}" if several else site.name) for site in sites
    ]

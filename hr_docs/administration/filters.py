"""Filters of the users and of the audit log."""

from typing import Any

import django_filters as filters
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.forms import HiddenInput, SearchInput
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from hr_docs.access.models import AuditEntry, AuditQuerySet
from hr_docs.administration.entries import about
from hr_docs.administration.people import managed_by, named
from hr_docs.pages.forms import DayInput


def people_of_reader(request: HttpRequest | None) -> "QuerySet[User]":
    """Whom a reader may pick."""
    return managed_by(request.user) if request else User.objects.none()


class UserFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """The users narrowed down by name, role, state."""

    q = filters.CharFilter(
        method="search", label=_("Name"), widget=SearchInput(attrs={"autocomplete": "off"})
    )
    role = filters.ModelChoiceFilter(
        field_name="groups", queryset=Group.objects.all(), label=_("Role"), empty_label=_("any")
    )
    state = filters.ChoiceFilter(
        field_name="is_active",
        choices=[("True", _("open")), ("False", _("closed"))],
        label=_("State"),
        empty_label=_("any"),
    )

    class Meta:
        model = User
        fields = ("q", "role", "state")

    def search(self, queryset: "QuerySet[User]", _name: str, value: str) -> "QuerySet[User]":
        """Called by django-filter with the words."""
        return named(queryset, value)


class AuditFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """The entries narrowed down by words, person, action, days; by one record where asked."""

    q = filters.CharFilter(
        method="search",
        label=_("Person or record"),
        widget=SearchInput(attrs={"autocomplete": "off"}),
    )
    user = filters.ModelChoiceFilter(
        queryset=people_of_reader, label=_("Who"), empty_label=_("anybody")
    )
    action = filters.ChoiceFilter(
        choices=AuditEntry.Action.choices, label=_("What"), empty_label=_("anything")
    )
    since = filters.DateFilter(
        field_name="at", lookup_expr="date__gte", label=_("From"), widget=DayInput
    )
    until = filters.DateFilter(
        field_name="at", lookup_expr="date__lte", label=_("To"), widget=DayInput
    )
    kind = filters.CharFilter(method="of_record", widget=HiddenInput)
    record = filters.CharFilter(method="of_record", widget=HiddenInput)

    class Meta:
        model = AuditEntry
        fields = ("q", "user", "action", "since", "until", "kind", "record")

    def search(self, queryset: AuditQuerySet, _name: str, value: str) -> AuditQuerySet:
        """Called by django-filter with the words."""
        return queryset.search(value)

    def of_record(self, queryset: AuditQuerySet, name: str, _value: Any) -> AuditQuerySet:
        """Called twice, with the kind and with the record; both are needed."""
        answers = self.form.cleaned_data
        if name != "record" or not answers["kind"]:
            return queryset
        return about(queryset, kind=answers["kind"], record=answers["record"])

"""Filters of the register, and of the operators by what the contract check says of them."""

from collections.abc import Iterable
from typing import Any

import django_filters as filters
from django.db.models import Model
from django.forms import SearchInput
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from employees.filters import EmploymentFilter
from employees.models import Employer, Employment
from employees.models.employment import EmploymentQuerySet
from employees.models.limit import Visitor, visible
from hr_docs.documents.legal.reference import calendar_in_force
from hr_docs.documents.lists import missing_papers
from hr_docs.documents.lists.attention import CONDITIONS, Day, needing
from hr_docs.documents.models import Document, WordMaster
from hr_docs.documents.models.document import DocumentQuerySet
from hr_docs.documents.outcomes import WITH_ERRORS, WITH_WARNINGS, with_outcome
from hr_docs.law import Severity
from hr_docs.pages.forms import DayInput


class RegisterFilter(filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """The register narrowed down by words, kind, year, status, employer, days."""

    q = filters.CharFilter(
        method="search",
        label=_("Document number or operator"),
        widget=SearchInput(attrs={"autocomplete": "off"}),
    )
    kind = filters.ChoiceFilter(field_name="master", label=_("Document"), empty_label=_("any"))
    year = filters.ChoiceFilter(field_name="year", label=_("Year"), empty_label=_("any"))
    employer = filters.ChoiceFilter(label=_("Employer"), empty_label=_("any"))
    status = filters.ChoiceFilter(
        choices=Document.Status.choices, label=_("Status"), empty_label=_("any")
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

    further = ("since", "until", "decisions")

    class Meta:
        model = Document
        fields = ("q", "kind", "year", "employer", "status", "since", "until", "decisions")

    def with_decisions(self, queryset: DocumentQuerySet, _name: str, kind: str) -> DocumentQuerySet:
        """Called by django-filter with the kind of decision."""
        return queryset.filter(**{f"pack__{kind}__gt": 0})

    def __init__(self, *args: Any, user: Visitor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = Document.objects.visible_to(user).years()
        employers = visible(Employer.objects.all(), user, employer="pk")
        self.filters["kind"].extra["choices"] = _named(WordMaster.objects.all())
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in years]
        self.filters["employer"].extra["choices"] = _named(employers)

    @property
    def is_journal(self) -> bool:
        """Whether it is about one kind in one year: numbers that follow each other."""
        return bool(self._answer("kind") and self._answer("year"))

    @property
    def title(self) -> str:
        """«Журнал регистрации: Трудовой договор, 2026, ООО …», as far as that is asked for."""
        chosen = [self._chosen(name) for name in ("kind", "year", "employer")]
        about = ", ".join(filter(None, chosen))
        return gettext("Journal of registration") + (f": {about}" if about else "")

    def _answer(self, name: str) -> str:
        return self.form.cleaned_data.get(name) or "" if self.form.is_valid() else ""

    def _chosen(self, name: str) -> str:
        answer = self._answer(name)
        return str(dict(self.form.fields[name].choices)[answer]) if answer else ""

    def search(self, queryset: DocumentQuerySet, _name: str, value: str) -> DocumentQuerySet:
        """Called by django-filter with the words."""
        return queryset.search(value)


def _named(records: Iterable[Model]) -> list[tuple[str, str]]:
    return [(str(record.pk), str(record)) for record in records]


class CheckedEmploymentFilter(EmploymentFilter):
    """The list of operators, narrowed down by findings too.

    The filter by findings checks what may have changed first; `unchecked` counts those that are
    still on their way, of which the answer says nothing yet.
    """

    papers = filters.ChoiceFilter(
        method="lacking_papers", label=_("Missing papers"), empty_label=_("any")
    )
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
    today = filters.ChoiceFilter(
        method="needing_attention",
        choices=[(condition.code, condition.title) for condition in CONDITIONS],
        label=_("Needs attention"),
        empty_label=_("any"),
    )

    class Meta(EmploymentFilter.Meta):
        model = Employment
        fields = (*EmploymentFilter.Meta.fields, "papers", "today", "findings")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["papers"].extra["choices"] = missing_papers.choices()

    def lacking_papers(
        self, queryset: EmploymentQuerySet, _name: str, what: str
    ) -> EmploymentQuerySet:
        """Called by django-filter with what is missing."""
        return missing_papers.lacking(queryset, what)

    def needing_attention(
        self, queryset: EmploymentQuerySet, _name: str, code: str
    ) -> EmploymentQuerySet:
        """Called by django-filter with the code of a condition of the page «Сегодня»."""
        calendar: Any = SimpleLazyObject(calendar_in_force)  # most conditions do without
        return needing(queryset, code, Day(timezone.localdate(), calendar))

    def with_findings(
        self, queryset: EmploymentQuerySet, _name: str, severity: str
    ) -> EmploymentQuerySet:
        """Called by django-filter, last of all, with the severity asked for."""
        condition = WITH_ERRORS if severity == Severity.ERROR else WITH_WARNINGS
        found, self.unchecked = with_outcome(queryset, condition)
        return found

"""The list of runs."""

from functools import cached_property

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.models import Run
from hr_docs.documents.runs.progress import Counts, counts_of
from hr_docs.pages.tables import MINOR, RecordTable
from hr_docs.templatetags.pages import badge


class StateColumn(tables.Column):  # type: ignore[misc]  # django-tables2 has no types
    """What the run is as a whole."""

    def render(self, record: Run, table: "RunTable") -> SafeString:
        state = table.counts_of(record).state_of(record)
        return render_to_string("pages/badge.html", badge(state.value, str(state.label)))


class CountColumn(tables.Column):  # type: ignore[misc]  # django-tables2 has no types
    """One of the counts; the name of the column is that of the count."""

    def render(
        self, record: Run, table: "RunTable", bound_column: tables.columns.BoundColumn
    ) -> int:
        return int(getattr(table.counts_of(record), bound_column.name))


class RunTable(RecordTable):
    """Who issued for how many people, and what came of it."""

    started_at = tables.TemplateColumn(
        template_name="documents/columns/run.html",
        verbose_name=_("Run"),
        order_by=("started_at", "pk"),
    )
    started_by = tables.TemplateColumn(
        "{{ record.started_by.get_full_name|default:record.started_by.username }}",
        verbose_name=_("Started by"),
        attrs=MINOR,
        order_by=("started_by__last_name", "started_by__username", "pk"),
    )
    kinds = tables.TemplateColumn(
        '{{ record.masters.all|join:", " }}',
        verbose_name=_("Documents"),
        attrs=MINOR,
        orderable=False,
    )
    total = CountColumn(_("People"), "pk", orderable=False)
    done = CountColumn(_("Ready"), "pk", attrs=MINOR, orderable=False)
    not_issued = CountColumn(_("Not issued"), "pk", orderable=False)
    state = StateColumn(_("Status"), "pk", orderable=False)

    class Meta(RecordTable.Meta):
        model = Run
        fields = ()
        order_by = "-started_at"
        sequence = ("started_at", "started_by", "kinds", "total", "done", "not_issued", "state")

    def counts_of(self, run: Run) -> Counts:
        """The counts of a run on this page."""
        return self._counts.get(run.pk, Counts())

    @cached_property
    def _counts(self) -> dict[int, Counts]:
        return counts_of([row.record for row in self.paginated_rows])

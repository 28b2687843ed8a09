"""Lists of positions, tiers and job descriptions."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from hr_docs.pages.tables import MINOR, DateColumn, RecordTable
from job_descriptions.models import ExperienceTier, JobDescriptionEdition, Position


class PositionTable(RecordTable):
    """The staff list's positions."""

    title = tables.Column(linkify=("job_descriptions:position", {"pk": tables.A("pk")}))
    reports_to = tables.Column(attrs=MINOR)

    class Meta(RecordTable.Meta):
        model = Position
        fields = ("title", "department", "reports_to")


class TierTable(RecordTable):
    """Tiers from the lowest to the highest, with their ranges of hourly rates."""

    title = tables.Column(linkify=("job_descriptions:tier", {"pk": tables.A("pk")}))
    rank = tables.Column(attrs=MINOR)
    minimum_experience_months = tables.Column(attrs=MINOR)

    class Meta(RecordTable.Meta):
        model = ExperienceTier
        fields = ("rank", "title", "rate_min", "rate_max", "minimum_experience_months")


class EditionTable(RecordTable):
    """Every edition, the superseded ones included."""

    number = tables.TemplateColumn(
        template_name="job_descriptions/columns/number.html", verbose_name=_("Number")
    )
    approved_on = DateColumn(attrs=MINOR)
    position = tables.Column(accessor="position__title")
    status = tables.TemplateColumn(
        template_name="job_descriptions/columns/status.html",
        verbose_name=_("Status"),
        order_by=("superseded_on", "number"),
    )

    class Meta(RecordTable.Meta):
        model = JobDescriptionEdition
        fields = ("number", "position", "tier", "approved_on")
        sequence = ("number", "position", "tier", "approved_on", "status")

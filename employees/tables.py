"""Lists of the employees' app."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from employees.models import Employment
from hr_docs.pages.tables import BadgeColumn, DateColumn, RecordTable

MINOR = {"th": {"class": "minor"}, "td": {"class": "minor"}}
MINOR_NUMBER = {"th": {"class": "minor"}, "td": {"class": "minor number"}}
BY_NAME = ("operator__surname", "operator__name", "operator__patronymic", "id")


class EmploymentTable(RecordTable):
    """The operators with their terms: one row for each employment."""

    personnel_number = tables.Column(
        _("No."), "operator.personnel_number", attrs=MINOR_NUMBER
    )
    name = tables.TemplateColumn(
        template_name="employees/columns/name.html", verbose_name=_("Name"), order_by=BY_NAME
    )
    position = tables.Column(
        _("Position"), "position.title", attrs=MINOR, order_by=("position__title", *BY_NAME)
    )
    tier = tables.Column(_("Tier"), attrs=MINOR, order_by=("tier__rank", *BY_NAME))
    work_mode = tables.Column(_("Work mode"), attrs=MINOR, order_by=("work_mode", *BY_NAME))
    site = tables.Column(_("Site"), attrs=MINOR, order_by=("site__name", *BY_NAME))
    start_date = DateColumn(
        verbose_name=_("First day"), attrs=MINOR, order_by=("start_date", *BY_NAME)
    )
    status = BadgeColumn(verbose_name=_("Status"), order_by=("status", *BY_NAME))

    class Meta(RecordTable.Meta):
        model = Employment
        fields = ()
        order_by = "name"
        sequence = (
            "personnel_number", "name", "position", "tier", "work_mode", "site", "start_date",
            "status",
        )

"""Lists of the employees' app."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from employees.models import Employer, Employment, LocalAct, Signatory, Site, SpreadsheetImport
from hr_docs.pages.tables import MINOR, SPARE, BadgeColumn, DateColumn, RecordTable

MINOR_NUMBER = {"th": {"class": "minor"}, "td": {"class": "minor number"}}
NUMBER = {"td": {"class": "number"}}
BY_NAME = ("operator__search_key", "id")  # SQLite sorts Ё before А; the key has neither


class EmploymentTable(RecordTable):
    """The operators with their terms: one row for each employment."""

    personnel_number = tables.Column(_("No."), "operator__personnel_number", attrs=MINOR_NUMBER)
    name = tables.TemplateColumn(
        template_name="employees/columns/name.html", verbose_name=_("Name"), order_by=BY_NAME
    )
    position = tables.Column(
        _("Position"), "position__title", attrs=SPARE, order_by=("position__title", *BY_NAME)
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
        sequence: tuple[str, ...] = (
            "personnel_number",
            "name",
            "position",
            "tier",
            "work_mode",
            "site",
            "start_date",
            "status",
        )


class EmployerTable(RecordTable):
    """The legal entities and sole traders that hire."""

    short_name = tables.Column(linkify=("employees:employer", {"pk": tables.A("pk")}))
    ogrn = tables.Column(attrs=MINOR)
    city = tables.Column(attrs=MINOR)

    class Meta(RecordTable.Meta):
        model = Employer
        fields = ("short_name", "inn", "ogrn", "city")


class SignatoryTable(RecordTable):
    """Who signs for the employers, and until when."""

    name = tables.Column(
        accessor="full_name",
        verbose_name=_("Name"),
        linkify=("employees:signatory", {"pk": tables.A("pk")}),
        order_by=("surname", "name", "id"),
    )
    employer = tables.Column(attrs=MINOR)
    authority = tables.Column(attrs=MINOR)
    valid_until = DateColumn(default=_("no limit"))

    class Meta(RecordTable.Meta):
        model = Signatory
        fields = ("name", "position", "employer", "authority", "valid_until")


class SiteTable(RecordTable):
    """The workplaces."""

    name = tables.Column(linkify=("employees:site", {"pk": tables.A("pk")}))
    employer = tables.Column(attrs=MINOR)
    district_coefficient = tables.Column(attrs=MINOR)
    conditions_class = tables.Column(attrs=MINOR)

    class Meta(RecordTable.Meta):
        model = Site
        fields = (
            "name",
            "locality",
            "region",
            "employer",
            "district_coefficient",
            "conditions_class",
        )


class LocalActTable(RecordTable):
    """The local acts, with those that a newcomer reads before signing."""

    title = tables.Column(linkify=("employees:local_act", {"pk": tables.A("pk")}))
    number = tables.Column(attrs=MINOR)
    approved_on = DateColumn(attrs=MINOR)
    employer = tables.Column(attrs=MINOR)
    read_before_signing = tables.BooleanColumn(yesno=(_("yes"), _("no")), attrs=MINOR)

    class Meta(RecordTable.Meta):
        model = LocalAct
        fields = ("title", "number", "approved_on", "employer", "read_before_signing")


class ImportTable(RecordTable):
    """Uploaded tables of operators: who, when, what came of them."""

    name = tables.TemplateColumn(
        template_name="employees/columns/import_name.html", verbose_name=_("File")
    )
    uploaded_at = tables.DateTimeColumn(format="d.m.Y H:i", attrs=MINOR_NUMBER)
    user = tables.TemplateColumn(
        "{{ record.user.get_full_name|default:record.user.username }}",
        verbose_name=_("Who"),
        attrs=MINOR,
        order_by=("user__username", "-id"),
    )
    new = tables.Column(attrs=MINOR_NUMBER)
    changed = tables.Column(attrs=MINOR_NUMBER)
    same = tables.Column(attrs=MINOR_NUMBER)
    bad = tables.Column(attrs=MINOR_NUMBER)
    written = tables.Column(_("Written"), attrs=NUMBER)
    status = BadgeColumn(verbose_name=_("State"))

    class Meta(RecordTable.Meta):
        model = SpreadsheetImport
        fields = ()
        order_by = "-uploaded_at"
        sequence = (
            *("name", "uploaded_at", "user", "new", "changed", "same", "bad"),
            *("written", "status"),
        )

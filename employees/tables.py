"""Lists of the employees' app."""

from typing import Any

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from employees.models import Employer, Employment, LocalAct, Signatory, Site, SpreadsheetImport
from employees.models.employment import EmploymentQuerySet
from hr_docs.pages.tables import (
    MINOR,
    BadgeColumn,
    ChoiceOfRow,
    DateColumn,
    KeysFirst,
    RecordTable,
)

MINOR_NUMBER = {"th": {"class": "minor"}, "td": {"class": "minor number"}}
NUMBER = {"td": {"class": "number"}}
BY_NAME = ("operator__search_key", "id")  # SQLite sorts Ё before А; the key has neither


class EmploymentTable(RecordTable):
    """The operators with their terms: one row for each employment."""

    chosen = ChoiceOfRow("chosen")
    personnel_number = tables.Column(
        _("No."),
        "operator__personnel_number",
        attrs=MINOR_NUMBER,
        order_by=("operator__personnel_number", "id"),
    )
    name = tables.TemplateColumn(
        template_name="employees/columns/name.html", verbose_name=_("Name"), order_by=BY_NAME
    )
    phone = tables.Column(
        _("Phone"), "operator__phone", attrs=MINOR_NUMBER, order_by=("operator__phone", *BY_NAME)
    )
    employer = tables.Column(
        _("Employer"), attrs=MINOR, order_by=("employer__short_name", "employer", *BY_NAME)
    )
    position = tables.Column(
        _("Position"), "position__title", attrs=MINOR, order_by=("position__title", *BY_NAME)
    )
    tier = tables.Column(_("Tier"), attrs=MINOR, order_by=("tier__rank", *BY_NAME))
    work_mode = tables.Column(_("Work mode"), attrs=MINOR, order_by=("work_mode", *BY_NAME))
    site = tables.Column(_("Site"), attrs=MINOR, order_by=("site__name", *BY_NAME))
    number = tables.Column(_("Contract"), attrs=MINOR_NUMBER, order_by=("number", *BY_NAME))
    contract_date = DateColumn(
        verbose_name=_("Contract date"), attrs=MINOR, order_by=("contract_date", *BY_NAME)
    )
    start_date = DateColumn(
        verbose_name=_("First day"), attrs=MINOR, order_by=("start_date", *BY_NAME)
    )
    end_date = DateColumn(verbose_name=_("Last day"), attrs=MINOR, order_by=("end_date", *BY_NAME))
    hourly_rate = tables.Column(
        _("Rate, roubles"), attrs=MINOR_NUMBER, order_by=("hourly_rate", *BY_NAME)
    )
    status = BadgeColumn(verbose_name=_("Status"), order_by=("status", *BY_NAME))

    choosable: tuple[str, ...] = (
        "personnel_number",
        "phone",
        "employer",
        "position",
        "tier",
        "work_mode",
        "site",
        "number",
        "contract_date",
        "start_date",
        "end_date",
        "hourly_rate",
        "status",
    )
    shown: tuple[str, ...] = (
        "personnel_number",
        "tier",
        "work_mode",
        "site",
        "start_date",
        "status",
    )

    class Meta(RecordTable.Meta):
        model = Employment
        fields = ()
        order_by = "name"
        sequence: tuple[str, ...] = (
            "chosen",
            "personnel_number",
            "name",
            "phone",
            "employer",
            "position",
            "tier",
            "work_mode",
            "site",
            "number",
            "contract_date",
            "start_date",
            "end_date",
            "hourly_rate",
            "status",
        )

    def __init__(self, rows: EmploymentQuerySet, **kwargs: Any) -> None:
        super().__init__(KeysFirst(rows), **kwargs)

    def reading(self, rows: Any) -> Any:
        return rows.for_list()


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

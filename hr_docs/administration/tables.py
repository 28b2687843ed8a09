"""Lists of users and of what they did."""

import django_tables2 as tables
from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from hr_docs.access.models import AuditEntry
from hr_docs.administration.wording import details_in_words
from hr_docs.pages.tables import MINOR, RecordTable


class UserTable(RecordTable):
    """Who may log in, as what, and how the account is protected."""

    name = tables.TemplateColumn(
        template_name="administration/columns/name.html",
        verbose_name=_("Name"),
        order_by=("last_name", "first_name", "username"),
    )
    username = tables.Column(_("User name"), attrs=MINOR)
    roles = tables.TemplateColumn(
        template_name="administration/columns/roles.html", verbose_name=_("Roles"), orderable=False
    )
    employers = tables.TemplateColumn(
        template_name="administration/columns/employers.html",
        verbose_name=_("Employers"),
        orderable=False,
        attrs=MINOR,
    )
    second_factor = tables.TemplateColumn(
        template_name="administration/columns/second_factor.html",
        verbose_name=_("Second factor"),
        order_by=("has_second_factor", "username"),
        attrs=MINOR,
    )
    last_login = tables.DateTimeColumn(
        format="d.m.Y H:i", verbose_name=_("Last log-in"), default=_("never"), attrs=MINOR
    )
    state = tables.TemplateColumn(
        template_name="administration/columns/state.html",
        verbose_name=_("State"),
        order_by=("-is_active", "username"),
    )

    class Meta(RecordTable.Meta):
        model = User
        fields = ()
        order_by = "name"
        sequence = (
            "name",
            "username",
            "roles",
            "employers",
            "second_factor",
            "last_login",
            "state",
        )


class AuditTable(RecordTable):
    """Entries, the latest first."""

    at = tables.Column(_("When"), order_by=("at", "id"))
    username = tables.Column(_("Who"), default="—")
    action = tables.Column(_("What"))
    subject = tables.Column(_("With what"), orderable=False, default="—")
    details = tables.Column(_("Details"), orderable=False, attrs=MINOR, empty_values=())
    address = tables.Column(_("From where"), attrs=MINOR, default="—")

    class Meta(RecordTable.Meta):
        model = AuditEntry
        fields = ("at", "username", "action", "subject", "details", "address")
        order_by = "-at"

    def render_at(self, record: AuditEntry) -> SafeString:
        """Days and seconds; the seconds tell one entry from the next."""
        day, clock = (date_format(record.local_at, form) for form in ("d.m.Y", "H:i:s"))
        return format_html(
            '<span class="number">{}</span> <span class="number">{}</span>', day, clock
        )

    def render_details(self, record: AuditEntry) -> str:
        """In words."""
        return details_in_words(record)

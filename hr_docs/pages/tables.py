"""Lists: one look, one page size control, everything kept in the address."""

from datetime import date

import django_tables2 as tables
from django.db.models import Model
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from hr_docs.templatetags.pages import badge

PAGE_SIZES = (25, 50, 100, 200)
DEFAULT_PAGE_SIZE = 50
MINOR = {"th": {"class": "minor"}, "td": {"class": "minor"}}  # gives way on a phone
SPARE = {"th": {"class": "spare"}, "td": {"class": "spare"}}  # only where there is much room


class RecordTable(tables.Table):  # type: ignore[misc]  # django-tables2 has no types
    """A dense list; a column of class `minor` gives way on a phone."""

    page_sizes = PAGE_SIZES

    class Meta:
        template_name = "pages/table.html"
        attrs = {"class": "table table-hover"}


class DateColumn(tables.Column):  # type: ignore[misc]  # django-tables2 has no types
    """A day as «15.03.2026», whatever the language of the page."""

    def render(self, value: date) -> SafeString:
        return format_html('<span class="number">{}</span>', date_format(value, "d.m.Y"))


class BadgeColumn(tables.Column):  # type: ignore[misc]  # django-tables2 has no types
    """A choice field as a badge with words."""

    def render(self, record: Model, bound_column: tables.columns.BoundColumn) -> SafeString:
        code = getattr(record, bound_column.accessor)
        label = getattr(record, f"get_{bound_column.accessor}_display")()
        return render_to_string("pages/badge.html", badge(code, label))


def page_size(request: HttpRequest) -> int:
    """The page size that the address asks for, when it is one of those offered."""
    asked = request.GET.get("size", "")
    return int(asked) if asked in map(str, PAGE_SIZES) else DEFAULT_PAGE_SIZE


def paged(table: RecordTable, request: HttpRequest) -> RecordTable:
    """Sort the table and cut out its page as the address says; a wrong page is the nearest one."""
    table.request = request
    if order := request.GET.getlist("sort"):
        table.order_by = order
    table.paginate(per_page=page_size(request))
    table.page = table.paginator.get_page(request.GET.get("page"))
    return table

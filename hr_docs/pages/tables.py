"""Lists: one look, one page size control, everything kept in the address."""

from datetime import date
from typing import Any

import django_tables2 as tables
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django_tables2.data import TableQuerysetData

from hr_docs.templatetags.pages import badge

PAGE_SIZES = (25, 50, 100, 200)
DEFAULT_PAGE_SIZE = 50
MINOR = {"th": {"class": "minor"}, "td": {"class": "minor"}}  # gives way on a phone


class RecordTable(tables.Table):  # type: ignore[misc]  # django-tables2 has no types
    """A dense list; a column of class `minor` gives way on a phone.

    `choosable` are the columns that the reader may show or hide; until he does, those `shown`.
    """

    page_sizes: tuple[int, ...] = PAGE_SIZES
    choosable: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    def reading(self, rows: Any) -> Any:
        """The queryset of one page's records, with everything that its visible columns show."""
        return rows

    def choices_of_columns(self) -> list[tables.columns.BoundColumn]:
        """The columns that the reader may show or hide, in their order."""
        return [column for column in self.columns.iterall() if column.name in self.choosable]

    class Meta:
        template_name = "pages/table.html"
        attrs = {"class": "table table-hover"}


class KeysFirst(TableQuerysetData):  # type: ignore[misc]  # django-tables2 has no types
    """Rows of a long list: a page's keys are found and sorted alone, then its records are read.

    The database passes over the rows before a deep page without joining or reading their records.
    """

    def __getitem__(self, key: slice) -> list[Model]:
        keys = list(self.data.values_list("pk", flat=True)[key])
        records = self.table.reading(self.data.order_by().filter(pk__in=keys))
        found = {record.pk: record for record in records}
        return [found[each] for each in keys if each in found]


class ChoiceOfRow(tables.Column):  # type: ignore[misc]  # django-tables2 has no types
    """A box before each row, sent by the form of the selection as `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "", "pk", orderable=False, attrs={"th": {"class": "choice"}, "td": {"class": "choice"}}
        )
        self.input_name = name

    @property
    def header(self) -> SafeString:
        return render_to_string("pages/choose_page.html")

    def render(self, value: object, record: Model) -> SafeString:
        return format_html(
            '<input class="form-check-input" type="checkbox" form="selection" name="{}" value="{}"'
            ' aria-label="{}" autocomplete="off">',
            self.input_name,
            value,
            gettext("Choose: %(row)s") % {"row": record},
        )


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


def page_size(request: HttpRequest, sizes: tuple[int, ...] = PAGE_SIZES) -> int:
    """The page size that the address asks for, when it is one of those offered."""
    asked = request.GET.get("size", "")
    return int(asked) if asked in map(str, sizes) else DEFAULT_PAGE_SIZE


def paged(table: RecordTable, request: HttpRequest) -> RecordTable:
    """Sort the table and cut out its page as the address says; a wrong page is the nearest one."""
    arranged(table, request.GET)
    table.request = request
    # Not table.paginate(): it would read its first page before it knows which one is asked for.
    table.paginator = Paginator(table.rows, page_size(request, table.page_sizes))
    table.page = table.paginator.get_page(request.GET.get("page"))
    return table


def arranged(table: RecordTable, address: QueryDict) -> RecordTable:
    """Sort the table and show its columns as the address says."""
    if order := address.getlist("sort"):
        table.order_by = order
    asked = set(address.getlist("columns")) & set(table.choosable)
    for name in table.choosable:
        if name not in (asked or table.shown):
            table.columns.hide(name)
    return table

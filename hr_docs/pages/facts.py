"""Values of records as a person reads them."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db.models import Field, Model
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext


def field_of(record: Model, name: str) -> "Field[Any, Any]":
    """The model field of that name; a relation from the other side is none."""
    field = record._meta.get_field(name)
    if not isinstance(field, Field):
        raise TypeError(f"{name} is no field of {record._meta.label}")
    return field


def shown(record: Model, name: str) -> str:
    """The field's value in words: dates as «15.03.2026», choices by their label, '' for nothing."""
    value = getattr(record, name)
    if value is None or value == "":
        return ""
    if field_of(record, name).choices:
        return str(getattr(record, f"get_{name}_display")())
    return in_words(value)


def in_words(value: object) -> str:
    """A plain value as it is written: «да», «15.03.2026», «300,5»."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "d.m.Y H:i")
    if isinstance(value, date):
        return date_format(value, "d.m.Y")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Decimal):
        return number_format(value)
    return str(value)

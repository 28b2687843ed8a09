"""Filling in forms as a browser does."""

from typing import Any

from django.forms import BaseForm, BoundField, CheckboxInput


def answers_of(*forms: BaseForm) -> dict[str, Any]:
    """What the browser sends when nothing is changed in these forms."""
    answers = {field.html_name: _sent(field) for form in forms for field in form}
    return {name: value for name, value in answers.items() if value is not None}


def _sent(field: BoundField) -> Any:
    """What an untouched field sends: a box that is not ticked sends nothing."""
    widget, value = field.field.widget, field.value()
    if isinstance(widget, CheckboxInput):
        return "on" if value else None
    chosen = widget.format_value(value)
    return chosen[0] if isinstance(chosen, list) else chosen

"""Template tags that every page uses."""

from collections.abc import Collection
from functools import lru_cache

from django import template
from django.db.models import Model
from django.forms import BaseForm
from django.template.context import Context, RequestContext
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext
from lucide.templatetags.lucide import lucide

from hr_docs.pages import navigation
from hr_docs.pages.declension import shown_forms
from hr_docs.pages.facts import field_of, shown
from hr_docs.russian.declensions import StoredForms

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=128)
def icon(name: str, size: int = 16) -> SafeString:
    """An inline lucide icon, hidden from screen readers: the words beside it say what it means."""
    return mark_safe(lucide(name, size=size, **{"class": "icon", "aria_hidden": "true"}))  # noqa: S308 the package's own drawing


@register.inclusion_tag("pages/navigation.html", takes_context=True)
def side_bar(context: RequestContext) -> dict[str, object]:
    """The side bar's lines that the user may follow, with the current one marked."""
    return {
        "groups": zip(
            navigation.TITLES, navigation.groups_for(context["request"].user), strict=True
        ),
        "current": navigation.current_entry(context["request"].path),
    }


#: Bootstrap's subtle colours keep their contrast in the light and in the dark theme.
BADGES = {
    "draft": "secondary",
    "ready": "info",
    "issued": "primary",
    "signed": "success",
    "ended": "secondary",
    "handed_out": "info",
    "copy_given": "success",
    "waiting": "secondary",
    "running": "info",
    "done": "success",
    "failed": "danger",
    "expired": "secondary",
    "superseded": "secondary",
    "voided": "danger",
    "in_force": "success",
    "proposed": "secondary",
    "edited": "info",
    "flagged": "warning",
    "stale": "warning",
    "error": "danger",
    "warning": "warning",
    "advice": "secondary",
    "verified": "success",
    "unverified": "secondary",
    "checking": "info",
    "checked": "warning",
    "writing": "info",
    "written": "success",
    "undone": "secondary",
    "refused": "danger",
    "pending": "secondary",
    "incomplete": "warning",
    "blocked": "warning",
    "cancelling": "secondary",
    "cancelled": "secondary",
}


@register.inclusion_tag("pages/badge.html")
def badge(code: str, label: str) -> dict[str, str]:
    """A status in words on a quiet ground; the words alone carry the meaning."""
    return {"colour": BADGES[code], "label": label}


@register.simple_tag(takes_context=True)
def fact(context: Context, record: Model, *names: str) -> SafeString:
    """Lines of a description list for these fields of the record; an empty field has no line.

    A field that the record guards (`PERSONAL`, by the permission `guarded_by`) is «скрыто» for
    readers who may not see it.
    """
    hidden: frozenset[str] = getattr(record, "PERSONAL", frozenset())
    if hidden and getattr(record, "guarded_by", "") in context["perms"]:
        hidden = frozenset()
    lines = [(field_of(record, name), shown(record, name)) for name in names]
    return format_html_join(
        "\n",
        "<dt>{}</dt><dd>{}</dd>",
        (
            (capfirst(field.verbose_name), gettext("hidden") if field.name in hidden else value)
            for field, value in lines
            if value
        ),
    )


@register.inclusion_tag("pages/declension.html")
def declension(stored: StoredForms) -> dict[str, object]:
    """The stored forms of a name or a phrase, to be read."""
    return {"forms": shown_forms(stored)}


@register.inclusion_tag("pages/form_errors.html")
def form_errors(*forms: BaseForm) -> dict[str, object]:
    """All errors of the forms of a page in one place, with links to their fields."""
    lines: list[dict[str, object]] = []
    for form in forms:
        lines += [{"field": None, "error": error} for error in form.non_field_errors()]
        lines += [{"field": field, "error": error} for field in form for error in field.errors]
    return {"lines": lines}


@register.simple_tag(takes_context=True)
def kept_in_address(context: RequestContext, *names: str) -> SafeString:
    """Hidden fields that carry these parts of the address through a GET form."""
    asked = context["request"].GET
    return format_html_join(
        "\n",
        '<input type="hidden" name="{}" value="{}">',
        ((name, value) for name in names for value in asked.getlist(name)),
    )


@register.simple_tag(takes_context=True)
def kept_but(context: RequestContext, *names: str) -> SafeString:
    """The same for every part of the address but these."""
    asked = context["request"].GET
    return kept_in_address(context, *(name for name in asked if name not in names))


@register.filter
def asks(form: BaseForm, names: Collection[str]) -> bool:
    """Whether one of these conditions is set."""
    return not set(names).isdisjoint(form.changed_data)

"""Template tags that every page uses."""

from functools import lru_cache

from django import template
from django.template.context import RequestContext
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide

from hr_docs.pages import navigation

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=128)
def icon(name: str, size: int = 16) -> SafeString:
    """An inline lucide icon, hidden from screen readers: the words beside it say what it means."""
    return mark_safe(lucide(name, size=size, **{"class": "icon", "aria_hidden": "true"}))  # noqa: S308 the package's own drawing


@register.inclusion_tag("pages/navigation.html", takes_context=True)
def side_bar(context: RequestContext) -> dict[str, object]:
    """The side bar's lines, with the current one marked."""
    return {
        "groups": (navigation.DAILY, navigation.REFERENCE),
        "current": navigation.current_entry(context["request"].path),
    }


#: Bootstrap's subtle colours keep their contrast in the light and in the dark theme.
BADGES = {
    "draft": "secondary",
    "ready": "info",
    "preparing": "info",
    "issued": "primary",
    "signed": "success",
    "ended": "secondary",
    "superseded": "secondary",
    "voided": "danger",
    "in_force": "success",
    "proposed": "secondary",
    "edited": "info",
    "flagged": "warning",
    "stale": "warning",
}


@register.inclusion_tag("pages/badge.html")
def badge(code: str, label: str) -> dict[str, str]:
    """A status in words on a quiet ground; the words alone carry the meaning."""
    return {"colour": BADGES[code], "label": label}

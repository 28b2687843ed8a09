"""The contract check, for the pages of all apps."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.template.context import Context, RequestContext
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from employees.forms.employment import GUARANTEES
from employees.models import Employment
from hr_docs.documents.law_pages.fact_fields import FACT_FIELDS, FactField
from hr_docs.documents.law_pages.severities import CONFIDENCES, SEVERITIES
from hr_docs.documents.law_pages.silence import SILENT
from hr_docs.documents.law_pages.wage_report import wage_report
from hr_docs.documents.legal.checking import Law, assess, past_decisions
from hr_docs.documents.lists.findings import waiting
from hr_docs.law import Rule, examples, load_reference
from hr_docs.law.reference import CalendarYear, Source
from hr_docs.law.wording import as_money, as_number
from hr_docs.pages.forms import conditions_by_field
from hr_docs.templatetags.pages import badge as badge_of
from hr_docs.templatetags.pages import fact

register = template.Library()
_MISSING = {
    "TK133-YEAR-CHANGE": ("documents:figure_add", _("Enter a minimum wage")),
    "TK133.1-UNKNOWN": ("documents:figure_add", _("Enter a minimum wage")),
    "TK133-CALENDAR-UNKNOWN": ("documents:year_add", _("Enter a calendar")),
}
register.filter("roubles", as_money)
register.filter("plainly", as_number)


@register.inclusion_tag("pages/badge.html")
def severity_badge(severity: str) -> dict[str, str]:
    """«ошибка», «предупреждение», «совет»."""
    return badge_of(severity, str(SEVERITIES[severity]))


@register.filter
def moment(text: str) -> datetime:
    """The moment behind an ISO text of frozen JSON."""
    return datetime.fromisoformat(text)


@register.filter
def in_words(confidence: str) -> str:
    """How sure the author of a figure was."""
    return str(CONFIDENCES[confidence])


@register.filter
def fact_field(fact: str) -> FactField | None:
    """The field behind «pay.rate_hour»; None where no record keeps the fact."""
    return FACT_FIELDS.get(fact)


@register.filter
def silent_because(rule: Rule) -> str:
    """Why the rule never speaks in this product; nothing for those that do."""
    return SILENT.get(rule.id, "")


@register.filter
def figure_page(rule: str) -> dict[str, str] | None:
    """Where the figure is entered that a rule misses; None for other rules."""
    found = _MISSING.get(rule)
    return {"address": reverse(found[0]), "label": str(found[1])} if found else None


@register.filter
def days_in_words(days: list[str]) -> str:
    """ISO texts as «09.01, 31.12»."""
    return ", ".join(f"{date.fromisoformat(day):%d.%m}" for day in days) or "—"


@register.filter
def by_month(year: CalendarYear) -> list[tuple[str, int, Decimal | None]]:
    """Each month's name, working days, and norm of a 40-hour week."""
    days = enumerate(year.days_by_month, start=1)
    return [(str(MONTHS[month]), count, year.month_norm(month)) for month, count in days]


@register.simple_tag(takes_context=True)
def address_of(context: Context, field: FactField, employment: Employment) -> str:
    """Where the field is changed; '' for a reader who may not go there."""
    may_go = all(permission in context["perms"] for permission in field.permissions)
    return field.address_for(employment) if may_go else ""


@register.inclusion_tag("documents/rule_examples.html")
def rule_examples(rule: Rule) -> dict[str, object]:
    """The facts on which the rule fires, beside those on which it is silent."""
    example = examples()[rule.id]
    return {"violates": list(_lines(example.violates)), "passes": list(_lines(example.passes))}


@register.simple_tag
def sources_of(keys: tuple[str, ...]) -> list[Source]:
    """Where something was seen; words that are no key of a source are left out."""
    known = load_reference().sources
    return [known[key] for key in keys if key in known]


@register.simple_tag
def law_in_force() -> Law:
    """The figures and promises that the panels of one page are checked against."""
    return Law.in_force()


@register.inclusion_tag("documents/findings.html", takes_context=True)
def findings(context: RequestContext, employment: Employment, law: Law) -> dict[str, Any]:
    """What the check says of an employment: a panel of its card."""
    found = assess(employment, law=law).findings
    return {
        "employment": employment,
        "findings": found,
        "counts": waiting(found),
        "past": past_decisions(employment, found),
        "perms": context["perms"],
        "csrf_token": context["csrf_token"],
    }


@register.inclusion_tag("documents/guarantees.html", takes_context=True)
def guarantees(context: RequestContext, employment: Employment) -> dict[str, Any]:
    """The circumstances on which the law grants guarantees: a panel of the card."""
    names = [name for name in conditions_by_field(GUARANTEES) if getattr(employment, name)]
    if employment.night_consent_on:
        names.append("night_consent_on")
    return {"facts": fact(context, employment, *names) if names else ""}


@register.inclusion_tag("documents/wages.html", takes_context=True)
def wages(context: RequestContext, employment: Employment, law: Law) -> dict[str, Any]:
    """The rate against the minimum wage, month by month; `?year=` chooses the year."""
    request = context["request"]
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() else None
    report = wage_report(employment, law=law, year=year, today=timezone.localdate())
    return {
        "employment": employment,
        "report": report,
        "request": request,
        "perms": context["perms"],
    }


def _lines(facts: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    """Nested facts as lines: («pay.rate_hour», «140»)."""
    for name, value in facts.items():
        if isinstance(value, Mapping):
            yield from _lines(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", _written(value)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, date):
        return date_format(value, "d.m.Y")
    if isinstance(value, (int, float, Decimal)):
        return as_number(Decimal(str(value)))
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_written, value))
    return str(value)

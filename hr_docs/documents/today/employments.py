"""The employments that wait: two queries, whatever their number."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, Value
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from employees.models import Employment
from employees.models.employment import EmploymentQuerySet
from hr_docs.documents.lists.attention import BY_CODE, CONDITIONS, DAYS_TO_SIGN, Condition, Day
from hr_docs.documents.today.line import NAMED, Line, Look, Mention

_CALENDAR_UNKNOWN = gettext_lazy(
    "The days off of this year that were moved are not entered: working days are counted by "
    "weekends and the holidays of Art. 112 of the Labour Code."
)


def employment_lines(look: Look) -> Iterator[Line]:
    """A line for each condition."""
    day = look.day
    rows = Employment.objects.visible_to(look.user)
    counts = _counts(rows, day)
    first = _first_of_each(rows, [BY_CODE[code] for code in counts], day)
    for code, count in counts.items():
        condition = BY_CODE[code]
        yield Line(
            code=code,
            title=condition.title,
            urgency=condition.urgency,
            basis=condition.basis,
            count=count,
            address=reverse("employees:employments", query={"today": code}),
            mentions=_mentions(condition, first[code], day),
            note=_note(condition, day),
        )


def _counts(rows: EmploymentQuerySet, day: Day) -> dict[str, int]:
    """How many meet each condition, in the order of the table; none has no entry."""
    each = [
        condition.of(rows, day)
        .order_by()
        .annotate(code=Value(condition.code))
        .values("code")
        .annotate(count=Count("pk"))
        .values_list("code", "count")
        for condition in CONDITIONS
    ]
    found = dict(each[0].union(*each[1:], all=True))
    return {code: found[code] for code in BY_CODE if code in found}


def _first_of_each(
    rows: EmploymentQuerySet, conditions: list[Condition], day: Day
) -> dict[str, list[Employment]]:
    """The first people of every condition: one query of as many parts.

    A part with a limit of its own stands in a subquery: SQLite unites none that has one.
    """
    named: dict[str, list[Employment]] = {condition.code: [] for condition in conditions}
    parts = []
    for condition in conditions:
        first = condition.of(rows, day).order_by(*condition.by_date).values("pk")[:NAMED]
        people = Employment.objects.filter(pk__in=first).order_by().select_related("operator")
        parts.append(people.annotate(code=Value(condition.code)))
    if parts:
        for employment in parts[0].union(*parts[1:], all=True):
            named[employment.code].append(employment)  # type: ignore[attr-defined]  # annotated
    return named


def _mentions(condition: Condition, people: list[Employment], day: Day) -> tuple[Mention, ...]:
    people.sort(key=lambda each: (_date_of(condition, each) or date.max, each.pk))
    return tuple(
        Mention(
            name=each.operator.full_name,
            address=reverse("employees:employment", args=[each.pk]),
            words=_words(condition, each, day),
        )
        for each in people
    )


def _note(condition: Condition, day: Day) -> str:
    counts_days = condition.code in {"overdue", "in_term"}
    return "" if not counts_days or day.is_calendar_known else str(_CALENDAR_UNKNOWN)


def _date_of(condition: Condition, employment: Employment) -> date | None:
    *through, name = condition.date_of.split("__")
    record: object = employment.operator if through else employment
    found: date | None = getattr(record, name)
    return found


def _words(condition: Condition, employment: Employment, day: Day) -> str:
    """«до 12.12.2026, предупредить до 09.12.2026»."""
    term = _date_of(condition, employment)
    if term is None:
        return ""
    told = {"day": f"{term:%d.%m.%Y}"}
    if condition.date_of == "start_date":
        words = gettext("at work since %(day)s") if term <= day.on else gettext("begins %(day)s")
        return words % told + _deadline(condition, term, day)
    if term < day.on:
        return gettext("ended %(day)s") % told
    return gettext("until %(day)s") % told + _warning(condition, term, day)


def _deadline(condition: Condition, start: date, day: Day) -> str:
    if condition.code not in {"overdue", "in_term"}:
        return ""
    deadline = day.calendar.add_working_days(start, DAYS_TO_SIGN)
    return gettext(", sign by %(day)s") % {"day": f"{deadline:%d.%m.%Y}"}


def _warning(condition: Condition, term: date, day: Day) -> str:
    """The last day of the notice, or that it is too late for one."""
    if not condition.notice:
        return ""
    last = term - timedelta(days=condition.notice)
    if last < day.on:
        return gettext(", too late for the notice")
    return gettext(", give notice by %(day)s") % {"day": f"{last:%d.%m.%Y}"}

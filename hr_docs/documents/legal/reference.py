"""The figures of the law in force here: the code's own and those that people entered."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from employees.services.checking import check
from hr_docs.documents.models import EnteredFigure, EnteredYear
from hr_docs.law import Reference, load_reference
from hr_docs.law.reference import region_key
from hr_docs.law.reference.calendar import Calendar

_FIELDS = (
    "name",
    "amount",
    "since",
    "until",
    "region",
    "includes_coefficient",
    "source",
    "author__first_name",
    "author__last_name",
    "author__username",
)
_Figure = tuple[str, Decimal, date, date | None, str, bool, str, str, str, str]
_Year = tuple[int, datetime]


def reference_in_force() -> Reference:
    """All figures, the entered ones before the code's own; two small queries.

    The value is built anew only when somebody has entered or withdrawn a figure. Whoever checks
    many contracts takes it once and hands it on.
    """
    figures = EnteredFigure.objects.in_use().values_list(*_FIELDS)
    return _built(tuple(figures), _entered_years())


def calendar_in_force() -> Calendar:
    """The production calendar of `reference_in_force` alone; one small query."""
    return _built((), _entered_years()).calendar


def _entered_years() -> tuple[_Year, ...]:
    return tuple(EnteredYear.objects.in_use().values_list("year", "entered_at"))


@lru_cache(maxsize=4)
def _built(figures: tuple[_Figure, ...], years: tuple[_Year, ...]) -> Reference:
    reference = load_reference()
    for name, amount, since, until, region, includes, source, first, last, login in figures:
        reference = reference.with_figure(
            name=name,
            amount=amount,
            since=since,
            until=until,
            region=region or None,
            includes_coefficient=includes,
            source=source,
            author=f"{first} {last}".strip() or login,
        )
    for year in EnteredYear.objects.in_use().select_related("author") if years else ():
        reference = reference.with_calendar_year(year.calendar_year())
    return reference


@transaction.atomic
def enter_figure(
    *,
    amount: Decimal,
    since: date,
    source: str,
    author: User,
    until: date | None = None,
    region: str = "",
    includes_coefficient: bool = False,
) -> EnteredFigure:
    """Enter a minimum wage, federal or (with `region`) a region's own, in roubles a month.

    Raises ValidationError with messages by field.
    """
    figure = EnteredFigure(
        region=_as_spelled_before(region),
        amount=amount,
        includes_coefficient=includes_coefficient,
        since=since,
        until=until,
        source=source,
        author=author,
    )
    check(figure)
    figure.save()
    return figure


def _as_spelled_before(region: str) -> str:
    """«г. Москва» becomes «Москва», so that both are one region with one history."""
    known = {region_key(f.region): f.region for f in reference_in_force().figures if f.region}
    return known.get(region_key(region), region)


@transaction.atomic
def withdraw_figure(*, figure: EnteredFigure, withdrawn_by: User) -> EnteredFigure:
    """Take back a wrong figure; it stays on record. A figure that is withdrawn stays so."""
    figure = EnteredFigure.objects.select_for_update().get(pk=figure.pk)
    if figure.withdrawn_at is None:
        figure.withdrawn_at, figure.withdrawn_by = timezone.now(), withdrawn_by
        figure.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return figure

"""The production calendar of a year, as a person enters it from the published act."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from employees.rules import Problem
from employees.services.checking import check
from hr_docs.documents.models import EnteredYear
from hr_docs.law import load_reference
from hr_docs.law.reference import CalendarYear

_SATURDAY = 5


@transaction.atomic
def enter_year(
    *,
    year: int,
    working_days: int,
    norm_hours: int,
    source: str,
    author: User,
    days_off: Collection[date] = (),
    working_saturdays: Collection[date] = (),
    short_days: Collection[date] = (),
) -> EnteredYear:
    """Enter the production calendar of a year; one that was entered before is withdrawn.

    `days_off` are weekdays off besides the holidays of ст. 112 ТК РФ, by the act on transfers;
    `norm_hours` is the published norm of a 40-hour week. Raises ValidationError when a day cannot
    be what it is said to be, or the days do not add up to the published totals.
    """
    entered = EnteredYear(
        year=year,
        days_off=_texts(days_off),
        working_saturdays=_texts(working_saturdays),
        short_days=_texts(short_days),
        working_days=working_days,
        norm_hours=norm_hours,
        source=source,
        author=author,
    )
    before = EnteredYear.objects.in_use().select_for_update().filter(year=year)
    for one in list(before):
        withdraw_year(entered=one, withdrawn_by=author)
    check(entered, rules=_problems)
    entered.save()
    return entered


@transaction.atomic
def withdraw_year(*, entered: EnteredYear, withdrawn_by: User) -> EnteredYear:
    """Take back a wrong calendar; it stays on record, and the code's own year counts again."""
    entered = EnteredYear.objects.select_for_update().get(pk=entered.pk)
    if entered.withdrawn_at is None:
        entered.withdrawn_at, entered.withdrawn_by = timezone.now(), withdrawn_by
        entered.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return entered


def _texts(days: Collection[date]) -> list[str]:
    return sorted({day.isoformat() for day in days})


def _problems(entered: EnteredYear) -> list[Problem]:
    """Days first: while one of them is wrong the totals say nothing."""
    year = entered.calendar_year().with_holidays(load_reference().calendar.holidays)
    return [*_wrong_days(entered, year)] or [*_wrong_totals(year)]


def _wrong_days(entered: EnteredYear, year: CalendarYear) -> Iterator[Problem]:
    plain = year.without_transfers()
    expected: tuple[tuple[str, frozenset[date], Callable[[date], bool], str], ...] = (
        ("days_off", year.days_off, plain.is_working, "и так выходной или праздник"),
        ("working_saturdays", year.working_saturdays, _is_saturday, "не суббота"),
        ("short_days", year.short_days, year.is_working, "не рабочий день"),
    )
    for field, days, is_right, what in expected:
        other = sorted(day for day in days if day.year != entered.year)
        wrong = sorted(day for day in days if day.year == entered.year and not is_right(day))
        if other:
            yield Problem(field, f"Другой год: {_words(other)}.", "Проверьте даты.")
        if wrong:
            yield Problem(field, f"{_words(wrong)} — {what}.", "Сверьте с постановлением.")


def _wrong_totals(year: CalendarYear) -> Iterator[Problem]:
    """Which total does not come out, by how much, and where to look."""
    days, hours = sum(year.days_by_month), year.year_norm()
    said = year.working_days or 0
    if days != said:
        yield Problem(
            "working_days",
            f"По введённым дням рабочих дней {days}, а указано {said}: "
            f"{'лишних' if days > said else 'не хватает'} {abs(days - said)}.",
            "Проверьте выходные в будни и рабочие субботы.",
        )
    elif hours is not None and hours != year.norm_40:
        yield Problem(
            "norm_hours",
            f"По введённым дням норма {hours:f} ч, а указано {year.norm_40:f} ч: "
            f"разница {abs(hours - year.norm_40):f} ч.",
            "Проверьте сокращённые дни: каждый уменьшает норму на час.",
        )


def _is_saturday(day: date) -> bool:
    return day.weekday() == _SATURDAY


def _words(days: Collection[date]) -> str:
    return ", ".join(f"{day:%d.%m.%Y}" for day in days)

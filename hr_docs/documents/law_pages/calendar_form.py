"""The form of a production calendar: days as the act prints them, «09.01, 31.12»."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.contrib.auth.models import User
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.legal.calendar_years import enter_year
from hr_docs.documents.models import EnteredYear
from hr_docs.law.reference import Calendar
from hr_docs.pages.forms import RecordForm, Section, field_names, row

CALENDAR = Layout(
    Section(
        _("Production calendar"),
        row("year:3", "working_days:4", "norm_hours:5"),
        row("days_off:12"),
        row("working_saturdays:12"),
        row("short_days:12"),
        row("source:12"),
    ),
)
DAYS = ("days_off", "working_saturdays", "short_days")
EARLIEST, LATEST = 2020, 2100
_BETWEEN = re.compile(r"[,;\s]+")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_POINTS = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})(?:\.(?P<year>[0-9]{4}))?\.?")
Read = list[tuple[str, int | None, int, int]]


class DaysField(forms.CharField):
    """Days apart by commas, blanks or lines: «09.01», «9.1.2027», «2027-01-09».

    Its value is what was written with year (None: that of the calendar), month, day.
    """

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        rows = forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})
        super().__init__(required=False, widget=rows, **options)

    def clean(self, value: Any) -> Any:
        words = [word for word in _BETWEEN.split(super().clean(value)) if word]
        return [self._read(word) for word in words]

    def prepare_value(self, value: Any) -> Any:
        """Days of the calendar as they are written; what was typed stays as it was."""
        if value is None or isinstance(value, str):
            return value
        return ", ".join(f"{day:%d.%m}" for day in sorted(value))

    def _read(self, word: str) -> tuple[str, int | None, int, int]:
        found = _ISO.fullmatch(word) or _POINTS.fullmatch(word)
        if found is None:
            raise forms.ValidationError(
                gettext("“%(word)s” is no day: write 09.01 or 09.01.2027.") % {"word": word}
            )
        year = found["year"]
        return word, int(year) if year else None, int(found["month"]), int(found["day"])


class CalendarForm(RecordForm):
    """A year with its transfers and published totals; `author` answers for it by name."""

    layout = CALENDAR
    year = forms.IntegerField(label=_("Year"), min_value=EARLIEST, max_value=LATEST)
    days_off = DaysField(
        label=_("Days off on weekdays"),
        help_text=_("By the act on transfers, besides the holidays of art. 112: 09.01, 31.12"),
    )
    working_saturdays = DaysField(label=_("Working Saturdays"), help_text=_("Where there are any"))
    short_days = DaysField(
        label=_("Days an hour shorter"), help_text=_("Working days before holidays (art. 95)")
    )

    class Meta(RecordForm.Meta):
        model = EnteredYear
        fields = field_names(CALENDAR)

    def __init__(self, *args: Any, author: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.author = author

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        for name in DAYS:
            if name in answers and answers.get("year"):
                answers[name] = self._days(name, answers[name], answers["year"])
        return answers

    def _days(self, name: str, read: Read, of_year: int) -> list[date]:
        days = []
        for word, year, month, day in read:
            try:
                days.append(date(year or of_year, month, day))
            except ValueError:
                self.add_error(name, gettext("There is no such day: %(word)s.") % {"word": word})
        return days

    def store(self) -> None:
        self.instance = enter_year(author=self.author, **self.cleaned_data)


def known_year(calendar: Calendar, year: int | None) -> dict[str, Any]:
    """What the form begins with: the year asked for, filled in where its days are known."""
    known = calendar.year(year) if year else None
    if known is None or known.working_days is None:
        return {"year": year}
    days: Iterable[tuple[str, Any]] = ((name, getattr(known, name)) for name in DAYS)
    return {
        **dict(days),
        "year": year,
        "working_days": known.working_days,
        "norm_hours": int(known.norm_40),
    }

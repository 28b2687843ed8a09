"""The history of records (django-simple-history) as a person reads it: field by field, in words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import Field, ForeignKey, JSONField
from django.utils.functional import cached_property
from django.utils.translation import gettext

from hr_docs.pages.declension import CASES, written
from hr_docs.pages.facts import in_words
from hr_docs.pages.users import name_of
from hr_docs.russian import OBLIQUE

ON_A_PAGE = 25
BY_TIME = ("-history_date", "-history_id")


@dataclass(frozen=True, slots=True)
class Change:
    """One field; `is_hidden` where the reader may know that it changed, and nothing more."""

    label: str
    before: str
    after: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One saving of one record; `before` is None for the first that is known."""

    what: str
    after: Any
    before: Any | None
    hidden: Collection[str]

    @property
    def at(self) -> datetime:
        moment: datetime = self.after.history_date
        return moment

    @property
    def who(self) -> str:
        """The user's name; '' for the command line."""
        return name_of(self.after.history_user)

    @property
    def reason(self) -> str:
        return self.after.history_change_reason or ""

    @property
    def is_first(self) -> bool:
        return self.before is None

    def changes(self) -> list[Change]:
        """What differs from the saving before; nothing for the first one."""
        if self.before is None:
            return []
        fields = type(self.after).tracked_fields
        return [change for field in fields for change in self._changes_of(field)]

    def _changes_of(self, field: "Field[Any, Any]") -> Iterator[Change]:
        old, new = (getattr(each, field.attname) for each in (self.before, self.after))
        if old == new:
            return
        if isinstance(field, JSONField):
            yield from _form_changes(field, old, new)
        elif field.name in self.hidden:
            yield Change(_label(field), "", "", is_hidden=True)
        else:
            yield Change(_label(field), _value(self.before, field), _value(self.after, field))


@dataclass(frozen=True, slots=True)
class Story:
    """The history of one record: `what` names it, `rows` are its savings, `hidden` its secrets."""

    what: str
    rows: Any
    hidden: Collection[str] = ()


def history_of(record: Any, asked: str | None) -> "Page[Revision] | None":
    """A page of the history of one record; None for a new one and for a kind that keeps none."""
    kept = getattr(record, "history", None)
    if kept is None or record._state.adding:
        return None
    return Chronicle(Story(str(record._meta.verbose_name), kept.all())).page(asked)


class Chronicle:
    """The revisions of several records together, the latest first.

    A page costs two queries a record, whatever the length of the history.
    """

    def __init__(self, *stories: Story) -> None:
        self.stories = stories

    def page(self, asked: str | None) -> "Page[Revision]":
        """The page of that number; a wrong number is the nearest one."""
        paginator = Paginator(cast("Sequence[Revision]", self), ON_A_PAGE)
        return paginator.get_page(asked)

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, part: slice) -> list[Revision]:
        chosen = self._order[part]
        needed: dict[int, set[int]] = {number: set() for number in range(len(self.stories))}
        for _, pk, number in chosen:
            needed[number] |= {pk, self._previous[number].get(pk, pk)}
        found = {number: self._rows(number, ids) for number, ids in needed.items() if ids}
        return [self._revision(number, pk, found[number]) for _, pk, number in chosen]

    def _revision(self, number: int, pk: int, rows: dict[int, Any]) -> Revision:
        story = self.stories[number]
        before = rows.get(self._previous[number].get(pk, 0))
        return Revision(story.what, rows[pk], before, story.hidden)

    def _rows(self, number: int, ids: Collection[int]) -> dict[int, Any]:
        rows = self.stories[number].rows
        relations = [f.name for f in rows.model.tracked_fields if isinstance(f, ForeignKey)]
        return {row.pk: row for row in _with(rows.filter(pk__in=ids), relations)}

    @cached_property
    def _times(self) -> list[list[tuple[datetime, int, int]]]:
        """When each record was saved, by its number among the stories, the latest first."""
        return [
            [(at, pk, number) for at, pk in story.rows.order_by(*BY_TIME).values_list(*_KEY)]
            for number, story in enumerate(self.stories)
        ]

    @cached_property
    def _order(self) -> list[tuple[datetime, int, int]]:
        return sorted((each for times in self._times for each in times), reverse=True)

    @cached_property
    def _previous(self) -> list[dict[int, int]]:
        return [
            {later[1]: earlier[1] for later, earlier in pairwise(times)} for times in self._times
        ]


_KEY = ("history_date", "history_id")


def _with(rows: Any, relations: Sequence[str]) -> Any:
    return rows.select_related("history_user", *relations)


def _label(field: "Field[Any, Any]") -> str:
    words = str(field.verbose_name)
    return words[:1].upper() + words[1:]


def _value(record: Any, field: "Field[Any, Any]") -> str:
    if isinstance(field, ForeignKey):
        related = getattr(record, field.name)
        return "" if related is None else str(related)
    value = getattr(record, field.attname)
    if value in (None, ""):
        return ""
    choices = dict(field.flatchoices)
    return str(choices[value]) if value in choices else in_words(value)


def _form_changes(field: "Field[Any, Any]", old: Any, new: Any) -> Iterator[Change]:
    """Declensions case by case; of other structures only that they changed."""
    cases = [case for case in OBLIQUE if case in old or case in new]
    if not cases:
        yield Change(_label(field), "", gettext("changed"))
    for case in cases:
        before, after = (_form(forms.get(case)) for forms in (old, new))
        if before != after:
            yield Change(f"{_label(field)}, {str(CASES[case]).lower()}", before, after)


def _form(form: Any) -> str:
    return written(form["value"]) if form else ""

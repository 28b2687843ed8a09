"""One line of the page «Сегодня»."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.utils.functional import Promise

from hr_docs.documents.lists.attention import Day, Urgency
from hr_docs.law import Reference

NAMED = 4
"""The first of those that a number counts are named under it."""


@dataclass(frozen=True, slots=True)
class Look:
    """Whose page it is, which day it shows, and the figures of the law in force."""

    user: User
    on: date
    reference: Reference

    @property
    def day(self) -> Day:
        """The day with its calendar."""
        return Day(self.on, self.reference.calendar)


@dataclass(frozen=True, slots=True)
class Mention:
    """One of the first names under a number: where it leads, and what of it, in words."""

    name: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A number, what it counts, and the list that it opens; `note` is a doubt about it."""

    code: str
    title: str | Promise
    urgency: Urgency
    basis: str | Promise
    count: int
    address: str
    mentions: tuple[Mention, ...] = ()
    note: str = ""

    @property
    def more(self) -> int:
        """How many are not named."""
        return max(0, self.count - len(self.mentions)) if self.mentions else 0

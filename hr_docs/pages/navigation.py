"""The side bar: plain words, in the order of the day."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the side bar; the pages below its address, and below `also`, belong to it.

    It is shown to users who have `permission` («app.codename»); an empty one: to everybody.
    """

    label: Promise
    icon: str
    view: str
    also: str = ""
    permission: str = ""

    def holds(self, path: str) -> bool:
        return path.startswith((self.url, self.also or self.url))

    @property
    def url(self) -> str:
        return reverse(self.view)


DAILY = (
    Entry(_("Operators"), "users", "employees:employments", also="/employments/"),
    Entry(_("Documents"), "files", "documents:register"),
)
REFERENCE = (
    Entry(_("Employers"), "building-2", "employees:employers"),
    Entry(_("Signatories"), "pen-line", "employees:signatories"),
    Entry(_("Sites"), "map-pin", "employees:sites"),
    Entry(_("Local acts"), "book-open", "employees:local_acts"),
    Entry(_("Positions"), "briefcase", "job_descriptions:positions"),
    Entry(_("Tiers"), "layers", "job_descriptions:tiers"),
    Entry(_("Job descriptions"), "scroll-text", "job_descriptions:editions"),
    Entry(_("Rules of the check"), "scale", "documents:rules"),
    Entry(
        _("Figures of the law"),
        "percent",
        "documents:figures",
        permission="documents.view_enteredfigure",
    ),
)


def entries_for(
    user: AbstractBaseUser | AnonymousUser, entries: Iterable[Entry]
) -> tuple[Entry, ...]:
    """The lines that lead where the user may go."""
    has_permission = getattr(user, "has_perm", lambda _permission: False)
    return tuple(e for e in entries if not e.permission or has_permission(e.permission))


def current_entry(path: str) -> Entry | None:
    """The line of the side bar that this address belongs to; None for none."""
    return next((entry for entry in DAILY + REFERENCE if entry.holds(path)), None)

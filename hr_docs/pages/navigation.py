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
        """Whether a page at that path belongs to the entry."""
        return path.startswith((self.url, self.also or self.url))

    @property
    def url(self) -> str:
        return reverse(self.view)


DAILY = (
    Entry(_("Today"), "sun", "documents:today", permission="documents.view_document"),
    Entry(
        _("Import"),
        "file-spreadsheet",
        "employees:imports",
        permission="employees.import_operators",
    ),
    Entry(
        _("Operators"),
        "users",
        "employees:employments",
        "/employments/",
        "employees.view_employment",
    ),
    Entry(_("Runs"), "stamp", "documents:runs", permission="documents.view_document"),
    Entry(
        _("Take in signed papers"),
        "pen-line",
        "documents:desk",
        permission="documents.sign_document",
    ),
    Entry(_("Documents"), "files", "documents:register", permission="documents.view_document"),
)
REFERENCE = (
    Entry(
        _("Employers"), "building-2", "employees:employers", permission="employees.view_employer"
    ),
    Entry(
        _("Signatories"),
        "signature",
        "employees:signatories",
        permission="employees.view_signatory",
    ),
    Entry(_("Sites"), "map-pin", "employees:sites", permission="employees.view_site"),
    Entry(
        _("Local acts"), "book-open", "employees:local_acts", permission="employees.view_localact"
    ),
    Entry(
        _("Positions"),
        "briefcase",
        "job_descriptions:positions",
        permission="job_descriptions.view_position",
    ),
    Entry(
        _("Tiers"),
        "layers",
        "job_descriptions:tiers",
        permission="job_descriptions.view_experiencetier",
    ),
    Entry(
        _("Job descriptions"),
        "scroll-text",
        "job_descriptions:editions",
        permission="job_descriptions.view_jobdescriptionedition",
    ),
    Entry(
        _("Templates"), "file-type", "documents:masters", permission="documents.view_masterversion"
    ),
    Entry(_("Number masks"), "hash", "documents:masks", permission="documents.view_numbermask"),
    Entry(_("Rules of the check"), "scale", "documents:rules"),
    Entry(
        _("Figures of the law"),
        "percent",
        "documents:figures",
        permission="documents.view_enteredfigure",
    ),
)


ADMINISTRATION = (
    Entry(_("Users"), "user-cog", "administration:users", permission="auth.view_user"),
    Entry(
        _("Audit log"),
        "eye",
        "administration:audit_log",
        permission="access.view_auditentry",
    ),
)

GROUPS = (DAILY, REFERENCE, ADMINISTRATION)
TITLES = (None, _("Reference"), _("Administration"))


def entries_for(
    user: AbstractBaseUser | AnonymousUser, entries: Iterable[Entry]
) -> tuple[Entry, ...]:
    """The lines that lead where the user may go."""
    has_permission = getattr(user, "has_perm", lambda _permission: False)
    return tuple(e for e in entries if not e.permission or has_permission(e.permission))


def groups_for(user: AbstractBaseUser | AnonymousUser) -> list[tuple[Entry, ...]]:
    """The groups of the side bar, each without the lines that are closed to the user."""
    return [entries_for(user, group) for group in GROUPS]


def current_entry(path: str) -> Entry | None:
    """The line of the side bar that this address belongs to; None for none."""
    every = (entry for group in GROUPS for entry in group)
    return next((entry for entry in every if entry.holds(path)), None)

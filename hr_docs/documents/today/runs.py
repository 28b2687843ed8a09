"""Runs that left somebody without papers."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from hr_docs.documents.lists.attention import Urgency
from hr_docs.documents.models import Run
from hr_docs.documents.today.line import NAMED, Line, Look, Mention


def run_lines(look: Look) -> Iterator[Line]:
    """One line: the newest runs whose people were blocked or failed, and still wait."""
    runs = list(Run.objects.visible_to(look.user).in_trouble())
    if runs:
        yield Line(
            code="runs",
            title=gettext("Runs that left people without papers"),
            urgency=Urgency.URGENT,
            basis=gettext("The page of the run says why: mend it, then repeat"),
            count=len(runs),
            address=reverse("documents:runs", query={"trouble": "on"}),
            mentions=tuple(map(_mention, runs[:NAMED])),
        )


def _mention(run: Run) -> Mention:
    started = timezone.localtime(run.started_at)
    return Mention(
        name=gettext("Run No. %(number)s") % {"number": run.pk},
        address=reverse("documents:run", args=[run.pk]),
        words=f"{started:%d.%m.%Y %H:%M}",
    )

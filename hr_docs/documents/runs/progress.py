"""How far a run has come."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Self

from django.db.models import Count, Max, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hr_docs.documents.models import Run, RunItem

WINDOW = timedelta(seconds=60)  # the rate is that of the last minute
MILESTONE = 25  # percent between two announcements to a screen reader


class State(TextChoices):
    """What a run is, seen as a whole."""

    RUNNING = "running", _("in progress")
    DONE = "done", _("done")
    INCOMPLETE = "incomplete", _("done, not for everybody")
    CANCELLING = "cancelling", _("being cancelled")
    CANCELLED = "cancelled", _("cancelled")


@dataclass(frozen=True, slots=True)
class Counts:
    """People of a run by what became of them."""

    pending: int = 0
    running: int = 0
    done: int = 0
    blocked: int = 0
    failed: int = 0
    cancelled: int = 0

    @property
    def total(self) -> int:
        return self.left + self.done + self.trouble + self.cancelled

    @property
    def left(self) -> int:
        return self.pending + self.running

    @property
    def trouble(self) -> int:
        return self.blocked + self.failed

    @property
    def not_issued(self) -> int:
        """Whoever got nothing though the run is through with them, for whatever reason."""
        return self.trouble + self.cancelled

    @property
    def finished(self) -> int:
        return self.total - self.left

    def state_of(self, run: Run) -> State:
        """The state of the run that these counts belong to."""
        if run.cancelled_at is not None:
            return State.CANCELLING if self.left else State.CANCELLED
        if self.left:
            return State.RUNNING
        return State.INCOMPLETE if self.trouble or self.cancelled else State.DONE


@dataclass(frozen=True, slots=True)
class Progress:
    """A run at one moment. `rate` is people a minute; `seconds_left` None when nobody can tell."""

    counts: Counts
    state: State
    rate: int = 0
    seconds_left: int | None = None

    @classmethod
    def of(cls, run: Run) -> Self:
        """As the database has it now: one query for a run that is over, three for one at work."""
        counts = counts_of([run]).get(run.pk, Counts())
        state = counts.state_of(run)
        if not counts.left:
            return cls(counts, state)
        speed = _speed(run, timezone.now())
        left = ceil(counts.left / speed) if speed else None
        return cls(counts, state, round(speed * 60), left)

    @property
    def is_over(self) -> bool:
        return not self.counts.left

    @property
    def percent(self) -> int:
        return 100 * self.counts.finished // self.counts.total if self.counts.total else 100

    @property
    def milestone(self) -> int:
        """The last quarter that was reached, in percent."""
        return self.percent // MILESTONE * MILESTONE

    @property
    def minutes_left(self) -> int | None:
        return None if self.seconds_left is None else ceil(self.seconds_left / 60)


def counts_of(runs: Collection[Run]) -> dict[int, Counts]:
    """The counts of these runs by their ids, in one query."""
    rows = (
        RunItem.objects.filter(run__in=[run.pk for run in runs])
        .order_by()
        .values_list("run", "status")
        .annotate(people=Count("pk"))
    )
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for run, status, people in rows:
        found[run][status] = people
    return {run: Counts(**by_status) for run, by_status in found.items()}


def _speed(run: Run, now: datetime) -> float:
    """People a second, of late."""
    ordered = run.items.aggregate(last=Max("ordered_at"))["last"]
    since = max(now - WINDOW, ordered)
    seconds = (now - since).total_seconds()
    return run.items.filter(finished_at__gte=since).count() / seconds if seconds >= 1 else 0.0

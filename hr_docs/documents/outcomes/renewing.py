"""Which outcomes may be out of date, and computing them anew."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from employees.models import Acquaintance, Employment
from employees.models.employment import EmploymentQuerySet
from hr_docs.background import enqueue, task
from hr_docs.documents.legal.assessment import Assessment
from hr_docs.documents.legal.checking import Law, assess_all
from hr_docs.documents.lists.findings import waiting
from hr_docs.documents.models import ContractAssessment
from hr_docs.documents.outcomes.keeping import BATCH, keep
from hr_docs.documents.outcomes.stamps import current_stamps
from hr_docs.law import Severity

AT_ONCE = 500
"""Contracts that a page checks itself, in about half a second; more are left to the background."""
_ASKED = "outcomes-asked-for"
QUIET_SECONDS = 30
"""So long one process does not ask for the background again."""


def bring_up_to_date(rows: EmploymentQuerySet) -> int:
    """Check those of `rows` whose outcome may be out of date; how many are left to do.

    Up to `AT_ONCE` are checked before it returns, so whoever asks again and again gets through
    even where no worker runs; a job takes the others.
    """
    now = current_stamps()
    stale = out_of_date(rows, now).order_by("-pk")
    ids = list(stale.values_list("pk", flat=True)[: AT_ONCE + 1])
    renew(ids[:AT_ONCE], now=now)
    if len(ids) <= AT_ONCE:
        return 0
    _ask_for_the_background()
    return out_of_date(rows, now).count()


def _ask_for_the_background() -> None:
    """Not where jobs run at once: there it would keep the page waiting until all is done."""
    if settings.TASK_BACKEND == "immediate":
        return
    if cache.add(_ASKED, value=True, timeout=QUIET_SECONDS):
        enqueue(renew_all)


def out_of_date(rows: EmploymentQuerySet, now: dict[int, str]) -> EmploymentQuerySet:
    """Those without an outcome of just what is recorded, under the law and the stamps of `now`."""
    read = Acquaintance.objects.filter(employment=OuterRef("pk")).order_by()
    count = Subquery(
        read.values("employment").annotate(count=Count("pk")).values("count"),
        output_field=IntegerField(),
    )
    fresh = ContractAssessment.objects.filter(
        employment=OuterRef("pk"),
        stamp__in=list(now.values()),
        employment_changed=OuterRef("updated_at"),
        operator_changed=OuterRef("operator__updated_at"),
        status=OuterRef("status"),
        acquaintances=OuterRef("read_papers"),
    )
    return rows.annotate(read_papers=Coalesce(count, 0)).filter(~Exists(fresh))


def renew(ids: Sequence[int], *, now: dict[int, str] | None = None) -> None:
    """Check these employments and keep what comes out, in batches of a fixed number of queries."""
    if not ids:
        return
    now = current_stamps() if now is None else now
    law = Law.in_force()  # after the stamps: see current_stamps
    for start in range(0, len(ids), BATCH):
        rows = Employment.objects.sharing_records().filter(pk__in=ids[start : start + BATCH])
        keep(assess_all(rows, law=law), now=now)


def renew_changed(checked: Iterable[tuple[Employment, Assessment]]) -> None:
    """Of a list that was checked for show, renew what is kept otherwise than it came out.

    The employments carry their kept outcome (`select_related("assessment")`): a list in which
    nothing differs costs no query. What nobody has asked for yet is not kept, and stays so.
    """
    renew([employment.pk for employment, found in checked if _differs(employment, found)])


def _differs(employment: Employment, found: Assessment) -> bool:
    if not Employment._meta.get_field("assessment").is_cached(employment):
        return False
    kept: ContractAssessment | None = getattr(employment, "assessment", None)
    if kept is None:
        return False
    counts = waiting(found.findings)
    shown = [counts.get(severity.value, 0) for severity in Severity]
    return [kept.errors, kept.warnings, kept.advice] != shown


@task()
def renew_all() -> None:
    """Check everything that is out of date; safe to repeat, and quick when nothing is."""
    while ids := _all_out_of_date():
        renew(ids)


def _all_out_of_date() -> list[int]:
    """A new look after each round: while it lasts, records and the law may change."""
    stale = out_of_date(Employment.objects.all(), current_stamps())
    return list(stale.order_by("-pk").values_list("pk", flat=True))

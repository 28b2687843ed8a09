"""Starting runs in tests, and what every finished run must have left behind."""

from django.contrib.auth.models import User
from django.db.models import Count

from employees.models import Employment
from hr_docs.documents.models import Document, Run, RunItem, WordMaster
from hr_docs.documents.runs.ordering import start_run
from tests.factories import make_employment

SHARED = ("employer", "signatory", "site", "position", "tier", "job_description")


def make_group(count: int) -> list[Employment]:
    """People of one employer, of whom nobody has papers."""
    first = make_employment()
    shared = {name: getattr(first, name) for name in SHARED}
    return [first, *(make_employment(**shared) for _ in range(count - 1))]


def started(people: list[Employment], user: User, **choices) -> Run:
    """A run of the whole pack that lets warnings pass; it waits for whoever works on it."""
    masters = list(WordMaster.objects.filter(in_hiring_pack=True))
    choices = {"allows_unconfirmed": True} | choices
    return start_run(employments=people, masters=masters, started_by=user, **choices)


def statuses(run: Run) -> dict[str, int]:
    """How many people of the run there are of each status."""
    rows = run.items.order_by().values_list("status").annotate(Count("pk"))
    return dict(rows)


def assert_everybody_has_papers_once(run: Run, people: list[Employment]) -> None:
    """Each document exists once with both files, none is lost, the numbers have no gap."""
    assert statuses(run) == {RunItem.Status.DONE: len(people)}
    for master in run.masters.all():
        rows = Document.objects.filter(master=master)
        assert {row.employment_id for row in rows} == {each.pk for each in people}
        sequences = sorted(rows.values_list("sequence", flat=True))
        assert sequences == list(range(1, len(people) + 1))
    assert not Document.objects.filter(pdf_sha256="").exists()
    assert Document.objects.of_run(run.pk).count() == 3 * len(people)

"""Runs: claims, leases, what is issued once however often it is tried, and what is left out."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from employees.models import Employment
from hr_docs.access.models import AuditEntry
from hr_docs.documents.errors import IssueError
from hr_docs.documents.models import Document, Run, RunItem
from hr_docs.documents.runs.claims import claim_item, finish_item
from hr_docs.documents.runs.ordering import cancel_run, repeat_run
from hr_docs.documents.runs.progress import Progress
from hr_docs.documents.runs.reaping import reap
from hr_docs.documents.runs.working import Turn, work_on_run
from hr_docs.engine import ConversionError
from tests.documents.runs import (
    assert_everybody_has_papers_once,
    make_group,
    started,
    statuses,
)
from tests.factories import make_employment, make_signatory

pytestmark = pytest.mark.django_db
PDF = "hr_docs.documents.issuing.packs.docx_to_pdf"


@pytest.fixture(autouse=True)
def quick_pdf(monkeypatch):
    """What a PDF looks like is another test's business."""
    monkeypatch.setattr(PDF, lambda docx: b"%PDF-" + docx[-16:])


@pytest.fixture
def people(db) -> list[Employment]:
    return make_group(3)


@pytest.fixture
def run(people, officer: User) -> Run:
    return started(people, officer)


def later(seconds: float):
    """What `timezone.now` answers after so many seconds."""
    moment = timezone.now() + timedelta(seconds=seconds)
    return lambda: moment


def claimed_item(run: Run) -> RunItem:
    item = claim_item(run.pk)
    assert item is not None
    return item


def let_leases_expire() -> None:
    past = timezone.now() - timedelta(seconds=1)
    RunItem.objects.filter(status="running").update(lease_until=past)
    Run.objects.update(nudged_at=past - timedelta(hours=1))


def refuse(error: Exception):
    def refused(*_arguments, **_options):
        raise error

    return refused


def test_it_issues_the_pack_of_everybody_once(run, people):
    work_on_run.call(run.pk)
    assert_everybody_has_papers_once(run, people)


def test_it_starts_as_soon_as_the_transaction_is_committed(
    people, officer, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        run = started(people, officer)
    assert_everybody_has_papers_once(run, people)


def test_the_documents_name_who_ordered_them(run, officer):
    work_on_run.call(run.pk)
    assert {document.pack.issued_by for document in Document.objects.all()} == {officer}
    entries = AuditEntry.objects.filter(action="issued", user=officer)
    assert [entry.details for entry in entries] == [{"run": run.pk, "documents": 3}] * 3


def test_a_second_run_keeps_what_is_up_to_date(run, people, officer):
    work_on_run.call(run.pk)
    again = started(people, officer)
    work_on_run.call(again.pk)
    assert list(again.items.values_list("issued", "kept")) == [(0, 3)] * 3
    assert_everybody_has_papers_once(again, people)


def test_nobody_is_claimed_twice(run):
    claimed = [claim_item(run.pk) for _ in range(4)]
    assert len({item.employment_id for item in claimed if item}) == 3
    assert claimed[3] is None


def test_a_dead_worker_s_person_is_finished_by_another_one(run, people):
    dead = claimed_item(run)
    Turn(run.pk)._make(dead)
    RunItem.objects.filter(pk=dead.pk).update(
        status="running", token=dead.token, lease_until=later(-1)()
    )
    work_on_run.call(run.pk)
    assert_everybody_has_papers_once(run, people)
    assert RunItem.objects.get(pk=dead.pk).issued == 3


def test_a_worker_that_comes_too_late_enters_nothing(people, officer):
    run = started(people[:1], officer)
    late = claimed_item(run)
    let_leases_expire()
    assert claimed_item(run).pk == late.pk
    Turn(run.pk).work_on(late)
    finish_item(late, late.employment, [])
    assert RunItem.objects.get(pk=late.pk).status == "running"


def test_a_lease_is_renewed_while_the_work_goes_on(run, settings):
    item = claimed_item(run)
    settings.RUN_LEASE_SECONDS = 600
    item.hold()
    assert RunItem.objects.get(pk=item.pk).lease_until > later(500)()


def test_three_deaths_give_a_person_up(run):
    for _ in range(3):
        let_leases_expire()
        claim_item(run.pk)
        RunItem.objects.exclude(status="running").update(status="cancelled")
    let_leases_expire()
    reap()
    failed = run.items.get(status="failed")
    assert "Процесс трижды остановился" in failed.error


def test_the_reaper_queues_what_the_queue_has_lost(run, people, django_capture_on_commit_callbacks):
    claim_item(run.pk)
    let_leases_expire()
    with django_capture_on_commit_callbacks(execute=True):
        assert reap() == 1
    assert_everybody_has_papers_once(run, people)


def test_the_reaper_leaves_a_run_alone_that_somebody_works_on(run):
    claim_item(run.pk)
    Run.objects.update(nudged_at=later(-3600)())
    assert reap() == 0


def test_the_reaper_queues_a_run_once(run):
    Run.objects.update(nudged_at=later(-3600)())
    assert [reap(), reap()] == [1, 0]


def test_a_cancelled_run_finishes_whom_it_has_begun(run, officer):
    item = claimed_item(run)
    assert cancel_run(run=run, cancelled_by=officer) == 2
    Turn(run.pk).work_on(item)
    work_on_run.call(run.pk)
    assert statuses(run) == {"done": 1, "cancelled": 2}
    run.refresh_from_db()
    assert Progress.of(run).state == "cancelled"


def test_whom_a_dead_worker_had_begun_is_finished_though_the_run_is_cancelled(run, officer):
    claim_item(run.pk)
    cancel_run(run=run, cancelled_by=officer)
    let_leases_expire()
    reap()
    work_on_run.call(run.pk)
    assert statuses(run) == {"done": 1, "cancelled": 2}


def test_what_was_cancelled_can_be_taken_up_again(run, people, officer):
    cancel_run(run=run, cancelled_by=officer)
    assert repeat_run(run=run, ordered_by=officer) == 3
    work_on_run.call(run.pk)
    assert_everybody_has_papers_once(run, people)


def test_it_blocks_whom_the_check_objects_to_and_says_why(people, officer, run):
    Employment.objects.filter(pk=people[0].pk).update(leave_days=14)
    work_on_run.call(run.pk)
    blocked = run.items.get(status="blocked")
    assert (statuses(run), blocked.employment_id) == ({"blocked": 1, "done": 2}, people[0].pk)
    assert {row["severity"] for row in blocked.findings} == {"error"}
    assert Document.objects.filter(employment=people[0]).count() == 0


def test_what_was_mended_is_issued_when_it_is_repeated(people, officer, run):
    Employment.objects.filter(pk=people[0].pk).update(leave_days=14)
    work_on_run.call(run.pk)
    Employment.objects.filter(pk=people[0].pk).update(leave_days=28)
    assert repeat_run(run=run, ordered_by=officer) == 1
    work_on_run.call(run.pk)
    assert_everybody_has_papers_once(run, people)


@pytest.mark.parametrize(("allows", "status"), [(True, "done"), (False, "blocked")])
def test_warnings_that_nobody_confirmed_block_unless_the_officer_lets_them_pass(
    people, officer, allows, status
):
    run = started(people[:1], officer, allows_unconfirmed=allows)
    work_on_run.call(run.pk)
    assert statuses(run) == {status: 1}


def test_a_gap_in_the_facts_names_what_is_missing(people, run):
    operator = people[0].operator
    operator.identity_issued_by = " "
    operator.save()
    work_on_run.call(run.pk)
    assert "работник.документ.кем_выдан" in run.items.get(status="blocked").error


def test_a_full_disk_fails_with_its_reason_and_can_be_repeated(run, people, officer, monkeypatch):
    with monkeypatch.context() as patch:
        full = refuse(OSError(28, "No space left on device"))
        patch.setattr("hr_docs.storage.local.os.fsync", full)
        work_on_run.call(run.pk)
    assert {item.error for item in run.items.filter(status="failed", attempts=3)} == {
        "Файл не записан: на диске нет места. Номера не потеряны: повторите."
    }
    repeat_run(run=run, ordered_by=officer)
    work_on_run.call(run.pk)
    assert_everybody_has_papers_once(run, people)


def test_a_pdf_that_cannot_be_made_fails_at_once(run, monkeypatch):
    monkeypatch.setattr(PDF, refuse(ConversionError("не получилось")))
    work_on_run.call(run.pk)
    assert set(run.items.values_list("status", "attempts", "error")) == {
        ("failed", 1, "Не получилось")
    }


def test_an_error_of_ours_is_logged_without_the_person(run, people, monkeypatch, caplog):
    monkeypatch.setattr(PDF, refuse(RuntimeError("СНИЛС 112-233-445 95")))
    work_on_run.call(run.pk)
    assert "RuntimeError" in caplog.text
    assert "112-233" not in caplog.text + run.items.first().error
    assert statuses(run) == {"failed": 3}


def test_the_chosen_signatory_signs_for_the_people_of_his_employer(people, officer):
    other = make_employment()
    chosen = make_signatory(employer=people[0].employer, surname="Ермакова")
    run = started([*people, other], officer, signatory=chosen)
    work_on_run.call(run.pk)
    signed = {each.pk: each.signatory for each in Employment.objects.all()}
    assert [signed[each.pk] for each in people] == [chosen] * 3
    assert signed[other.pk] == other.signatory
    contract = people[0].documents.get(master__kind="employment_contract")
    assert "Ермакова" in str(contract.snapshot)


def test_a_blocked_person_keeps_the_signatory(people, officer):
    Employment.objects.filter(pk=people[0].pk).update(leave_days=14)
    chosen = make_signatory(employer=people[0].employer)
    run = started(people[:1], officer, signatory=chosen)
    work_on_run.call(run.pk)
    assert Employment.objects.get(pk=people[0].pk).signatory == people[0].signatory


def test_signed_papers_keep_their_signatory(people, officer, run):
    work_on_run.call(run.pk)
    Employment.objects.update(status="signed")
    again = started(people, officer, signatory=make_signatory(employer=people[0].employer))
    work_on_run.call(again.pk)
    assert list(again.items.values_list("issued", "kept")) == [(0, 3)] * 3
    assert {each.signatory for each in Employment.objects.all()} == {people[0].signatory}


def test_a_run_needs_people(officer):
    with pytest.raises(IssueError, match="Выберите людей"):
        started([], officer)


def test_a_turn_that_is_over_queues_the_rest(run, settings, django_capture_on_commit_callbacks):
    settings.JOB_SECONDS = -1
    with django_capture_on_commit_callbacks() as queued:
        work_on_run.call(run.pk)
    assert (len(queued), statuses(run)) == (1, {"pending": 3})


def test_the_rate_is_that_of_the_last_minute(run):
    run.items.update(ordered_at=later(-600)())
    done = run.items.first()
    RunItem.objects.filter(pk=done.pk).update(status="done", finished_at=later(-10)())
    progress = Progress.of(run)
    assert (progress.rate, progress.minutes_left, progress.percent) == (1, 2, 33)

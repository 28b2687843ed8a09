"""Pages of runs: choosing, the preview, starting, progress, what was left out, the list."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from employees.models import EmployerLimit, Employment
from hr_docs.access.models import AuditEntry
from hr_docs.documents.models import Document, Run, RunItem, WordMaster
from hr_docs.documents.runs.ordering import cancel_run
from hr_docs.documents.runs.working import work_on_run
from tests.documents.runs import make_group, started, statuses
from tests.factories import make_employment, make_signatory
from tests.reading import rows_of, text_of

pytestmark = pytest.mark.django_db
ADD, START = reverse("documents:run_add"), reverse("documents:run_start")
PREVIEW, RUNS = reverse("documents:run_preview"), reverse("documents:runs")
KINDS = ("job_description", "confidentiality_undertaking", "employment_contract")


@pytest.fixture(autouse=True)
def quick_pdf(monkeypatch):
    monkeypatch.setattr("hr_docs.documents.issuing.packs.docx_to_pdf", lambda _docx: b"%PDF-")


@pytest.fixture(autouse=True)
def rights(officer: User) -> None:
    names = ["issue_document", "view_document"]
    officer.user_permissions.add(*Permission.objects.filter(codename__in=names))


@pytest.fixture
def people(db) -> list[Employment]:
    return make_group(3)


@pytest.fixture
def run(people, officer: User) -> Run:
    return started(people, officer)


def answers(people: list[Employment], **choices) -> dict:
    """What the form of a run sends."""
    kinds = WordMaster.objects.filter(kind__in=KINDS)
    return {
        "people": ",".join(str(each.pk) for each in people),
        "kinds": [kind.pk for kind in kinds],
        "allows_unconfirmed": "on",
    } | choices


def page(desk: Client, run: Run, **address) -> str:
    return text_of(desk.get(reverse("documents:run", args=[run.pk], query=address)))


def progress(desk: Client, run: Run, **address):
    return desk.get(reverse("documents:run_progress", args=[run.pk], query=address))


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_people_of_the_list_come_into_the_form(desk, people, method):
    answer = getattr(desk, method)(ADD, {"chosen": [each.pk for each in people[:2]]})
    assert "Новый выпуск 2 человека" in text_of(answer)
    assert f'value="{people[0].pk},{people[1].pk}"' in answer.content.decode()
    assert answer.content.decode().count("checked") == len(KINDS)


def test_everybody_who_was_found_comes_into_the_form(desk, people):
    Employment.objects.filter(pk=people[0].pk).update(status="draft")
    answer = desk.post(ADD, {"everything": "on", "query": "status=ready"})
    assert "2 человека" in text_of(answer)


def test_without_people_it_says_where_to_tick_them(desk):
    answer = desk.get(ADD, follow=True)
    assert "Отметьте людей в списке операторов" in text_of(answer)


def test_the_preview_tells_the_numbers_to_be_given(desk, people):
    words = text_of(desk.post(PREVIEW, answers(people)))
    assert "документы будут выпущены 3 сотрудникам, 9 документов" in words
    assert "001/2026-ТД – 003/2026-ТД" in words
    assert Document.objects.count() == 0


def test_the_preview_names_who_is_left_out_and_leads_to_the_mend(desk, people):
    Employment.objects.filter(pk=people[0].pk).update(leave_days=14)
    answer = desk.post(PREVIEW, answers(people))
    assert "1 сотрудник не получит документов" in text_of(answer)
    assert f"/employments/{people[0].pk}/edit/#id_leave_days" in answer.content.decode()


def test_the_preview_tells_what_stays(desk, people, run):
    work_on_run.call(run.pk)
    assert "3 сотрудников документы вышли бы такими же" in text_of(
        desk.post(PREVIEW, answers(people))
    )


def test_warnings_leave_people_out_of_the_preview_unless_they_may_pass(desk, people):
    words = text_of(desk.post(PREVIEW, answers(people, allows_unconfirmed="")))
    assert "3 сотрудника не получат документов" in words


def test_the_preview_says_who_keeps_another_signatory(desk, people):
    signatory = make_signatory(employer=people[0].employer)
    chosen = [*people, make_employment()]
    words = text_of(desk.post(PREVIEW, answers(chosen, signatory=signatory.pk)))
    assert "у 1 сотрудника останется другой подписант" in words


def test_a_form_without_kinds_is_refused(desk, people):
    answer = desk.post(START, answers(people, kinds=[]))
    assert "Документы : Обязательное поле." in text_of(answer)
    assert not Run.objects.exists()


def test_it_starts_a_run_and_goes_to_its_page(
    desk, people, officer, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(START, answers(people))
    run = Run.objects.get()
    assert answer.headers["Location"] == reverse("documents:run", args=[run.pk])
    assert (statuses(run), run.started_by) == ({"done": 3}, officer)
    entry = AuditEntry.objects.get(action="issued", subject_kind="documents.run")
    assert entry.details["people"] == 3


def test_people_of_other_employers_are_left_out_of_a_limited_user_s_run(desk, officer, people):
    limit = EmployerLimit.objects.create(user=officer)
    limit.employers.add(people[0].employer)
    desk.post(START, answers([*people, make_employment()]))
    assert Run.objects.get().items.count() == 3


def test_a_run_with_people_of_other_employers_is_hidden_from_a_limited_user(desk, officer, run):
    EmployerLimit.objects.create(user=officer)
    for name in ("run", "run_progress", "run_documents"):
        assert desk.get(reverse(f"documents:{name}", args=[run.pk])).status_code == 404
    for name in ("run_cancel", "run_repeat"):
        assert desk.post(reverse(f"documents:{name}", args=[run.pk])).status_code == 404
    assert rows_of(desk.get(RUNS)) == []


@pytest.mark.parametrize("address", [ADD, START, PREVIEW])
def test_whoever_may_only_read_starts_nothing(desk, officer, people, address):
    officer.groups.clear()
    officer.user_permissions.remove(*Permission.objects.filter(codename="issue_document"))
    assert desk.post(address, answers(people)).status_code == 403
    assert not Run.objects.exists()


def test_whoever_may_only_read_sees_no_buttons(desk, officer, run):
    officer.groups.clear()
    officer.user_permissions.remove(*Permission.objects.filter(codename="issue_document"))
    assert "Остановить выпуск" not in page(desk, run)


def test_the_page_asks_for_the_progress_until_the_run_is_over(desk, run):
    assert "hx-get" in desk.get(reverse("documents:run", args=[run.pk])).content.decode()
    assert progress(desk, run).status_code == 200
    work_on_run.call(run.pk)
    over = progress(desk, run)
    assert over.status_code == 286
    assert "hx-get" not in over.content.decode()
    assert "Выпуск завершён. Готово: 3, не выпущено: 0." in text_of(over)


def test_a_screen_reader_hears_only_the_quarters(desk, run):
    assert "run-said" not in progress(desk, run, said=0, trouble=0).content.decode()
    items = list(run.items.all())
    RunItem.objects.filter(pk=items[0].pk).update(status="done", finished_at=timezone.now())
    assert "run-said" in progress(desk, run, said=0, trouble=0).content.decode()
    assert "run-said" not in progress(desk, run, said=25, trouble=0).content.decode()


def test_it_lists_who_got_nothing_with_the_mend(desk, people, run):
    Employment.objects.filter(pk=people[0].pk).update(leave_days=14)
    work_on_run.call(run.pk)
    answer = desk.get(reverse("documents:run", args=[run.pk]))
    assert "Не выпущено 1 Повторить эти заблокирован" in text_of(answer)
    assert f"/employments/{people[0].pk}/edit/#id_leave_days" in answer.content.decode()


def test_the_page_of_a_run_with_many_left_out_takes_few_queries(
    desk, officer, django_assert_max_num_queries
):
    people = make_group(12)
    Employment.objects.update(leave_days=14)
    run = started(people, officer)
    work_on_run.call(run.pk)
    with django_assert_max_num_queries(20):
        desk.get(reverse("documents:run", args=[run.pk]))


def test_these_are_repeated(desk, people, run, django_capture_on_commit_callbacks):
    Employment.objects.filter(pk=people[0].pk).update(leave_days=14)
    work_on_run.call(run.pk)
    Employment.objects.filter(pk=people[0].pk).update(leave_days=28)
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(reverse("documents:run_repeat", args=[run.pk]), follow=True)
    assert "1 сотрудник поставлен в очередь снова." in text_of(answer)
    assert statuses(run) == {"done": 3}


def test_it_is_cancelled_and_taken_up_again(desk, run):
    answer = desk.post(reverse("documents:run_cancel", args=[run.pk]), follow=True)
    assert "остановлен" in text_of(answer)
    assert "Продолжить выпуск" in text_of(answer)
    assert "Готово: 0, не выпущено: 3." in text_of(answer)
    desk.post(reverse("documents:run_repeat", args=[run.pk]))
    assert statuses(run) == {"pending": 3}


def test_the_list_tells_what_came_of_each_run(desk, people, run, officer):
    work_on_run.call(run.pk)
    cancel_run(run=started(people, officer), cancelled_by=officer)
    newest, oldest = rows_of(desk.get(RUNS))
    assert newest.endswith("3 0 3 остановлен")
    assert oldest.endswith("3 3 0 готов")


def test_the_list_takes_as_many_queries_for_many_runs(
    desk, people, officer, django_assert_max_num_queries
):
    for _ in range(8):
        started(people, officer)
    with django_assert_max_num_queries(12):
        desk.get(RUNS)


def test_its_documents_are_listed(desk, run):
    work_on_run.call(run.pk)
    assert len(rows_of(desk.get(reverse("documents:run_documents", args=[run.pk])))) == 9
    assert re.search("Список документов", page(desk, run))

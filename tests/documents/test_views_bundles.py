"""Pages of printing and of the ZIP: what it takes, progress, the file, who may have it."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from employees.models import EmployerLimit, Employment
from hr_docs.access.models import AuditEntry
from hr_docs.documents.models import Bundle, Document
from tests.documents.test_bundles import issue
from tests.factories import make_employer, make_employment
from tests.reading import rows_of, text_of

PRINT, ZIP = reverse("documents:print"), reverse("documents:zip")
COPIES = {
    "copies_job_description": 1,
    "copies_confidentiality_undertaking": 1,
    "copies_employment_contract": 2,
}
CHOICE = {"order": "people", "duplex": "on"} | COPIES

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


@pytest.fixture
def reader(officer: User) -> Client:
    """A browser of somebody who may read the files of documents."""
    officer.user_permissions.add(Permission.objects.get(codename="read_files"))
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def issued(employment: Employment) -> Employment:
    issue(employment)
    return employment


@pytest.fixture
def bundle(
    reader: Client,
    issued: Employment,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Bundle:
    """A PDF that was made on the way."""
    with django_capture_on_commit_callbacks(execute=True):
        reader.post(PRINT, CHOICE | {"chosen": issued.pk, "make": "yes"})
    return Bundle.objects.get()


def test_it_says_how_much_paper_before_anything_is_made(reader, issued):
    answer = reader.get(PRINT, {"chosen": issued.pk})
    assert "9 листов бумаги , 15 страниц; 3 документа, 1 человек" in text_of(answer)
    assert rows_of(answer)[0].endswith("3 15 9")
    assert not Bundle.objects.exists()


def test_another_choice_is_counted_again(reader, issued):
    one_sided = {"order": "people", "chosen": issued.pk} | COPIES
    answer = reader.post(PRINT, one_sided | {"separators": "on"})
    assert "16 листов бумаги , 16 страниц" in text_of(answer)
    assert "с одной стороны" in text_of(answer)


def test_it_makes_one_pdf_that_can_be_printed_from_its_page(reader, bundle, officer):
    page = reader.get(reverse("documents:bundle", args=[bundle.pk]))
    assert "Файл готов 9 листов бумаги" in text_of(page)
    file = reverse("documents:bundle_file", args=[bundle.pk])
    assert f'<iframe class="print-frame" id="print-frame" src="{file}' in page.content.decode()
    answer = reader.get(file)
    content = b"".join(answer.streaming_content)
    assert len(PdfReader(io.BytesIO(content)).pages) == bundle.pages == 17
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    actions = AuditEntry.objects.order_by("pk").values_list("action", "user", "details__documents")
    assert list(actions) == [("exported", officer.pk, 3), ("printed", officer.pk, 3)]


def test_pages_are_asked_of_one_document_only(reader, issued):
    contract = Document.objects.get(master__kind="employment_contract")
    assert "Только эти страницы" not in text_of(reader.get(PRINT, {"chosen": issued.pk}))
    page = reader.get(PRINT, {"document": contract.pk})
    assert "Только эти страницы" in text_of(page)
    one = {"document": contract.pk, "order": "people", "copies_employment_contract": 1}
    answer = reader.post(PRINT, one | {"pages": "2–3, 5"})
    assert "3 листа бумаги" in text_of(answer)


@pytest.mark.parametrize("pages", ["0", "3-1", "x", "1;2", "-", "99999"])
def test_wrong_pages_are_refused(reader, issued, pages):
    contract = Document.objects.get(master__kind="employment_contract")
    one = {"document": contract.pk, "order": "people", "copies_employment_contract": 1}
    answer = reader.post(PRINT, one | {"pages": pages, "make": "yes"})
    assert "Напишите страницы так" in text_of(answer)
    assert not Bundle.objects.exists()


def test_nothing_to_print_is_said(reader, issued):
    none = dict.fromkeys(COPIES, 0) | {"order": "people", "chosen": issued.pk, "make": "yes"}
    assert "печатать нечего" in text_of(reader.post(PRINT, none))
    assert "Никто не выбран" in text_of(reader.get(PRINT))
    assert "Никто не выбран" in text_of(reader.get(ZIP))


def test_a_zip_is_made_and_downloaded(reader, issued, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = reader.post(ZIP, {"chosen": issued.pk, "formats": ["pdf", "docx"], "make": "yes"})
    page = reader.get(answer.headers["Location"])
    assert "Скачать ZIP" in text_of(page)
    file = reader.get(reverse("documents:bundle_file", args=[Bundle.objects.get().pk]))
    assert b"".join(file.streaming_content).startswith(b"PK")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert AuditEntry.objects.filter(action="downloaded").count() == 1


def test_a_bundle_is_of_the_day_on_the_wall(reader, bundle):
    Bundle.objects.update(created_at=datetime(2026, 12, 31, 22, 30, tzinfo=UTC))
    bundle.refresh_from_db()
    assert str(bundle) == "PDF для печати, 01.01.2027 01:30"
    answer = reader.get(reverse("documents:bundle_file", args=[bundle.pk]))
    b"".join(answer.streaming_content)
    assert "01.01.2027.pdf" in answer.headers["Content-Disposition"]


def test_a_zip_needs_some_files(reader, issued):
    answer = reader.post(ZIP, {"chosen": issued.pk, "make": "yes"})
    assert "Обязательное поле" in text_of(answer)
    assert not Bundle.objects.exists()


def test_progress_is_polled_until_the_end(reader, bundle):
    progress = reverse("documents:bundle_progress", args=[bundle.pk])
    assert reader.get(progress).status_code == 286
    Bundle.objects.update(status="waiting", done=2, lease_until=timezone.now() + timedelta(hours=1))
    page = reader.get(reverse("documents:bundle", args=[bundle.pk])).content.decode()
    assert f'hx-get="{progress}" hx-trigger="every 2s"' in page
    answer = reader.get(progress)
    assert (answer.status_code, "2 из 3" in text_of(answer)) == (200, True)


def test_looking_at_the_progress_gives_work_back_that_a_killed_worker_held(
    reader, bundle, django_capture_on_commit_callbacks
):
    Bundle.objects.update(status="waiting", lease_until=timezone.now() - timedelta(seconds=1))
    progress = reverse("documents:bundle_progress", args=[bundle.pk])
    with django_capture_on_commit_callbacks(execute=True):
        reader.get(progress)
    bundle.refresh_from_db()
    assert (bundle.status, bundle.attempts) == ("done", 2)


def test_what_failed_is_made_again(reader, bundle, django_capture_on_commit_callbacks):
    Bundle.objects.update(status="failed", error="Хранилище не отвечает")
    page = reader.get(reverse("documents:bundle", args=[bundle.pk]))
    assert "Хранилище не отвечает Подготовить ещё раз" in text_of(page)
    with django_capture_on_commit_callbacks(execute=True):
        reader.post(reverse("documents:bundle_repeat", args=[bundle.pk]))
    bundle.refresh_from_db()
    assert (bundle.status, bundle.error) == ("done", "")


def _addresses(bundle: Bundle) -> list[str]:
    names = ("bundle", "bundle_progress", "bundle_file", "bundle_repeat")
    return [reverse(f"documents:{name}", args=[bundle.pk]) for name in names]


def test_nobody_gets_it_without_the_right(bundle, client):
    client.force_login(User.objects.create_user("nobody"))
    every = [*_addresses(bundle), PRINT, ZIP]
    assert {client.post(address).status_code for address in every} == {403}


def test_nobody_gets_papers_of_people_whom_he_does_not_see(reader, bundle, officer):
    limit = EmployerLimit.objects.create(user=officer)
    limit.employers.add(make_employer())
    assert {reader.post(address).status_code for address in _addresses(bundle)} == {404}
    limit.employers.add(*bundle.employers)
    assert reader.get(_addresses(bundle)[0]).status_code == 200


def test_a_file_that_is_not_ready_is_not_there(reader, bundle):
    Bundle.objects.update(status="failed")
    assert reader.get(reverse("documents:bundle_file", args=[bundle.pk])).status_code == 404


def test_the_plan_of_many_takes_as_many_queries_as_of_one(
    reader, issued, django_assert_max_num_queries: DjangoAssertNumQueries
):
    for _ in range(3):
        issue(make_employment(employer=issued.employer))
    with django_assert_max_num_queries(14):
        answer = reader.get(PRINT, {"everything": "on", "query": ""})
    assert len(rows_of(answer)) == 4

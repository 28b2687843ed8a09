"""Many documents in one file: order, copies, sheets; made in the background, gone after days."""

import io
import zipfile
from datetime import timedelta
from itertools import chain
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.utils import timezone
from pypdf import PdfReader, PdfWriter

from employees.models import Employment
from hr_docs.documents.bundles import making, order_bundle, ordering, plan_print, repeat_bundle
from hr_docs.documents.bundles import tasks as jobs
from hr_docs.documents.bundles.leases import claim_bundle, expire_bundles
from hr_docs.documents.bundles.options import PrintOptions, ZipOptions
from hr_docs.documents.bundles.ordering import requeue_stuck
from hr_docs.documents.bundles.tasks import make_bundle
from hr_docs.documents.errors import BundleError
from hr_docs.documents.issuing.packs import finish_file, freeze_pack, pack_versions
from hr_docs.documents.models import Bundle, Document, WordMaster
from tests.documents.reading import stored_path
from tests.factories import make_employment

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]

PAGES = {"job_description": 3, "confidentiality_undertaking": 2, "employment_contract": 5}


def pdf(pages: int, width: float) -> bytes:
    """Blank pages of that width: it says whose they are."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, 800)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def width_of(document: Document) -> int:
    """Hundreds for the person, ones for the kind."""
    return 100 * document.employment_id + document.master.signing_order


def issue(employment: Employment) -> list[Document]:
    frozen = freeze_pack(employment=employment, versions=pack_versions())
    for document in frozen:
        finish_file(document, "docx", b"PK a Word file")
        finish_file(document, "pdf", pdf(PAGES[document.master.kind], width_of(document)))
    return frozen


@pytest.fixture
def people(employment: Employment) -> list[Employment]:
    """Абрамова before Иванова, though she came later; both with their packs."""
    first = make_employment(employer=employment.employer, operator__surname="Абрамова")
    for each in (employment, first):
        issue(each)
    return [first, employment]


def made(officer: User, options: PrintOptions | ZipOptions) -> Bundle:
    bundle = order_bundle(documents=Document.objects.current(), options=options, made_by=officer)
    make_bundle.call(str(bundle.pk))
    bundle.refresh_from_db()
    assert bundle.error == ""
    return bundle


def widths(bundle: Bundle) -> list[int]:
    with default_storage.open(bundle.file) as file:
        return [int(page.mediabox.width) for page in PdfReader(io.BytesIO(file.read())).pages]


def test_the_order_of_people_keeps_each_pack_together(people, officer):
    bundle = made(officer, PrintOptions(order="people", duplex=False))
    a, b = (100 * each.pk for each in people)
    pack = [1] * 3 + [2] * 2 + [3] * 5
    assert widths(bundle) == [a + kind for kind in pack] + [b + kind for kind in pack]
    assert (bundle.pages, bundle.sheets, bundle.done, bundle.people) == (20, 20, 6, 2)


def test_the_order_of_kinds_is_that_of_the_desk(people, officer):
    bundle = made(officer, PrintOptions(order="kinds", duplex=False))
    a, b = (100 * each.pk for each in people)
    sheets = [[person + kind] * n for kind, n in ((1, 3), (2, 2), (3, 5)) for person in (a, b)]
    assert widths(bundle) == list(chain.from_iterable(sheets))


def test_copies_begin_on_sheets_of_their_own(people, officer):
    copies = {"employment_contract": 2, "job_description": 0}
    bundle = made(officer, PrintOptions(order="kinds", copies=copies))
    contract = [100 * people[0].pk + 3] * 5
    assert widths(bundle)[4:16] == [*contract, contract[0], *contract, contract[0]]
    assert (bundle.pages, bundle.sheets, bundle.total) == (27, 14, 4)


def test_the_plan_says_beforehand_what_the_file_takes(people, officer):
    options = PrintOptions(copies={"employment_contract": 2}, separators=True)
    plan = plan_print(Document.objects.current(), options)
    bundle = made(officer, options)
    assert plan.sheets == bundle.sheets == 2 * (1 + 2 + 1 + 3 + 3)
    assert [(p.name, p.papers, p.pages, p.sheets) for p in plan.people] == [
        ("Абрамова Анна Петровна", 3, 16, 10),
        ("Иванова Анна Петровна", 3, 16, 10),
    ]
    assert plan.unknown == 0


def test_a_separator_stands_before_each_person(people, officer):
    bundle = made(officer, PrintOptions(separators=True, copies={"employment_contract": 2}))
    with default_storage.open(bundle.file) as file:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(file.read())).pages]
    sheets = [(at, text) for at, text in enumerate(pages) if text]
    assert [at for at, _ in sheets] == [0, 20]
    assert sheets[0][1].startswith("Абрамова Анна Петровна\n№ ")
    assert "Трудовой договор № 002/2026-ТД — 2 экз." in sheets[0][1]


def test_only_one_page_of_one_document_is_printed(people, officer):
    contract = Document.objects.filter(master__kind="employment_contract")[:1]
    options = PrintOptions(pages=(3,))
    rows = Document.objects.filter(pk__in=[contract[0].pk])
    bundle = order_bundle(documents=rows, options=options, made_by=officer)
    make_bundle.call(str(bundle.pk))
    bundle.refresh_from_db()
    assert (len(widths(bundle)), bundle.sheets, plan_print(rows, options).sheets) == (1, 1, 1)


def test_a_missing_pdf_is_made_on_the_way(employment, officer):
    (document,) = freeze_pack(employment=employment, versions=pack_versions(["job_description"]))
    plan = plan_print(Document.objects.all(), PrintOptions())
    assert (plan.unknown, plan.sheets) == (1, 0)
    bundle = made(officer, PrintOptions(duplex=False))
    document.refresh_from_db()
    assert document.pdf_pages == bundle.pages
    assert bundle.pages
    assert plan_print(Document.objects.all(), PrintOptions(duplex=False)).sheets == bundle.sheets


def test_a_zip_has_a_folder_for_each_person(people, officer):
    bundle = made(officer, ZipOptions(("docx", "pdf")))
    with default_storage.open(bundle.file) as file, zipfile.ZipFile(file) as archive:
        names = archive.namelist()
    number = people[0].operator.personnel_number
    assert names[:2] == [
        f"{number}_Абрамова_АП/01_Должностная_инструкция.docx",
        f"{number}_Абрамова_АП/01_Должностная_инструкция.pdf",
    ]
    assert len(names) == 12


def test_nothing_is_made_when_a_paper_has_no_file(people, officer, private_storage: Path):
    broken = Document.objects.filter(employment=people[1])[0]
    stored_path(broken, "pdf").unlink()
    rows = Document.objects.current()
    bundle = order_bundle(documents=rows, options=PrintOptions(), made_by=officer)
    make_bundle.call(str(bundle.pk))
    bundle.refresh_from_db()
    assert (bundle.status, bundle.file) == ("failed", "")
    assert f"№ {broken.number}, Иванова Анна Петровна" in bundle.error
    assert not list(private_storage.glob("bundles/*"))


def test_a_failed_bundle_is_made_once_more(people, officer):
    test_broken = Document.objects.all()[0]
    content = stored_path(test_broken, "pdf").read_bytes()
    stored_path(test_broken, "pdf").unlink()
    rows = Document.objects.current()
    bundle = order_bundle(documents=rows, options=PrintOptions(), made_by=officer)
    make_bundle.call(str(bundle.pk))
    stored_path(test_broken, "pdf").write_bytes(content)
    repeat_bundle(bundle=bundle)
    make_bundle.call(str(bundle.pk))
    bundle.refresh_from_db()
    assert (bundle.status, bundle.error) == ("done", "")


@pytest.fixture
def bundle(people, officer) -> Bundle:
    """Waiting in the queue."""
    return order_bundle(
        documents=Document.objects.current(), options=PrintOptions(), made_by=officer
    )


def test_a_job_that_comes_twice_makes_one_file(bundle, private_storage: Path):
    make_bundle.call(str(bundle.pk))
    make_bundle.call(str(bundle.pk))
    bundle.refresh_from_db()
    assert bundle.attempts == 1
    assert [path.name for path in (private_storage / "bundles").iterdir()] == [
        bundle.file.removeprefix("bundles/")
    ]


def test_what_a_killed_worker_left_is_made_by_another(bundle, private_storage: Path, monkeypatch):
    """Killed between storing the file and saying so, which is the worst moment."""
    killed = claim_bundle(str(bundle.pk))
    assert killed is not None
    killed.hold(file="bundles/left.pdf")
    default_storage.save("bundles/left.pdf", io.BytesIO(b"%PDF- whole"))
    queued: list[str] = []
    monkeypatch.setattr(ordering, "enqueue", lambda _job, pk: queued.append(pk))
    requeue_stuck()
    assert queued == []
    Bundle.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    requeue_stuck()
    requeue_stuck()
    assert queued == [str(bundle.pk)]
    make_bundle.call(queued[0])
    bundle.refresh_from_db()
    assert (bundle.status, bundle.attempts) == ("done", 2)
    assert len(list((private_storage / "bundles").iterdir())) == 1


def test_a_worker_that_was_taken_for_dead_leaves_no_file(
    bundle, private_storage: Path, monkeypatch
):
    def overtaken(claimed: Bundle):
        facts = make_file(claimed)
        Bundle.objects.update(status="waiting", token=None)
        return facts

    make_file = making.make_file
    monkeypatch.setattr(jobs, "make_file", overtaken)
    make_bundle.call(str(bundle.pk))
    bundle.refresh_from_db()
    assert bundle.status == "waiting"
    assert list((private_storage / "bundles").iterdir()) == []


def test_after_three_attempts_it_is_given_up(bundle):
    Bundle.objects.update(attempts=3)
    make_bundle.call(str(bundle.pk))
    bundle.refresh_from_db()
    assert (bundle.status, "трижды" in bundle.error) == ("failed", True)


def test_our_own_fault_is_told_without_its_words(bundle, monkeypatch):
    def fail(_bundle: Bundle):
        raise RuntimeError("inner words")

    monkeypatch.setattr(jobs, "make_file", fail)
    with pytest.raises(RuntimeError):
        make_bundle.call(str(bundle.pk))
    bundle.refresh_from_db()
    assert (bundle.status, bundle.error) == ("failed", jobs.OUR_FAULT)


def test_old_files_are_deleted_when_a_new_one_is_made(people, officer, settings, private_storage):
    old = made(officer, PrintOptions())
    Bundle.objects.update(created_at=timezone.now() - timedelta(days=settings.BUNDLE_DAYS, hours=1))
    new = made(officer, PrintOptions())
    old.refresh_from_db()
    assert (old.status, old.file) == ("expired", "")
    assert [path.name for path in (private_storage / "bundles").iterdir()] == [
        new.file.removeprefix("bundles/")
    ]
    expire_bundles()
    assert Bundle.objects.get(pk=new.pk).status == "done"


def test_a_bundle_of_nothing_is_refused(people, officer):
    with pytest.raises(BundleError, match="Нет документов"):
        order_bundle(documents=Document.objects.none(), options=ZipOptions(), made_by=officer)


def test_too_many_documents_are_refused(people, officer, monkeypatch):
    monkeypatch.setattr(ordering, "MOST_DOCUMENTS", 5)
    with pytest.raises(BundleError, match="Документов 6, в один файл входит не больше 5"):
        order_bundle(documents=Document.objects.all(), options=ZipOptions(), made_by=officer)


def test_how_many_copies_the_operator_keeps_is_data():
    copies = dict(WordMaster.objects.values_list("kind", "operator_copies"))
    assert copies == {
        "job_description": 0,
        "confidentiality_undertaking": 0,
        "employment_contract": 1,
    }

"""Pages of documents: issuing, reading, downloading, voiding, verifying, the register."""

import io
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries, Settings

from employees.models import Employment
from employees.services import save_employer, save_operator, save_signatory
from hr_docs.access.audit import Action
from hr_docs.access.models import AuditEntry
from hr_docs.documents.issuing import packs
from hr_docs.documents.issuing.packs import (
    finish_file,
    freeze_pack,
    issue_document,
    pack_versions,
    void_document,
)
from hr_docs.documents.models import Document
from hr_docs.documents.views.file import file_name
from hr_docs.engine import ConversionError
from job_descriptions.services import save_position
from tests.documents.reading import stored_path
from tests.factories import make_employment, make_every_local_act
from tests.reading import rows_of, text_of

CONTRACT = "employment_contract"
REGISTER = reverse("documents:register")

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]


@pytest.fixture(autouse=True)
def storage(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def employment(db) -> Employment:
    """A whole hire, declined and ready to be issued."""
    hired = make_employment()
    save_operator(operator=hired.operator)
    save_employer(employer=hired.employer)
    save_signatory(signatory=hired.signatory)
    save_position(position=hired.position)
    make_every_local_act(hired.employer)
    return hired


@pytest.fixture
def contract(employment: Employment, officer: User) -> Document:
    """An issued contract; what its files hold is another test's business."""
    versions = pack_versions([CONTRACT])
    (frozen,) = freeze_pack(employment=employment, versions=versions, issued_by=officer)
    finish_file(frozen, "docx", b"PK a Word file")
    finish_file(frozen, "pdf", b"%PDF- a contract")
    return frozen


def _issue(desk: Client, employment: Employment, **answers):
    return desk.post(reverse("documents:issue", args=[employment.pk]), answers, follow=True)


def _card(desk: Client, employment: Employment) -> str:
    return text_of(desk.get(reverse("employees:employment", args=[employment.pk])))


def test_the_card_says_when_the_records_have_left_the_papers(desk: Client, contract: Document):
    assert "Записи изменились" not in _card(desk, contract.employment)
    Employment.objects.update(hourly_rate=310)
    assert "Записи изменились после выпуска документов" in _card(desk, contract.employment)
    Employment.objects.update(status="signed")
    assert "Записи изменились после подписания документов" in _card(desk, contract.employment)


def test_of_signed_papers_only_the_hire_itself_counts(desk: Client, contract: Document):
    Employment.objects.update(status="signed")
    contract.employment.employer.local_acts.all().delete()
    assert "Записи изменились" not in _card(desk, contract.employment)
    Employment.objects.update(status="issued")
    assert "Записи изменились" in _card(desk, contract.employment)


def test_it_issues_the_pack_in_the_order_of_signing(desk: Client, employment: Employment):
    answer = _issue(desk, employment)
    assert "Выпущено 3 документа." in text_of(answer)
    year = employment.contract_date.year
    assert [row.partition(" 30.")[0] for row in rows_of(answer)[:3]] == [
        f"Должностная инструкция № 001/{year}-ДИ",
        f"Обязательство о неразглашении № 001/{year}-НР",
        f"Трудовой договор № 001/{year}-ТД",
    ]


def test_the_documents_name_the_officer_who_issued_them(
    desk: Client, employment: Employment, officer: User
):
    _issue(desk, employment)
    assert {document.pack.issued_by for document in Document.objects.all()} == {officer}


def test_the_issue_is_noted_though_no_pdf_can_be_made(
    desk: Client, employment: Employment, monkeypatch
):
    def refuse(_docx: bytes) -> bytes:
        raise ConversionError("шрифт не установлен")

    monkeypatch.setattr(packs, "docx_to_pdf", refuse)
    text = text_of(_issue(desk, employment))
    assert "но файл не сделан. Шрифт не установлен. Откройте документ" in text
    assert "не выпущены" not in text
    (entry,) = AuditEntry.objects.filter(action=Action.ISSUED)
    assert entry.details["numbers"] == [
        one.number for one in Document.objects.order_by("created_at")
    ]


def test_it_issues_the_chosen_kind_on_the_chosen_day(desk: Client, employment: Employment):
    _issue(desk, employment, kinds=[CONTRACT], on="2026-12-01")
    document = Document.objects.get()
    assert (document.master.kind, document.dated) == (CONTRACT, date(2026, 12, 1))


def test_it_says_in_words_why_nothing_was_issued(desk: Client, employment: Employment):
    employment.signatory.valid_until = date(2026, 1, 1)
    employment.signatory.save()
    answer = _issue(desk, employment)
    assert "Документы не выпущены. Полномочия подписанта" in text_of(answer)
    assert not Document.objects.exists()


def test_it_names_the_data_that_a_document_lacks(desk: Client, employment: Employment):
    employment.employer.city = ""
    employment.employer.save()
    answer = _issue(desk, employment)
    assert "Заполните то, чего не хватает: — место заключения (договор.место)" in text_of(answer)


def test_a_wrong_date_is_refused(desk: Client, employment: Employment):
    assert "Введите правильную дату" in text_of(_issue(desk, employment, on="31.02.2026"))
    assert not Document.objects.exists()


def test_issuing_again_supersedes_and_shows_what_went_before(desk: Client, employment: Employment):
    _issue(desk, employment, kinds=[CONTRACT])
    text = text_of(_issue(desk, employment, kinds=[CONTRACT]))
    assert "Заменённые и аннулированные (1)" in text
    assert "№ 001/2026-ТД → № 002/2026-ТД" in text


def test_a_second_window_does_not_issue_once_more(desk: Client, employment: Employment):
    card = desk.get(reverse("employees:employment", args=[employment.pk])).content.decode()
    seen = card.split('name="seen" value="')[1].split('"')[0]
    address = reverse("documents:issue", args=[employment.pk])
    answers = [desk.post(address, {"seen": seen}, follow=True) for _ in range(2)]
    assert Document.objects.count() == 3
    assert "в другом окне" in text_of(answers[1])


def test_reading_the_address_of_issuing_issues_nothing(desk: Client, employment: Employment):
    assert desk.get(reverse("documents:issue", args=[employment.pk])).status_code == 405


def test_the_page_of_a_document_shows_its_pdf_in_a_frame_of_its_own(
    desk: Client, contract: Document
):
    page = desk.get(reverse("documents:document", args=[contract.pk])).content.decode()
    assert f'<iframe src="{reverse("documents:preview", args=[contract.pk])}' in page
    preview = desk.get(reverse("documents:preview", args=[contract.pk]))
    assert "frame-ancestors 'self'" in preview.headers["Content-Security-Policy"]
    assert preview.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert preview.headers["Content-Disposition"].startswith("inline")


def test_the_pdf_has_the_text_of_the_contract(desk: Client, employment: Employment):
    contract = issue_document(employment=employment, kind=CONTRACT)
    answer = desk.get(reverse("documents:pdf", args=[contract.pk]))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "ТРУДОВОЙ ДОГОВОР № 001/2026-ТД" in " ".join(text.split())


DOWNLOADS = [
    ("pdf", b"%PDF-", "application/pdf"),
    ("word", b"PK", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
]


@pytest.mark.parametrize(("view", "magic", "content_type"), DOWNLOADS)
def test_it_downloads_the_file_under_a_russian_name(
    desk: Client, contract: Document, view: str, magic: bytes, content_type: str
):
    answer = desk.get(reverse(f"documents:{view}", args=[contract.pk]))
    disposition = unquote(answer.headers["Content-Disposition"])
    assert answer.content.startswith(magic)
    assert answer.headers["Content-Type"] == content_type
    assert disposition.startswith("attachment; filename*=utf-8''Трудовой договор 001-2026-ТД Ив")


def test_a_file_is_kept_by_no_cache_and_guessed_by_no_browser(desk: Client, contract: Document):
    headers = desk.get(reverse("documents:pdf", args=[contract.pk])).headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_name_is_safe_on_every_file_system(contract: Document):
    contract.number = '1\\2:3*"?<>|'
    assert not set('\\/:*?"<>|') & set(file_name(contract, "pdf"))


def test_a_file_that_was_changed_in_the_storage_is_not_handed_out(desk: Client, contract: Document):
    stored_path(contract, "pdf").write_bytes(b"%PDF- another")
    answer = desk.get(reverse("documents:pdf", args=[contract.pk]))
    assert answer.status_code == 409
    assert "изменён после выпуска" in text_of(answer)


def test_it_voids_with_a_reason(desk: Client, contract: Document, officer: User):
    address = reverse("documents:void", args=[contract.pk])
    answer = desk.post(address, {"reason": "Опечатка в адресе"}, follow=True)
    contract.refresh_from_db()
    assert (contract.status, contract.voided_by) == ("voided", officer)
    assert "Опечатка в адресе" in text_of(answer)


def test_voiding_needs_a_reason(desk: Client, contract: Document):
    answer = desk.post(reverse("documents:void", args=[contract.pk]), {"reason": " "})
    assert "Причина : Обязательное поле." in text_of(answer)
    contract.refresh_from_db()
    assert contract.is_current


def test_a_document_is_voided_once(desk: Client, contract: Document, officer: User):
    void_document(document=contract, reason="Опечатка", voided_by=officer)
    answer = desk.post(reverse("documents:void", args=[contract.pk]), {"reason": "Ещё раз"})
    assert "уже недействителен" in text_of(answer)


def _verify(desk: Client, content: bytes) -> str:
    file = SimpleUploadedFile("contract.pdf", content)
    return text_of(desk.post(reverse("documents:verify"), {"file": file}))


def test_it_recognises_an_issued_file(desk: Client, contract: Document, officer: User):
    content = stored_path(contract, "pdf").read_bytes()
    assert "Подлинный и действует. Трудовой договор № 001/2026-ТД" in _verify(desk, content)
    void_document(document=contract, reason="Опечатка", voided_by=officer)
    assert "Подлинный, но аннулирован." in _verify(desk, content)


def test_it_does_not_recognise_a_strange_file(desk: Client):
    assert "Здесь не выпускался." in _verify(desk, b"%PDF-1.7 strange")


def test_a_huge_file_is_refused(desk: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("hr_docs.documents.forms.VERIFIED_SIZE_LIMIT", 1000)
    assert "Файл больше" in _verify(desk, b"x" * 1001)


@pytest.fixture
def pack(employment: Employment, officer: User) -> list[Document]:
    return freeze_pack(employment=employment, versions=pack_versions(), issued_by=officer)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({}, 3),
        ({"q": "001/2026-тд"}, 1),
        ({"q": "иванова анна"}, 3),
        ({"q": "сидоров"}, 0),
        ({"status": "voided"}, 0),
        ({"since": "2026-11-30", "until": "2026-11-30"}, 3),
        ({"since": "2026-12-01"}, 0),
        ({"since": "не дата"}, 3),
    ],
)
def test_the_register_is_searched_and_narrowed_down(desk: Client, pack, filters, count):
    assert len(rows_of(desk.get(REGISTER, filters))) == count


def test_the_register_shows_numbers_persons_and_who_issued(desk: Client, pack):
    contract = next(row for row in rows_of(desk.get(REGISTER)) if "ТД" in row)
    assert contract.startswith("001/2026-ТД")
    assert "Иванова Анна Петровна действует" in contract
    assert "Ольга" in contract


def test_an_empty_register_says_what_to_do(desk: Client):
    assert "Документов пока нет. Откройте карточку оператора" in text_of(desk.get(REGISTER))


def test_the_number_of_queries_does_not_grow_with_the_register(
    desk: Client, pack, django_assert_max_num_queries: DjangoAssertNumQueries
):
    with django_assert_max_num_queries(10):
        desk.get(REGISTER)

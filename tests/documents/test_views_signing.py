"""Pages of signing: the card, one mark, undoing, acquaintance, many at once, the desk, scans."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from employees.models import Acquaintance, EmployerLimit, Employment
from hr_docs.access.models import AuditEntry
from hr_docs.documents.issuing.packs import finish_file, freeze_pack, pack_versions
from hr_docs.documents.issuing.seen import mark_of
from hr_docs.documents.models import Document, Scan, SigningMark
from hr_docs.documents.signing import mark_document
from tests.documents.test_scans import pdf, picture
from tests.factories import make_employer
from tests.reading import rows_of, text_of

DAY = date(2026, 11, 30)
Step = SigningMark.Step

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel("2026-11-30T12:00:00+03:00", tick=True):
        yield


@pytest.fixture
def signer(officer: User) -> Client:
    """A browser of somebody who may note signing and read files."""
    wanted = ("sign_document", "read_files", "view_document", "view_employment")
    rights = [*wanted, "view_personal_data"]
    officer.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(officer)
    return client


def issue(employment: Employment) -> dict[str, Document]:
    frozen = freeze_pack(employment=employment, versions=pack_versions())
    for document in frozen:
        finish_file(document, "docx", b"PK a Word file")
        finish_file(document, "pdf", pdf(2))
    return {document.master.kind: document for document in frozen}


@pytest.fixture
def papers(employment: Employment) -> dict[str, Document]:
    return issue(employment)


@pytest.fixture
def contract(papers: dict[str, Document]) -> Document:
    return papers["employment_contract"]


@pytest.fixture
def undertaking(papers: dict[str, Document]) -> Document:
    return papers["confidentiality_undertaking"]


def _mark(client: Client, document: Document, step: Step, **answers):
    answers = {"step": step.value, "on": "2026-11-30"} | answers
    return client.post(reverse("documents:mark", args=[document.pk]), answers, follow=True)


def test_the_card_offers_the_next_steps_and_shows_where_each_paper_is(signer, undertaking):
    card = reverse("employees:employment", args=[undertaking.employment_id])
    before = next(row for row in rows_of(signer.get(card)) if "Обязательство" in row)
    assert "не выдан Выдан Подписан" in before
    answer = _mark(signer, undertaking, Step.SIGNED, next=card)
    assert answer.redirect_chain[-1][0] == card
    row = next(row for row in rows_of(answer) if "Обязательство" in row)
    assert "подписан 30.11.2026" in row
    assert "Внесено: Обязательство о неразглашении, № 001/2026-НР: подписан" in text_of(answer)


def test_a_day_before_the_papers_own_is_refused_in_our_words_not_the_browsers(signer, undertaking):
    Document.objects.filter(pk=undertaking.pk).update(dated=date(2026, 12, 2))
    card = signer.get(reverse("employees:employment", args=[undertaking.employment_id]))
    assert 'min="2026-12-02"' not in card.content.decode()
    answer = _mark(signer, undertaking, Step.SIGNED)
    assert "день 30.11.2026 раньше даты документа 02.12.2026" in text_of(answer)


def test_a_mark_is_in_the_audit_log(signer, undertaking, officer):
    _mark(signer, undertaking, Step.HANDED_OUT)
    entry = AuditEntry.objects.get(action="status")
    assert (entry.user, entry.details) == (officer, {"step": "handed_out", "on": "2026-11-30"})


def test_it_asks_for_a_reason_before_the_acquaintance(signer, contract):
    answer = _mark(signer, contract, Step.SIGNED)
    assert "До подписания договора работник не ознакомлен" in text_of(answer)
    assert not SigningMark.objects.exists()
    _mark(signer, contract, Step.SIGNED, reason="Ознакомлен устно")
    assert SigningMark.objects.get().reason == "Ознакомлен устно"


@pytest.mark.parametrize("address", ["https://example.com/", "//example.com", "javascript:x"])
def test_it_leads_to_no_other_host(signer, undertaking, address):
    answer = signer.post(
        reverse("documents:mark", args=[undertaking.pk]),
        {"step": "signed", "on": "2026-11-30", "next": address},
    )
    assert answer.headers["Location"] == reverse("documents:document", args=[undertaking.pk])


def test_a_mark_is_undone_with_a_reason_that_the_document_shows(signer, undertaking, officer):
    mark = mark_document(document=undertaking, step=Step.SIGNED, on=DAY, entered_by=officer)
    address = reverse("documents:mark_undo", args=[mark.pk])
    assert "Обязательное поле" in text_of(signer.post(address, {"reason": " "}))
    answer = signer.post(address, {"reason": "Не тот лист"}, follow=True)
    assert "Отменённые (1) подписан 30.11.2026 : Не тот лист Ольга" in text_of(answer)


def test_acquaintance_with_everything_is_entered_on_one_day(signer, employment, papers):
    address = reverse("documents:acquaintance", args=[employment.pk])
    answer = signer.post(address, {"on": "2026-11-30"}, follow=True)
    assert "Ознакомление до подписания ознакомлен" in text_of(answer)
    assert [each.read_on for each in Acquaintance.objects.all()] == [DAY, DAY]


def test_a_day_of_its_own_goes_before_the_common_one(signer, employment):
    address = reverse("documents:acquaintance", args=[employment.pk])
    signer.post(address, {"on": "2026-11-30", "job_description": "2026-11-27"})
    days = {bool(each.local_act): each.read_on for each in Acquaintance.objects.all()}
    assert days == {False: date(2026, 11, 27), True: DAY}


WRONG_DAYS = [
    ({"on": "2026-12-05"}, "Этот день ещё не наступил."),
    ({"on": ""}, "Укажите дату ознакомления."),
    ({"on": "2025-01-01"}, "раньше даты утверждения"),
]


@pytest.mark.parametrize(("answers", "words"), WRONG_DAYS)
def test_wrong_days_of_acquaintance_are_refused(signer, employment, answers, words):
    answer = signer.post(reverse("documents:acquaintance", args=[employment.pk]), answers)
    assert words in text_of(answer)
    assert not Acquaintance.objects.exists()


def test_many_are_shown_first_and_marked_after_that(signer, employment, papers):
    address = reverse("documents:sign_many")
    shown = signer.post(address, {"chosen": [employment.pk]})
    assert "Отметить подписанными 2 документа" in text_of(shown)
    assert not SigningMark.objects.exists()
    answers = {"chosen": [employment.pk], "on": "2026-11-30", "with_readings": "on"}
    done = signer.post(address, answers | {"confirm": mark_of(papers.values())})
    assert "Отмечено подписанными 3 документа." in text_of(done)
    assert SigningMark.objects.filter(step="signed").count() == 3
    assert AuditEntry.objects.filter(action="status").count() == 3


def test_what_was_not_shown_is_not_marked(signer, employment, papers):
    two = [paper for kind, paper in papers.items() if kind != "employment_contract"]
    answers = {"chosen": [employment.pk], "on": "2026-11-30", "with_readings": "on"}
    answer = signer.post(reverse("documents:sign_many"), answers | {"confirm": mark_of(two)})
    assert "Пока ничего не отмечено" in text_of(answer)
    assert "Отметить подписанными 3 документа" in text_of(answer)
    assert not SigningMark.objects.exists()


def test_a_wrong_day_for_many_marks_nothing(signer, employment, papers):
    shown = mark_of(papers[kind] for kind in ("job_description", "confidentiality_undertaking"))
    answers = {"chosen": [employment.pk], "on": "31.02.2026", "confirm": shown}
    answer = signer.post(reverse("documents:sign_many"), answers)
    assert "Введите правильную дату" in text_of(answer)
    assert not SigningMark.objects.exists()


def test_too_many_at_once_are_marked_in_parts(signer, employment, papers, monkeypatch):
    monkeypatch.setattr("hr_docs.documents.views.sign_many.PAPERS_AT_ONCE", 2)
    everything = {"with_readings": "on", "confirm": mark_of(papers.values())}
    answers = {"chosen": [employment.pk], "on": "2026-11-30"} | everything
    answer = signer.post(reverse("documents:sign_many"), answers)
    assert "Документов больше 2: сузьте список" in text_of(answer)
    assert not SigningMark.objects.exists()


def test_the_desk_marks_the_paper_that_is_found(signer, undertaking):
    answer = signer.post(reverse("documents:desk"), {"q": f" {undertaking.number} "})
    assert f"Подписан: Обязательство о неразглашении № {undertaking.number}" in text_of(answer)
    assert SigningMark.objects.get().document == undertaking


def test_the_desk_lets_choose_among_several(signer, papers):
    answer = signer.post(
        reverse("documents:desk"), {"q": "иванова"}, headers={"hx-request": "true"}
    )
    assert "найдено 3 неподписанных документа" in text_of(answer)
    assert "<html" not in answer.content.decode()
    assert not SigningMark.objects.exists()


def test_the_desk_says_why_not(signer, contract):
    answer = signer.post(reverse("documents:desk"), {"q": str(contract.pk)})
    assert "работник не ознакомлен" in text_of(answer)
    assert "Отметить другой датой или с причиной" in text_of(answer)
    answer = signer.post(reverse("documents:desk"), {"q": "999"})
    assert "нет действующих неподписанных документов" in text_of(answer)


def _upload(client: Client, document: Document, content: bytes, name: str = "scan.pdf"):
    file = SimpleUploadedFile(name, content)
    address = reverse("documents:scan_add", args=[document.pk])
    return client.post(address, {"file": file}, follow=True)


def test_a_scan_is_shown_beside_the_document(signer, contract):
    page = _upload(signer, contract, pdf()).content.decode()
    scan = Scan.objects.get()
    assert f'<iframe src="{reverse("documents:scan_file", args=[scan.pk])}' in page
    assert f'<iframe src="{reverse("documents:preview", args=[contract.pk])}' in page
    assert AuditEntry.objects.filter(action="uploaded").count() == 1


def test_a_picture_is_shown_as_a_picture(signer, contract):
    page = _upload(signer, contract, picture("PNG"), "scan.png").content.decode()
    assert f'<img src="{reverse("documents:scan_file", args=[Scan.objects.get().pk])}"' in page


def test_the_file_of_a_scan_is_private_and_guessed_by_no_browser(signer, contract):
    _upload(signer, contract, picture("PNG"), "x.html")
    answer = signer.get(reverse("documents:scan_file", args=[Scan.objects.get().pk]))
    assert answer.content == picture("PNG") or answer.content.startswith(b"\x89PNG")
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert AuditEntry.objects.filter(action="downloaded").count() == 1


def test_a_hostile_file_is_refused_on_the_page(signer, contract):
    assert "это программа. Нужен PDF, JPEG или PNG." in text_of(_upload(signer, contract, b"MZ\0"))
    assert not Scan.objects.exists()


def test_a_file_above_the_limit_is_refused_on_the_page(signer, contract, settings):
    settings.SCAN_MAX_MEGABYTES = 1
    answer = _upload(signer, contract, pdf() + bytes(2 * 1024 * 1024))
    assert "Файл больше 1 МБ: отсканируйте с разрешением 300 точек" in text_of(answer)
    assert not Scan.objects.exists()


def test_an_upload_without_a_file_says_so(signer, contract):
    answer = signer.post(reverse("documents:scan_add", args=[contract.pk]), {}, follow=True)
    assert "Выберите файл скана." in text_of(answer)


def test_an_upload_asks_for_the_token_of_the_form(officer, signer, contract):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)
    answer = strict.post(reverse("documents:scan_add", args=[contract.pk]))
    assert (answer.status_code, Scan.objects.count()) == (403, 0)


def test_a_wrong_scan_is_withdrawn_on_its_page(signer, contract):
    _upload(signer, contract, pdf())
    address = reverse("documents:scan_withdraw", args=[Scan.objects.get().pk])
    answer = signer.post(address, {"reason": "Чужой договор"}, follow=True)
    assert "отозван Чужой договор Ольга" in text_of(answer)
    assert '<iframe src="/documents/scans/' not in answer.content.decode()


def test_the_page_of_a_document_takes_as_many_queries_with_many_scans(
    signer, contract, django_assert_max_num_queries: DjangoAssertNumQueries
):
    for pages in range(1, 5):
        _upload(signer, contract, pdf(pages))
    with django_assert_max_num_queries(14):
        signer.get(reverse("documents:document", args=[contract.pk]))


def _addresses(document: Document, mark: SigningMark, scan: Scan) -> list[str]:
    return [
        reverse("documents:mark", args=[document.pk]),
        reverse("documents:mark_undo", args=[mark.pk]),
        reverse("documents:acquaintance", args=[document.employment_id]),
        reverse("documents:scan_add", args=[document.pk]),
        reverse("documents:scan_file", args=[scan.pk]),
        reverse("documents:scan_withdraw", args=[scan.pk]),
    ]


@pytest.fixture
def addresses(signer, undertaking, officer) -> list[str]:
    mark = mark_document(document=undertaking, step=Step.SIGNED, on=DAY, entered_by=officer)
    _upload(signer, undertaking, pdf())
    return _addresses(undertaking, mark, Scan.objects.get())


def test_nobody_gets_in_without_the_right(addresses, client):
    client.force_login(User.objects.create_user("nobody"))
    every = [*addresses, reverse("documents:sign_many"), reverse("documents:desk")]
    assert {client.post(address).status_code for address in every} == {403}


def test_papers_of_another_employer_are_not_there(addresses, signer, officer, undertaking):
    EmployerLimit.objects.create(user=officer).employers.add(make_employer())
    assert {signer.post(address).status_code for address in addresses} == {404}
    answer = signer.post(reverse("documents:desk"), {"q": undertaking.number})
    assert "нет действующих неподписанных документов" in text_of(answer)
    answer = signer.post(reverse("documents:sign_many"), {"chosen": [undertaking.employment_id]})
    assert "Никто не выбран" in text_of(answer)


def test_who_may_only_look_sees_no_buttons(undertaking, client):
    lawyer = User.objects.create_user("vera")
    rights = ("view_employment", "view_personal_data", "view_document", "read_files")
    lawyer.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    client.force_login(lawyer)
    card = client.get(reverse("employees:employment", args=[undertaking.employment_id]))
    page = client.get(reverse("documents:document", args=[undertaking.pk]))
    assert (card.status_code, page.status_code) == (200, 200)
    for answer in (card, page):
        assert reverse("documents:mark", args=[undertaking.pk]) not in answer.content.decode()

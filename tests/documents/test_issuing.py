"""Issuing: one reading of the records, frozen; files that can be made again; nothing lost."""

import hashlib
from datetime import date

import pytest

from employees.models import Employment
from hr_docs.documents.errors import IssueError, StoredFileError
from hr_docs.documents.issuing import drafting, packs
from hr_docs.documents.issuing.packs import (
    ensure_file,
    freeze_pack,
    issue_document,
    issue_pack,
    pack_versions,
    void_document,
)
from hr_docs.documents.masters import versions
from hr_docs.documents.models import Document, HiringPack, NumberCounter
from hr_docs.engine import DataError
from tests.documents.reading import docx_text, stored_path

pytestmark = pytest.mark.django_db
CONTRACT = "employment_contract"


@pytest.fixture
def frozen(employment):
    return freeze_pack(employment=employment, versions=pack_versions())


@pytest.mark.pdf
def test_it_issues_the_pack_in_the_order_of_signing(employment):
    documents = issue_pack(employment=employment)
    assert [document.master.kind for document in documents] == [
        "job_description",
        "confidentiality_undertaking",
        CONTRACT,
    ]
    assert all(d.docx_sha256 and d.pdf_sha256 for d in documents)
    assert {d.status for d in Document.objects.all()} == {"issued"}


def test_every_paper_of_the_pack_names_the_same_contract_number(frozen):
    numbers = {document.snapshot["договор"]["номер"] for document in frozen}
    assert numbers == {next(d.number for d in frozen if d.master.kind == CONTRACT)}


def test_it_gives_the_number_to_the_employment(frozen, employment):
    employment.refresh_from_db()
    assert employment.number == "001/2026-ТД"
    assert employment.status == Employment.Status.ISSUED


def test_a_changed_record_never_changes_an_issued_document(frozen, employment):
    before = [ensure_file(document, "docx") for document in frozen]
    operator = employment.operator
    operator.surname, operator.name_forms = "Переименованная", {}
    operator.save()
    again = [drafting.render_docx(Document.objects.get(pk=document.pk)) for document in frozen]
    assert again == before


def test_issuing_again_supersedes(frozen, employment):
    again = freeze_pack(employment=employment, versions=pack_versions())
    for old, new in zip(frozen, again, strict=True):
        old.refresh_from_db()
        assert (old.status, old.superseded_by_id) == ("superseded", new.pk)
    assert [d.sequence for d in again] == [2, 2, 2]


def test_a_gap_in_the_facts_issues_nothing_and_gives_the_number_back(employment):
    employment.operator.identity_issued_by = " "
    employment.operator.save()
    with pytest.raises(DataError) as error:
        freeze_pack(employment=employment, versions=pack_versions())
    assert "работник.документ.кем_выдан" in str(error.value)
    assert not Document.objects.exists()
    assert not HiringPack.objects.exists()
    assert not NumberCounter.objects.exists()


def test_it_says_what_is_in_the_way(employment):
    with pytest.raises(IssueError, match="позже даты документов"):
        issue_pack(employment=employment, on=date(2025, 1, 1))


def test_an_unknown_kind_is_refused(employment):
    with pytest.raises(IssueError, match="«invoice»"):
        issue_document(employment=employment, kind="invoice")


def test_a_crash_before_the_files_loses_nothing(frozen):
    document = Document.objects.get(pk=frozen[2].pk)
    content = ensure_file(document, "docx")
    assert "001/2026-ТД" in docx_text(content)
    assert document.docx_sha256 == hashlib.sha256(frozen[2].fresh_docx).hexdigest()
    assert stored_path(document, "docx").read_bytes() == content == frozen[2].fresh_docx


def test_a_failed_write_leaves_no_half_file(frozen, private_storage, monkeypatch):
    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hr_docs.storage.local.os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        ensure_file(frozen[0], "docx")
    assert [path for path in private_storage.rglob("*") if path.is_file()] == []
    monkeypatch.undo()
    assert ensure_file(Document.objects.get(pk=frozen[0].pk), "docx") == frozen[0].fresh_docx


def test_a_file_changed_on_the_disk_is_not_handed_out(frozen):
    ensure_file(frozen[0], "docx")
    stored_path(frozen[0], "docx").write_bytes(b"something else")
    with pytest.raises(StoredFileError, match="изменён после выпуска"):
        ensure_file(frozen[0], "docx")


@pytest.mark.pdf
@pytest.mark.parametrize("file_format", ["docx", "pdf"])
def test_a_lost_file_is_made_again_when_it_comes_out_the_same(frozen, file_format):
    issued = ensure_file(frozen[0], file_format)
    stored_path(frozen[0], file_format).unlink()
    document = Document.objects.get(pk=frozen[0].pk)
    assert ensure_file(document, file_format) == issued
    assert stored_path(document, file_format).read_bytes() == issued


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("file_format", "maker"), [("docx", "render_docx"), ("pdf", "docx_to_pdf")]
)
def test_a_lost_file_that_would_come_out_differently_is_not_replaced(
    frozen, monkeypatch, file_format, maker
):
    ensure_file(frozen[2], file_format)
    stored_path(frozen[2], file_format).unlink()
    document = Document.objects.get(pk=frozen[2].pk)
    monkeypatch.setattr(packs, maker, lambda _: b"as another version of the program makes it")
    with pytest.raises(StoredFileError, match=r"№ 001/2026-ТД нет в хранилище.*выпустите документ"):
        ensure_file(document, file_format)
    assert not stored_path(document, file_format).exists()


def test_a_paper_that_was_voided_before_it_had_a_file_has_none(frozen):
    void_document(document=frozen[0], reason="Ошибка", voided_by=None)
    document = Document.objects.get(pk=frozen[0].pk)
    with pytest.raises(IssueError, match="файла у него нет"):
        ensure_file(document, "docx")


def test_files_are_private(frozen):
    ensure_file(frozen[0], "docx")
    path = stored_path(frozen[0], "docx")
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


class TestVoiding:
    def test_the_number_stays_taken(self, frozen, employment):
        void_document(document=frozen[2], reason="Ошибка в дате", voided_by=None)
        again = issue_document_frozen(employment)
        assert again.number == "002/2026-ТД"
        frozen[2].refresh_from_db()
        assert (frozen[2].status, frozen[2].void_reason) == ("voided", "Ошибка в дате")

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_it_wants_a_reason(self, frozen, reason):
        with pytest.raises(IssueError, match="причину"):
            void_document(document=frozen[0], reason=reason, voided_by=None)

    def test_it_refuses_what_is_void_already(self, frozen):
        void_document(document=frozen[0], reason="Ошибка", voided_by=None)
        with pytest.raises(IssueError, match="уже недействителен"):
            void_document(document=frozen[0], reason="Ошибка", voided_by=None)

    def test_a_document_voided_before_its_files_has_none(self, frozen):
        document = void_document(document=frozen[0], reason="Ошибка", voided_by=None)
        with pytest.raises(IssueError, match="аннулирован"):
            ensure_file(document, "docx")


def issue_document_frozen(employment):
    return freeze_pack(employment=employment, versions=pack_versions([CONTRACT]))[0]


def test_a_new_file_of_the_master_is_the_next_version(employment, django_user_model):
    first = versions.current_version(CONTRACT)
    user = django_user_model.objects.create_user("lawyer")
    content = versions.shipped_file("job_description").read_bytes()
    added = versions.add_version(master=first.master, content=content, uploaded_by=user)
    assert (first.number, added.number) == (1, 2)
    assert versions.current_version(CONTRACT).pk == added.pk

"""A file is recognised: authentic, superseded, void, changed, unknown."""

import io
import zipfile

import pytest

from hr_docs.documents.issuing.packs import ensure_file, freeze_pack, pack_versions, void_document
from hr_docs.documents.verification import Verdict, verify_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def contract(employment):
    return freeze_pack(employment=employment, versions=pack_versions(["employment_contract"]))[0]


def with_another_body(docx: bytes) -> bytes:
    """The same package with one word of the text changed, as an editor would leave it."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace("Работодатель".encode(), "Заказчик".encode())
            new.writestr(name, content)
    return result.getvalue()


def test_it_knows_its_own_file(contract):
    found = verify_document(content=ensure_file(contract, "docx"))
    assert (found.verdict, found.document) == (Verdict.AUTHENTIC, contract)


def test_it_knows_a_superseded_one(contract, employment):
    content = ensure_file(contract, "docx")
    freeze_pack(employment=employment, versions=pack_versions(["employment_contract"]))
    found = verify_document(content=content)
    assert found.verdict is Verdict.SUPERSEDED
    assert found.document is not None
    assert found.document.superseded_by is not None
    assert found.document.superseded_by.number == "002/2026-ТД"


def test_it_knows_a_void_one(contract):
    content = ensure_file(contract, "docx")
    void_document(document=contract, reason="Ошибка", voided_by=None)
    assert verify_document(content=content).verdict is Verdict.VOIDED


def test_it_recognises_a_changed_word_file(contract):
    found = verify_document(content=with_another_body(ensure_file(contract, "docx")))
    assert (found.verdict, found.document) == (Verdict.CHANGED, contract)


@pytest.mark.pdf
def test_it_recognises_a_changed_pdf(contract):
    content = ensure_file(contract, "pdf")
    assert verify_document(content=content).verdict is Verdict.AUTHENTIC
    assert verify_document(content=content + b"\n%changed\n").verdict is Verdict.CHANGED


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7 broken", b"PK\x03\x04 broken"])
def test_it_does_not_know_a_strange_file(db, content):
    assert verify_document(content=content).verdict is Verdict.UNKNOWN

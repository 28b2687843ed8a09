"""Scans: taken by what is in them, kept privately; hostile files are refused in words."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from employees.models import Employment
from hr_docs.documents.errors import ScanError
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions
from hr_docs.documents.models import Document, Scan
from hr_docs.documents.scans import add_scan, read_scan, withdraw_scan
from hr_docs.documents.scans.content import inspect_scan


def picture(kind: str, size: tuple[int, int] = (300, 400)) -> bytes:
    file = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(file, kind)
    return file.getvalue()


def pdf(pages: int = 1, writer: PdfWriter | None = None) -> bytes:
    writer = writer or PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(300, 400)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def encrypted() -> bytes:
    writer = PdfWriter()
    writer.encrypt("secret", algorithm="RC4-128")
    return pdf(writer=writer)


def with_script() -> bytes:
    writer = PdfWriter()
    writer.add_open_action(JavaScript("app.alert(1)"))
    return pdf(writer=writer)


def with_attachment() -> bytes:
    writer = PdfWriter()
    writer.add_attachment("a.exe", b"MZ")
    return pdf(writer=writer)


def with_launch() -> bytes:
    """An annotation that starts a program when it is clicked."""
    writer = PdfWriter()
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("a.exe")}
    )
    writer.root_object[NameObject("/OpenAction")] = action
    return pdf(writer=writer)


def huge_png() -> bytes:
    """30,000 × 30,000 white points in a file of some kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(3751)) for _ in range(30_000)) + packer.flush()
    body = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def zip_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(50_000_000))
    return file.getvalue()


SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
)
HOSTILE = {
    "a program under the name of a PDF": (lambda: b"MZ\x90\x00" + bytes(500), "это программа"),
    "an SVG with a script": (lambda: SVG, "это текст с разметкой"),
    "an HTML page": (lambda: b"\n <html><script>alert(1)</script>", "это текст с разметкой"),
    "a Word file that is a zip bomb": (zip_bomb, "это документ Word или архив"),
    "nothing": (lambda: b"", "файл пуст"),
    "a PDF behind other bytes": (lambda: b"#!/bin/sh\n" + pdf(), "это не скан"),
    "an encrypted PDF": (encrypted, "защищён паролем"),
    "a PDF with JavaScript": (with_script, "В PDF есть сценарий JavaScript"),
    "a PDF with an attachment": (with_attachment, "В PDF есть вложенные файлы"),
    "a PDF that starts a program": (with_launch, "В PDF есть запуск программы"),
    "a PDF without pages": (lambda: pdf(0), "нет страниц"),
    "a PDF of a thousand pages": (lambda: pdf(1000), "страниц: 1000, можно не больше 200"),
    "a truncated PDF": (lambda: pdf(3)[:200], "PDF повреждён"),
    "a PDF in name only": (lambda: b"%PDF-1.7\nhello", "PDF повреждён"),
    "a huge PNG": (huge_png, "больше 40 млн точек"),
    "a truncated JPEG": (lambda: picture("JPEG")[:-3000], "Картинка повреждена"),
    "a truncated PNG": (lambda: picture("PNG")[:-3000], "Картинка повреждена"),
    "a JPEG in name only": (lambda: b"\xff\xd8\xff\xe0 hello", "Картинка повреждена"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_words(name: str):
    make, words = HOSTILE[name]
    with pytest.raises(ScanError, match=words):
        inspect_scan(make())


def test_a_huge_picture_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch):
    unpacked: list[object] = []
    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", unpacked.append)
    for content in (huge_png(), picture("PNG", (7000, 7000))):
        with pytest.raises(ScanError):
            inspect_scan(content)
    assert unpacked == []


GOOD = [(picture("PNG"), "png", 1), (picture("JPEG"), "jpeg", 1), (pdf(3), "pdf", 3)]


@pytest.mark.parametrize(("content", "kind", "pages"), GOOD, ids=["png", "jpeg", "pdf"])
def test_an_honest_scan_is_taken(content: bytes, kind: str, pages: int):
    found = inspect_scan(content)
    assert (found.kind, found.pages) == (kind, pages)


@pytest.fixture
def document(employment: Employment) -> Document:
    (document,) = freeze_pack(employment=employment, versions=pack_versions(["job_description"]))
    return document


def _add(document: Document, officer: User, content: bytes, name="Скан Иванова.pdf") -> Scan:
    file = SimpleUploadedFile(name, content)
    return add_scan(document=document, file=file, uploaded_by=officer)


def test_it_is_kept_under_a_name_that_tells_nothing(document, officer, private_storage: Path):
    scan = _add(document, officer, pdf(2))
    assert (scan.kind, scan.pages, scan.name) == ("pdf", 2, "Скан Иванова.pdf")
    assert str(scan.file.name).startswith("scans/")
    assert "Иванов" not in str(scan.file.name)
    assert read_scan(scan) == pdf(2)
    assert (private_storage / str(scan.file.name)).stat().st_mode & 0o077 == 0


def test_the_ending_is_that_of_the_content_not_of_the_name(document, officer):
    scan = _add(document, officer, picture("PNG"), "скан.exe")
    assert str(scan.file.name).endswith(".png")


def test_nothing_is_kept_of_a_refused_file(document, officer, private_storage: Path):
    with pytest.raises(ScanError):
        _add(document, officer, b"MZ")
    assert not Scan.objects.exists()
    assert not (private_storage / "scans").exists()


def test_the_same_file_is_not_kept_twice(document, officer, private_storage: Path):
    _add(document, officer, pdf())
    with pytest.raises(ScanError, match="уже приложен"):
        _add(document, officer, pdf())
    assert len([p for p in (private_storage / "scans").rglob("*") if p.is_file()]) == 1


def test_a_file_above_the_limit_is_refused(document, officer, settings):
    settings.SCAN_MAX_MEGABYTES = 1
    with pytest.raises(ScanError, match="Файл больше 1 МБ"):
        _add(document, officer, pdf() + bytes(1024 * 1024))


def test_a_file_that_was_changed_in_the_storage_is_not_handed_out(document, officer):
    scan = _add(document, officer, pdf())
    with default_storage.open(str(scan.file.name), "wb") as file:
        file.write(b"%PDF-1.7 another")
    with pytest.raises(ScanError, match="изменён"):
        read_scan(scan)
    default_storage.delete(str(scan.file.name))
    with pytest.raises(ScanError, match="нет в хранилище"):
        read_scan(scan)


def test_a_wrong_scan_is_withdrawn_with_a_reason_and_kept(document, officer):
    scan = _add(document, officer, pdf())
    with pytest.raises(ScanError, match="почему скан неверен"):
        withdraw_scan(scan=scan, reason=" ", withdrawn_by=officer)
    withdraw_scan(scan=scan, reason="Чужой договор", withdrawn_by=officer)
    with pytest.raises(ScanError, match="уже отозван"):
        withdraw_scan(scan=scan, reason="Ещё раз", withdrawn_by=officer)
    kept = Scan.objects.get()
    assert (kept.withdrawn_by, kept.withdraw_reason) == (officer, "Чужой договор")
    assert read_scan(kept) == pdf()
    assert _add(document, officer, pdf()).pk != kept.pk

"""Every page that takes a file in × every hostile file: a clear answer, and nothing is kept."""

import io
import struct
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from employees.models import Employment, SpreadsheetImport
from hr_docs.documents.issuing.packs import freeze_pack, pack_versions
from hr_docs.documents.models import Document, MasterUpload, Scan
from hr_docs.documents.verification import Verdict, verify_document
from hr_docs.documents.views import verify as verify_view
from tests.documents.test_scans_size import HEAD, Stream
from tests.employees.test_views_import import sent
from tests.factories import make_employment
from tests.reading import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NOTE = b'--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nnote\r\n'
PROGRAM = b"MZ\x90\x00" + bytes(500)


def bomb() -> bytes:
    """60 MB of zeros in each part that one of the pages looks into."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "docProps/core.xml", "word/document.xml"):
            archive.writestr(name, bytes(60_000_000))
    return file.getvalue()


NOT_KNOWN = "Здесь не выпускался."
EMPTY = "Отправленный файл пуст."
#: page: (name of a file it takes, bomb, SVG, program, empty, 200 MB)
ANSWERS = {
    "verify": ("договор.pdf", NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, EMPTY, "Файл больше 20,0"),
    "scan_add": (
        "скан.pdf",
        "это документ Word или архив. Нужен PDF, JPEG или PNG.",
        "это текст с разметкой (SVG или HTML). Нужен PDF, JPEG или PNG.",
        "это программа. Нужен PDF, JPEG или PNG.",
        "файл пуст. Нужен PDF, JPEG или PNG.",
        "Файл больше 20 МБ: отсканируйте",
    ),
    "master_take_upload": (
        "шаблон.docx",
        "архивную бомбу",
        "это веб-страница или XML, а не .docx",
        "это не документ Word (.docx)",
        EMPTY,
        "Файл больше 32,0",
    ),
    "master_add": (
        "шаблон.docx",
        "архивную бомбу",
        "это веб-страница или XML, а не .docx",
        "это не документ Word (.docx)",
        EMPTY,
        "Файл больше 32,0",
    ),
    "import_add": (
        "люди.xlsx",
        "Это не книга Excel",
        "Это не книга Excel",
        "Это не книга Excel",
        "пуст",
        "Файл больше 50,0",
    ),
}
FIELDS = {
    "note": "раздел 2",
    "title": "Приказ",
    "signing_order": 9,
    "number_mask": "{n}/{yyyy}",
    "operator_copies": 0,
}
HOSTILE = {"a zip bomb": bomb, "an SVG": lambda: SVG, "a program": lambda: PROGRAM, "": lambda: b""}
CASES = [
    (page, name, make, words)
    for page, (name, *answers) in ANSWERS.items()
    for make, words in zip(HOSTILE.values(), answers, strict=False)
]


@pytest.fixture
def everybody(officer: User) -> Client:
    """One who may upload everywhere."""
    User.objects.filter(pk=officer.pk).update(is_superuser=True)
    client = Client(raise_request_exception=False)
    client.force_login(officer)
    return client


@pytest.fixture
def paper(officer: User, settings: Settings, tmp_path: Path) -> Document:
    settings.MEDIA_ROOT = tmp_path / "media"
    employment: Employment = make_employment()
    return freeze_pack(
        employment=employment, versions=pack_versions(["employment_contract"]), issued_by=officer
    )[0]


def _address(page: str, paper: Document) -> str:
    if page == "import_add":
        return reverse("employees:import_add")
    arguments: dict[str, list[Any]] = {
        "scan_add": [paper.pk],
        "master_take_upload": ["employment_contract"],
    }
    return reverse(f"documents:{page}", args=arguments.get(page, []))


@pytest.fixture(autouse=True)
def nothing_is_kept() -> Iterator[None]:
    yield
    kept = (Scan.objects.count(), MasterUpload.objects.count())
    assert kept == (0, 0)
    assert not SpreadsheetImport.objects.exclude(status="refused").exists()


@pytest.mark.parametrize(("taker", "name", "make", "words"), CASES)
def test_a_hostile_file_is_answered_in_words(
    everybody: Client, paper: Document, taker: str, name: str, make: Callable[[], bytes], words: str
):
    data = FIELDS | {"form_key": uuid.uuid4(), "file": SimpleUploadedFile(name, make())}
    answer = sent(everybody, _address(taker, paper), data)
    assert answer.status_code in {200, 422}
    assert words in text_of(answer)


@pytest.mark.parametrize("taker", ANSWERS)
def test_two_hundred_megabytes_are_refused_in_words_and_held_nowhere(
    everybody: Client, paper: Document, settings: Settings, tmp_path: Path, taker: str
):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = str(temporary)
    stream = Stream(200, NOTE + HEAD.replace(b"a.pdf", b"a.docx"))
    environment: Any = {
        "wsgi.input": stream,
        "CONTENT_LENGTH": str(stream.length),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
    }
    answer: Any = everybody.generic("POST", _address(taker, paper), **environment)
    if answer.status_code == 302:
        answer = everybody.get(answer.headers["Location"])
    assert ANSWERS[taker][-1] in text_of(answer)
    assert list(temporary.iterdir()) == []


def test_a_page_that_takes_a_file_in_stands_in_the_table():
    """The forms with a file, counted where they are written."""
    forms = Path(verify_view.__file__).parents[3] / "templates"
    taking = [p.name for p in forms.rglob("*.html") if "multipart/form-data" in p.read_text()]
    assert set(taking) == {
        "verify.html",
        "scans_panel.html",
        "master_upload_form.html",
        "master_add.html",
        "import_add.html",
    }


def _damaged(method: int) -> bytes:
    """An archive whose core properties no decompressor takes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("docProps/core.xml", b"<x>" + bytes(range(256)) * 40)
    content = bytearray(file.getvalue())
    start = 42 + len("docProps/core.xml")  # behind the headers
    content[start : start + 40] = b"\xff" * 40
    return bytes(content)


def _with_a_far_directory() -> bytes:
    """An archive whose directory would stand before its first byte."""
    content = bytearray(_damaged(zipfile.ZIP_DEFLATED))
    end = content.rindex(b"PK\x05\x06")
    content[end + 16 : end + 20] = struct.pack("<I", 2**32 - 2)
    return bytes(content)


DAMAGED = {
    "deflate": lambda: _damaged(zipfile.ZIP_DEFLATED),
    "bzip2": lambda: _damaged(zipfile.ZIP_BZIP2),
    "lzma": lambda: _damaged(zipfile.ZIP_LZMA),
    "a far directory": _with_a_far_directory,
    "a body that is cut off": lambda: b"%PDF-1.7\n1 0 obj\n" + zlib.compress(b"x" * 999)[:-9],
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_not_known(name: str):
    assert verify_document(content=DAMAGED[name]()).verdict is Verdict.UNKNOWN

"""An upload far above the limit is refused while it arrives: neither memory nor disk holds it."""

import io
import tracemalloc
from pathlib import Path

import pytest
from django.core.files.uploadedfile import UploadedFile
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory
from django.urls import reverse

from hr_docs.documents.scans import most_bytes
from hr_docs.pages.uploads import LimitedUpload

MEGABYTE = 1024 * 1024
HEAD = (
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
    b"Content-Type: application/pdf\r\n\r\n"
)
TAIL = b"\r\n--x--\r\n"


class Stream(io.RawIOBase):
    """A request's body of so many megabytes that exists only as it is read."""

    def __init__(self, megabytes: int, head: bytes = HEAD) -> None:
        self.length = len(head) + megabytes * MEGABYTE + len(TAIL)
        self._head, self._left = head, megabytes * MEGABYTE
        self._tail = TAIL

    def read(self, size: int = -1) -> bytes:
        taken, self._head = self._head[:size], self._head[size:]
        filling = min(size - len(taken), self._left)
        self._left -= filling
        rest = size - len(taken) - filling
        tail, self._tail = self._tail[:rest], self._tail[rest:]
        return taken + bytes(filling) + tail


def _request(megabytes: int) -> WSGIRequest:
    stream = Stream(megabytes)
    return RequestFactory().generic(
        "POST",
        reverse("documents:scan_add", args=["6f1d5b3e-9d0e-4a43-8c0e-2f2f6a3f9f11"]),
        **{  # type: ignore[arg-type]  # the factory's own parameters are not among them
            "wsgi.input": stream,
            "CONTENT_LENGTH": str(stream.length),
            "CONTENT_TYPE": "multipart/form-data; boundary=x",
        },
    )


def _arrived(file) -> tuple[str, bool, bytes]:
    """The name, whether its size is told to be above the limit, the content."""
    return file.name, file.size > most_bytes(), file.read()


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, settings) -> Path:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


def test_two_hundred_megabytes_are_held_nowhere(temporary: Path):
    request = _request(200)
    request.upload_handlers.insert(0, LimitedUpload(request, most_bytes()))
    tracemalloc.start()
    files = request.FILES
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert _arrived(files["file"]) == ("a.pdf", True, b"")
    assert peak < 3 * MEGABYTE
    assert list(temporary.iterdir()) == []


def test_a_length_that_lies_changes_nothing(temporary: Path, monkeypatch):
    request = _request(30)
    monkeypatch.setattr("hr_docs.pages.uploads._FIELDS", 10**12)  # as if the length said nothing
    request.upload_handlers.insert(0, LimitedUpload(request, most_bytes()))
    assert _arrived(request.FILES["file"]) == ("a.pdf", True, b"")
    assert list(temporary.iterdir()) == []


def test_what_is_below_the_limit_arrives_whole():
    request = _request(5)
    request.upload_handlers.insert(0, LimitedUpload(request, most_bytes()))
    (file,) = request.FILES.values()
    assert isinstance(file, UploadedFile)
    assert file.size == 5 * MEGABYTE
    request.close()

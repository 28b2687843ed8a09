"""Uploads with a limit that holds while they arrive."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[..., HttpResponse]


class LimitedUpload(FileUploadHandler):
    """Lets the other handlers see `limit` bytes of a request's files, then drops the file.

    What is dropped is neither kept in memory nor written to the disk; `request.dropped_uploads`
    holds the names of its fields.
    """

    def __init__(self, request: HttpRequest, limit: int) -> None:
        super().__init__(request)
        self._limit, self._length, self._is_announced = limit, 0, False
        request.dropped_uploads = []  # type: ignore[attr-defined]  # read by dropped_uploads

    def handle_raw_input(self, *arguments: Any, **_options: Any) -> None:
        """Remember whether the request is too long as a whole: Django passes its length third."""
        content_length: int = arguments[2]
        self._is_announced = content_length > self._limit + _FIELDS

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self._is_announced:
            self._drop()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002
        """Count; Django calls it for each chunk."""
        self._length += len(raw_data)
        if self._length > self._limit:
            self._drop()
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":  # noqa: ARG002
        """The other handlers have the file."""
        return None

    def _drop(self) -> None:
        assert self.request is not None  # noqa: S101 — given on the way in
        self.request.dropped_uploads.append(self.field_name)  # type: ignore[attr-defined]
        raise SkipFile


_FIELDS = 64 * 1024  # of a request: its other fields and the headers of its parts


def limited_upload(limit: Callable[[], int]) -> Callable[[View], View]:
    """Take in no more bytes of files than `limit()`; see `dropped_uploads`.

    Handlers can only be chosen before the form is read, and the check of the form's token reads it:
    so this decorator asks for the token itself, afterwards.
    """

    def guard(view: View) -> View:
        protected = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            request.upload_handlers.insert(0, LimitedUpload(request, limit()))
            return protected(request, *args, **kwargs)

        return guarded

    return guard


def dropped_uploads(request: HttpRequest) -> list[str]:
    """Names of the form's fields whose files were too large."""
    return list(getattr(request, "dropped_uploads", ()))

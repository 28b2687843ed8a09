"""Uploads with a limit that holds while they arrive."""

import io
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[..., HttpResponse]


class LimitedUpload(FileUploadHandler):
    """Lets the other handlers see `limit` bytes of a request's files, then only counts.

    What is above is neither kept in memory nor written to the disk: the file arrives with its
    name, without content, and with a size above the limit, by which its form refuses it.
    """

    def __init__(self, request: HttpRequest, limit: int) -> None:
        super().__init__(request)
        self._limit, self._length, self._announced = limit, 0, 0

    def handle_raw_input(self, *arguments: Any, **_options: Any) -> None:
        """Remember whether the request is too long as a whole: Django passes its length third."""
        content_length: int = arguments[2]
        if content_length > self._limit + _FIELDS:
            self._announced = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Nobody else makes room for a file that is known to be too large."""
        super().new_file(*args, **kwargs)
        if self._is_over:
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002
        """Count; Django calls it for each chunk, and None keeps it from the other handlers."""
        was_over = self._is_over
        self._length += len(raw_data)
        if self._is_over and not was_over:
            self._give_up()
        return None if self._is_over else raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":  # noqa: ARG002
        """The other handlers have the file, unless it is too large."""
        if not self._is_over:
            return None
        size = max(self._length, self._announced)
        return UploadedFile(io.BytesIO(), self.file_name, self.content_type, size)

    def _give_up(self) -> None:
        """The others throw away what they have of the file, as if its sender had gone."""
        assert self.request is not None  # noqa: S101 — given on the way in
        for handler in self.request.upload_handlers:
            handler.upload_interrupted()

    @property
    def _is_over(self) -> bool:
        return max(self._length, self._announced) > self._limit


_FIELDS = 64 * 1024  # of a request: its other fields and the headers of its parts


def limited_upload(limit: Callable[[], int]) -> Callable[[View], View]:
    """Take in no more bytes of files than `limit()`; see `LimitedUpload`.

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

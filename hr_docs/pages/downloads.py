"""Files as answers: under a name that a person can read, framed by nobody but ourselves."""

import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "jpeg": "image/jpeg",
    "png": "image/png",
}
"""By the ending of a file's name."""


def safe_name(words: str) -> str:
    """The words without the signs that some file system does not take in a name."""
    return re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', " ", words).strip(" .")


def disposition(name: str, *, is_download: bool = True) -> str:
    """The header by which a browser saves a file under that name, or shows it."""
    return content_disposition_header(is_download, name) or "attachment"


def file_answer(content: bytes, name: str, *, is_download: bool = True) -> HttpResponse:
    """A whole file; the ending of its name is one of `CONTENT_TYPES`."""
    name = safe_name(name)
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[name.rpartition(".")[2]],
        headers={"Content-Disposition": disposition(name, is_download=is_download)},
    )


def framed_by_us(view: View) -> View:
    """Let what the view answers stand in a frame of our own pages; nothing else may be framed."""
    replaced: Any = csp_replace({"frame-ancestors": [SELF]})
    return cast("View", xframe_options_sameorigin(replaced(view)))

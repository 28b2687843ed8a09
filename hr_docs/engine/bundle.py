"""Many documents in one file: a ZIP, or one PDF to print.

A bundle appears under its name only when it is whole; its size does not show in memory.
"""

import io
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from uuid import uuid4

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from hr_docs.engine.errors import ConversionError
from hr_docs.engine.merging import PdfMerger

Content = bytes | Path | Callable[[], bytes]

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
# What Windows, macOS and Linux all accept in a file name.
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"\\|?*', "_") | {chr(code): "_" for code in range(32)})
_MAX_NAME = 120


def write_zip(target: Path | IO[bytes], entries: Iterable[tuple[str, Content]]) -> int:
    """Write a ZIP entry by entry, with no times in it; how many.

    A name may have folders, divided by "/"; what a file system would not take in it is replaced,
    a name that has been there gets a number. A callable content is made when its turn comes.
    """
    count = 0
    names: set[str] = set()
    with _whole(target) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(_unique(safe_name(name), names), _LONG_AGO)
            entry.compress_type = _compression(name)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, _read(content))
            count += 1
    return count


def safe_name(name: str) -> str:
    """A relative path that unpacks anywhere: no way upwards, no forbidden or trailing signs."""
    steps = [step.translate(_FORBIDDEN).strip(" .") for step in name.split("/")]
    kept = [_shortened(step) for step in steps if step]
    return "/".join(kept) or "_"


def _shortened(step: str) -> str:
    path = PurePosixPath(step)
    return path.stem[: _MAX_NAME - len(path.suffix)] + path.suffix[:_MAX_NAME]


def _unique(name: str, names: set[str]) -> str:
    path, number = PurePosixPath(name), 1
    while name.casefold() in names:
        number += 1
        name = str(path.with_stem(f"{path.stem} ({number})"))
    names.add(name.casefold())
    return name


def _compression(name: str) -> int:
    """Documents are compressed inside already."""
    return zipfile.ZIP_STORED if name.endswith((".docx", ".pdf")) else zipfile.ZIP_DEFLATED


def _read(content: Content) -> bytes:
    if isinstance(content, bytes):
        return content
    return content.read_bytes() if isinstance(content, Path) else content()


@dataclass(frozen=True, slots=True)
class Part:
    """One document to print: how often, and which of its pages, counted from 1 (None: all)."""

    content: Content
    copies: int = 1
    pages: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """What a PDF takes: its pages, blank ones included, and sheets of paper."""

    pages: int
    sheets: int


def print_pdf(parts: Iterable[Part], target: Path | IO[bytes], *, duplex: bool) -> Printed:
    """One PDF to print, copy after copy, document after document.

    `duplex`: on both sides of the sheet, each copy beginning on a sheet of its own; the blank page
    that this takes has the size of the page before it. Raises ConversionError for what is no PDF.
    """
    sheets = 0
    with _whole(target) as file:
        merger = PdfMerger(file)
        for part in parts:
            for number in range(part.copies):
                if duplex and merger.pages % 2:
                    merger.append_blank_page()
                if number:
                    merger.append_again()
                else:
                    taken = merger.append(_openable(part.content), part.pages)
                sheets += sheets_of(taken, duplex=duplex)
        merger.close()
    return Printed(merger.pages, sheets)


def sheets_of(pages: int, *, duplex: bool) -> int:
    """Sheets of paper for one copy of so many pages."""
    return (pages + 1) // 2 if duplex else pages


def page_count(pdf: bytes) -> int:
    """Raises ConversionError for what is no PDF."""
    try:
        return len(PdfReader(io.BytesIO(pdf)).pages)
    except (PyPdfError, ValueError) as error:
        raise ConversionError("файл не читается как PDF") from error


def _openable(content: Content) -> Path | bytes:
    """A file is read page by page, whatever else it holds."""
    return content if isinstance(content, bytes | Path) else content()


@contextmanager
def _whole(target: Path | IO[bytes]) -> Iterator[IO[bytes]]:
    """A file that takes its name when it is finished, and leaves nothing behind when it is not."""
    if not isinstance(target, Path):
        yield target
        return
    temporary = target.with_name(f".{target.name}.{uuid4().hex}")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

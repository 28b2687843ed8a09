"""What an uploaded file really is: its first bytes say the kind, opening it proves it."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from PIL import Image, ImageFile
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from hr_docs.documents.errors import ScanError

MAX_PIXELS = 40_000_000  # A4 at 600 dpi has 35 million
MAX_PAGES = 200
MAX_OBJECTS = 50_000  # of a PDF; a scan of one page has about ten

_lock = Lock()
_MAGIC = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpeg", b"\x89PNG\r\n\x1a\n": "png"}
_KNOWN_STRANGERS = {
    b"PK\x03\x04": "это документ Word или архив",
    b"MZ": "это программа",
    b"\x7fELF": "это программа",
    b"<": "это текст с разметкой (SVG или HTML)",
    b"GIF8": "это картинка GIF",
    b"II*\x00": "это картинка TIFF",
    b"MM\x00*": "это картинка TIFF",
    b"\xef\xbb\xbf<": "это текст с разметкой (SVG или HTML)",
}
# What can run, fetch or carry something else (ISO 32000-1: 7.11.4, 12.6.4, 12.7.8, 13.6.4).
_DANGEROUS_KEYS = {
    "/JS": "сценарий JavaScript",
    "/JavaScript": "сценарий JavaScript",
    "/EmbeddedFiles": "вложенные файлы",
    "/EmbeddedFile": "вложенные файлы",
    "/EF": "вложенные файлы",
    "/XFA": "форма XFA",
    "/RichMediaContent": "мультимедиа",
}
_DANGEROUS_NAMES = {
    "/JavaScript": "сценарий JavaScript",
    "/Launch": "запуск программы",
    "/ImportData": "загрузка данных",
    "/SubmitForm": "отправка данных",
    "/EmbeddedFile": "вложенные файлы",
    "/FileAttachment": "вложенные файлы",
}


@dataclass(frozen=True, slots=True)
class ScanContent:
    """The kind («pdf», «jpeg», «png») and the number of pages."""

    kind: str
    pages: int


def inspect_scan(content: bytes) -> ScanContent:
    """Open the file and say what it is. Raises ScanError, in Russian, for what is no scan."""
    kind = next((kind for magic, kind in _MAGIC.items() if content.startswith(magic)), "")
    if not kind:
        raise ScanError(f"Файл не принят: {_stranger(content)}. Нужен PDF, JPEG или PNG.")
    if kind == "pdf":
        return ScanContent(kind, _pdf_pages(content))
    _open_picture(content, kind)
    return ScanContent(kind, 1)


def _stranger(content: bytes) -> str:
    start = content.lstrip()
    found = (words for magic, words in _KNOWN_STRANGERS.items() if start.startswith(magic))
    return "файл пуст" if not content else next(found, "это не скан")


def _open_picture(content: bytes, kind: str) -> None:
    """Decode the whole picture, so that a truncated one is found; but first look at its size."""
    try:
        with _strictness(), warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[kind.upper()]) as picture:
                _refuse_huge(picture.width, picture.height)
                picture.load()
    except Image.DecompressionBombError:
        raise ScanError(_TOO_MANY_PIXELS) from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise ScanError(
            "Картинка повреждена или загружена не до конца: отсканируйте её ещё раз."
        ) from error


@contextmanager
def _strictness() -> Iterator[None]:
    """WeasyPrint has Pillow fill up truncated pictures for the whole process; not here."""
    with _lock:
        before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before


def _refuse_huge(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise ScanError(f"{_TOO_MANY_PIXELS} Сейчас в ней {width} × {height} точек.")


def _pdf_pages(content: bytes) -> int:
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise ScanError("PDF защищён паролем: сохраните его без защиты.")
        pages = len(reader.pages)
        _refuse_page_count(pages)
        for found in _dangers(reader):
            raise ScanError(f"В PDF есть {found}: в скане этого не бывает. Отсканируйте заново.")
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ScanError("PDF повреждён или загружен не до конца: отсканируйте ещё раз.") from error
    return pages


def _refuse_page_count(pages: int) -> None:
    if not pages:
        raise ScanError("В PDF нет страниц: отсканируйте ещё раз.")
    if pages > MAX_PAGES:
        raise ScanError(f"В PDF страниц: {pages}, можно не больше {MAX_PAGES}.")


def _dangers(reader: PdfReader) -> Iterator[str]:
    """What the file carries besides pages, wherever its trailer leads; streams stay packed."""
    waiting: list[PdfObject | None] = [reader.trailer]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
            if len(seen) > MAX_OBJECTS:
                yield "слишком много объектов"
            value = value.get_object()
        if isinstance(value, DictionaryObject):
            yield from _in_dictionary(value)
            waiting += [value.raw_get(key) for key in value]
        elif isinstance(value, ArrayObject):
            waiting += list.__iter__(value)


def _in_dictionary(value: DictionaryObject) -> Iterator[str]:
    for key in value:
        if key in _DANGEROUS_KEYS:
            yield _DANGEROUS_KEYS[key]
    for key in ("/S", "/Type", "/Subtype"):
        name = value.get(key)
        if isinstance(name, str) and name in _DANGEROUS_NAMES:
            yield _DANGEROUS_NAMES[name]


_TOO_MANY_PIXELS = (
    f"В картинке больше {MAX_PIXELS // 1_000_000} млн точек: отсканируйте с разрешением 300 точек "
    "на дюйм."
)

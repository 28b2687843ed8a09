"""Whether an .xlsx file is safe to open: judged by its ZIP directory and raw parts.

openpyxl reads the styles, the shared strings and every part it is pointed to into memory without a
limit of its own, hence the limits here, before it sees the file.
"""

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO
from xml.parsers import expat

from employees.importing.errors import UnusableFile

MAX_FILE_BYTES = 50 * 2**20
MAX_UNPACKED_BYTES = 400 * 2**20
MAX_SHARED_STRINGS_BYTES = 100 * 2**20
MAX_OTHER_PART_BYTES = 20 * 2**20
MAX_PARTS = 2_000
MAX_RATIO = 200
"""How many times a part may shrink; sheets of equal rows come near 100, a bomb reaches 1,000."""
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_CHUNK = 64 * 2**10
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    NotImplementedError,  # a compression method that zipfile does not know
    OSError,
    RuntimeError,  # an encrypted part
    ValueError,
)
_SAVE_AS = "Откройте его в Excel и сохраните как «Книга Excel (.xlsx)»."


def check_size(path: Path) -> None:
    """Refuse a file that is missing, empty or larger than any list of operators."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnusableFile(f"Файл {path} не читается.", "Проверьте путь и права.") from error
    if not path.is_file():
        raise UnusableFile(f"{path} — не файл.", "Укажите файл .xlsx или .csv.")
    if size == 0:
        raise UnusableFile("Файл пустой (0 байт).", "Сохраните таблицу заново.")
    if size > MAX_FILE_BYTES:
        raise UnusableFile(
            f"Файл слишком велик: {size // 2**20} МБ, предел {MAX_FILE_BYTES // 2**20} МБ.",
            "Уберите лишние листы и картинки или разделите список на несколько файлов.",
        )


def looks_like_workbook(path: Path) -> bool:
    """Whether the first bytes are those of an Excel book, whatever the file is called."""
    with path.open("rb") as file:
        head = file.read(8)
    return head.startswith((b"PK\x03\x04", _OLE_MAGIC))


def check_archive(path: Path) -> None:
    """Refuse what is not a plain .xlsx: an old or encrypted book, macros, links, a ZIP bomb."""
    _check_signature(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(archive)
            _check_parts(archive)
    except _BROKEN_ARCHIVE as error:
        raise UnusableFile("Файл .xlsx повреждён: архив не читается.", _SAVE_AS) from error


def _check_signature(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    if head.startswith(_OLE_MAGIC):
        if _ENCRYPTED in head or _ENCRYPTED in path.read_bytes():
            raise UnusableFile(
                "Книга Excel защищена паролем.", "Снимите пароль и сохраните её заново."
            )
        raise UnusableFile("Это книга старого формата (.xls).", _SAVE_AS)
    if not head.startswith(b"PK"):
        raise UnusableFile("Это не книга Excel (.xlsx), хотя файл так называется.", _SAVE_AS)


def _check_directory(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "mimetype" in names:
        raise UnusableFile("Это таблица LibreOffice (.ods).", "Сохраните её как «Excel (.xlsx)».")
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise UnusableFile("Это не книга Excel (.xlsx).", "Нужен файл .xlsx или .csv.")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise UnusableFile("В книге есть макросы.", "Сохраните её как .xlsx без макросов.")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise UnusableFile(
            "Книга ссылается на другие книги.",
            "Разорвите связи (Данные → Изменить связи) и сохраните её заново.",
        )
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise _bomb()
    if any(_is_bomb(part) for part in parts):
        raise _bomb()


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    is_dense = part.file_size > MAX_OTHER_PART_BYTES and (
        part.file_size > part.compress_size * MAX_RATIO
    )
    return is_dense or part.file_size > _limit(part.filename)


def _limit(name: str) -> int:
    """Unpacked bytes that a part may have; a sheet has only the limit of the whole."""
    if _SHEET.fullmatch(name):
        return MAX_UNPACKED_BYTES
    return MAX_SHARED_STRINGS_BYTES if name == "xl/sharedStrings.xml" else MAX_OTHER_PART_BYTES


def _bomb() -> UnusableFile:
    return UnusableFile(
        "Книга распаковывается в непомерный объём: так выглядят повреждённые и вредоносные файлы.",
        "Скопируйте таблицу в новую книгу и сохраните её.",
    )


def _check_parts(archive: zipfile.ZipFile) -> None:
    """The content types tell a macro book by its other name; no part needs a document type."""
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise UnusableFile("Это книга с макросами (.xlsm).", "Сохраните её как .xlsx без макросов.")
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as file:
                _check_prolog(file)


def _check_prolog(file: IO[bytes]) -> None:
    """Read up to the root element, whatever the encoding; a document type may declare entities."""
    seen: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_args: seen.append("doctype")
    parser.StartElementHandler = lambda *_args: seen.append("root")
    while not seen and (chunk := file.read(_CHUNK)):
        parser.Parse(chunk)
    if seen[:1] == ["doctype"]:
        raise UnusableFile(
            "В книге есть объявление типа документа (DOCTYPE), чего Excel не пишет.",
            "Скопируйте таблицу в новую книгу и сохраните её.",
        )

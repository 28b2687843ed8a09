"""ZIP archives of other people, read safely; our own, written the same to the byte every time.

Sizes are counted while unpacking and never taken from the archive's own headers. The writer knows
only what a Word package needs (PKWARE APPNOTE 4.3: local headers, central directory, no ZIP64), and
takes entries that are already deflated, so that what does not change is compressed once.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from hr_docs.engine.errors import TemplateError

MAX_ENTRIES = 2_000
MAX_PACKED = 32 * 1024 * 1024
MAX_UNPACKED = 128 * 1024 * 1024
MAX_RATIO = 250
RATIO_COUNTS_FROM = 1024 * 1024
_CHUNK = 256 * 1024
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# 1 January 1980, 00:00 — the first moment that a ZIP can hold.
_TIME, _DATE = 0, 0x21
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION, _UTF8, _DEFLATED = 20, 0x800, 8


def unpack(archive: bytes) -> dict[str, bytes]:
    """Every file of the archive by its name, in the archive's order; folders are left out.

    Raises TemplateError for a broken, encrypted, oversized or misleading archive.
    """
    if len(archive) > MAX_PACKED:
        raise TemplateError(f"файл больше {MAX_PACKED // 2**20} МБ: уменьшите картинки в нём")
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as source:
            return _unpack_all(source)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error) as error:
        raise _damaged() from error
    except (NotImplementedError, RuntimeError, OSError, ValueError, OverflowError) as error:
        raise _damaged() from error


def _damaged() -> TemplateError:
    return TemplateError("файл повреждён и не открывается: сохраните его в Word заново")


def _unpack_all(source: zipfile.ZipFile) -> dict[str, bytes]:
    entries = source.infolist()
    if len(entries) > MAX_ENTRIES:
        raise TemplateError(f"в файле больше {MAX_ENTRIES} частей: это не документ Word")
    _check_names([entry.filename for entry in entries])
    files: dict[str, bytes] = {}
    room = MAX_UNPACKED
    for entry in entries:
        if entry.is_dir():
            continue
        _check_entry(entry)
        files[entry.filename] = _read(source, entry, room)
        room -= len(files[entry.filename])
    return files


def _check_names(names: list[str]) -> None:
    # Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
    if len({name.casefold() for name in names}) != len(names):
        raise TemplateError("в файле две части с одним именем: сохраните его в Word заново")
    for name in names:
        steps = name.rstrip("/").split("/")
        if "\\" in name or ":" in name or "\0" in name or not {"", ".", ".."}.isdisjoint(steps):
            raise TemplateError(
                f"недопустимое имя части «{name[:80]}»: файл подделан или повреждён"
            )


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise TemplateError("файл защищён паролем: снимите пароль и сохраните файл заново")
    if entry.compress_type not in _METHODS:
        raise TemplateError("файл сжат способом, которого нет в Word: сохраните его в Word заново")


def _read(source: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """Unpack one entry; stop as soon as it takes more than `room` or its ratio is a bomb's."""
    content = bytearray()
    with source.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            bomb = len(content) > max(RATIO_COUNTS_FROM, MAX_RATIO * max(entry.compress_size, 1))
            if len(content) > room or bomb:
                raise TemplateError(
                    f"часть «{entry.filename}» распаковывается в слишком большой объём: "
                    "файл похож на архивную бомбу"
                )
    return bytes(content)


class Packed(NamedTuple):
    """One file of an archive, deflated and ready to be written."""

    name: bytes
    checksum: int
    size: int
    deflated: bytes


def compress(name: str, content: bytes, level: int) -> Packed:
    """One entry; `level` is zlib's, 1 (quick) to 9 (small)."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = deflate.compress(content) + deflate.flush()
    return Packed(name.encode(), zlib.crc32(content), len(content), deflated)


def pack(entries: Iterable[Packed]) -> bytes:
    """A ZIP of the entries in their order: no clock, no attributes, no comments."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, checksum, size, deflated in entries:
        sizes = (checksum, len(deflated), size, len(name), 0)
        head = _LOCAL.pack(b"PK\3\4", _VERSION, _UTF8, _DEFLATED, _TIME, _DATE, *sizes)
        body += (head, name, deflated)
        stamps = (_VERSION, _VERSION, _UTF8, _DEFLATED, _TIME, _DATE)
        directory.append(_CENTRAL.pack(b"PK\1\2", *stamps, *sizes, 0, 0, 0, 0, offset) + name)
        offset += len(head) + len(name) + len(deflated)
    index = b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(index), offset, 0)
    return b"".join((*body, index, end))

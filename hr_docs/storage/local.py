"""A private folder: nobody else on the machine reads it, a crash leaves no half file."""

import os
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

PRIVATE_FOLDER = 0o700
AT_ONCE = 8  # a flush is waiting for the most part, and the disk answers many together


class PrivateStorage(FileSystemStorage):
    """Files of mode 0600 in folders of mode 0700 below MEDIA_ROOT."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"allow_overwrite": True} | kwargs)

    def _save(self, name: str, content: "File[Any]") -> str:
        path = Path(self.path(name))
        make_private_folder(path.parent)
        write_atomically(path, content.chunks())
        _flush(path.parent)  # the new name too: its hash is entered in the database next
        return name


def make_private_folder(folder: Path) -> None:
    """Make the folder and every missing one above it, closed to others from the start."""
    if not folder.is_dir():
        make_private_folder(folder.parent)
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def write_atomically(path: Path, content: Iterable[bytes], *, flush: bool = True) -> None:
    """Write under a temporary name, flush to the disk, rename: a crash leaves no half file.

    Without `flush` that holds for a crash of the program; many copies are flushed at their end.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(content)
            file.flush()
            if flush:
                os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def flush_files(paths: Sequence[Path]) -> None:
    """Have files that were written without a flush, and their names, on the disk."""
    folders = {path.parent for path in paths}
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for _ in threads.map(_flush, [*paths, *folders]):
            pass


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

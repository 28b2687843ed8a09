"""The file of an import: taken from the upload, lent to a worker, deleted."""

import hashlib
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path, PurePath

from django.contrib.auth.models import User
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from employees.models import SpreadsheetImport
from hr_docs.texts import one_line

FOLDER = "imports"
_LONGEST_NAME = 200
_ORPHAN_AFTER = timedelta(days=1)


def take_upload(*, file: "File[bytes]", user: User, form_key: uuid.UUID) -> SpreadsheetImport:
    """Store an uploaded table and its record; the same form sent again gives the same import."""
    known = SpreadsheetImport.objects.filter(form_key=form_key, user=user).first()
    if known is not None:
        return known
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    with transaction.atomic():
        spreadsheet, is_new = SpreadsheetImport.objects.get_or_create(
            form_key=form_key,
            defaults={
                "name": one_line(PurePath(file.name or "").name)[-_LONGEST_NAME:],
                "size": file.size or 0,
                "sha256": digest.hexdigest(),
                "user": user,
                "queued_at": timezone.now(),
            },
        )
        if is_new:
            spreadsheet.file.save(file.name or "", file)
    return spreadsheet


@contextmanager
def local_copy(spreadsheet: SpreadsheetImport) -> Iterator[Path]:
    """The file on this machine, wherever the storage is; readable to nobody else."""
    with tempfile.TemporaryDirectory(prefix="import-") as folder:
        path = Path(folder) / "table"
        with spreadsheet.file.open("rb") as stored, path.open("wb") as copy:
            shutil.copyfileobj(stored, copy)
        yield path


def drop_file(spreadsheet: SpreadsheetImport) -> None:
    """Delete the file as soon as the transaction is committed; the caller empties the field."""
    if spreadsheet.file.name:
        transaction.on_commit(partial(default_storage.delete, spreadsheet.file.name))


def drop_orphans() -> int:
    """Delete files that no import names: a crash may leave one behind. Returns how many."""
    if not default_storage.exists(FOLDER):
        return 0
    known = set(SpreadsheetImport.objects.exclude(file="").values_list("file", flat=True))
    names = {f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]} - known
    latest = timezone.now() - _ORPHAN_AFTER
    old = [name for name in names if default_storage.get_modified_time(name) < latest]
    for name in old:
        default_storage.delete(name)
    return len(old)

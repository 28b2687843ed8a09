"""Keeping scans: private, under a random name, with their hash."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from hr_docs.documents.errors import ScanError
from hr_docs.documents.models import Document, Scan
from hr_docs.documents.scans.content import inspect_scan
from hr_docs.texts import one_line


def most_bytes() -> int:
    """The largest scan that is kept, by `SCAN_MAX_MEGABYTES`."""
    return int(settings.SCAN_MAX_MEGABYTES) * 1024 * 1024


def add_scan(*, document: Document, file: "UploadedFile[Any]", uploaded_by: User) -> Scan:
    """Check the file by its content and keep it beside the document, whatever became of that.

    Raises ScanError with nothing kept.
    """
    if file.size is None or file.size > most_bytes():
        raise ScanError(
            f"Файл больше {settings.SCAN_MAX_MEGABYTES} МБ: отсканируйте с разрешением 300 точек "
            "на дюйм или разделите на части."
        )
    content = file.read()
    found = inspect_scan(content)
    sha256 = hashlib.sha256(content).hexdigest()
    if document.scans.filter(sha256=sha256, withdrawn_at__isnull=True).exists():
        raise ScanError("Этот файл уже приложен к документу.")
    scan = Scan(
        document=document,
        kind=found.kind,
        name=one_line(file.name or "")[-200:] or f"scan.{found.kind}",
        size=len(content),
        pages=found.pages,
        sha256=sha256,
        uploaded_by=uploaded_by,
    )
    scan.file.save(f"scan.{found.kind}", ContentFile(content), save=False)
    return _saved(scan)


def _saved(scan: Scan) -> Scan:
    """The row after its file; without a row no file stays."""
    try:
        with transaction.atomic():
            scan.save()
    except BaseException as error:
        scan.file.delete(save=False)
        if isinstance(error, IntegrityError):
            raise ScanError("Этот файл уже приложен к документу.") from error
        raise
    return scan


def read_scan(scan: Scan) -> bytes:
    """The stored bytes. Raises ScanError when they are not the ones that were uploaded."""
    try:
        with scan.file.storage.open(str(scan.file.name)) as file:
            content: bytes = file.read()
    except FileNotFoundError:
        raise ScanError("Файла скана нет в хранилище: восстановите его из архива.") from None
    if hashlib.sha256(content).hexdigest() != scan.sha256:
        raise ScanError("Файл скана в хранилище изменён: восстановите его из архива.")
    return content


@transaction.atomic
def withdraw_scan(*, scan: Scan, reason: str, withdrawn_by: User) -> Scan:
    """Take back a wrong scan; it is kept, with the reason."""
    reason = " ".join(reason.split())
    if not reason:
        raise ScanError("Укажите, почему скан неверен.")
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    if scan.withdrawn_at is not None:
        raise ScanError("Этот скан уже отозван.")
    scan.withdrawn_at, scan.withdrawn_by, scan.withdraw_reason = (
        timezone.now(),
        withdrawn_by,
        reason,
    )
    scan.save(update_fields=["withdrawn_at", "withdrawn_by", "withdraw_reason"])
    return scan

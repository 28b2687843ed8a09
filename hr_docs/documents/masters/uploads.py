"""From an uploaded Word file to the current version of a master: checked, looked at, accepted."""

import hashlib
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from hr_docs.documents.errors import MasterError, MasterRefusedError
from hr_docs.documents.masters.checking import check_master, fault_row
from hr_docs.documents.masters.versions import add_version, newest_version, version_in_force
from hr_docs.documents.models import MasterUpload, MasterVersion, WordMaster


def checked_report(content: bytes, master: WordMaster) -> list[dict[str, Any]]:
    """The warnings of the check, to be kept with the file; `MasterRefusedError` for errors."""
    faults = check_master(content, master.kind, for_everybody=master.in_hiring_pack)
    report = [fault_row(fault) for fault in faults]
    if any(row["severity"] == "error" for row in report):
        raise MasterRefusedError(report)
    return report


def take_upload(
    *, master: WordMaster, content: bytes, uploaded_by: User, note: str = ""
) -> MasterUpload:
    """Check a Word file and keep it until its author makes it current or takes it back.

    Raises `MasterRefusedError` for a file with errors, of which nothing is kept.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    current = version_in_force(master)
    if current is not None and current.sha256 == sha256:
        raise MasterError(f"Этот файл уже действует: это версия {current.number}.")
    report = checked_report(content, master)
    with transaction.atomic():
        MasterUpload.objects.filter(master=master, uploaded_by=uploaded_by).delete()
        return MasterUpload.objects.create(
            master=master,
            content=content,
            sha256=sha256,
            report=report,
            note=note,
            uploaded_by=uploaded_by,
        )


@transaction.atomic
def accept_upload(
    *, upload: MasterUpload, warnings_accepted: bool, seen: int | None = None
) -> MasterVersion:
    """Make an uploaded file the current version.

    `seen` is the number of the version that its author compared it with (None: there was none);
    a file that was prepared from another one must not silently undo what came between.
    """
    if upload.report and not warnings_accepted:
        raise MasterError("Прочитайте предупреждения и отметьте, что согласны с ними.")
    WordMaster.objects.select_for_update().get(pk=upload.master_id)
    current = newest_version(upload.master)
    if (current.number if current else None) != seen:
        raise MasterError(
            "Пока вы смотрели, действующей стала другая версия: сравните файл с ней ещё раз."
        )
    version = add_version(
        master=upload.master,
        content=bytes(upload.content),
        uploaded_by=upload.uploaded_by,
        report=upload.report,
        note=upload.note,
    )
    upload.delete()
    return version


@transaction.atomic
def discard_upload(*, upload: MasterUpload) -> None:
    """Take an uploaded file back; a kind that never had another file goes with it."""
    master = upload.master
    upload.delete()
    if not master.versions.exists() and not master.uploads.exists():
        master.delete()


@transaction.atomic
def restore_version(*, version: MasterVersion, restored_by: User) -> MasterVersion:
    """Make an older version current again: as the next version, with the same file."""
    current = newest_version(version.master)
    if current is not None and current.sha256 == version.sha256:
        raise MasterError("Эта версия и так действует.")
    return add_version(
        master=version.master,
        content=bytes(version.content),
        uploaded_by=restored_by,
        report=version.report,
        note=f"Возвращена версия {version.number}",
    )

"""Versions of the Word masters: registering them, and compiled templates ready to render."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from hr_docs.documents.errors import IssueError
from hr_docs.documents.models import MasterVersion, WordMaster
from hr_docs.engine import WordTemplate

COMPILED_TEMPLATES = 16  # a handful of kinds, some versions each


@transaction.atomic
def add_version(
    *,
    master: WordMaster,
    content: bytes,
    uploaded_by: User | None = None,
    report: list[dict[str, Any]] | None = None,
    note: str = "",
) -> MasterVersion:
    """Make this Word file the current version; the same file twice stays one version.

    `report` is what the check said of it, `note` what its author changed. Raises the engine's
    `TemplateError` when the file is not a usable template.
    """
    _opened(content)
    WordMaster.objects.select_for_update().get(pk=master.pk)
    sha256 = hashlib.sha256(content).hexdigest()
    current = newest_version(master)
    if current is not None and current.sha256 == sha256:
        return current
    last = master.versions.aggregate(last=Max("number"))["last"] or 0
    return MasterVersion.objects.create(
        master=master,
        number=last + 1,
        content=content,
        sha256=sha256,
        uploaded_by=uploaded_by,
        report=report or [],
        note=note,
    )


def newest_version(master: WordMaster) -> MasterVersion | None:
    """The version that is current, without its file; None while a kind has none."""
    versions = MasterVersion.objects.without_files().filter(master=master)
    found: MasterVersion | None = versions.order_by("number").last()
    return found


def shipped_file(kind: str) -> Path:
    """The Word file that the product ships for a kind; it may not exist."""
    return Path(settings.WORD_MASTERS_DIR) / f"{kind}.docx"


def current_version(kind: str) -> MasterVersion:
    """The newest version of a kind's master.

    While nobody has uploaded one, the shipped file is registered when it is new or has changed
    with the product; once HR uploaded its own, shipped files no longer take over.
    """
    versions = MasterVersion.objects.without_files().select_related("master")
    newest = versions.filter(master__kind=kind).order_by("number").last()
    try:
        master = newest.master if newest else WordMaster.objects.get(kind=kind)
    except WordMaster.DoesNotExist:
        raise IssueError(f"Нет вида документа «{kind}».") from None
    found = _shipped_or(newest, master)
    if found is None:
        raise IssueError(f"Для вида «{master.title}» не загружен шаблон Word.")
    return found


def version_in_force(master: WordMaster) -> MasterVersion | None:
    """As `current_version`; None while the kind has no Word file at all."""
    return _shipped_or(newest_version(master), master)


def masters_with_newest() -> list[WordMaster]:
    """All kinds in the order of the pack; `newest` is the current version, None for none yet.

    `waiting_uploads` are the files that wait to be made current.
    """
    masters = list(WordMaster.objects.with_newest())
    for master in masters:
        newest = next(iter(master.newest_versions), None)  # type: ignore[attr-defined]
        master.newest = _shipped_or(newest, master)  # type: ignore[attr-defined]
    return masters


def _shipped_or(newest: MasterVersion | None, master: WordMaster) -> MasterVersion | None:
    """The version in force, after what the product ships has been registered."""
    shipped = shipped_file(master.kind)
    if (newest is not None and newest.uploaded_by_id is not None) or not shipped.is_file():
        return newest
    content = shipped.read_bytes()
    if newest is not None and newest.sha256 == hashlib.sha256(content).hexdigest():
        return newest
    return add_version(master=master, content=content)


@lru_cache(maxsize=COMPILED_TEMPLATES)
def _opened(content: bytes) -> WordTemplate:
    """A file that is registered is soon filled, and opening it takes long."""
    return WordTemplate(content)


@lru_cache(maxsize=COMPILED_TEMPLATES)
def _compiled(sha256: str) -> WordTemplate:
    version = MasterVersion.objects.filter(sha256=sha256).earliest("pk")
    return _opened(bytes(version.content))


def compiled_template(version: MasterVersion) -> WordTemplate:
    """The version's template, compiled once per process: equal hashes are equal files."""
    return _compiled(version.sha256)

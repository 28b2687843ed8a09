"""Versions of the Word masters: registering them, and compiled templates ready to render."""

import hashlib
from functools import lru_cache
from pathlib import Path

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
    *, master: WordMaster, content: bytes, uploaded_by: User | None = None
) -> MasterVersion:
    """Make this Word file the current version; the same file twice stays one version.

    Raises the engine's `TemplateError` when the file is not a usable template.
    """
    WordTemplate(content)
    WordMaster.objects.select_for_update().get(pk=master.pk)
    sha256 = hashlib.sha256(content).hexdigest()
    current = master.versions.defer("content").order_by("number").last()
    if current is not None and current.sha256 == sha256:
        return current
    last = master.versions.aggregate(last=Max("number"))["last"] or 0
    return MasterVersion.objects.create(
        master=master, number=last + 1, content=content, sha256=sha256, uploaded_by=uploaded_by
    )


def shipped_file(kind: str) -> Path:
    """The Word file that the product ships for a kind; it may not exist."""
    return Path(settings.WORD_MASTERS_DIR) / f"{kind}.docx"


def current_version(kind: str) -> MasterVersion:
    """The newest version of a kind's master.

    While nobody has uploaded one, the shipped file is registered when it is new or has changed
    with the product; once HR uploaded its own, shipped files no longer take over.
    """
    versions = MasterVersion.objects.filter(master__kind=kind).select_related("master")
    newest = versions.defer("content").order_by("number").last()
    if newest is not None and newest.uploaded_by_id is not None:
        return newest
    master = newest.master if newest else _master(kind)
    shipped = shipped_file(kind)
    if shipped.is_file():
        content = shipped.read_bytes()
        if newest is None or newest.sha256 != hashlib.sha256(content).hexdigest():
            return add_version(master=master, content=content)
    if newest is None:
        raise IssueError(f"Для вида «{master.title}» не загружен шаблон Word.")
    return newest


def _master(kind: str) -> WordMaster:
    try:
        return WordMaster.objects.get(kind=kind)
    except WordMaster.DoesNotExist:
        raise IssueError(f"Нет вида документа «{kind}».") from None


@lru_cache(maxsize=COMPILED_TEMPLATES)
def _compiled(sha256: str) -> WordTemplate:
    version = MasterVersion.objects.filter(sha256=sha256).earliest("pk")
    return WordTemplate(bytes(version.content))


def compiled_template(version: MasterVersion) -> WordTemplate:
    """The version's template, compiled once per process: equal hashes are equal files."""
    return _compiled(version.sha256)

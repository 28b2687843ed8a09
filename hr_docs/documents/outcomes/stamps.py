"""What an outcome was computed from besides the employment's own records, as a short stamp.

The law, the words of the master, the employer with its acts, sites and signatories, positions and
tiers: many employments share them and they are few, so their contents are read and hashed anew
each time. No flag that somebody forgets to set decides whether an outcome still counts.
"""

import hashlib
import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import BinaryField, F, Field, IntegerField, JSONField, Model, QuerySet, Value
from django.db.models.functions import JSONObject

import hr_docs.documents.legal
import hr_docs.law
from employees.models import Employer, LocalAct, Signatory, Site
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.legal.promises import Promises, current_promises, promises_of
from hr_docs.documents.masters.versions import shipped_file
from hr_docs.documents.models import EnteredFigure, EnteredYear, MasterVersion
from job_descriptions.models import ExperienceTier, Position

_OWNED: tuple[type[Model], ...] = (LocalAct, Signatory, Site)
_COMMON: tuple[type[Model], ...] = (Position, ExperienceTier)
_EVERYBODY, _CONTRACT = 0, -1
"""Stand for the employer: of records that all employers share, of versions of the contract."""


def current_stamps() -> dict[int, str]:
    """The stamp of every employer's contracts by the employer's id; one query.

    Taken before the law is read that contracts are checked against: what changes in between
    leaves their outcomes out of date, not wrong.
    """
    contents: dict[int, list[str]] = defaultdict(list)
    for owner, row in _rows():
        contents[owner].append(row)
    promises = _promises(contents.pop(_CONTRACT, []))
    words = sorted(promise.name for promise in promises)
    shared = [_code(), *words, *sorted(contents.pop(_EVERYBODY, []))]
    return {owner: _hash(str(owner), *shared, *sorted(rows)) for owner, rows in contents.items()}


def _rows() -> list[tuple[int, str]]:
    """Every shared record as text, with the id of its employer."""
    parts = [
        _texts(Employer.objects.all(), F("pk")),
        *(_texts(model._default_manager.all(), F("employer_id")) for model in _OWNED),
        *(_texts(model._default_manager.all(), Value(_EVERYBODY)) for model in _COMMON),
        _texts(EnteredFigure.objects.in_use(), Value(_EVERYBODY)),
        _texts(EnteredYear.objects.in_use(), Value(_EVERYBODY)),
        _texts(MasterVersion.objects.filter(master__kind=CONTRACT_KIND), Value(_CONTRACT)),
    ]
    first, *others = parts
    return [
        (owner, json.dumps(row, sort_keys=True, ensure_ascii=False))
        for owner, row in first.union(*others, all=True)
    ]


def _texts(rows: QuerySet[Any], owner: "F | Value") -> Any:  # rows of a union have no type
    names = {field.attname: F(field.attname) for field in _plain_fields(rows.model)}
    kind = {"kind_of_record": Value(rows.model._meta.label)}
    rows = rows.order_by().annotate(
        owner_of_record=_as_integer(owner), content_of_record=JSONObject(**names, **kind)
    )
    return rows.values_list("owner_of_record", "content_of_record")


def _as_integer(owner: "F | Value") -> "F | Value":
    return Value(owner.value, output_field=IntegerField()) if isinstance(owner, Value) else owner


def _plain_fields(model: type[Model]) -> "list[Field[object, object]]":
    """Declensions are for printing: the check asks nothing of them.

    An entered year is never changed, so the moment it was entered stands for its days, as the
    hash of a Word file does for the file.
    """
    fields = model._meta.concrete_fields
    return [field for field in fields if not isinstance(field, JSONField | BinaryField)]


def _promises(versions: list[str]) -> Promises:
    """What the contract in use promises; the shipped file becomes its first version."""
    if not versions:
        return current_promises()
    newest = max(map(json.loads, versions), key=lambda version: version["number"])
    return promises_of(MasterVersion(sha256=newest["sha256"]))


@cache
def _code() -> str:
    """Rules, figures, how records become facts, the contract: an upgrade may change them all."""
    folders = (Path(hr_docs.law.__file__).parent, Path(hr_docs.documents.legal.__file__).parent)
    files = sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".yaml"}
    )
    shipped = [path for path in [shipped_file(CONTRACT_KIND)] if path.is_file()]
    contents = (path.read_bytes() for path in [*files, *shipped])
    return _hash(*(hashlib.sha256(content).hexdigest() for content in contents))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()

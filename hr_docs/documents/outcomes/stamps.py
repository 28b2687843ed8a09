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

from django.db.models import F, Field, IntegerField, JSONField, Model, Value
from django.db.models.functions import JSONObject

import hr_docs.documents.legal
import hr_docs.law
from employees.models import Employer, LocalAct, Signatory, Site
from hr_docs.documents.legal.checking import Law
from job_descriptions.models import ExperienceTier, Position

_OWNED: tuple[type[Model], ...] = (LocalAct, Signatory, Site)
_COMMON: tuple[type[Model], ...] = (Position, ExperienceTier)
_EVERYBODY = 0
"""Stands for the employer of records that all employers share."""


def current_stamps(law: Law) -> dict[int, str]:
    """The stamp of every employer's contracts by the employer's id; one query."""
    contents: dict[int, list[str]] = defaultdict(list)
    for owner, row in _rows():
        contents[owner].append(row)
    shared = [_code(), _of_law(law), *sorted(contents.pop(_EVERYBODY, []))]
    return {owner: _hash(str(owner), *shared, *sorted(rows)) for owner, rows in contents.items()}


def _rows() -> list[tuple[int, str]]:
    """Every shared record as text, with the id of its employer."""
    parts = [
        _texts(Employer, F("pk")),
        *(_texts(model, F("employer_id")) for model in _OWNED),
        *(_texts(model, Value(_EVERYBODY)) for model in _COMMON),
    ]
    first, *others = parts
    return [
        (owner, json.dumps(row, sort_keys=True, ensure_ascii=False))
        for owner, row in first.union(*others, all=True)
    ]


def _texts(model: type[Model], owner: "F | Value") -> Any:  # rows of a union have no type
    names = {field.attname: F(field.attname) for field in _plain_fields(model)}
    kind = {"kind_of_record": Value(model._meta.label)}
    rows = model._default_manager.order_by().annotate(
        owner_of_record=_as_integer(owner), content_of_record=JSONObject(**names, **kind)
    )
    return rows.values_list("owner_of_record", "content_of_record")


def _as_integer(owner: "F | Value") -> "F | Value":
    return Value(owner.value, output_field=IntegerField()) if isinstance(owner, Value) else owner


def _plain_fields(model: type[Model]) -> "list[Field[object, object]]":
    """Declensions are for printing: the check asks nothing of them."""
    return [field for field in model._meta.concrete_fields if not isinstance(field, JSONField)]


def _of_law(law: Law) -> str:
    """The figures that people entered, and what the contract in use promises."""
    reference = law.reference
    entered = [repr(figure) for figure in reference.figures if figure.author]
    years = [
        repr((year, sorted(year.days_off), sorted(year.working_saturdays), sorted(year.short_days)))
        for _, year in sorted(reference.calendar.years.items())
        if year.author
    ]
    return _hash(*entered, *years, *sorted(promise.name for promise in law.promises))


@cache
def _code() -> str:
    """The rules, their figures, and how records become facts: an upgrade may change them all."""
    folders = (Path(hr_docs.law.__file__).parent, Path(hr_docs.documents.legal.__file__).parent)
    files = sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in {".py", ".yaml"}
    )
    return _hash(*(hashlib.sha256(path.read_bytes()).hexdigest() for path in files))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()

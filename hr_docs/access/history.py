"""The history of records: its beginning, and who is behind a change that no request made."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from django.utils import timezone

Record = TypeVar("Record", bound=Model)

BEGUN = "запись до начала истории"
AT_ONCE = 1_000


def begin_history(apps: Any, app: str, models: Iterable[str]) -> None:
    """Note the records that exist already: without that a first change has no «before».

    `apps` are those of a migration, `models` names such as «Operator».
    """
    for name in models:
        past = apps.get_model(app, f"Historical{name}")
        kept = {field.attname for field in past._meta.concrete_fields}
        now = {"history_date": timezone.now(), "history_type": "+", "history_change_reason": BEGUN}
        rows: list[Any] = []
        records = apps.get_model(app, name).objects.order_by("pk").values()
        for values in records.iterator(chunk_size=AT_ONCE):
            rows.append(past(**now, **{key: values[key] for key in kept & values.keys()}))
            if len(rows) == AT_ONCE:
                past.objects.bulk_create(rows)
                rows.clear()
        past.objects.bulk_create(rows)


def changed_by(record: Record, user: AbstractBaseUser | None, reason: str = "") -> Record:
    """The same record, which notes this user and this reason whenever it is saved from now on.

    Within a request the history knows its user itself.
    """
    if user is not None:
        record._history_user = user  # type: ignore[attr-defined]  # read by django-simple-history
    record._change_reason = reason or None  # type: ignore[attr-defined]  # the same
    return record

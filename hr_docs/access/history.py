"""The history of records: its beginning, and who is behind a change that no request made."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection
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


def note_added(
    model: type[Model], ids: Sequence[int], *, user: AbstractBaseUser | None, reason: str
) -> None:
    """Begin the history of records that were inserted in bulk, copied within the database.

    `bulk_create_with_history` would send each of them there a second time: for an import of 10,000
    rows it takes half as long again.
    """
    _note(model, ids, kind="+", user=user, reason=reason)


def note_changed(
    model: type[Model], ids: Sequence[int], *, user: AbstractBaseUser | None, reason: str
) -> None:
    """Go on with the history of records that were changed in bulk, as `note_added` begins it."""
    _note(model, ids, kind="~", user=user, reason=reason)


def _note(
    model: type[Model],
    ids: Sequence[int],
    *,
    kind: str,
    user: AbstractBaseUser | None,
    reason: str,
) -> None:
    past = model.history.model  # type: ignore[attr-defined]  # the library has no types
    quote = connection.ops.quote_name
    copied = ", ".join(quote(field.column) for field in past.tracked_fields)
    noted = {
        "history_date": connection.ops.adapt_datetimefield_value(timezone.now()),
        "history_type": kind,
        "history_change_reason": reason,
        "history_user": user.pk if user else None,
    }
    columns = [past._meta.get_field(name) for name in noted]
    names = ", ".join(quote(column.column) for column in columns)
    values = ", ".join(map(_placeholder, columns))
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        chosen = ", ".join(["%s"] * len(part))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {quote(past._meta.db_table)} ({copied}, {names}) "  # noqa: S608 names of our own models
                f"SELECT {copied}, {values} FROM {quote(model._meta.db_table)} "
                f"WHERE {quote(past._meta.get_field(model._meta.pk.name).column)} IN ({chosen})",
                [*noted.values(), *part],
            )


def _placeholder(column: Any) -> str:
    """PostgreSQL has to be told the type of a value that it selects; SQLite would convert it."""
    is_told = connection.vendor == "postgresql"
    return f"CAST(%s AS {column.db_type(connection)})" if is_told else "%s"


def changed_by(record: Record, user: AbstractBaseUser | None, reason: str = "") -> Record:
    """The same record, which notes this user and this reason whenever it is saved from now on.

    Within a request the history knows its user itself.
    """
    if user is not None:
        record._history_user = user  # type: ignore[attr-defined]  # read by django-simple-history
    record._change_reason = reason or None  # type: ignore[attr-defined]  # the same
    return record

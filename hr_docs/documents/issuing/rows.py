"""Rows that are changed many at a time, each to values of its own."""

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import Model


def update_each(records: Collection[Model], fields: Collection[str]) -> None:
    """Write these fields of every record, all of one model.

    `bulk_update` builds an expression for every value, which takes ten times as long as the
    database does; one statement with other values each time needs none.
    """
    if not records:
        return
    options: Any = next(iter(records))._meta
    columns = [options.get_field(name) for name in fields]
    quote = connection.ops.quote_name
    changes = ", ".join(f"{quote(column.column)} = %s" for column in columns)
    statement = (
        f"UPDATE {quote(options.db_table)} SET {changes} "  # noqa: S608 names of our own models
        f"WHERE {quote(options.pk.column)} = %s"
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            statement, [_values(record, [*columns, options.pk]) for record in records]
        )


def _values(record: Model, columns: Collection[Any]) -> list[Any]:
    return [
        column.get_db_prep_save(getattr(record, column.attname), connection) for column in columns
    ]

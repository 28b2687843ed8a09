"""Which records refer to some records, whatever app they belong to.

Documents and runs stand in apps that this one does not know: the models themselves tell.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, Model

from employees.models import Employment, ImportRow

Found = dict[Any, set[str]]
"""By primary key: the kinds of record that refer to it, as a user calls them."""


def referring(
    model: type[Model], ids: Collection[int | None], *, except_for: Collection[int | None] = ()
) -> Found:
    """Everything that refers to these records, but for the rows of imports.

    `except_for` are employments that do not count.
    """
    found: Found = defaultdict(set)
    for relation in _relations(model):
        rows = _rows(relation, ids)
        if relation.related_model is Employment:
            rows = rows.exclude(pk__in=except_for)
        _note(found, relation, rows)
    return found


def made_since(model: type[Model], ids: Collection[int | None], since: datetime | None) -> Found:
    """What was made since that moment and refers to these records: what notes when it was made."""
    found: Found = defaultdict(set)
    for relation in _relations(model):
        if made := _time_of_making(relation.related_model):
            _note(found, relation, _rows(relation, ids).filter(**{f"{made}__gte": since}))
    return found


def _relations(model: type[Model]) -> Iterator[Any]:
    for relation in model._meta.related_objects:
        if relation.related_model is not ImportRow and not relation.many_to_many:
            yield relation


def _rows(relation: Any, ids: Collection[int | None]) -> Any:
    rows = relation.related_model._base_manager.order_by()
    return rows.filter(**{f"{relation.field.name}__in": ids})


def _note(found: Found, relation: Any, rows: Any) -> None:
    name = str(relation.related_model._meta.verbose_name_plural)
    for pk in rows.values_list(relation.field.attname, flat=True).distinct():
        found[pk].add(name)


def _time_of_making(model: Any) -> str | None:
    fields = model._meta.concrete_fields
    return next((f.name for f in fields if isinstance(f, DateTimeField) and f.auto_now_add), None)

"""Who uses a reference record: told before it is changed, and what forbids deleting it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Model, ProtectedError, Q

PAPERS_ARE_OUT = ("issued", "signed", "ended")


@dataclass(frozen=True, slots=True)
class Usage:
    """`contracts` name the record, `issued` of them have papers; `others` are further records.

    `others` are pairs: what refers to it, as users call it, and how many.
    """

    contracts: int
    issued: int
    others: tuple[tuple[str, int], ...]

    @property
    def is_used(self) -> bool:
        """Whether the record must stay."""
        return bool(self.contracts or self.others)


class InUseError(Exception):
    """Something refers to the record, so it is not deleted."""


def usage_of(record: Model) -> Usage:
    """Counts of everything that refers to a stored record; of an unsaved one nothing does."""
    if record._state.adding:
        return Usage(0, 0, ())
    contracts = issued = 0
    others = []
    for relation in _relations(record):
        rows = _rows(relation, record)
        if relation.get_accessor_name() == "employments":
            is_issued = Q(status__in=PAPERS_ARE_OUT)
            found = rows.aggregate(all=Count("pk"), issued=Count("pk", filter=is_issued))
            contracts, issued = found["all"], found["issued"]
        elif count := rows.count():
            others.append((str(relation.related_model._meta.verbose_name_plural), count))
    return Usage(contracts, issued, tuple(others))


@transaction.atomic
def delete_unused(*, record: Model) -> None:
    """Delete a record that nothing refers to. Raises InUseError."""
    list(type(record)._default_manager.select_for_update().filter(pk=record.pk))
    if usage_of(record).is_used:
        raise InUseError
    try:
        record.delete()
    except ProtectedError as error:
        raise InUseError from error


def _relations(record: Model) -> Iterator[Any]:
    """Relations of other records to this one; history and the like hide theirs."""
    for relation in record._meta.related_objects:
        if not relation.hidden:
            yield relation


def _rows(relation: Any, record: Model) -> Any:
    return relation.related_model._base_manager.filter(**{relation.field.name: record.pk})

"""All that a row would do to the records, as one short text to compare."""

import hashlib
import json
from typing import Any

from django.db.models import Model

from employees.importing.staging import Before, StagedRow

_DERIVED = {"id", "name_forms", "search_key", "created_at", "updated_at"}


def fingerprint(row: StagedRow) -> str:
    """The same for the same records, values and changes; another one as soon as any differs."""
    employment = row.employment
    deed = {
        "outcome": row.outcome.value,
        "operator": _deed(row.operator, row.operator_before),
        "employment": _deed(employment, row.employment_before) if employment else None,
        "status": employment.status if employment else "",
    }
    text = json.dumps(deed, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def raw(value: Any) -> Any:
    """A value as the database keeps it: the key of a record instead of the record."""
    return value.pk if isinstance(value, Model) else value


def _deed(record: Model, before: Before) -> Any:
    if record.pk is None:
        fields = [field for field in record._meta.concrete_fields if field.name not in _DERIVED]
        return {field.name: getattr(record, field.attname) for field in fields}
    changes = {name: [raw(old), raw(getattr(record, name))] for name, old in before.items()}
    return [record.pk, changes]

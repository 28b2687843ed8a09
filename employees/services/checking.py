"""The order in which a record is checked before it is saved."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import CharField, Model

from employees.rules import Problem
from hr_docs.texts import one_line

Record = TypeVar("Record", bound=Model)


def check(
    record: Record,
    *,
    normalise: Callable[[Record], list[Problem]] | None = None,
    rules: Callable[[Record], list[Problem]] | None = None,
) -> None:
    """Tidy the texts, normalise, clean the fields, apply the rules, then ask the constraints.

    Each step needs the one before it, so the first one that finds something ends the check. The
    constraints come last, as a net: their wording is poorer than that of the rules. Raises
    ValidationError with messages by field.
    """
    _tidy_texts(record)
    _clean(record, normalise(record) if normalise else [])
    if rules:
        refuse(rules(record))
    record.validate_unique()
    record.validate_constraints()


def refuse(problems: Iterable[Problem]) -> None:
    """Raise ValidationError when there is a problem."""
    by_field: dict[str, list[str]] = {}
    for problem in problems:
        by_field.setdefault(problem.field, []).append(str(problem))
    if by_field:
        raise ValidationError(by_field)


def _clean(record: Model, problems: list[Problem]) -> None:
    """Django's own messages beside ours, one set for a field."""
    errors: dict[str, list[str]] = {}
    for problem in problems:
        errors.setdefault(problem.field, []).append(str(problem))
    try:
        record.clean_fields(exclude=set(errors))
    except ValidationError as error:
        errors.update(error.message_dict)
    if errors:
        raise ValidationError(errors)


def _tidy_texts(record: Model) -> None:
    for field in record._meta.concrete_fields:
        if isinstance(field, CharField) and not field.choices:
            setattr(record, field.attname, one_line(getattr(record, field.attname)))

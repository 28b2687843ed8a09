"""Operators: saving with identifiers, declensions and the search key."""

import re
from functools import partial

from django.db import transaction

from employees.models import Operator
from employees.models.limit import Visitor
from employees.models.operator import search_key
from employees.rules import Problem, operator_problems
from employees.services.checking import check
from employees.services.identifiers import normalise_operator
from employees.services.uniqueness import identity_problems
from hr_docs.russian import PersonName, declensions
from hr_docs.russian.declensions import PersonEdits

NAME_FIELDS = frozenset({"surname", "name", "patronymic", "gender"})
"""The fields that the declension is made from."""


@transaction.atomic
def save_operator(
    *, operator: Operator, name_edits: PersonEdits | None = None, reader: Visitor | None = None
) -> Operator:
    """Validate and save an operator.

    The declension is proposed, or made again after a change of the name; `name_edits` holds the
    forms that HR has changed by hand, and only those. `reader` reads the reasons of a refusal:
    they name no operator whom he may not see.
    """
    check(operator, normalise=normalise_operator, rules=partial(_problems, reader=reader))
    complete_operator(operator, is_renamed=_is_renamed(operator))
    operator.name_forms = declensions.edit_person(operator.name_forms, name_edits or {})
    operator.save()
    return operator


def _problems(operator: Operator, *, reader: Visitor | None) -> list[Problem]:
    return [*operator_problems(operator), *identity_problems(operator, reader=reader)]


def complete_operator(operator: Operator, *, is_renamed: bool) -> None:
    """Set what is derived from the other fields: the declension and the search key."""
    operator.name_forms = declensions.refresh_person(
        operator.name_forms,
        PersonName(operator.surname, operator.name, operator.patronymic),
        gender="m" if operator.gender == "m" else "f",
        is_renamed=is_renamed,
    )
    phone = re.sub(r"[^0-9]", "", operator.phone)
    operator.search_key = search_key(f"{operator.full_name} {operator.personnel_number} {phone}")


def _is_renamed(operator: Operator) -> bool:
    """Whether the stored record has another name or gender than the one about to be saved."""
    stored = Operator.objects.filter(pk=operator.pk).values(*NAME_FIELDS).first()
    return stored is not None and any(
        getattr(operator, field) != value for field, value in stored.items()
    )

"""Operators who are probably the person that is being entered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q

from employees.models import Employment, Operator
from employees.models.operator import search_key
from employees.services.identifiers import normalise_operator

Reader = User | AnonymousUser

AT_MOST = 5
TELLING = (
    "surname",
    "name",
    "patronymic",
    "birth_date",
    "identity_document",
    "identity_series",
    "identity_number",
    "snils",
    "inn",
    "phone",
)
"""Fields of the form that tell one person from another."""

_PERSON, _DOCUMENT, _SNILS, _INN, _PHONE = (
    "те же имя и дата рождения",
    "тот же документ",
    "тот же СНИЛС",
    "тот же ИНН",
    "тот же телефон",
)


@dataclass(frozen=True, slots=True)
class Similar:
    """One of them: a card to look at, and in which respects he is the same, without values."""

    employment: Employment
    reasons: tuple[str, ...]


def similar_to(operator: Operator, *, user: Reader) -> list[Similar]:
    """Of the operators that the user may see; `operator` is unsaved, with fields as typed.

    Documents and numbers are compared for users who may see them: an answer would tell others
    whose they are. Two queries.
    """
    normalise_operator(operator)
    tests = dict(_tests(operator, sees_numbers=user.has_perm(Operator.guarded_by)))
    if not tests:
        return []
    condition = Q()
    for test in tests.values():
        condition |= test
    found = Operator.objects.visible_to(user).filter(condition).exclude(pk=operator.pk)
    operators = list(found.order_by("search_key", "pk")[:AT_MOST])
    cards = _newest(operators, user)
    return [
        Similar(cards[each.pk], tuple(_reasons(operator, each, tests)))
        for each in operators
        if each.pk in cards
    ]


def _tests(operator: Operator, *, sees_numbers: bool) -> Iterator[tuple[str, Q]]:
    """A condition for each respect in which there is something to compare."""
    phone = re.sub(r"[^0-9]", "", operator.phone)
    if phone:
        yield _PHONE, Q(search_key__endswith=f" {phone}")
    if not sees_numbers:
        return
    if operator.surname and operator.name and isinstance(operator.birth_date, date):
        name = search_key(operator.full_name)
        yield _PERSON, Q(search_key__startswith=f"{name} ", birth_date=operator.birth_date)
    if operator.identity_number:
        fields = ("identity_document", "identity_series", "identity_number")
        yield _DOCUMENT, Q(**{field: getattr(operator, field) for field in fields})
    if operator.snils:
        yield _SNILS, Q(snils=operator.snils)
    if operator.inn:
        yield _INN, Q(inn=operator.inn)


def _reasons(typed: Operator, found: Operator, tests: dict[str, Q]) -> Iterator[str]:
    same = {
        _PERSON: search_key(typed.full_name) == search_key(found.full_name)
        and typed.birth_date == found.birth_date,
        _DOCUMENT: typed.identity_number == found.identity_number
        and typed.identity_series == found.identity_series,
        _SNILS: typed.snils == found.snils,
        _INN: typed.inn == found.inn,
        _PHONE: typed.phone == found.phone,
    }
    return (reason for reason in tests if same[reason])


def _newest(operators: list[Operator], user: Reader) -> dict[int, Employment]:
    """The newest employment of each that the user may see: the card to look at."""
    rows = Employment.objects.visible_to(user).filter(operator__in=operators)
    newest = rows.select_related("operator", "position").order_by("start_date", "pk")
    return {each.operator_id: each for each in newest}

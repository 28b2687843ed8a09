"""Whose an identifier is: СНИЛС, ИНН and the identity document belong to one operator each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from employees.models import Operator
from employees.models.limit import Visitor
from employees.rules import Problem

_NAMES = {"snils": "СНИЛС", "inn": "ИНН", "identity_number": "Документ с этой серией и номером"}


@dataclass(frozen=True, slots=True)
class Identity:
    """A field that identifies a person, with its whole value."""

    field: str
    value: tuple[str, ...]

    def taken_by(self, personnel_number: str) -> Problem:
        """It is stored for another operator; '' for one whom the reader may not see."""
        if not personnel_number:
            return Problem(
                self.field,
                f"{_NAMES[self.field]} уже записан за другим оператором.",
                "Проверьте номер; если он верен, обратитесь к руководителю кадров.",
            )
        return Problem(
            self.field,
            f"{_NAMES[self.field]} уже записан за табельным номером {personnel_number}.",
            "Если это тот же человек, укажите его табельный номер; если нет, проверьте номер.",
        )

    def repeated_from(self, row: int) -> Problem:
        """An earlier row of the same table has it."""
        return Problem(
            self.field,
            f"{_NAMES[self.field]} уже стоит в строке {row}.",
            "Проверьте обе строки: у разных людей номера разные.",
        )


def identities(operator: Operator) -> Iterator[Identity]:
    """What identifies the operator beside the personnel number; blank numbers do not."""
    if operator.snils:
        yield Identity("snils", (operator.snils,))
    if operator.inn:
        yield Identity("inn", (operator.inn,))
    if operator.identity_number:
        document = (operator.identity_document, operator.identity_series, operator.identity_number)
        yield Identity("identity_number", document)


def owners_of(operators: Iterable[Operator]) -> dict[Identity, Operator]:
    """Stored identities that any of these operators has → the operator they are stored for."""
    operators = list(operators)
    found = Operator.objects.filter(
        Q(snils__in=[each.snils for each in operators if each.snils])
        | Q(inn__in=[each.inn for each in operators if each.inn])
        | Q(identity_number__in=[each.identity_number for each in operators])
    ).only(
        "personnel_number",
        "snils",
        "inn",
        "identity_document",
        "identity_series",
        "identity_number",
    )
    return {identity: operator for operator in found for identity in identities(operator)}


def identity_problems(operator: Operator, *, reader: Visitor | None = None) -> list[Problem]:
    """Identifiers of an operator, saved or not, that are stored for another one.

    The other one is named to a reader who may see him; None reads all.
    """
    taken = {
        identity: owner
        for identity, owner in owners_of([operator]).items()
        if owner.pk != operator.pk and identity in set(identities(operator))
    }
    named = set(taken.values())
    if reader is not None and named:
        named &= set(Operator.objects.visible_to(reader).filter(pk__in=[o.pk for o in named]))
    return [
        identity.taken_by(taken[identity].personnel_number if taken[identity] in named else "")
        for identity in identities(operator)
        if identity in taken
    ]

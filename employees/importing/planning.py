"""Rows in batches: staged, and checked against the records, the file and the rules.

Stored records are looked up once a batch, never once a row.
"""

from collections.abc import Iterable

from employees.importing.column import Target
from employees.importing.parsing import ParsedRow
from employees.importing.references import References
from employees.importing.staging import StagedRow, stage_employment, stage_operator
from employees.models import Employment, Operator
from employees.rules import Problem, employment_problems, operator_problems
from employees.services.uniqueness import Identity, identities, owners_of

_Key = tuple[int, int, str]
_TAKEN_ELSEWHERE = Problem(
    "personnel_number",
    "Этот табельный номер занят у работодателя, с которым вы не работаете.",
    "Укажите другой номер или попросите администратора дать доступ к работодателю.",
)


class Planner:
    """Plans the rows of one file; it remembers which numbers earlier rows have claimed.

    `limit` holds the ids of the employers that the user works with; None: all of them.
    """

    def __init__(self, limit: frozenset[int] | None = None) -> None:
        self._limit = limit
        self._references = References(limit)
        self._hidden: set[int] = set()
        self._rows_by_number: dict[str, int] = {}
        self._rows_by_identity: dict[Identity, int] = {}

    def plan(self, parsed: Iterable[ParsedRow]) -> list[StagedRow]:
        """Plan a batch with a fixed number of queries; the errors stand in the rows."""
        rows = self._stage_operators(list(parsed))
        owners = owners_of([row.operator for row in rows])
        self._hidden |= self._out_of_reach(owner.pk for owner in owners.values())
        employments = _current_employments(rows)
        for row in rows:
            self._check_identities(row, owners)
            stage_employment(row, self._references, employments.get)
            if not row.errors:
                _check_rules(row)
        return rows

    def _stage_operators(self, parsed: list[ParsedRow]) -> list[StagedRow]:
        numbers = [dict(each.of(Target.OPERATOR)).get("personnel_number") for each in parsed]
        found = Operator.objects.filter(personnel_number__in=[each for each in numbers if each])
        stored = {operator.personnel_number: operator for operator in found}
        self._hidden = self._out_of_reach(operator.pk for operator in stored.values())
        rows = []
        for each, number in zip(parsed, numbers, strict=True):
            is_free = number is None or self._claim_number(each, number)
            operator = stored.get(number or "") if is_free else None
            if operator is not None and operator.pk in self._hidden:
                each.refuse(Target.OPERATOR, _TAKEN_ELSEWHERE)
                operator = None
            rows.append(stage_operator(each, operator))
        return rows

    def _out_of_reach(self, ids: Iterable[int]) -> set[int]:
        """Of these operators, those who have no employment that the user may see."""
        if self._limit is None:
            return set()
        known = set(ids)
        seen = Employment.objects.filter(operator__in=known, employer__in=self._limit)
        return known - set(seen.values_list("operator", flat=True))

    def _claim_number(self, parsed: ParsedRow, number: str) -> bool:
        """Whether this row is the first with its personnel number; the second one is refused."""
        first = self._rows_by_number.setdefault(number, parsed.row.number)
        if first == parsed.row.number:
            return True
        parsed.refuse(
            Target.OPERATOR,
            Problem(
                "personnel_number",
                f"Этот табельный номер уже стоит в строке {first}.",
                "Оставьте одну строку или исправьте номер.",
            ),
        )
        return False

    def _check_identities(self, row: StagedRow, owners: dict[Identity, Operator]) -> None:
        """СНИЛС, ИНН and document belong to one person, in the records and in the file."""
        number = row.operator.personnel_number
        for identity in identities(row.operator):
            if row.parsed.is_refused(Target.OPERATOR, identity.field):
                continue  # what is no number at all is nobody's
            owner = owners.get(identity)
            first = self._rows_by_identity.setdefault(identity, row.parsed.row.number)
            if owner is not None and owner.personnel_number != number:
                is_hidden = owner.pk in self._hidden
                row.parsed.refuse(
                    Target.OPERATOR,
                    identity.taken_by("" if is_hidden else owner.personnel_number),
                )
            elif first != row.parsed.row.number:
                row.parsed.refuse(Target.OPERATOR, identity.repeated_from(first))


def _current_employments(rows: list[StagedRow]) -> dict[_Key, Employment]:
    """Employments that have not ended, by operator, employer and kind; the latest of several."""
    operators = [row.operator.pk for row in rows if row.operator.pk is not None]
    found = (
        Employment.objects.filter(operator__in=operators)
        .exclude(status=Employment.Status.ENDED)
        .order_by("start_date", "pk")
    )
    return {(each.operator_id, each.employer_id, each.kind): each for each in found}


def _check_rules(row: StagedRow) -> None:
    for problem in operator_problems(row.operator):
        row.parsed.refuse(Target.OPERATOR, problem)
    if row.employment is not None and not row.errors:
        for problem in employment_problems(row.employment):
            row.parsed.refuse(Target.EMPLOYMENT, problem)

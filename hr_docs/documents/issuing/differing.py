"""Whether the records say something else now than the papers that were made from them."""

from collections.abc import Collection, Mapping
from typing import Any

from employees.models import Employment
from hr_docs.documents.context import facts_for
from hr_docs.documents.context.contract import CONTRACT_KIND
from hr_docs.documents.context.source import PackSource
from hr_docs.documents.models import Document

_OF_THE_HIRE = frozenset(
    {"работник", "договор", "должность", "уровень", "время", "оплата", "дистанционно", "отпуск"}
)
"""The facts that only an agreement changes: acts and signatories come and go without one."""


def records_differ(employment: Employment, current: Collection[Document]) -> bool:
    """Whether facts with which a document in force was frozen have changed since.

    The employment is from `with_records`. Facts that the product did not state then do not count,
    nor, once the papers are signed, those that are not of the hire itself. One query.
    """
    if not current or employment.status == Employment.Status.ENDED:
        return False
    contract = [each.dated for each in current if each.master.kind == CONTRACT_KIND]
    numbers = {document.master.kind: document.number for document in current}
    frozen = Document.objects.filter(pk__in=[document.pk for document in current])
    of_the_hire = employment.status == Employment.Status.SIGNED
    return any(
        _differ(_of_the_hire(snapshot) if of_the_hire else snapshot, now)
        for dated, snapshot in frozen.values_list("dated", "snapshot")
        for now in [facts_for(PackSource(employment, dated, numbers, *contract))]
    )


def _of_the_hire(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: facts[name] for name in facts if name in _OF_THE_HIRE}


def _differ(then: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    return any(
        _differ(then[name], now[name])
        if isinstance(then[name], Mapping) and isinstance(now[name], Mapping)
        else then[name] != now[name]
        for name in then
        if name in now
    )

"""The whole vocabulary in groups, and its names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from hr_docs.documents.context.acts import ACTS, SECRECY
from hr_docs.documents.context.contract import CONTRACT, POSITION, WORKPLACE
from hr_docs.documents.context.document import DOCUMENT
from hr_docs.documents.context.employer import EMPLOYER, SIGNATORY
from hr_docs.documents.context.job_description import JOB_DESCRIPTION
from hr_docs.documents.context.operator import IDENTITY, NAME, STATUS
from hr_docs.documents.context.placeholder import Kind, Placeholder
from hr_docs.documents.context.remote import REMOTE
from hr_docs.documents.context.time_and_pay import PAY, TIME


@dataclass(frozen=True, slots=True)
class Group:
    """Placeholders that stand together in the documentation."""

    title: str
    placeholders: tuple[Placeholder, ...]


GROUPS = (
    Group("Работодатель", EMPLOYER),
    Group("Представитель работодателя", SIGNATORY),
    Group("Работник: имя и согласование по полу", NAME),
    Group("Работник: документ, адреса, счёт", IDENTITY),
    Group("Работник: возраст и гражданство", STATUS),
    Group("Трудовой договор", CONTRACT),
    Group("Должность и уровень опыта", POSITION),
    Group("Место работы и условия труда", WORKPLACE),
    Group("Рабочее время и отпуск", TIME),
    Group("Оплата труда", PAY),
    Group("Дистанционная работа", REMOTE),
    Group("Должностная инструкция", JOB_DESCRIPTION),
    Group("Локальные акты", ACTS),
    Group("Коммерческая тайна", SECRECY),
    Group("Документ", DOCUMENT),
)

PACK = tuple(chain.from_iterable(g.placeholders for g in GROUPS if g.placeholders is not DOCUMENT))
"""What is read once for a pack; the rest is of one document."""


@cache
def vocabulary() -> frozenset[str]:
    """Every name that a master may use, as `WordTemplate.placeholders` writes them.

    A list stands as `акты[]`, what its items hold as `акты[].название`.
    """
    return frozenset(chain.from_iterable(map(_names, (p for g in GROUPS for p in g.placeholders))))


@cache
def choices() -> Mapping[str, tuple[str, ...]]:
    """The values of facts that have few, by name; none for those that are yes or no.

    Values of lists are left out: what a company enters there, no program knows.
    """
    each = (placeholder for group in GROUPS for placeholder in group.placeholders)
    return {one.name: one.values for one in each if one.values or one.kind is Kind.YES_NO}


def _names(placeholder: Placeholder) -> tuple[str, ...]:
    if placeholder.kind is not Kind.LIST:
        return (placeholder.name,)
    listed = f"{placeholder.name}[]"
    return (listed, *(f"{listed}.{item.name}" for item in placeholder.items))

"""One contradiction in a record."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field, and what to do about it; both are whole Russian sentences.

    `field` is the model's field name: the place where the user can put it right.
    """

    field: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.reason} {self.remedy}"


def run_rules(
    record: Record, rules: Iterable[Callable[[Record], Iterator[Problem]]]
) -> list[Problem]:
    """Everything the rules find, in their order."""
    return list(chain.from_iterable(rule(record) for rule in rules))


def printed(day: date) -> str:
    """«15.03.2026»."""
    return f"{day:%d.%m.%Y}"


def years_later(day: date, years: int) -> date:
    """The same day after so many years; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)

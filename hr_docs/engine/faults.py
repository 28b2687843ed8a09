"""A fault of a template, as its author is told of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hr_docs.engine.errors import Place


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a Word template.

    `code` is stable English ("tag-open"); an "error" makes documents wrong or impossible, a
    "warning" is for the author to judge; `message` is Russian, with a remedy; `tag` is the tag at
    fault as it is written, where there is one.
    """

    code: str
    severity: Literal["error", "warning"]
    place: Place
    message: str
    tag: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if str(self.place) else self.message


def in_order(faults: Iterable[Fault], reading: Iterable[Place]) -> list[Fault]:
    """Each fault once, in the order in which their places are read; the others at the end."""
    order: dict[Place, int] = {}
    for place in reading:
        order.setdefault(place, len(order))
    return sorted(dict.fromkeys(faults), key=lambda fault: order.get(fault.place, len(order)))

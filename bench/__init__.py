"""Benchmarks: each module here with a function `rows` measures one thing against its peer.

`python -m bench` runs them all, prints one table and writes bench/results.json.
"""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

REPETITIONS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. `value` is the median of five repetitions, `low` and `high` their range.

    `target` is the value to reach: at least that much, or at most when `at_most`. A measure that
    this machine cannot take has no value, and `against` says what is missing.
    """

    measure: str
    unit: str
    against: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    target: float | None = None
    at_most: bool = False

    @property
    def met(self) -> bool | None:
        if self.value is None or self.target is None:
            return None
        return self.value <= self.target if self.at_most else self.value >= self.target

    @classmethod
    def of(cls, measure: str, values: list[float], **about: object) -> "Row":
        return cls(measure, value=median(values), low=min(values), high=max(values), **about)  # type: ignore[arg-type]  # the caller names fields of Row


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """How long one run of `work` takes, measured over so many."""
    start = perf_counter()
    for _ in range(times):
        work()
    return (perf_counter() - start) / times

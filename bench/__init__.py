"""Benchmarks: each module here with a function `rows` measures one thing against its peer.

A row is {"measure", "value", "unit", "target", "met", "against"}. A ratio ("×") or a rate ("1/s")
is to be at least its target, anything else at most; a value of None says that this machine cannot
measure it, and "against" then says what is missing. "low" and "high" are the range of the
repetitions, of which the value is the median.
"""

from collections.abc import Callable
from importlib import import_module
from statistics import median
from time import perf_counter

REPETITIONS = 5
AT_LEAST = frozenset({"×", "1/s"})  # units of which more is better

Row = dict[str, object]


def row(
    measure: str,
    values: list[float],
    unit: str,
    *,
    target: float | None = None,
    against: str = "",
) -> Row:
    value = median(values)
    met = None if target is None else (value >= target if unit in AT_LEAST else value <= target)
    return {
        "measure": measure,
        "value": round(value, 3),
        "low": round(min(values), 3),
        "high": round(max(values), 3),
        "unit": unit,
        "target": target,
        "met": met,
        "against": against,
    }


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """How long one run of `work` takes, measured over so many."""
    start = perf_counter()
    for _ in range(times):
        work()
    return (perf_counter() - start) / times


def rows_of(module: str) -> list[Row]:
    """Nothing for a module that only helps others to measure."""
    measure = getattr(import_module(module), "rows", None)
    return list(measure()) if measure else []

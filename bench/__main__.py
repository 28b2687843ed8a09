"""Run every benchmark, print one table, write bench/results.json."""

import json
import os
import platform
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from pkgutil import iter_modules

import bench
from bench import AT_LEAST, Row, rows_of

RESULTS = Path(__file__).with_name("results.json")


def measured() -> Iterator[Row]:
    """Rows of all benchmarks, each run in a fresh process: none warms or fills another's."""
    for module in sorted(iter_modules(bench.__path__, "bench."), key=lambda found: found.name):
        if module.name != "bench.__main__":
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                measuring = process.submit(rows_of, module.name)
                error = measuring.exception()
                yield from [_broken(module.name, error)] if error else measuring.result()


def _broken(module: str, error: BaseException) -> Row:
    """A row for a benchmark that broke off, so that the others are measured all the same."""
    cause = f"not measured: {type(error).__name__}: {error}"
    return {
        "measure": module, "value": None, "unit": "", "target": None, "met": False,
        "against": cause,
    }  # fmt: skip


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


def printed(row: Row) -> str:
    """A line of the table."""
    value, unit, target = row["value"], row["unit"], row["target"]
    spread = f" ({row['low']:.4g}–{row['high']:.4g})" if "low" in row else ""
    shown = "—" if value is None else f"{value:.4g}{spread} {unit}"
    bound = "" if target is None else f"{'≥' if unit in AT_LEAST else '≤'} {target:g}"
    verdict = {True: "met", False: "MISSED", None: ""}[row["met"]]  # type: ignore[index]  # bool or None
    return f"{row['measure']:<50} {shown:>28} {bound:>8} {verdict:<6} {row['against']}"


def main() -> None:
    rows = []
    for row in measured():
        rows.append(row)
        print(printed(row), flush=True)
    results = {"machine": machine(), "rows": rows}
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    missed = [str(row["measure"]) for row in rows if row["met"] is False]
    sys.exit(f"missed: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    main()

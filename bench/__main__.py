"""Run every benchmark, print one table, write bench/results.json."""

import json
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import bench
from bench import Row

RESULTS = Path(__file__).with_name("results.json")


def measured() -> Iterator[Row]:
    for module in iter_modules(bench.__path__, "bench."):
        measure = import_module(module.name)
        if hasattr(measure, "rows"):
            yield from measure.rows()


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


def printed(row: Row) -> str:
    if row.value is None:
        return f"{row.measure:<48} {'—':>24} {'':>10}       {row.against}"
    spread = f"{row.value:.4g} ({row.low:.4g}–{row.high:.4g}) {row.unit}"
    bound = f"{'≤' if row.at_most else '≥'} {row.target:g}" if row.target is not None else ""
    verdict = {True: "met", False: "MISSED", None: ""}[row.met]
    return f"{row.measure:<48} {spread:>24} {bound:>10} {verdict:<6} {row.against}"


def main() -> None:
    rows = []
    for row in measured():
        rows.append({**asdict(row), "met": row.met})
        print(printed(row), flush=True)
    RESULTS.write_text(
        json.dumps({"machine": machine(), "rows": rows}, indent=1, ensure_ascii=False)
    )
    missed = [row["measure"] for row in rows if row["met"] is False]
    sys.exit(f"missed: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    # `-m` in front of one module's name runs that one alone.
    main()

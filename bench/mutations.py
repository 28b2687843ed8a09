"""Word files broken at random, rendered, converted and checked.

`python -m bench.mutations 500 [FOLDER]` breaks the shipped master, contracts made from it and the
Word files of a folder. It tells what came of them, every seed that gave anything but a result or
the engine's own errors, the slowest file and the largest process; the exit status is 1 when one
was wrong, slow or large. `tests.engine.mutations.mutated` makes the same file again.
"""

import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

from bench.contract import MASTER, contracts
from hr_docs.engine import EngineError, WordTemplate, docx_to_pdf, inspect_template
from tests.engine.mutations import mutated

_SLOW, _LARGE = 10.0, 500.0  # seconds, megabytes
_HUNG = 120.0
_FILES_PER_PROCESS = 25
_Job = tuple[bytes, int]
_Report = tuple[str, float, float]


def main(count: int, folders: list[str]) -> int:
    """Break so many files and print what came of them."""
    outcomes: Counter[str] = Counter()
    slowest, largest, wrong = (0.0, 0), (0.0, 0), 0
    with get_context("spawn").Pool(2, maxtasksperchild=_FILES_PER_PROCESS) as pool:
        reports = pool.imap(_report, _jobs(count, folders))
        for seed in range(count):
            outcome, took, memory = reports.next(_HUNG)
            outcomes[outcome] += 1
            slowest, largest = max(slowest, (took, seed)), max(largest, (memory, seed))
            if "!" in outcome or took > _SLOW or memory > _LARGE:
                wrong += 1
                print(f"seed {seed}: {outcome}; {took:.1f} s, {memory:.0f} MB", flush=True)
    for outcome, times in outcomes.most_common():
        print(f"{times:6}  {outcome}")
    print(f"slowest {slowest[0]:.1f} s (seed {slowest[1]}), largest {largest[0]:.0f} MB")
    return int(wrong > 0)


def _jobs(count: int, folders: list[str]) -> Iterator[_Job]:
    sources = [MASTER.read_bytes(), *contracts(3)]
    files = [path for folder in folders for path in sorted(Path(folder).rglob("*.docx"))]
    sources += [path.read_bytes() for path in files]
    for seed in range(count):
        yield sources[seed % len(sources)], seed


def _report(job: _Job) -> _Report:
    """What came of one file, the seconds of work it took, the most its process has held, in MB."""
    docx, started = mutated(*job), time.process_time()
    outcome = ", ".join((
        f"rendered: {_outcome(lambda: WordTemplate(docx).render({}))}",
        f"inspected: {_outcome(lambda: inspect_template(docx, frozenset()))}",
        f"converted: {_outcome(lambda: docx_to_pdf(docx))}",
    ))  # fmt: skip
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return outcome, time.process_time() - started, memory


def _outcome(work: Callable[[], object]) -> str:
    try:
        work()
    except EngineError as error:
        return type(error).__name__
    except Exception as error:  # noqa: BLE001 — that is what is looked for
        return f"! {type(error).__name__}: {error}"[:200]
    return "yes"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))

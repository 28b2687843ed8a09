"""A whole run of a thousand operators: `generate` end to end, its speed and its memory.

Two parts. In one process the Word files of a thousand operators, two hundred at a time, against a
loop with docxtpl over the same facts. Then `generate` as its own command, Word and PDF, in one
process and with two workers, a thousand operators each: one run each, for it takes minutes.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from bench import REPETITIONS, Row, row, seconds
from bench.__main__ import printed
from bench.people import workbook

OPERATORS = int(os.environ.get("BENCH_OPERATORS", "1000"))
FEW = OPERATORS // 10
_ROOT = Path(__file__).resolve().parent.parent


def rows() -> Iterator[Row]:
    """Call it in a process where Django is not set up yet."""
    with tempfile.TemporaryDirectory() as folder, _records(Path(folder)):
        yield _word_only(Path(folder))
        yield from _whole_runs(Path(folder))


def _word_only(folder: Path) -> Row:
    from employees.models import Employment

    numbers = list(
        Employment.objects.order_by("operator__personnel_number").values_list(
            "operator__personnel_number", flat=True
        )
    )
    size = len(numbers) // REPETITIONS
    groups = [numbers[start : start + size] for start in range(0, size * REPETITIONS, size)]
    ours = [seconds(partial(_generate_word, group, folder)) for group in groups]
    theirs = [seconds(partial(_docxtpl_loop, group)) for group in groups]
    ratios = [their / our for our, their in zip(ours, theirs, strict=True)]
    rate = 3 * size * REPETITIONS / sum(ours)
    measure = f"{OPERATORS} operators × 3 kinds, Word only"
    against = f"docxtpl loop over the same; {rate:.0f} documents/s, checked, numbered and filed"
    return row(measure, ratios, "×", target=10, against=against)


def _generate_word(numbers: list[str], folder: Path) -> None:
    from django.core.management import call_command

    out, told = folder / "word", io.StringIO()
    call_command(
        "generate", "--operator", *numbers, "--format", "docx", "--out", str(out), "--json",
        stdout=told,
    )  # fmt: skip
    _expect(json.loads(told.getvalue()), len(numbers))


def _docxtpl_loop(numbers: list[str]) -> None:
    """What a user would write instead: facts in hand, a file for each document."""
    from docxtpl import DocxTemplate

    from hr_docs.documents.masters.versions import shipped_file
    from hr_docs.documents.models import Document

    documents = Document.objects.filter(employment__operator__personnel_number__in=numbers)
    for kind, facts in documents.values_list("master__kind", "snapshot"):
        template = DocxTemplate(shipped_file(kind))
        template.render(facts, autoescape=True)
        template.save(io.BytesIO())


def _whole_runs(folder: Path) -> Iterator[Row]:
    few = _run(folder, workers=2, count=FEW)
    alone = _run(folder, workers=1, count=OPERATORS)
    both = _run(folder, workers=2, count=OPERATORS)
    rates = [3 * OPERATORS / run["seconds"] for run in (both, alone)]
    yield row(
        f"{OPERATORS} operators × 3 kinds, Word + PDF, 2 workers",
        [alone["seconds"] / both["seconds"]],
        "×",
        target=1.8,
        against=f"one process; {rates[0]:.1f} documents/s against {rates[1]:.1f}",
    )
    for name in ("parent", "worker"):
        growth = (both[name] / few[name] - 1) * 100
        sizes = f"{few[name]:.0f} → {both[name]:.0f} MB"
        measure = f"peak memory of the {name}, {FEW} → {OPERATORS} operators"
        yield row(measure, [growth], "%", target=15, against=sizes)


def _run(folder: Path, *, workers: int, count: int) -> dict[str, float]:
    """Seconds of a run in a database of its own, and the peak memory of its processes in MB."""
    from employees.models import Employment

    numbers = Employment.objects.order_by("operator__personnel_number").values_list(
        "operator__personnel_number", flat=True
    )[:count]
    place = Path(tempfile.mkdtemp(dir=folder))
    (place / "db.sqlite3").write_bytes((folder / "untouched.sqlite3").read_bytes())
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{place / 'db.sqlite3'}",
        "MEDIA_ROOT": str(place / "media"),
    }
    arguments = ["--out", str(place / "out"), "--workers", str(workers), "--json"]
    command = [sys.executable, str(_ROOT / "manage.py"), "generate", "--operator", *numbers]
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, *arguments], env=environment, cwd=_ROOT, stdout=subprocess.PIPE, text=True
    )
    peaks = _watched(process)
    took = time.perf_counter() - started
    told, _ = process.communicate()
    _expect(json.loads(told), count)
    return {"seconds": took, **peaks}


def _expect(report: dict[str, Any], count: int) -> None:
    if report["failed"] or report["operators"] != count or report["issued"] != 3 * count:
        raise RuntimeError(f"the run should be good: {report['failed'][:2]}")


def _watched(process: "subprocess.Popen[str]") -> dict[str, float]:
    """Wait for a process; the most that itself and its largest child held, in MB."""
    parent = worker = 0.0
    while process.poll() is None:
        parent = max(parent, _own_memory(process.pid))
        worker = max([worker, *map(_own_memory, _children(process.pid))])
        time.sleep(0.2)
    return {"parent": parent, "worker": worker}


def _children(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(child) for child in text.split()]


def _own_memory(pid: int) -> float:
    """Megabytes that only this process holds: pages of the mapped database are the system's."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    line = next((one for one in status.splitlines() if one.startswith("RssAnon")), "RssAnon: 0")
    return int(line.split()[1]) / 1024


@contextmanager
def _records(folder: Path) -> Iterator[None]:
    """Django on a database of its own, with the demo employer and the invented operators."""
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    os.environ["MEDIA_ROOT"] = str(folder / "media")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.db import connection

    _fill(folder)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(folder / "untouched.sqlite3")])
    yield
    connection.close()


def _fill(folder: Path) -> None:
    from django.conf import settings
    from django.core.management import call_command

    from employees.demo import load_demo
    from employees.importing import import_operators
    from employees.models import Employment, Operator

    call_command("migrate", verbosity=0)
    examples = settings.BASE_DIR / "examples"
    load_demo(employer_file=examples / "employer.yaml", operators_file=examples / "operators.xlsx")
    Employment.objects.all().delete()
    Operator.objects.all().delete()
    table = folder / "operators.xlsx"
    table.write_bytes(workbook(OPERATORS))
    report = import_operators(path=table)
    if report.errors:
        raise RuntimeError(f"the operators should be good: {report.errors[:3]}")


if __name__ == "__main__":
    for measured in rows():
        print(printed(measured), flush=True)

"""A run of many packs by real workers, on a database of its own; workers may be killed meanwhile.

usage: python -m bench.run_of_many [PEOPLE] [--workers N] [--kills N]

DATABASE_URL names an empty database (a throw-away SQLite file when it is not set). Prints one JSON
object; ends with status 1 unless every document exists exactly once and no number is missing.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = 3
MEGABYTE = 1024  # kilobytes, as Linux counts them


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("people", type=int, nargs="?", default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=0, help="every worker, so many times")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        report = measured(options, order(options.people, Path(folder)))
    print(json.dumps(report, ensure_ascii=False))
    sys.exit(not report["whole"])


def prepare(folder: Path) -> None:
    """Django on an empty database, with the demo employer."""
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'bench.sqlite3'}")
    os.environ |= {"MEDIA_ROOT": str(folder / "media"), "TASK_BACKEND": "database"}
    os.environ.setdefault("RUN_LEASE_SECONDS", "20")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    os.environ["PYTHONPATH"] = str(ROOT)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def order(people: int, folder: Path) -> int:
    """Invent the people and order their packs; the id of the run."""
    from django.contrib.auth.models import User

    from bench.people import workbook
    from employees.demo import load_demo
    from employees.models import Employment
    from hr_docs.documents.models import WordMaster
    from hr_docs.documents.runs.ordering import start_run

    table = folder / "people.xlsx"
    table.write_bytes(workbook(people))
    load_demo(employer_file=ROOT / "examples" / "employer.yaml", operators_file=table)
    run = start_run(
        employments=list(Employment.objects.all()),
        masters=list(WordMaster.objects.filter(in_hiring_pack=True)),
        started_by=User.objects.create_user("bench"),
        allows_unconfirmed=True,
    )
    return run.pk


def measured(options: argparse.Namespace, run: int) -> dict[str, object]:
    """Let the workers work, killing them at even distances, and look at what is left behind."""
    command = [sys.executable, "manage.py", "work", "--workers", str(options.workers)]
    begun = time.monotonic()
    parent = subprocess.Popen(command, cwd=ROOT)
    memory, killed = Memory(), 0
    try:
        while (done := finished(run)) < options.people:
            memory.look(parent.pid, done)
            due = options.people * (killed + 1) / (options.kills + 1)
            if killed < options.kills and done > due:
                killed += 1
                for worker in workers_of(parent.pid):
                    with suppress(ProcessLookupError):
                        os.kill(worker, signal.SIGKILL)
            time.sleep(0.25)
        seconds = time.monotonic() - begun
    finally:
        parent.terminate()
        parent.wait()
    return {
        "people": options.people,
        "workers": options.workers,
        "kills": killed * options.workers,
        "seconds": round(seconds, 1),
        "documents a second": round(options.people * KINDS / seconds, 2),
        "peak of a worker, MB": memory.peaks,
    } | left_behind(run, options.people)


class Memory:
    """The largest resident size that a worker had, after 100 people and at the end."""

    def __init__(self) -> None:
        self.peaks: dict[str, int] = {}

    def look(self, parent: int, done: int) -> None:
        for worker in workers_of(parent):
            with suppress(FileNotFoundError, ProcessLookupError, IndexError):
                status = Path(f"/proc/{worker}/status").read_text()
                peak = int(status.partition("VmHWM:")[2].split()[0]) // MEGABYTE
                for name in ("at 100", "at the end") if done <= 100 else ("at the end",):
                    self.peaks[name] = max(peak, self.peaks.get(name, 0))


def workers_of(parent: int) -> list[int]:
    listing = ["pgrep", "--parent", str(parent), "--full", "db_worker"]
    listed = subprocess.run(listing, capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def finished(run: int) -> int:
    from hr_docs.documents.models import RunItem

    return RunItem.objects.filter(run=run).exclude(status__in=RunItem.LEFT).count()


def left_behind(run: int, people: int) -> dict[str, object]:
    from django.db import connection
    from django.db.models import Count

    from hr_docs.documents.models import Document, RunItem, WordMaster

    statuses = RunItem.objects.filter(run=run).order_by().values_list("status")
    registers = [
        sorted(Document.objects.filter(master=master).values_list("sequence", flat=True))
        for master in WordMaster.objects.filter(in_hiring_pack=True)
    ]
    whole = all(numbers == list(range(1, people + 1)) for numbers in registers)
    return {
        "database": connection.vendor,
        "items": dict(statuses.annotate(Count("pk"))),
        "documents": Document.objects.count(),
        "without a file": Document.objects.filter(pdf_sha256="").count(),
        "whole": whole and not Document.objects.filter(pdf_sha256="").exists(),
    }


if __name__ == "__main__":
    main()

"""A process that dies costs no document."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from hr_docs.documents.issuing import pdf_workers
from hr_docs.documents.issuing.pdf_workers import PdfWorkers

ROOT = Path(__file__).parents[2]


def die_once(task: bytes) -> bytes:
    """Kill the process that holds the task, unless the marker file says it died before."""
    marker = Path(task.decode())
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return b"%PDF " + task


def die(_task: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def test_it_lays_out_again_what_a_killed_process_held(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_workers, "docx_to_pdf", die_once)
    tasks = [str(tmp_path / name).encode() for name in "abc"]
    for task in tasks[1:]:
        Path(task.decode()).touch()
    with PdfWorkers(2) as workers:
        results = [workers.lay_out(task) for task in tasks]
        assert [result() for result in results] == [b"%PDF " + task for task in tasks]


def test_it_gives_up_after_a_second_death(monkeypatch):
    monkeypatch.setattr(pdf_workers, "docx_to_pdf", die)
    with PdfWorkers(2) as workers, pytest.raises(BrokenProcessPool):
        workers.lay_out(b"x")()


def tell_pid(_task: bytes) -> bytes:
    return str(os.getpid()).encode()


MANY = """
from hr_docs.documents.issuing import pdf_workers
from tests.documents.test_pdf_workers import tell_pid
if __name__ == "__main__":
    pdf_workers.docx_to_pdf, pdf_workers.DOCUMENTS_PER_CHILD = tell_pid, 5
    with pdf_workers.PdfWorkers(2) as workers:
        for burst in (8, 40):
            begun = [workers.lay_out(b"") for _ in range(burst)]
            print(*(result().decode() for result in begun))
"""


def test_children_are_replaced_with_work_waiting(tmp_path):
    script = tmp_path / "many.py"
    script.write_text(MANY)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    told = subprocess.check_output([sys.executable, script], env=environment, timeout=60)
    children = told.split()
    assert len(children) == 48
    assert 5 <= len(set(children)) <= 10


def interrupt(_task: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGINT)
    return b"%PDF"


def test_ctrl_c_is_left_to_the_parent(monkeypatch):
    monkeypatch.setattr(pdf_workers, "docx_to_pdf", interrupt)
    with PdfWorkers(2) as workers:
        assert workers.lay_out(b"")() == b"%PDF"


PARENT = """
import os, signal, sys
from hr_docs.documents.issuing import pdf_workers
from tests.documents.test_pdf_workers import tell_pid
if __name__ == "__main__":
    pdf_workers.docx_to_pdf = tell_pid
    workers = pdf_workers.PdfWorkers(2)
    print(workers.lay_out(b"")().decode(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_worker_ends_with_its_parent(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    ran = subprocess.run(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL
    worker = int(ran.stdout)
    assert any(has_ended(worker) for _ in range(100))


def has_ended(pid: int) -> bool:
    """Whether the process is gone; waits a little when it is not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    time.sleep(0.1)
    return False

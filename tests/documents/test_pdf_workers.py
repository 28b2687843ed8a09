"""A process that dies costs no document."""

import os
import signal
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from hr_docs.documents import pdf_workers
from hr_docs.documents.pdf_workers import PdfWorkers


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

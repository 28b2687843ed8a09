"""Processes that belong together: watched, started again, ended together."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hr_docs.background.processes import Child
from tests.conftest import ROOT

FAMILY = """
import sys
from hr_docs.background.processes import Family
python = [sys.executable, "-c"]
commands = [[*python, command] for command in sys.argv[2:]]
sys.exit(Family(commands, restarts=sys.argv[1] == "restarts").run())
"""
NOTE = "import os, sys, time; open({path!r}, 'a').write(f'{{os.getpid()}}\\n'); "
STAYS = NOTE + "time.sleep(60)"
ENDS = NOTE + "sys.exit({status})"


def family(mode: str, *commands: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", FAMILY, mode, *commands], env=environment)


def noted(path: Path, count: int = 1) -> list[int]:
    """The process ids in the file, when there are so many."""
    for _ in range(600):
        lines = path.read_text().split() if path.exists() else []
        if len(lines) >= count:
            return [int(line) for line in lines]
        time.sleep(0.05)
    raise AssertionError(f"{count} starts were expected")


def is_gone(pid: int) -> bool:
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_whole_family(tmp_path, number):
    parent = family("restarts", STAYS.format(path=str(tmp_path / "a")))
    (child,) = noted(tmp_path / "a")
    parent.send_signal(number)
    assert parent.wait(timeout=30) == 0
    assert is_gone(child)


def test_a_dead_child_is_started_again(tmp_path):
    parent = family("restarts", STAYS.format(path=str(tmp_path / "a")))
    (child,) = noted(tmp_path / "a")
    os.kill(child, signal.SIGKILL)
    assert noted(tmp_path / "a", 2)[1] != child
    parent.terminate()
    parent.wait(timeout=30)


def test_the_end_of_one_is_the_end_of_all_where_they_need_each_other(tmp_path):
    commands = (
        STAYS.format(path=str(tmp_path / "a")),
        ENDS.format(path=str(tmp_path / "b"), status=0),
    )
    parent = family("together", *commands)
    (child,) = noted(tmp_path / "a")
    assert parent.wait(timeout=30) == 1
    assert is_gone(child)


def test_children_end_when_their_parent_is_killed(tmp_path):
    parent = family("restarts", STAYS.format(path=str(tmp_path / "a")))
    (child,) = noted(tmp_path / "a")
    parent.kill()
    parent.wait()
    assert is_gone(child)


def test_a_child_that_keeps_failing_is_started_less_and_less_often():
    child, pauses = Child([sys.executable, "-c", "raise SystemExit(3)"]), []
    child.start()
    assert child.process
    for _ in range(4):
        child.process.wait()
        child.begun -= child.pause
        child.restart_when_due()
        pauses.append(child.pause)
    child.process.wait()
    assert pauses == [1, 2, 4, 8]

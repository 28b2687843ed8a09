"""`work` and `serve` as an administrator meets them."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hr_docs.management.commands.work import worker_commands
from tests.conftest import ROOT


def test_work_has_nothing_to_do_where_jobs_run_at_once():
    with pytest.raises(CommandError, match="выполняется сразу") as refused:
        call_command("work")
    assert refused.value.returncode == 2


@pytest.mark.parametrize(("backend", "processes"), [("database", 3), ("celery", 1)])
def test_it_starts_the_workers_that_the_settings_ask_for(settings, backend, processes):
    settings.TASK_BACKEND = backend
    commands = worker_commands(3)
    assert len(commands) == processes
    assert ("db_worker" in commands[0]) == (backend == "database")


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A prepared database of its own."""
    folder = tmp_path_factory.mktemp("served")
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "TASK_BACKEND": "database",
    }
    migrate = [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=environment, check=True)
    return environment


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def served(environment: dict[str, str], address: str) -> subprocess.Popen[bytes]:
    """`serve` that answers already."""
    command = [sys.executable, str(ROOT / "manage.py"), "serve", "--bind", address]
    process = subprocess.Popen([*command, "--workers", "1"], env=environment, cwd=ROOT)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://{address}/login/").close()
            return process
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server does not answer")


def below(pid: int, words: str = "") -> list[int]:
    """The processes that this one has started, and theirs, whose command holds the words."""
    listed = subprocess.run(
        ["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
    )
    rows = re.findall(r"(?m)^\s*(\d+)\s+(\d+)\s+(.*)$", listed.stdout)
    found: list[int] = []
    for child, parent, command in rows:
        if int(parent) == pid:
            found += [int(child)] if words in command else []
            found += below(int(child), words)
    return found


def test_ctrl_c_ends_the_server_and_the_workers(surroundings):
    process = served(surroundings, f"127.0.0.1:{free_port()}")
    family = below(process.pid)
    assert below(process.pid, "gunicorn")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=90) == 0
    assert [pid for pid in family if Path(f"/proc/{pid}").exists()] == []


def test_the_server_ends_when_the_work_does(surroundings):
    process = served(surroundings, f"127.0.0.1:{free_port()}")
    family = below(process.pid)
    os.kill(below(process.pid, "manage.py work")[0], signal.SIGKILL)
    assert process.wait(timeout=90) == 1
    time.sleep(0.5)
    assert [pid for pid in family if Path(f"/proc/{pid}").exists()] == []

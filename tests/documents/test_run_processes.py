"""Real workers on a real run: killed, two at once, ended by a signal, asked over Celery."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from employees.models import Employment
from hr_docs.documents.models import Document, Run
from hr_docs.documents.runs.ordering import cancel_run
from hr_docs.documents.runs.progress import Progress
from tests.conftest import ROOT
from tests.documents.runs import (
    assert_everybody_has_papers_once,
    make_group,
    started,
    statuses,
)
from tests.documents.test_concurrency import environment

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.pdf,
    pytest.mark.processes,
]
REDIS = f"redis://127.0.0.1:6379/{os.getpid() % 15 + 1}"  # another suite may run beside
CELERY_BACKEND = "hr_docs.background.celery_backend.CeleryBackend"
LEASE = "5"
TIMEOUT = 240


@pytest.fixture
def user(transactional_db) -> User:
    return User.objects.create_user("olga")


@pytest.fixture
def queue(settings):
    """Jobs stand in the database, as in the product."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}


@contextmanager
def working(
    media_root: Path, workers: int = 2, **changes: str
) -> Iterator[subprocess.Popen[bytes]]:
    """`manage.py work` beside the test; it has ended when the block is left."""
    env = environment(media_root) | {"TASK_BACKEND": "database", "RUN_LEASE_SECONDS": LEASE}
    command = [sys.executable, str(ROOT / "manage.py"), "work", "--workers", str(workers)]
    process = subprocess.Popen(command, env=env | changes)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0


@pytest.fixture
def celery(settings) -> dict[str, str]:
    """Jobs go to the Redis of this machine; the environment in which workers find it."""
    try:
        socket.create_connection(("127.0.0.1", 6379), timeout=2).close()
    except OSError:
        if os.environ.get("CI") == "true":
            pytest.fail("no Redis on 127.0.0.1:6379: apt-get install redis-server")
        pytest.skip("no Redis on 127.0.0.1:6379: apt-get install redis-server")
    settings.CELERY_BROKER_URL = REDIS
    settings.TASKS = {"default": {"BACKEND": CELERY_BACKEND, "QUEUES": []}}
    from hr_docs.background.celery import app

    app.conf.broker_url = REDIS
    app.control.purge()
    return {"TASK_BACKEND": "celery", "CELERY_BROKER_URL": REDIS}


def queued(count: int, user: User) -> tuple[Run, list[Employment]]:
    """A run of so many people that waits for its workers."""
    people = make_group(count)
    run = started(people, user)
    assert statuses(run) == {"pending": count}
    return run, people


def workers_of(parent: subprocess.Popen[bytes]) -> list[int]:
    assert parent.poll() is None, "the parent has ended"
    listing = ["pgrep", "--parent", str(parent.pid), "--full", "db_worker"]
    listed = subprocess.run(listing, capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def below(pid: int) -> list[int]:
    listing = ["pgrep", "--parent", str(pid)]
    listed = subprocess.run(listing, capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.05)


def wait_for_documents(count: int) -> None:
    wait_for(lambda: Document.objects.count() >= count)


def is_over(run: Run) -> bool:
    run.refresh_from_db()
    return Progress.of(run).is_over


def test_killed_workers_lose_nothing_and_issue_nothing_twice(queue, user, private_storage):
    run, people = queued(20, user)
    with working(private_storage) as parent:
        for issued in (6, 30):
            wait_for_documents(issued)
            for worker in workers_of(parent):
                os.kill(worker, signal.SIGKILL)
        wait_for(lambda: is_over(run))
    assert_everybody_has_papers_once(run, people)


def test_a_run_goes_on_when_everything_was_killed_and_started_again(queue, user, private_storage):
    run, people = queued(5, user)
    with pytest.raises(AssertionError), working(private_storage) as parent:
        wait_for_documents(6)
        family = [parent.pid, *workers_of(parent)]
        for process in family:
            os.kill(process, signal.SIGKILL)
    with working(private_storage, workers=1):
        wait_for(lambda: is_over(run))
    assert_everybody_has_papers_once(run, people)


def test_two_workers_share_a_run(queue, user, private_storage):
    run, people = queued(4, user)
    with working(private_storage):
        wait_for(lambda: run.items.filter(status="running").count() == 2)
        wait_for(lambda: is_over(run))
    assert_everybody_has_papers_once(run, people)


def test_workers_end_with_their_parent(queue, user, private_storage):
    with pytest.raises(AssertionError), working(private_storage) as parent:
        wait_for(lambda: len(workers_of(parent)) == 2)
        workers = workers_of(parent)
        os.kill(parent.pid, signal.SIGKILL)
    wait_for(lambda: not any(is_alive(worker) for worker in workers))


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_signal_lets_the_workers_finish_whom_they_hold(queue, user, private_storage):
    run, _ = queued(4, user)
    with working(private_storage):
        wait_for(lambda: run.items.filter(status="done").exists())
    assert not run.items.filter(status="running").exists()


def test_a_cancelled_run_stops_in_the_middle(queue, user, private_storage):
    run, _ = queued(8, user)
    with working(private_storage):
        wait_for(lambda: run.items.filter(status="done").exists())
        cancel_run(run=run, cancelled_by=user)
        wait_for(lambda: is_over(run))
    counts = statuses(run)
    assert set(counts) == {"done", "cancelled"}
    assert Document.objects.count() == 3 * counts["done"]
    assert Employment.objects.filter(documents=None).count() == counts["cancelled"]


def test_celery_does_the_same_when_its_workers_are_killed(celery, user, private_storage):
    run, people = queued(8, user)
    with working(private_storage, **celery) as parent:
        wait_for_documents(6)
        for worker in below(below(parent.pid)[0]):
            os.kill(worker, signal.SIGKILL)
        wait_for(lambda: is_over(run))
    assert_everybody_has_papers_once(run, people)


def test_a_broker_that_does_not_answer_loses_no_run(celery, user, monkeypatch, caplog):
    from hr_docs.background.celery import app

    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    monkeypatch.setattr(app, "_pool", None)
    app.conf.broker_url = "redis://127.0.0.1:9/0"
    queued(1, user)
    assert "Error 111 connecting to 127.0.0.1:9" in caplog.text

"""Chores: called when they are due, whatever the database answers; old jobs are swept out."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hr_docs.background import chores
from hr_docs.background.chores import Rounds
from hr_docs.background.pruning import prune_jobs


@pytest.fixture
def called(monkeypatch) -> list[str]:
    """The chores that were called, of those that the test registers."""
    monkeypatch.setattr(chores, "_EVERY", {})
    return []


@pytest.mark.django_db
def test_a_chore_is_called_at_once_and_then_when_it_is_due(called):
    chores.chore(every=3600)(lambda: called.append("seldom"))
    chores.chore(every=0)(lambda: called.append("often"))
    rounds = Rounds()
    rounds.make()
    rounds.make()
    assert called == ["seldom", "often", "often"]


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_asked_again(called, caplog):
    def fail() -> None:
        called.append("failed")
        raise OperationalError("user=secret")

    chores.chore(every=0)(fail)
    rounds = Rounds()
    rounds.make()
    rounds.make()
    assert called == ["failed", "failed"]
    assert "OperationalError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.django_db
def test_jobs_that_are_long_over_or_were_abandoned_are_swept_out(settings):
    settings.TASK_BACKEND = "database"
    now, old = timezone.now(), timezone.now() - timedelta(days=8)
    for status, started, finished in [
        ("SUCCESSFUL", old, old),
        ("RUNNING", old, None),
        ("SUCCESSFUL", now, now),
        ("RUNNING", now, None),
        ("READY", None, None),
    ]:
        DBTaskResult.objects.create(
            status=status,
            started_at=started,
            finished_at=finished,
            args_kwargs={},
            task_path="a.b",
            backend_name="default",
            run_after=now,
        )
    assert prune_jobs() == 2
    assert DBTaskResult.objects.count() == 3
